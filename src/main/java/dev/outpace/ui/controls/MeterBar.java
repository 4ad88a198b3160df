package dev.outpace.ui.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar, filled from the left. Style classes: {@code quiet} for a list's progress, {@code unlimited} for no limit. */
public final class MeterBar extends Region {

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction");
    private final Region fill = new Region();

    public MeterBar() {
        getStyleClass().add("meter-bar");
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        fraction.subscribe(value -> {
            fill.pseudoClassStateChanged(FULL, value.doubleValue() >= 1);
            requestLayout();
        });
    }

    /** From 0 to 1; what lies outside is drawn at the edge. */
    public DoubleProperty fractionProperty() {
        return fraction;
    }

    public double getFraction() {
        return fraction.get();
    }

    public void setFraction(double value) {
        fraction.set(value);
    }

    @Override
    protected void layoutChildren() {
        double part = Double.isNaN(getFraction()) ? 0 : Math.clamp(getFraction(), 0, 1);
        double width = snapSizeX(getWidth() * part);
        fill.setVisible(width > 0);
        fill.resizeRelocate(0, 0, part > 0 ? Math.max(width, 2) : 0, getHeight());
    }
}
