package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.settings.SettingsSectionsScreen.Section;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The settings of a fresh workspace, with their sections. */
public final class SettingsSectionsFixture {

    private SettingsSectionsFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var screen = screen(rig, new FakeTelephony(FakeTelephony.SIMULATED));
        screen.onShow();
        return rig.framed(screen);
    }

    static SettingsSectionsScreen screen(UiRig rig, FakeTelephony source) {
        return new SettingsSectionsScreen(
                rig.texts,
                List.of(
                        new Section(
                                "general",
                                "settings.section.general",
                                Feather.SLIDERS,
                                () -> SettingsFixture.screen(rig)),
                        new Section(
                                "telephony",
                                "settings.section.telephony",
                                Feather.PHONE_CALL,
                                () -> TelephonyFixture.screen(rig, source, () -> {}))));
    }
}
