package dev.outpace.ui.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The words at the right ends of lines, moved apart where they would overlap. */
final class EndLabels {

    private record Label(String words, double y, Color color) {}

    private static final double PITCH = 16;

    private final List<Label> labels = new ArrayList<>();

    /** @param y where the line ends */
    void add(String words, double y, Color color) {
        labels.add(new Label(words, y, color));
    }

    void paint(GraphicsContext graphics, double x, double top, double bottom) {
        labels.sort(Comparator.comparingDouble(Label::y));
        double[] y = spread(labels.stream().mapToDouble(Label::y).toArray(), top, bottom);
        graphics.setFont(Drawing.STRONG_FONT);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < y.length; i++) {
            graphics.setFill(labels.get(i).color());
            graphics.fillText(labels.get(i).words(), x, y[i]);
        }
    }

    /** Moves sorted places apart so that none is nearer to the next than a line of text, and keeps them between top and bottom. */
    static double[] spread(double[] sorted, double top, double bottom) {
        double[] y = sorted.clone();
        for (int round = 0; round < y.length * 4; round++) {
            for (int i = 1; i < y.length; i++) {
                double missing = PITCH - (y[i] - y[i - 1]);
                if (missing > 0) {
                    y[i - 1] -= missing / 2;
                    y[i] += missing / 2;
                }
            }
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], i == 0 ? top : y[i - 1] + PITCH);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? bottom : y[i + 1] - PITCH);
        }
        return y;
    }
}
