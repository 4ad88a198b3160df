package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** An agent who talks, where calls can't be heard. */
public final class AgentPaneFixture {
    private static final int ADA = 20;

    private AgentPaneFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var campaign = Facts.campaign(Floor.CAMPAIGN, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL);
        var floor = new Floor(rig.texts, campaign, Facts.agent(ADA, "Ada Berg", Ids.NIL));
        floor.talk(ADA, campaign);
        floor.set(ADA, AgentStatus.BUSY, 68);
        floor.beat();
        var orders = new AgentOrderMenu(
                rig.texts,
                rig.workspace.teams(),
                rig.workspace.calls(),
                floor.live,
                rig.tasks,
                rig.dialogs,
                rig.toasts,
                ListenOrders.NONE,
                _ -> {});
        var pane = new AgentPaneController(
                rig.texts, floor.live, new AgentWords(rig.texts, floor.live), orders, ListenOrders.NONE, () -> {});
        var node = new Views(rig.texts).load(pane);
        pane.show(floor.row(ADA), Facts.NOW);
        return rig.framed(node);
    }
}
