package dev.outpace.ui.targets;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import javafx.scene.Parent;

/** The form in its dialog. */
public final class TargetListFormFixture {

    private TargetListFormFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        new TargetListFormController(rig.texts, rig.workspace.resources(), rig.tasks, rig.dialogs)
                .open(Facts.outdial(1, "Home policies Q2"), id -> {});
        return rig.framed();
    }
}
