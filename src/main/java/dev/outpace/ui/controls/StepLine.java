package dev.outpace.ui.controls;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;

/**
 * A step line in pixels. Samples that fall on one pixel column become one stroke from the column's least to its greatest
 * value, so the number of points depends on the width and not on the number of samples, and no peak is lost.
 */
final class StepLine {

    private final DoubleUnaryOperator yOf;
    private final double baseline;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int count;
    private int segmentStart;
    private int[] segments = new int[8];
    private int segmentCount;

    private double column = Double.NaN;
    private double least;
    private double greatest;
    private double last;

    /** @param yOf from a value to its pixel; {@code baseline} is the pixel of 0 */
    StepLine(DoubleUnaryOperator yOf, double baseline) {
        this.yOf = yOf;
        this.baseline = baseline;
    }

    /** The value from this pixel on; NaN ends the line here. */
    void add(double pixel, double value) {
        double at = Math.floor(pixel) + 0.5;
        if (Double.isNaN(value)) {
            end(at);
            return;
        }
        if (at == column) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            last = value;
            return;
        }
        boolean joined = !Double.isNaN(column);
        double before = last;
        flush();
        if (joined) {
            point(at, before);
        }
        column = at;
        least = value;
        greatest = value;
        last = value;
    }

    /** Draws the last value on to this pixel and ends the line. */
    void end(double pixel) {
        if (!Double.isNaN(column)) {
            double value = last;
            flush();
            point(Math.max(pixel, x[count - 1]), value);
            column = Double.NaN;
        }
        if (count > segmentStart) {
            if (segmentCount == segments.length) {
                segments = Arrays.copyOf(segments, segmentCount * 2);
            }
            segments[segmentCount++] = count;
            segmentStart = count;
        }
    }

    int points() {
        return count;
    }

    void stroke(GraphicsContext graphics) {
        int from = 0;
        for (int i = 0; i < segmentCount; i++) {
            graphics.beginPath();
            graphics.moveTo(x[from], y[from]);
            for (int j = from + 1; j < segments[i]; j++) {
                graphics.lineTo(x[j], y[j]);
            }
            graphics.stroke();
            from = segments[i];
        }
    }

    void fill(GraphicsContext graphics) {
        int from = 0;
        for (int i = 0; i < segmentCount; i++) {
            graphics.beginPath();
            graphics.moveTo(x[from], baseline);
            for (int j = from; j < segments[i]; j++) {
                graphics.lineTo(x[j], y[j]);
            }
            graphics.lineTo(x[segments[i] - 1], baseline);
            graphics.closePath();
            graphics.fill();
            from = segments[i];
        }
    }

    private void flush() {
        if (Double.isNaN(column)) {
            return;
        }
        if (least < greatest) {
            point(column, least);
            point(column, greatest);
        }
        point(column, last);
    }

    private void point(double pixelX, double value) {
        if (count == x.length) {
            x = Arrays.copyOf(x, count * 2);
            y = Arrays.copyOf(y, count * 2);
        }
        x[count] = pixelX;
        y[count] = Math.round(yOf.applyAsDouble(value)) + 0.5;
        count++;
    }
}
