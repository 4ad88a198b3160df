package dev.outpace.ui.controls;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Two children side by side, the second as wide as it likes to be, the first with the rest; where that is less than their
 * least widths, one under the other.
 */
public final class MainAndAside extends Pane {

    private static final double GAP = 16;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Node main() {
        return getChildren().getFirst();
    }

    private Node aside() {
        return getChildren().getLast();
    }

    private boolean sideBySide(double width) {
        return width < 0 || main().minWidth(-1) + GAP + aside().minWidth(-1) <= width;
    }

    private double mainWidth(double width) {
        return width < 0 ? -1 : width - GAP - asideWidth(width);
    }

    private double asideWidth(double width) {
        if (width < 0) {
            return -1;
        }
        return Math.clamp(aside().prefWidth(-1), aside().minWidth(-1), width - GAP - main().minWidth(-1));
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(main().minWidth(-1), aside().minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return main().prefWidth(-1) + GAP + aside().prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return sideBySide(width)
                ? Math.max(main().minHeight(mainWidth(width)), aside().minHeight(asideWidth(width)))
                : main().minHeight(width) + GAP + aside().minHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return sideBySide(width)
                ? Math.max(main().prefHeight(mainWidth(width)), aside().prefHeight(asideWidth(width)))
                : main().prefHeight(width) + GAP + aside().prefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (sideBySide(width)) {
            double aside = asideWidth(width);
            main().resizeRelocate(0, 0, width - GAP - aside, height);
            aside().resizeRelocate(width - aside, 0, aside, height);
        } else {
            double lower = Math.max(aside().minHeight(width), Math.min(aside().prefHeight(width), height / 2));
            double upper = Math.max(main().minHeight(width), height - GAP - lower);
            main().resizeRelocate(0, 0, width, upper);
            aside().resizeRelocate(0, upper + GAP, width, lower);
        }
    }
}
