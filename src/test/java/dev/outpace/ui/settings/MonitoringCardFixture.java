package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** The phone of the supervisor, and the folder of recordings. */
public final class MonitoringCardFixture {

    private MonitoringCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((_, form) -> new MonitoringCardController(form));
    }
}
