package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** The lines of the workspace. */
public final class LinesCardFixture {

    private LinesCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((_, form) -> new LinesCardController(form));
    }
}
