package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** A check that was not made yet. */
public final class CheckFixture {

    private CheckFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var parts = TelephonyFixture.parts(rig, new FakeTelephony(FakeTelephony.ASTERISK), () -> {});
        return new Views(rig.texts).load(new CheckController(parts, () -> FakeTelephony.CONNECTION, _ -> {}));
    }
}
