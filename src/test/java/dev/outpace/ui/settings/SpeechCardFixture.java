package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** What callers hear. */
public final class SpeechCardFixture {

    private SpeechCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((_, form) -> new SpeechCardController(form));
    }
}
