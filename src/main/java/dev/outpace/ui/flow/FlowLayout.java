package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the cards of a flow lie in layers, from the first action down. A pure function, for any thread. */
final class FlowLayout {
    static final double GAP = 16;
    static final double LAYER_GAP = 28;

    /** More of it where links have words on them. */
    static final double PILL_GAP = 52;

    /** Beyond these, all of Eclipse ELK takes more than half a second, then its light form, on a slow machine. */
    private static final int MAX_THOROUGH = 300;

    private static final int MAX_LIGHT = 1_000;
    private static final long LONGEST = 20_000;

    private FlowLayout() {}

    /** Top left corners by the index of the actions. */
    static List<CardPoint> place(FlowGraph graph) {
        var whole = LayoutGraph.of(graph);
        var placed = whole.isLine() || whole.nodes() > MAX_LIGHT || whole.span() > LONGEST
                ? new LayeredPlacement(whole).place()
                : ElkLayout.place(whole, whole.nodes() > MAX_THOROUGH);
        return finished(graph, placed);
    }

    /** At once, for a first look. */
    static List<CardPoint> placeQuickly(FlowGraph graph) {
        return finished(graph, new LayeredPlacement(LayoutGraph.of(graph)).place());
    }

    private static List<CardPoint> finished(FlowGraph graph, List<CardPoint> placed) {
        return fromOrigin(spreadLayers(graph, placed.subList(0, graph.actions().size())));
    }

    /** What lies under a card that parts the flow goes down, to leave room for the words on its links. */
    private static List<CardPoint> spreadLayers(FlowGraph graph, List<CardPoint> placed) {
        var parting = new TreeSet<Double>();
        for (int i = 0; i < placed.size(); i++) {
            if (graph.links(i).stream().anyMatch(FlowLayout::hasWords)) {
                parting.add(placed.get(i).y());
            }
        }
        var above = new TreeMap<Double, Integer>();
        int count = 0;
        for (double y : parting) {
            above.put(y, ++count);
        }
        return placed.stream()
                .map(place -> {
                    var lower = above.lowerEntry(place.y());
                    return place.plus(0, lower == null ? 0 : lower.getValue() * PILL_GAP);
                })
                .toList();
    }

    private static List<CardPoint> fromOrigin(List<CardPoint> places) {
        double left = places.stream().mapToDouble(CardPoint::x).min().orElse(0);
        double top = places.stream().mapToDouble(CardPoint::y).min().orElse(0);
        return places.stream().map(place -> place.plus(-left, -top)).toList();
    }

    private static boolean hasWords(FlowGraph.Link link) {
        return switch (link.port().kind()) {
            case BRANCH, DEFAULT, FALSE -> true;
            case NEXT, JUMP -> false;
        };
    }
}
