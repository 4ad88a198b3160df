package dev.outpace.ui.controls;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Children in rows of equally wide columns: all in one row where there is room for their least widths, else in as many
 * full rows as it takes.
 */
public final class EvenRows extends Pane {

    private static final double GAP = 16;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        var nodes = getManagedChildren();
        double least =
                nodes.stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
        for (int columns = nodes.size(); columns > 1; columns--) {
            if (nodes.size() % columns == 0 && columns * least + (columns - 1) * GAP <= width) {
                return columns;
            }
        }
        return 1;
    }

    private static double cell(double width, int columns) {
        return (width - (columns - 1) * GAP) / columns;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.minWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        var nodes = getManagedChildren();
        double widest =
                nodes.stream().mapToDouble(node -> node.prefWidth(-1)).max().orElse(0);
        return nodes.size() * widest + Math.max(0, nodes.size() - 1) * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        int columns = Math.max(1, columns(given));
        int rows = (getManagedChildren().size() + columns - 1) / columns;
        return rows * rowHeight(cell(given, columns)) + Math.max(0, rows - 1) * GAP;
    }

    private double rowHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.prefHeight(width))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = getManagedChildren();
        int columns = columns(getWidth());
        double width = cell(getWidth(), columns);
        double height = rowHeight(width);
        for (int i = 0; i < nodes.size(); i++) {
            int rowIndex = i / columns;
            double x = i % columns * (width + GAP);
            double y = rowIndex * (height + GAP);
            nodes.get(i).resizeRelocate(snapPositionX(x), y, snapPositionX(x + width) - snapPositionX(x), height);
        }
    }
}
