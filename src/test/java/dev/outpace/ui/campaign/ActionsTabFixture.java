package dev.outpace.ui.campaign;

import dev.outpace.exchange.JacksonJson;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** A flow with the form of its talk. */
public final class ActionsTabFixture {
    private ActionsTabFixture() {}

    public static Parent build() {
        var rig = new UiRig(EditRig.resources());
        var edit = EditRig.edit(rig);
        var controller = new ActionsTabController(
                edit, EditRig.saving(rig, edit), rig.live, rig.tasks, new JacksonJson(), rig.texts);
        var node = new Views(rig.texts).load(controller);
        controller.onShow();
        controller.editor().selectIndex(1);
        return node;
    }
}
