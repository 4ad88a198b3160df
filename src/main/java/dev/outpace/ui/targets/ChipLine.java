package dev.outpace.ui.targets;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** As many of some chips side by side as there is room for, and behind them the button for the others. */
final class ChipLine extends Pane {

    private static final double GAP = 8;

    private List<? extends Node> chips = List.of();
    private List<? extends Node> rests = List.of();

    /** @param newRests the button behind one chip, behind two, as far as something is hidden then */
    void show(List<? extends Node> newChips, List<? extends Node> newRests) {
        chips = newChips;
        rests = newRests;
        getChildren().setAll(chips);
        getChildren().addAll(rests);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return chips.stream().mapToDouble(chip -> chip.prefHeight(-1)).max().orElse(0);
    }

    private int fitting(double width) {
        for (int count = chips.size(); count > 1; count--) {
            if (needed(count) <= width) {
                return count;
            }
        }
        return 1;
    }

    private double needed(int count) {
        double sum = chips.subList(0, count).stream()
                .mapToDouble(chip -> chip.prefWidth(-1) + GAP)
                .sum();
        return count <= rests.size() ? sum + rests.get(count - 1).prefWidth(-1) : sum - GAP;
    }

    @Override
    protected void layoutChildren() {
        int count = Math.min(chips.size(), fitting(getWidth()));
        double x = 0;
        for (int i = 0; i < chips.size(); i++) {
            var chip = chips.get(i);
            chip.setVisible(i < count);
            double rest = count <= rests.size() ? rests.get(count - 1).prefWidth(-1) + GAP : 0;
            double width = count == 1 ? Math.min(chip.prefWidth(-1), getWidth() - rest) : chip.prefWidth(-1);
            place(chip, x, width);
            x += i < count ? width + GAP : 0;
        }
        for (int i = 0; i < rests.size(); i++) {
            var rest = rests.get(i);
            rest.setVisible(i == count - 1);
            place(rest, x, rest.prefWidth(-1));
        }
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
    }
}
