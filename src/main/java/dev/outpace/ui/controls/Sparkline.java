package dev.outpace.ui.controls;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

/** The course of one value, without axes, the last one marked by a dot. Style class {@code quiet}: grey. */
public final class Sparkline extends Drawing {

    private static final double DOT = 2;

    private double[] values = {};

    public Sparkline() {
        getStyleClass().add("sparkline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Equally spaced, oldest first; none draws nothing. */
    public void setValues(double... newValues) {
        if (!Arrays.equals(newValues, values)) {
            values = newValues.clone();
            repaint();
        }
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        if (values.length < 2) {
            return;
        }
        double most = Math.max(1, Arrays.stream(values).max().orElse(1));
        double right = width - DOT - 0.5;
        double top = DOT + 0.5;
        double bottom = height - 1;
        double[] x = new double[values.length + 2];
        double[] y = new double[values.length + 2];
        for (int i = 0; i < values.length; i++) {
            x[i] = right * i / (values.length - 1);
            y[i] = bottom - (bottom - top) * Math.max(0, values[i]) / most;
        }
        int last = values.length - 1;
        x[last + 1] = right;
        y[last + 1] = height;
        x[last + 2] = 0;
        y[last + 2] = height;
        graphics.setFill(area.get());
        graphics.fillPolygon(x, y, x.length);
        graphics.setStroke(line.get());
        graphics.setLineWidth(1.5);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.strokePolyline(x, y, values.length);
        graphics.setFill(line.get());
        graphics.fillOval(x[last] - DOT, y[last] - DOT, 2 * DOT, 2 * DOT);
    }
}
