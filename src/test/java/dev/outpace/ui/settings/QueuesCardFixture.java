package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** Before queues were found. */
public final class QueuesCardFixture {

    private QueuesCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((parts, _) -> new QueuesCardController(parts));
    }
}
