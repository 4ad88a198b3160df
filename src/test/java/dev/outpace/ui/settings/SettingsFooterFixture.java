package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.shell.Views;
import java.util.List;
import javafx.scene.Parent;

/** The foot of a page with two changes. */
public final class SettingsFooterFixture {

    private SettingsFooterFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var footer = new SettingsFooterController(rig.texts, rig.dialogs, new SettingsFooterController.Form() {
            @Override
            public boolean isChanged() {
                return true;
            }

            @Override
            public void revert() {}

            @Override
            public void save() {}
        });
        var node = new Views(rig.texts).load(footer);
        footer.show(new SettingsFooterController.State(
                2, List.of("Port", "Trunk"), 1, rig.texts.get("telephony.effect"), "Save and link", false, true));
        return rig.framed(node);
    }
}
