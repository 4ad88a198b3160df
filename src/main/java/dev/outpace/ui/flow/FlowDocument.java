package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.model.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A flow and where its cards lie. Immutable: each edit makes a new one, and undo takes an old one back. */
final class FlowDocument {
    static final FlowDocument EMPTY = new FlowDocument(List.of(), 0);

    private final List<FlowCard> cards;
    private final long nextKey;
    private @Nullable Map<Long, Integer> byKey;
    private @Nullable FlowGraph graph;
    private @Nullable List<Action> actions;

    /** @param nextKey larger than every key that was ever used in this document */
    FlowDocument(List<FlowCard> cards, long nextKey) {
        this.cards = List.copyOf(cards);
        this.nextKey = nextKey;
    }

    /** In the order of the file. */
    List<FlowCard> cards() {
        return cards;
    }

    long nextKey() {
        return nextKey;
    }

    int size() {
        return cards.size();
    }

    boolean isEmpty() {
        return cards.isEmpty();
    }

    /** The same list at each call. */
    List<Action> actions() {
        var known = actions;
        if (known == null) {
            known = cards.stream().map(FlowCard::action).toList();
            actions = known;
        }
        return known;
    }

    /** -1 for a card that is not here. */
    int indexOf(long key) {
        var known = byKey;
        if (known == null) {
            known = HashMap.newHashMap(cards.size());
            for (int i = 0; i < cards.size(); i++) {
                known.put(cards.get(i).key(), i);
            }
            byKey = known;
        }
        return known.getOrDefault(key, -1);
    }

    @Nullable
    FlowCard card(long key) {
        int at = indexOf(key);
        return at < 0 ? null : cards.get(at);
    }

    /** By index of the cards; made once. */
    FlowGraph graph() {
        var known = graph;
        if (known == null) {
            known = new FlowGraph(actions());
            graph = known;
        }
        return known;
    }

    /** The same actions at other places. */
    FlowDocument withPlaces(UnaryOperator<FlowCard> change) {
        var moved = withCards(change);
        moved.actions = actions;
        moved.graph = graph;
        moved.byKey = byKey;
        return moved;
    }

    /** Another action on a card, with the same links. */
    FlowDocument withAction(int index, Action action) {
        var changed = new ArrayList<>(cards);
        changed.set(index, cards.get(index).withAction(action));
        var document = new FlowDocument(changed, nextKey);
        document.byKey = byKey;
        document.graph = graph().with(index, action);
        return document;
    }

    FlowDocument withCards(UnaryOperator<FlowCard> change) {
        return new FlowDocument(cards.stream().map(change).toList(), nextKey);
    }

    /** Gives back what can be made again: a document that only waits for an undo keeps its cards alone. */
    void rest() {
        byKey = null;
        graph = null;
        actions = null;
    }
}
