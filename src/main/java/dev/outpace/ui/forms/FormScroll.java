package dev.outpace.ui.forms;

import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The fields of a form: as high as they are at its width, with hints and errors that wrap; it scrolls only where less is there. */
final class FormScroll extends ScrollPane {
    FormScroll(Parent content) {
        super(content);
        getStyleClass().add("form-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double beside = snappedLeftInset() + snappedRightInset();
        double above = snappedTopInset() + snappedBottomInset();
        return getContent().prefHeight(width < 0 ? -1 : width - beside) + above;
    }
}
