package dev.outpace.ui.agents;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import javafx.scene.Parent;

/** The form of a queue in its dialog. */
public final class QueueFormFixture {

    private QueueFormFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        new QueueFormController(rig.texts, rig.workspace.resources(), rig.tasks, rig.dialogs)
                .open(Facts.queue(1, "Renewals"), id -> {});
        return rig.framed();
    }
}
