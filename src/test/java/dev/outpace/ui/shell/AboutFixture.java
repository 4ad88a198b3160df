package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import javafx.scene.Parent;

/** For looking at. */
public final class AboutFixture {

    private AboutFixture() {}

    public static Parent build() {
        return new Views(new Texts()).load(new AboutController(ShellFixture.ABOUT));
    }
}
