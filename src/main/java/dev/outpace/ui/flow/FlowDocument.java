package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.model.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flow and where its cards lie. Immutable: each edit makes a new one, and undo takes an old one back. */
final class FlowDocument {
    static final FlowDocument EMPTY = new FlowDocument(List.of(), 0);

    private final List<FlowCard> cards;
    private final long nextKey;
    private final Map<Long, Integer> byKey = new HashMap<>();
    private @Nullable FlowGraph graph;

    /** @param nextKey larger than every key that was ever used in this document */
    FlowDocument(List<FlowCard> cards, long nextKey) {
        this.cards = List.copyOf(cards);
        this.nextKey = nextKey;
        for (int i = 0; i < cards.size(); i++) {
            byKey.put(cards.get(i).key(), i);
        }
    }

    /** In the order of the file. */
    List<FlowCard> cards() {
        return cards;
    }

    long nextKey() {
        return nextKey;
    }

    List<Action> actions() {
        return cards.stream().map(FlowCard::action).toList();
    }

    /** -1 for a card that is not here. */
    int indexOf(long key) {
        return byKey.getOrDefault(key, -1);
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
}
