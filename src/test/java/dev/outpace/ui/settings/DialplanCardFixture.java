package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** Where answered calls wait. */
public final class DialplanCardFixture {

    private DialplanCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((_, form) -> new DialplanCardController(form));
    }
}
