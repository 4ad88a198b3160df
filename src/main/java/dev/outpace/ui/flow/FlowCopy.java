package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Actions on their way into another place or another flow. */
final class FlowCopy {
    private final Supplier<UUID> newId;

    FlowCopy(Supplier<UUID> newId) {
        this.newId = newId;
    }

    /** In the order of the list; one whose successor stays behind ends the flow rather than go on with the next copy. */
    static List<Action> copied(FlowDocument document, Collection<Long> keys) {
        var chosen = Set.copyOf(keys);
        var copied = new ArrayList<Action>();
        var cards = document.cards();
        int left =
                (int) cards.stream().filter(card -> chosen.contains(card.key())).count();
        for (int i = 0; i < cards.size(); i++) {
            if (!chosen.contains(cards.get(i).key())) {
                continue;
            }
            var action = cards.get(i).action();
            boolean breaks = left-- > 1
                    && document.graph()
                            .link(i, Port.NEXT)
                            .filter(link -> link.way() == Way.ORDER
                                    && !chosen.contains(cards.get(link.to()).key()))
                            .isPresent();
            copied.add(breaks ? ActionLinks.cut(action, Port.NEXT) : action);
        }
        return copied;
    }

    /** With new ids, which their links follow; links to actions that neither are among them nor in the document are cut. */
    List<Action> renamed(List<Action> actions, FlowDocument into) {
        var graph = new FlowGraph(actions);
        var ids = new ArrayList<UUID>();
        actions.forEach(_ -> ids.add(newId.get()));
        var renamed = new ArrayList<Action>();
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i).withId(ids.get(i));
            for (var link : graph.links(i)) {
                if (link.way() == Way.ID) {
                    action = ActionLinks.lead(action, link.port(), ids.get(link.to()));
                } else if (link.way() == Way.DANGLING && into.graph().indexOf(graph.idAt(i, link.port())) < 0) {
                    boolean last = link.port().equals(Port.NEXT) && i == actions.size() - 1;
                    action = last ? ActionLinks.lead(action, Port.NEXT, Ids.NIL) : ActionLinks.cut(action, link.port());
                }
            }
            renamed.add(action);
        }
        return renamed;
    }

    /**
     * A document of another list: cards keep their keys and places where their actions are the same by id, or stand at the
     * same index and have none. The others lie under what precedes them.
     */
    static FlowDocument rebuilt(FlowDocument before, List<Action> actions) {
        var byId = new HashMap<UUID, FlowCard>();
        before.cards().forEach(card -> byId.putIfAbsent(card.action().id(), card));
        var taken = new HashSet<Long>();
        var cards = new ArrayList<FlowCard>();
        long nextKey = before.nextKey();
        var fresh = new ArrayList<Integer>();
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            var old = match(before, byId, action, i);
            if (old != null && taken.add(old.key())) {
                cards.add(old.withAction(action));
            } else {
                fresh.add(i);
                cards.add(new FlowCard(nextKey++, action, new CardPoint(0, 0)));
            }
        }
        return new FlowDocument(placed(cards, fresh), nextKey);
    }

    private static @Nullable FlowCard match(FlowDocument before, Map<UUID, FlowCard> byId, Action action, int index) {
        if (!Ids.isNil(action.id())) {
            var same = byId.get(action.id());
            if (same != null) {
                return same;
            }
        }
        if (index < before.size()) {
            var there = before.cards().get(index);
            boolean unnamed = Ids.isNil(action.id()) || Ids.isNil(there.action().id());
            return unnamed && there.action().type().equals(action.type()) ? there : null;
        }
        return null;
    }

    private static List<FlowCard> placed(List<FlowCard> cards, List<Integer> fresh) {
        var isFresh = Set.copyOf(fresh);
        double lowest = 0;
        for (int i = 0; i < cards.size(); i++) {
            if (!isFresh.contains(i)) {
                lowest = Math.max(lowest, cards.get(i).at().y() + FlowEdits.ROW);
            }
        }
        var placed = new ArrayList<>(cards);
        for (int i : fresh) {
            double x = i == 0 ? 0 : placed.get(i - 1).at().x();
            placed.set(i, placed.get(i).withAt(new CardPoint(x, lowest)));
            lowest += FlowEdits.ROW;
        }
        return placed;
    }
}
