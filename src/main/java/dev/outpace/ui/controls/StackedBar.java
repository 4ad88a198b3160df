package dev.outpace.ui.controls;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Shares of a whole, side by side. What is there at all is at least 0.6 % wide. */
public final class StackedBar extends Region {

    /** @param styleClass gives the colour, one of {@code available, ringing, busy, away, offline, success, failed, progressing, idle} */
    public record Part(String styleClass, double amount, String words) {}

    private static final double MIN_SHARE = 0.006;
    private static final double GAP = 1;

    private final Tooltip tooltip = new Tooltip();
    private List<Part> parts = List.of();

    public StackedBar() {
        getStyleClass().add("stacked-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
    }

    public void setParts(List<Part> newParts) {
        var shown = newParts.stream().filter(part -> part.amount() > 0).toList();
        if (shown.equals(parts)) {
            return;
        }
        boolean sameBlocks = kinds(shown).equals(kinds(parts));
        parts = shown;
        if (!sameBlocks) {
            drawBlocks();
        }
        var words = shown.stream().map(Part::words).collect(Collectors.joining(", "));
        setAccessibleText(words);
        tooltip.setText(words);
        // Only in here: a bar that moves several times a second is no reason to lay out a whole list.
        setNeedsLayout(true);
    }

    private static List<String> kinds(List<Part> parts) {
        return parts.stream().map(Part::styleClass).toList();
    }

    private void drawBlocks() {
        getChildren().setAll(parts.stream().map(StackedBar::block).toList());
        if (!getChildren().isEmpty()) {
            getChildren().getFirst().getStyleClass().add("first");
            getChildren().getLast().getStyleClass().add("last");
        }
    }

    private static Region block(Part part) {
        var region = new Region();
        region.setManaged(false);
        region.getStyleClass().addAll("part", part.styleClass());
        return region;
    }

    @Override
    protected void layoutChildren() {
        double whole = parts.stream().mapToDouble(Part::amount).sum();
        if (whole <= 0) {
            return;
        }
        double[] shares = parts.stream()
                .mapToDouble(part -> Math.max(MIN_SHARE, part.amount() / whole))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        double start = 0;
        for (int i = 0; i < shares.length; i++) {
            start += shares[i] / sum;
            double left = i == 0 ? 0 : edge(start - shares[i] / sum) + GAP;
            double right = i == shares.length - 1 ? getWidth() : edge(start);
            getChildren().get(i).resizeRelocate(left, 0, Math.max(1, right - left), getHeight());
        }
    }

    private double edge(double share) {
        return snapPositionX(share * getWidth());
    }
}
