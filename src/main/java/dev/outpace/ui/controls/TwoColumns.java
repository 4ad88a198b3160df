package dev.outpace.ui.controls;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Two columns of which the first takes a share of the width; one under the other where they would be too narrow. */
public final class TwoColumns extends Pane {

    private static final double GAP = 16;

    private double share = 0.5;
    private double leastWidth;

    /** Of the first column, from 0 to 1. */
    public double getShare() {
        return share;
    }

    public void setShare(double first) {
        share = first;
    }

    /** From this width on they stand side by side, if both have room. */
    public double getLeastWidth() {
        return leastWidth;
    }

    public void setLeastWidth(double width) {
        leastWidth = width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Node first() {
        return getChildren().getFirst();
    }

    private Node second() {
        return getChildren().getLast();
    }

    private double firstWidth(double width) {
        return snapSizeX((width - GAP) * share);
    }

    private boolean sideBySide(double width) {
        double first = firstWidth(width);
        return width >= leastWidth && first().minWidth(-1) <= first && second().minWidth(-1) <= width - GAP - first;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first().minWidth(-1), second().minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(leastWidth, first().prefWidth(-1) + GAP + second().prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        if (sideBySide(given)) {
            double first = firstWidth(given);
            return Math.max(first().prefHeight(first), second().prefHeight(given - GAP - first));
        }
        return first().prefHeight(given) + GAP + second().prefHeight(given);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (sideBySide(width)) {
            double first = firstWidth(width);
            double second = width - GAP - first;
            double height = Math.max(first().prefHeight(first), second().prefHeight(second));
            first().resizeRelocate(0, 0, first, height);
            second().resizeRelocate(width - second, 0, second, height);
        } else {
            double upper = first().prefHeight(width);
            first().resizeRelocate(0, 0, width, upper);
            second().resizeRelocate(0, upper + GAP, width, second().prefHeight(width));
        }
    }
}
