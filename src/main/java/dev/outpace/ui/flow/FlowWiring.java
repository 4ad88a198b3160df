package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where each port of a flow shall lead, whatever becomes of the list: taken from a document, changed by an edit, and then
 * written into the edited list wherever it would not come out by itself. So an edit moves no link that it is not about,
 * though the list's order is a link too.
 */
final class FlowWiring {
    private sealed interface Target {
        record Card(long key) implements Target {}

        /** The end of the list. */
        record End() implements Target {}

        record Nothing() implements Target {}
    }

    private final Map<Long, Map<Port, Target>> wanted = new HashMap<>();
    private final Supplier<UUID> newId;

    /** @param newId for an action that a link has to name and that has no id yet */
    FlowWiring(FlowDocument before, Supplier<UUID> newId) {
        this.newId = newId;
        var cards = before.cards();
        for (int i = 0; i < cards.size(); i++) {
            for (var link : before.graph().links(i)) {
                if (link.leads()) {
                    lead(cards.get(i).key(), link.port(), cards.get(link.to()).key());
                } else if (link.way() == Way.END) {
                    want(cards.get(i).key(), link.port(), new Target.End());
                }
            }
        }
    }

    void lead(long from, Port port, long to) {
        want(from, port, new Target.Card(to));
    }

    void cut(long from, Port port) {
        want(from, port, new Target.Nothing());
    }

    /** As it was, also where the file names an action that isn't there. */
    void forget(long key) {
        wanted.remove(key);
    }

    void forget(long key, Port port) {
        wanted.getOrDefault(key, new HashMap<>()).remove(port);
    }

    /** All that leads to {@code gone} leads to {@code instead}; -1 for nowhere. */
    void redirect(long gone, long instead) {
        wanted.values()
                .forEach(ports -> ports.replaceAll((_, target) -> target instanceof Target.Card(var key) && key == gone
                        ? instead < 0 ? new Target.Nothing() : new Target.Card(instead)
                        : target));
    }

    private void want(long from, Port port, Target target) {
        wanted.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(port, target);
    }

    /**
     * @param cards the edited list
     * @param follows cards that may be followed by what the list brings now
     */
    List<FlowCard> settle(List<FlowCard> cards, Set<Long> follows) {
        return new Settling(cards).settle(follows);
    }

    private final class Settling {
        private final List<FlowCard> cards;
        private final Map<Long, Integer> byKey = new HashMap<>();
        private final FlowGraph graph;

        Settling(List<FlowCard> cards) {
            this.cards = new ArrayList<>(cards);
            for (int i = 0; i < cards.size(); i++) {
                byKey.put(cards.get(i).key(), i);
            }
            graph = new FlowGraph(cards.stream().map(FlowCard::action).toList());
        }

        List<FlowCard> settle(Set<Long> follows) {
            for (int i = 0; i < cards.size(); i++) {
                long key = cards.get(i).key();
                for (var entry : wanted.getOrDefault(key, Map.of()).entrySet()) {
                    settle(i, entry.getKey(), entry.getValue(), follows.contains(key));
                }
            }
            return cards;
        }

        private void settle(int at, Port port, Target target, boolean follows) {
            var now = graph.link(at, port);
            switch (target) {
                case Target.Card(var key) -> {
                    int to = byKey.getOrDefault(key, -1);
                    if (to < 0) {
                        cut(at, port);
                    } else if (now.map(Link::to).orElse(-1) != to) {
                        point(at, port, to);
                    }
                }
                case Target.End() -> {
                    if (!follows && now.filter(Link::leads).isPresent()) {
                        change(at, ActionLinks.cut(action(at), port));
                    }
                }
                case Target.Nothing() -> cut(at, port);
            }
        }

        private void point(int at, Port port, int to) {
            boolean inOrder = port.equals(Port.NEXT) && to == at + 1;
            change(at, ActionLinks.lead(action(at), port, inOrder ? Ids.NIL : idOf(to)));
        }

        private void cut(int at, Port port) {
            boolean ends = port.equals(Port.NEXT) && at == cards.size() - 1;
            change(at, ends ? ActionLinks.lead(action(at), port, Ids.NIL) : ActionLinks.cut(action(at), port));
        }

        /** Of two with one id the first is found, so another gets its own. */
        private UUID idOf(int at) {
            var id = action(at).id();
            if (Ids.isNil(id) || (graph.indexOf(id) >= 0 && graph.indexOf(id) != at)) {
                id = newId.get();
                change(at, action(at).withId(id));
            }
            return id;
        }

        private Action action(int at) {
            return cards.get(at).action();
        }

        private void change(int at, Action action) {
            cards.set(at, cards.get(at).withAction(action));
        }
    }
}
