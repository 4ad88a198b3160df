package dev.outpace.ui.controls;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows the first of its children that has room for all of it, and the last where none has. They are equally high. */
public final class FirstThatFits extends Pane {

    @Override
    protected double computeMinWidth(double height) {
        return getChildren().isEmpty() ? 0 : getChildren().getLast().minWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().isEmpty() ? 0 : getChildren().getFirst().prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().isEmpty() ? 0 : getChildren().getFirst().prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        var fitting = getChildren().stream()
                .filter(child -> child.prefWidth(-1) <= getWidth() + 1)
                .findFirst()
                .orElseGet(() -> getChildren().getLast());
        for (Node child : getChildren()) {
            child.setVisible(child.equals(fitting));
        }
        fitting.resizeRelocate(0, 0, Math.min(fitting.prefWidth(-1), getWidth()), getHeight());
    }
}
