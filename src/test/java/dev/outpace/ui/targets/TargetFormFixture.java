package dev.outpace.ui.targets;

import dev.outpace.model.EndCause;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.UiRig;
import javafx.scene.Parent;

/** The form in its dialog, of a target that was called. */
public final class TargetFormFixture {

    private TargetFormFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var target = TargetFacts.target(
                1, 1, "Viktor Malm", TargetStatus.DONE, 2, null, EndCause.BUSY, "+12125550108", "viktor@example.com");
        new TargetFormController(rig.texts, rig.workspace.targetLists(), rig.tasks, rig.dialogs, target).open(() -> {});
        return rig.framed();
    }
}
