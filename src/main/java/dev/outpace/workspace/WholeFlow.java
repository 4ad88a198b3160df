package dev.outpace.workspace;

import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.ResourceBook;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All actions that the calls of a campaign may come to: those of its flow, and of the flows that it fetches. */
record WholeFlow(Campaign campaign, ResourceBook book) {
    interface Visitor {
        /** @param number of the action in the flow in which it stands, from 1 */
        void visit(int number, ActionType type, Action action);
    }

    /** Each flow once; actions of unknown types are left out. */
    void forEach(Visitor visitor) {
        visit(campaign, new HashSet<>(), visitor);
    }

    private void visit(Campaign flow, Set<UUID> seen, Visitor visitor) {
        if (!seen.add(flow.id())) {
            return;
        }
        var actions = flow.actions();
        for (int at = 0; at < actions.size(); at++) {
            var action = actions.get(at);
            var type = ActionType.of(action.type()).orElse(null);
            if (type == null) {
                continue;
            }
            visitor.visit(at + 1, type, action);
            if (type == ActionType.FETCH_FLOW) {
                Ids.parse(action.options().text("flow_id", ""))
                        .map(book::campaign)
                        .ifPresent(nested -> visit(nested, seen, visitor));
            }
        }
    }
}
