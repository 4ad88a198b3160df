package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.Resource;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.LiveWorkspace;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ListView;

/** A busy queue of 48, and a few others. */
public final class AgentsFixture {

    private static final List<String> FIRST =
            List.of("Oskar", "Aiko", "Priya", "Mateo", "Gustav", "Quinn", "Clara", "Emre", "Julia", "Imran", "Kofi");
    private static final List<String> LAST = List.of("Nyström", "Tanaka", "Raman", "Ruiz", "Berg", "Doyle", "Moreau");
    private static final int RENEWALS = 10;
    private static final int FRONT_DESK = 11;
    private static final int CARD_SECURITY = 12;

    private AgentsFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var floor = floor(rig);
        var screen = screen(rig, floor.live);
        screen.onShow();
        ((ListView<?>) screen.node().lookup(".team-list")).getSelectionModel().select(1);
        return rig.framed(screen);
    }

    static AgentsScreen screen(UiRig rig, LiveWorkspace live) {
        return new AgentsScreen(rig.texts, rig.workspace, live, rig.tasks, rig.dialogs, rig.toasts, campaign -> {});
    }

    static AgentsScreen screen(UiRig rig) {
        return screen(rig, rig.live);
    }

    private static Floor floor(UiRig rig) {
        var resources = new ArrayList<Resource>();
        resources.add(Facts.queue(RENEWALS, "Renewals"));
        resources.add(Facts.queue(FRONT_DESK, "Front desk"));
        resources.add(Facts.queue(CARD_SECURITY, "Card security"));
        resources.add(Facts.campaign(Floor.CAMPAIGN, "Spring renewal 2026", Facts.id(RENEWALS), Ids.NIL, Ids.NIL));
        for (int i = 0; i < 70; i++) {
            var name = FIRST.get(i % FIRST.size()) + " " + LAST.get(i % LAST.size());
            int queue = i < 48 ? RENEWALS : i < 62 ? FRONT_DESK : CARD_SECURITY;
            resources.add(Facts.agent(1_000 + i, name, Facts.id(queue)));
        }
        var floor = new Floor(rig.texts, resources.toArray(Resource[]::new));
        for (int i = 0; i < 70; i++) {
            floor.set(1_000 + i, state(i), 3 + 37L * i);
        }
        floor.beat();
        return floor;
    }

    private static AgentStatus state(int agent) {
        if (agent >= 62) {
            return agent % 2 == 0 ? AgentStatus.BUSY : AgentStatus.AWAY;
        }
        return switch (agent % 16) {
            case 0 -> AgentStatus.RINGING;
            case 1, 5, 9, 13 -> AgentStatus.AVAILABLE;
            case 3 -> AgentStatus.AWAY;
            case 7 -> agent > 30 ? AgentStatus.OFFLINE : AgentStatus.BUSY;
            default -> AgentStatus.BUSY;
        };
    }
}
