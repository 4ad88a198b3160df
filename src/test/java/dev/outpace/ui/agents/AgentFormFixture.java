package dev.outpace.ui.agents;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import javafx.scene.Parent;

/** The form of an agent in its dialog. */
public final class AgentFormFixture {

    private AgentFormFixture() {}

    public static Parent build() {
        var rig = new UiRig(Facts.queue(1, "Renewals"), Facts.queue(2, "Front desk"), Facts.queue(3, "Onboarding"));
        new AgentFormController(rig.texts, rig.workspace.resources(), rig.live, rig.tasks, rig.dialogs)
                .open(Facts.agent(10, "Tariq Aziz", Facts.id(1)));
        return rig.framed();
    }
}
