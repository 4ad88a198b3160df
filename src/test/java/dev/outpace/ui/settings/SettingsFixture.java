package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import java.nio.file.Path;
import javafx.scene.Parent;

/** The settings of a fresh workspace. */
public final class SettingsFixture {

    private SettingsFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var screen = screen(rig);
        screen.onShow();
        return rig.framed(screen);
    }

    static SettingsScreen screen(UiRig rig) {
        return new SettingsScreen(
                rig.texts,
                rig.workspace,
                rig.live,
                rig.tasks,
                rig.dialogs,
                rig.toasts,
                new Folders(Path.of("workspace"), Path.of("workspace", "logs"), folder -> false),
                () -> {});
    }
}
