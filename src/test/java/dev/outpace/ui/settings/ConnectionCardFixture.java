package dev.outpace.ui.settings;

import javafx.scene.Parent;

/** How the exchange is reached. */
public final class ConnectionCardFixture {

    private ConnectionCardFixture() {}

    public static Parent build() {
        return TelephonyFixture.card((parts, form) -> new ConnectionCardController(parts, form));
    }
}
