package dev.outpace.ui.flow;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Layers by Eclipse ELK. Nothing else names its classes, so that they are loaded with the first layout. */
final class ElkLayout {
    private ElkLayout() {}

    /** @param light fewer passes over the layers, for many cards */
    static List<CardPoint> place(LayoutGraph graph, boolean light) {
        // Makes the types of its options known to it.
        LayoutMetaDataService.getInstance();
        var root = ElkGraphUtil.createGraph();
        var nodes = new ArrayList<ElkNode>();
        for (int i = 0; i < graph.nodes(); i++) {
            var node = ElkGraphUtil.createNode(root);
            node.setDimensions(FlowCard.WIDTH, FlowCard.HEIGHT);
            nodes.add(node);
        }
        for (var edge : graph.edges()) {
            if (edge.from() != edge.to()) {
                ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            }
        }
        options(root, light);
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return nodes.stream()
                .map(node -> new CardPoint(Math.round(node.getX()), Math.round(node.getY())))
                .toList();
    }

    private static void options(ElkNode root, boolean light) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, FlowLayout.GAP);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, FlowLayout.LAYER_GAP);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 8.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 2.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, FlowLayout.GAP * 2);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, true);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        if (light) {
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
            root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.NONE);
            root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
        }
    }
}
