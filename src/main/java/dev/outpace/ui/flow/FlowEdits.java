package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done to a flow. Each edit makes a new document, and moves no link of a card that it is not about. */
final class FlowEdits {
    /** From one layer to the next. */
    static final double ROW = 80;

    private final Supplier<UUID> newId;

    /** @param touched what is selected afterwards */
    record Edited(FlowDocument document, List<Long> touched) {}

    FlowEdits(Supplier<UUID> newId) {
        this.newId = newId;
    }

    /** At the end of the list; the last action goes on with it, if it names no other: that is the format's rule. */
    Edited add(FlowDocument before, Action action, CardPoint at) {
        var cards = new ArrayList<>(before.cards());
        var card = new FlowCard(before.nextKey(), action, at);
        cards.add(card);
        return edited(before, new FlowWiring(before, newId), cards, lastOf(before), card);
    }

    /** Between a card and its successor; after one that has none, at its first open port, or else free. */
    Edited insertAfter(FlowDocument before, long after, Action action) {
        int at = before.indexOf(after);
        var next = before.graph().link(at, Port.NEXT);
        if (next.isPresent()) {
            return insertOn(before, after, Port.NEXT, action);
        }
        return before.graph().links(at).stream()
                .filter(link -> !link.leads())
                .findFirst()
                .map(link -> insertOn(before, after, link.port(), action))
                .orElseGet(() -> add(before, action, below(before, after)));
    }

    /** On a link, which then leads to the new card, and that to where the link led; or at a port that leads nowhere. */
    Edited insertOn(FlowDocument before, long from, Port port, Action action) {
        int at = before.indexOf(from);
        var link = before.graph().link(at, port);
        boolean opens = link.filter(Link::leads).isEmpty() && !port.equals(Port.NEXT);
        return insertOn(before, from, port, action, opens ? besideTargets(before, at) : below(before, from));
    }

    Edited insertOn(FlowDocument before, long from, Port port, Action action, CardPoint place) {
        int at = before.indexOf(from);
        var link = before.graph().link(at, port);
        boolean leads = link.filter(Link::leads).isPresent();
        boolean atEnd = !leads && !port.equals(Port.NEXT) && !endsOpen(before);
        var room = leads ? makeRoom(before, place) : before;
        var cards = new ArrayList<>(room.cards());
        var wiring = new FlowWiring(before, newId);
        var card = new FlowCard(before.nextKey(), action, place);
        long key = card.key();
        if (link.isPresent() && port.equals(Port.NEXT) && !leads && link.get().way() != Way.END) {
            // It ends there, or names what isn't here: so does the new one.
            card = card.withAction(
                    ActionLinks.lead(action, Port.NEXT, cards.get(at).action().nextId()));
        } else if (!leads && !atEnd && !port.equals(Port.NEXT)) {
            wiring.cut(key, Port.NEXT);
        }
        cards.add(atEnd ? cards.size() : indexFor(before, at, port), card);
        if (leads) {
            var way = through(action);
            if (way != null) {
                wiring.lead(key, way, before.cards().get(link.get().to()).key());
            }
        }
        wiring.lead(from, port, key);
        if (!hasNext(card.action())) {
            wiring.forget(key, Port.NEXT);
        }
        return edited(before, wiring, cards, Set.of(), card);
    }

    /** Behind the card that leads to it; before it where that ends with the list, unless the flow begins there. */
    private static int indexFor(FlowDocument document, int from, Port port) {
        boolean endsList = from == document.size() - 1 && endsOpen(document) && !port.equals(Port.NEXT);
        return endsList && from > 0 ? from : from + 1;
    }

    FlowDocument move(FlowDocument before, Collection<Long> keys, double dx, double dy) {
        var moved = Set.copyOf(keys);
        return before.withPlaces(
                card -> moved.contains(card.key()) ? card.withAt(card.at().plus(dx, dy)) : card);
    }

    FlowDocument place(FlowDocument before, Map<Long, CardPoint> places) {
        return before.withPlaces(card -> card.withAt(places.getOrDefault(card.key(), card.at())));
    }

    FlowDocument connect(FlowDocument before, long from, Port port, long to) {
        var wiring = new FlowWiring(before, newId);
        wiring.lead(from, port, to);
        return settled(before, wiring, before.cards());
    }

    /** A card of the flow between the two ends of a link. */
    FlowDocument splice(FlowDocument before, long from, Port port, long key) {
        int to = before.graph().link(before.indexOf(from), port).map(Link::to).orElse(-1);
        var wiring = new FlowWiring(before, newId);
        var through = through(before.actions().get(before.indexOf(key)));
        if (to >= 0 && through != null) {
            wiring.lead(key, through, before.cards().get(to).key());
        }
        wiring.lead(from, port, key);
        return settled(before, wiring, before.cards());
    }

    FlowDocument disconnect(FlowDocument before, long from, Port port) {
        var wiring = new FlowWiring(before, newId);
        wiring.cut(from, port);
        return settled(before, wiring, before.cards());
    }

    /** Whatever led to them leads nowhere. */
    FlowDocument delete(FlowDocument before, Collection<Long> keys) {
        return without(before, new HashSet<>(keys), false);
    }

    /** Whatever led to them leads to what followed them. */
    FlowDocument deleteAndReconnect(FlowDocument before, Collection<Long> keys) {
        return without(before, new HashSet<>(keys), true);
    }

    private FlowDocument without(FlowDocument before, Set<Long> gone, boolean reconnect) {
        var wiring = new FlowWiring(before, newId);
        for (var key : gone) {
            wiring.forget(key);
        }
        for (var key : gone) {
            wiring.redirect(key, reconnect ? successorOutside(before, key, gone) : -1);
        }
        var left = before.cards().stream()
                .filter(card -> !gone.contains(card.key()))
                .toList();
        return settled(before, wiring, left);
    }

