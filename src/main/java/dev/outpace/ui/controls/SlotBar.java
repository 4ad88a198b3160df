package dev.outpace.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** One slot per call that may dial now, those in use filled, those over the limit in the warning colour. Over 24 slots a plain bar. */
public final class SlotBar extends Region {

    private static final int MAX_SLOTS = 24;
    private static final double GAP = 4;

    private int allowed;
    private int used;

    public SlotBar() {
        getStyleClass().add("slot-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    /** @param allowed calls that may dial at once; 0 leaves one empty slot */
    public void show(int allowed, int used) {
        if (allowed == this.allowed && used == this.used && !getChildren().isEmpty()) {
            return;
        }
        this.allowed = allowed;
        this.used = used;
        int slots = Math.max(1, Math.max(allowed, used));
        int parts = slots > MAX_SLOTS ? 2 : slots;
        while (getChildren().size() > parts) {
            getChildren().removeLast();
        }
        while (getChildren().size() < parts) {
            getChildren().add(new Region());
        }
        for (int i = 0; i < parts; i++) {
            dress(i, parts == slots ? i < used : i == 0, parts == slots ? i >= allowed : used > allowed);
        }
        requestLayout();
    }

    private void dress(int index, boolean filled, boolean over) {
        var styleClass = !filled ? "free" : over ? "over" : "used";
        var classes = getChildren().get(index).getStyleClass();
        if (!classes.contains(styleClass)) {
            classes.setAll("slot", styleClass);
        }
    }

    @Override
    protected void layoutChildren() {
        int parts = getChildren().size();
        int slots = Math.max(1, Math.max(allowed, used));
        if (slots > MAX_SLOTS) {
            double split = snapPositionX(getWidth() * used / slots);
            place(0, 0, Math.max(split - 1, 0));
            place(1, Math.min(split + 1, getWidth()), getWidth());
            return;
        }
        for (int i = 0; i < parts; i++) {
            double pitch = (getWidth() + GAP) / parts;
            place(i, snapPositionX(i * pitch), snapPositionX((i + 1) * pitch - GAP));
        }
    }

    private void place(int index, double left, double right) {
        getChildren().get(index).resizeRelocate(left, 0, Math.max(0, right - left), getHeight());
    }
}
