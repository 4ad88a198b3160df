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
        var controller = new ActionsTabController(EditRig.edit(rig), rig.live, new JacksonJson(), rig.texts);
        var node = new Views(rig.texts).load(controller);
        controller.onShow();
        controller.list().getSelectionModel().select(1);
        return node;
    }
}
