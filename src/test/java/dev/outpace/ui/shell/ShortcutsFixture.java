package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import javafx.scene.Parent;

/** For looking at. */
public final class ShortcutsFixture {

    private ShortcutsFixture() {}

    public static Parent build() {
        return new Views(new Texts()).load(new ShortcutsController(new Texts()));
    }
}
