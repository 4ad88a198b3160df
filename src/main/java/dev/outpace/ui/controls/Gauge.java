package dev.outpace.ui.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A rate in percent against its limit, on a scale from 0: plain under 80 % of the limit, amber from there, red over it;
 * the part of the scale over the limit is tinted. NaN shows no bar.
 */
public final class Gauge extends Region {

    private static final double BAR_TOP = 6;
    private static final double BAR_HEIGHT = 10;
    private static final double MARK_HEIGHT = 22;
    private static final double LABEL_TOP = 24;

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value", Double.NaN);
    private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 3);
    private final DoubleProperty maximum = new SimpleDoubleProperty(this, "maximum", 5);
    private final StringProperty limitText = new SimpleStringProperty(this, "limitText", "");
    private final StringProperty minimumText = new SimpleStringProperty(this, "minimumText", "0 %");
    private final StringProperty maximumText = new SimpleStringProperty(this, "maximumText", "");
    private final Region track = region("gauge-track");
    private final Region over = region("gauge-over");
    private final Region bar = region("gauge-bar");
    private final Region mark = region("gauge-mark");
    private final Label least = new Label();
    private final Label most = new Label();
    private final Label limitLabel = new Label();

    public Gauge() {
        getStyleClass().add("gauge");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        least.getStyleClass().add("axis-text");
        most.getStyleClass().add("axis-text");
        limitLabel.getStyleClass().add("gauge-limit");
        least.textProperty().bind(minimumText);
        most.textProperty().bind(maximumText);
        limitLabel.textProperty().bind(limitText);
        getChildren().addAll(track, over, bar, mark, least, most, limitLabel);
        value.subscribe(percent -> refresh());
        limit.subscribe(percent -> refresh());
        maximum.subscribe(percent -> refresh());
    }

    /** The same thresholds for every rate that has a limit; both in percent. */
    public static Tone toneOf(double value, double limit) {
        if (Double.isNaN(value)) {
            return Tone.NEUTRAL;
        }
        if (value > limit) {
            return Tone.DANGER;
        }
        return value * 5 >= limit * 4 ? Tone.WARNING : Tone.SUCCESS;
    }

    public DoubleProperty valueProperty() {
        return value;
    }

    public double getValue() {
        return value.get();
    }

    public void setValue(double percent) {
        value.set(percent);
    }

    public double getLimit() {
        return limit.get();
    }

    public void setLimit(double percent) {
        limit.set(percent);
    }

    public double getMaximum() {
        return maximum.get();
    }

    public void setMaximum(double percent) {
        maximum.set(percent);
    }

    /** "limit 3 %", under the mark. */
    public String getLimitText() {
        return limitText.get();
    }

    public void setLimitText(String text) {
        limitText.set(text);
    }

    public String getMinimumText() {
        return minimumText.get();
    }

    public void setMinimumText(String text) {
        minimumText.set(text);
    }

    public String getMaximumText() {
        return maximumText.get();
    }

    public void setMaximumText(String text) {
        maximumText.set(text);
    }

    private void refresh() {
        toneOf(getValue(), getLimit()).dress(bar);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LABEL_TOP + 16;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double limitX = snapPositionX(width * Math.clamp(getLimit() / getMaximum(), 0, 1));
        double part = Double.isNaN(getValue()) ? 0 : Math.clamp(getValue() / getMaximum(), 0, 1);
        track.resizeRelocate(0, BAR_TOP, width, BAR_HEIGHT);
        over.resizeRelocate(limitX, BAR_TOP, width - limitX, BAR_HEIGHT);
        bar.setVisible(part > 0);
        bar.resizeRelocate(0, BAR_TOP, Math.max(snapSizeX(part * width), BAR_HEIGHT), BAR_HEIGHT);
        mark.resizeRelocate(limitX - 1, 0, 2, MARK_HEIGHT);
        place(least, 0);
        place(most, width);
        place(limitLabel, limitX - limitLabel.prefWidth(-1) / 2);
        double labelWidth = limitLabel.prefWidth(-1);
        least.setVisible(limitLabel.getLayoutX() > least.prefWidth(-1) + 4);
        most.setVisible(limitLabel.getLayoutX() + labelWidth < width - most.prefWidth(-1) - 4);
    }

    private void place(Label label, double x) {
        double width = label.prefWidth(-1);
        double left = Math.clamp(x, 0, Math.max(0, getWidth() - width));
        layoutInArea(label, left, LABEL_TOP, width, 16, 0, HPos.LEFT, VPos.CENTER);
    }

    private static Region region(String styleClass) {
        var region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }
}
