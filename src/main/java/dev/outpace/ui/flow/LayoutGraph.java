package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.PortKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a layout places: the cards, then a node for each ghost, that is for each port that should lead somewhere and doesn't.
 * Jumps back are no edges of it: they are drawn over the layers.
 *
 * @param cards how many of the nodes are cards
 * @param nodes cards and ghosts
 */
record LayoutGraph(int cards, int nodes, List<Edge> edges) {
    record Edge(int from, int to) {}

    static LayoutGraph of(FlowGraph graph) {
        int cards = graph.actions().size();
        int nodes = cards;
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < cards; i++) {
            for (var link : graph.links(i)) {
                if (Ghosts.isGhost(link)) {
                    edges.add(new Edge(i, nodes++));
                } else if (link.leads() && link.to() != i && !(link.port().kind() == PortKind.JUMP && link.to() < i)) {
                    edges.add(new Edge(i, link.to()));
                }
            }
        }
        return new LayoutGraph(cards, nodes, edges);
    }

    /** Nothing parts and nothing joins, so that there is nothing to order. */
    boolean isLine() {
        return edges.stream().mapToInt(Edge::from).distinct().count() == edges.size()
                && edges.stream().mapToInt(Edge::to).distinct().count() == edges.size();
    }

    /** How many layers its edges cross at most, all together: what a thorough layout has to work through. */
    long span() {
        return edges.stream()
                .filter(edge -> edge.to() < cards)
                .mapToLong(edge -> Math.abs(edge.to() - edge.from()))
                .sum();
    }
}