    private static long successorOutside(FlowDocument document, long key, Set<Long> gone) {
        var seen = new HashSet<Long>();
        long at = key;
        while (gone.contains(at) && seen.add(at)) {
            int index = document.indexOf(at);
            int next = mainLink(document.graph(), index);
            if (next < 0) {
                return -1;
            }
            at = document.cards().get(next).key();
        }
        return gone.contains(at) ? -1 : at;
    }

    /** The successor; of a branch, its default. */
    private static int mainLink(FlowGraph graph, int index) {
        return graph.links(index).stream()
                .filter(link ->
                        link.port().kind() == PortKind.NEXT || link.port().kind() == PortKind.DEFAULT)
                .findFirst()
                .map(Link::to)
                .orElse(-1);
    }

    /** @param places of each */
    Edited paste(FlowDocument before, List<Action> actions, List<CardPoint> places) {
        var pasted = new FlowCopy(newId).renamed(actions, before);
        var cards = new ArrayList<>(before.cards());
        long key = before.nextKey();
        var added = new ArrayList<Long>();
        for (int i = 0; i < pasted.size(); i++) {
            cards.add(new FlowCard(key, pasted.get(i), places.get(i)));
            added.add(key++);
        }
        var settled = new FlowWiring(before, newId).settle(cards, lastOf(before));
        return new Edited(new FlowDocument(settled, key), added);
    }

    Edited duplicate(FlowDocument before, Collection<Long> keys, double dx, double dy) {
        var places = before.cards().stream()
                .filter(card -> keys.contains(card.key()))
                .map(card -> card.at().plus(dx, dy))
                .toList();
        return paste(before, FlowCopy.copied(before, keys), places);
    }

    /** The ports of this card lead where its new action says, all others where they led. */
    FlowDocument replace(FlowDocument before, long key, Action action) {
        int at = before.indexOf(key);
        if (FlowGraph.linkAlike(before.actions().get(at), action)) {
            return before.withAction(at, action);
        }
        var wiring = new FlowWiring(before, newId);
        wiring.forget(key);
        return settled(
                before,
                wiring,
                before.cards().stream()
                        .map(card -> card.key() == key ? card.withAction(action) : card)
                        .toList());
    }

    /** The call begins with it. */
    FlowDocument makeFirst(FlowDocument before, long key) {
        var cards = new ArrayList<>(before.cards());
        cards.addFirst(cards.remove(before.indexOf(key)));
        return settled(before, new FlowWiring(before, newId), cards);
    }

    private FlowDocument settled(FlowDocument before, FlowWiring wiring, List<FlowCard> cards) {
        return new FlowDocument(wiring.settle(cards, Set.of()), before.nextKey());
    }

    private Edited edited(
            FlowDocument before, FlowWiring wiring, List<FlowCard> cards, Set<Long> follows, FlowCard added) {
        return new Edited(new FlowDocument(wiring.settle(cards, follows), before.nextKey() + 1), List.of(added.key()));
    }

    /** By which port a new card goes on to what followed; null for one that ends the call. */
    private static @Nullable Port through(Action action) {
        var links = new FlowGraph(List.of(action)).links(0);
        return links.stream()
                .map(Link::port)
                .filter(port -> port.kind() == PortKind.NEXT)
                .findFirst()
                .orElseGet(() -> links.isEmpty() ? null : links.getLast().port());
    }

    private static boolean hasNext(Action action) {
        return new FlowGraph(List.of(action)).link(0, Port.NEXT).isPresent();
    }

    private static Set<Long> lastOf(FlowDocument document) {
        return document.isEmpty() ? Set.of() : Set.of(document.cards().getLast().key());
    }

    /** Whether the last of the list would go on with whatever is appended. */
    private static boolean endsOpen(FlowDocument document) {
        return !document.isEmpty()
                && document.graph().links(document.size() - 1).stream().anyMatch(link -> link.way() == Way.END);
    }

    private static CardPoint below(FlowDocument document, long key) {
        int at = document.indexOf(key);
        return document.cards().get(at).at().plus(0, ROW);
    }

    /** In the row under a card, right of where its ports lead already. */
    private static CardPoint besideTargets(FlowDocument document, int at) {
        var from = document.cards().get(at).at();
        double x = from.x();
        double y = from.y() + ROW + 16;
        for (var link : document.graph().links(at)) {
            if (link.leads()) {
                var to = document.cards().get(link.to()).at();
                if (Math.abs(to.y() - y) < ROW) {
                    y = to.y();
                    x = Math.max(x, to.x() + FlowCard.WIDTH + 16);
                }
            }
        }
        return freeFrom(document, new CardPoint(x, y));
    }

    private static CardPoint freeFrom(FlowDocument document, CardPoint wished) {
        var at = wished;
        while (isTaken(document, at)) {
            at = at.plus(FlowCard.WIDTH + 16, 0);
        }
        return at;
    }

    static boolean isTaken(FlowDocument document, CardPoint at) {
        return document.cards().stream()
                .anyMatch(card -> Math.abs(card.at().x() - at.x()) < FlowCard.WIDTH
                        && Math.abs(card.at().y() - at.y()) < FlowCard.HEIGHT);
    }

    /** What lies lower goes down by a row, if the place is taken. */
    private static FlowDocument makeRoom(FlowDocument document, CardPoint place) {
        if (!isTaken(document, place)) {
            return document;
        }
        double from = place.y() - FlowCard.HEIGHT + 1;
        return document.withCards(
                card -> card.at().y() >= from ? card.withAt(card.at().plus(0, ROW)) : card);
    }
}
