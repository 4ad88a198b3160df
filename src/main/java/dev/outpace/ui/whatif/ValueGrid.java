package dev.outpace.ui.whatif;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Children two by two in equally wide columns, each row as high as it has to be. */
public final class ValueGrid extends Pane {
    private static final double GAP = 12;
    private static final int COLUMNS = 2;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private static double cell(double width) {
        return (width - GAP) / COLUMNS;
    }

    private static double rowHeight(List<Node> nodes, int first, double width) {
        return nodes.subList(first, Math.min(first + COLUMNS, nodes.size())).stream()
                .mapToDouble(node -> node.prefHeight(width))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> nodes = getManagedChildren();
        double given = width < 0 ? prefWidth(-1) : width;
        double height = 0;
        for (int first = 0; first < nodes.size(); first += COLUMNS) {
            height += rowHeight(nodes, first, cell(given)) + (first == 0 ? 0 : GAP);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = getManagedChildren();
        double width = cell(getWidth());
        double y = 0;
        for (int first = 0; first < nodes.size(); first += COLUMNS) {
            double height = rowHeight(nodes, first, width);
            for (int i = first; i < Math.min(first + COLUMNS, nodes.size()); i++) {
                double x = (i - first) * (width + GAP);
                double left = snapPositionX(x);
                nodes.get(i).resizeRelocate(left, y, snapPositionX(x + width) - left, height);
            }
            y += height + GAP;
        }
    }
}
