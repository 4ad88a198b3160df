package dev.outpace.ui.campaign;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** The footer of a form with two changes, one of them wrong. */
public final class EditFooterFixture {
    private EditFooterFixture() {}

    public static Parent build() {
        var rig = new UiRig(EditRig.resources());
        var edit = EditRig.edit(rig);
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        edit.set(CampaignField.NEXT, EditRig.ENERGY);
        return new Views(rig.texts).load(new EditFooterController(edit, EditRig.saving(rig, edit), rig.texts));
    }
}
