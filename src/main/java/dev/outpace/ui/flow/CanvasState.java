package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.model.FlowCounts;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/** What the parts of the canvas paint, besides the scene: what a gesture shows, what is lit, what is counted. */
final class CanvasState {
    /** The link that is being drawn, in pixels at 100 %. */
    record Loose(CardPoint from, CardPoint to) {}

    @Nullable
    Loose thread;

    @Nullable
    Bounds marquee;

    /** Index of the card that the pointer is over; -1 for none. */
    int hovered = -1;

    /** What a drop would go into. */
    FlowHit drop = new FlowHit.Nothing();

    /** Whether cards are lit as targets of a link. */
    boolean connecting;

    FlowCounts counts = FlowCounts.NONE;
    private final BitSet lit = new BitSet();
    private final Set<List<Integer>> litLinks = new HashSet<>();
    private int current = -1;

    void light(List<Integer> path, int now) {
        lit.clear();
        litLinks.clear();
        path.forEach(lit::set);
        for (int i = 1; i < path.size(); i++) {
            litLinks.add(List.of(path.get(i - 1), path.get(i)));
        }
        current = now;
    }

    boolean isLighting() {
        return !lit.isEmpty() || current >= 0;
    }

    boolean isLit(int index) {
        return lit.get(index) || current == index;
    }

    boolean isCurrent(int index) {
        return current == index;
    }

    boolean isLit(Link link) {
        return link.leads() && litLinks.contains(List.of(link.from(), link.to()));
    }

    int callsAt(FlowDocument document, int index) {
        return counts.now().getOrDefault(FlowGraph.historyId(document.actions().get(index), index), 0);
    }

    /** Share of a card's calls that left by this port, in percent; -1 where none left. */
    int share(FlowDocument document, Link link) {
        if (counts.taken().isEmpty()) {
            return -1;
        }
        var id = FlowGraph.historyId(document.actions().get(link.from()), link.from());
        long all = 0;
        for (var other : document.graph().links(link.from())) {
            all += counts.taken()
                    .getOrDefault(new FlowCounts.Way(id, other.port().code()), 0);
        }
        int mine =
                counts.taken().getOrDefault(new FlowCounts.Way(id, link.port().code()), 0);
        return all == 0 ? -1 : (int) Math.round(100.0 * mine / all);
    }
}
