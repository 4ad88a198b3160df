package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import java.util.List;

/** Where the cards of a flow lie in layers, from the first action down. A pure function, for any thread. */
final class FlowLayout {
    static final double GAP = 16;
    static final double LAYER_GAP = 28;

    /** Beyond these, all of Eclipse ELK takes more than half a second, then its light form, on a slow machine. */
    private static final int MOST_THOROUGH = 300;

    private static final int MOST_LIGHT = 1_000;
    private static final long LONGEST = 20_000;

    private FlowLayout() {}

    /** Top left corners by the index of the actions. */
    static List<CardPoint> place(FlowGraph graph) {
        var whole = LayoutGraph.of(graph);
        var placed = whole.isLine() || whole.nodes() > MOST_LIGHT || whole.span() > LONGEST
                ? new LayeredPlacement(whole).place()
                : ElkLayout.place(whole, whole.nodes() > MOST_THOROUGH);
        return fromOrigin(placed.subList(0, whole.cards()));
    }

    /** At once, for a first look. */
    static List<CardPoint> placeQuickly(FlowGraph graph) {
        var whole = LayoutGraph.of(graph);
        return fromOrigin(new LayeredPlacement(whole).place().subList(0, whole.cards()));
    }

    private static List<CardPoint> fromOrigin(List<CardPoint> places) {
        double left = places.stream().mapToDouble(CardPoint::x).min().orElse(0);
        double top = places.stream().mapToDouble(CardPoint::y).min().orElse(0);
        return places.stream().map(place -> place.plus(-left, -top)).toList();
    }
}
