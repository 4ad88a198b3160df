package dev.outpace.ui.campaign;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** The form with two changes, one of them wrong. */
public final class SettingsTabFixture {
    private SettingsTabFixture() {}

    public static Parent build() {
        var rig = new UiRig(EditRig.resources(12));
        var edit = EditRig.edit(rig);
        var controller = new SettingsTabController(edit, EditRig.saving(rig, edit), rig.live, rig.texts, true);
        var node = new Views(rig.texts).load(controller);
        controller.onShow();
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        edit.set(CampaignField.NEXT, EditRig.ENERGY);
        return node;
    }
}
