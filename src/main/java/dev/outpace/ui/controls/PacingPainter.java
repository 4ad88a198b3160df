package dev.outpace.ui.controls;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** One painting of a {@link PacingChart}. */
final class PacingPainter {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final PacingChart chart;
    private final GraphicsContext graphics;
    private final TimePlot plot;
    private final ValueScale scale;
    private final PacingSamples data;
    private final int first;

    PacingPainter(PacingChart chart, GraphicsContext graphics, TimePlot plot) {
        this.chart = chart;
        this.graphics = graphics;
        this.plot = plot;
        this.data = chart.getSamples();
        this.first = Math.max(0, data.indexAt(plot.from()));
        this.scale = scale(data, plot);
    }

    /** What the upright axis shows for the samples of this plot. */
    static ValueScale scale(PacingSamples data, TimePlot plot) {
        int first = Math.max(0, data.indexAt(plot.from()));
        return ValueScale.holding(greatest(data, first, plot.to()), plot.height() < 130 ? 2 : 4);
    }

    void paint() {
        paintGrid();
        paintTimes();
        if (data.size() > 0) {
            paintLines();
            paintMarks();
            paintEnds();
        }
    }

    private static double greatest(PacingSamples data, int first, long to) {
        double greatest = 0;
        for (int i = first; i < data.size() && data.time(i) <= to; i++) {
            greatest = greater(greatest, data.available(i));
            greatest = greater(greatest, data.limit(i));
            greatest = greater(greatest, data.dialing(i));
        }
        return greatest;
    }

    private static double greater(double known, double value) {
        return value > known ? value : known;
    }

    private double y(double value) {
        return plot.bottom() - value * plot.height() / scale.maximum();
    }

    private void paintGrid() {
        graphics.setFont(Drawing.AXIS_FONT);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        graphics.setStroke(chart.grid.get());
        graphics.setFill(chart.axis.get());
        for (int i = 0; i <= scale.steps(); i++) {
            double y = Math.round(y(i * scale.step())) + 0.5;
            graphics.strokeLine(plot.left(), y, plot.right(), y);
            graphics.fillText(Integer.toString(i * scale.step()), plot.left() - 8, y);
        }
    }

    private void paintTimes() {
        double y = plot.bottom() + 15;
        var now = chart.getNowText();
        if (chart.isCompact()) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(now, plot.right(), y);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(clock(plot.from()), plot.left(), y);
            return;
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(now, plot.right(), y);
        long step = plot.labelStep();
        long offset = chart.getZone()
                        .getRules()
                        .getOffset(Instant.ofEpochMilli(plot.to()))
                        .getTotalSeconds()
                * 1000L;
        double end = plot.right() - Drawing.widthOf(now, Drawing.AXIS_FONT) / 2 - 30;
        long time = Math.ceilDiv(plot.from() + offset, step) * step - offset;
        for (; plot.x(time) < end; time += step) {
            graphics.fillText(clock(time), Math.max(plot.x(time), plot.left() + 14), y);
        }
    }

    private String clock(long time) {
        return CLOCK.format(Instant.ofEpochMilli(time).atZone(chart.getZone()));
    }

    private void paintLines() {
        var dialing = new StepLine(this::y, plot.bottom());
        var limits = new StepLine(this::y, plot.bottom());
        var available = new StepLine(this::y, plot.bottom());
        for (int i = first; i < data.size() && data.time(i) <= plot.to(); i++) {
            double x = Math.max(plot.left(), plot.x(data.time(i)));
            dialing.add(x, data.dialing(i));
            limits.add(x, data.limit(i));
            available.add(x, data.available(i));
        }
        dialing.end(plot.right());
        limits.end(plot.right());
        available.end(plot.right());

        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setFill(chart.area.get());
        dialing.fill(graphics);
        stroke(limits, chart.limit.get(), chart.isCompact() ? 4 : 5, StrokeLineJoin.ROUND);
        stroke(dialing, chart.line.get(), 1.5, StrokeLineJoin.MITER);
        stroke(available, chart.second.get(), 1.75, StrokeLineJoin.MITER);
    }

    private void stroke(StepLine line, Color color, double width, StrokeLineJoin join) {
        graphics.setStroke(color);
        graphics.setLineWidth(width);
        graphics.setLineJoin(join);
        line.stroke(graphics);
    }

    private void paintEnds() {
        int last = data.indexAt(plot.to());
        if (last < 0) {
            return;
        }
        paintDot(data.dialing(last), chart.line.get());
        paintDot(data.available(last), chart.second.get());
        if (chart.isCompact()) {
            return;
        }
        var labels = new EndLabels();
        addEnd(labels, data.available(last), chart.getAvailableText(), chart.secondText.get());
        addEnd(labels, data.limit(last), chart.getLimitText(), chart.text.get());
        addEnd(labels, data.dialing(last), chart.getDialingText(), chart.lineText.get());
        labels.paint(graphics, plot.right() + 10, plot.top(), plot.bottom());
    }

    private void addEnd(EndLabels labels, double value, String word, Color color) {
        if (!Double.isNaN(value)) {
            labels.add(PacingChart.words(value, word), y(value), color);
        }
    }

    private void paintDot(double value, Color color) {
        if (!Double.isNaN(value)) {
            graphics.setFill(color);
            graphics.fillOval(plot.right() - 3, Math.round(y(value)) + 0.5 - 3, 6, 6);
        }
    }

    /** The newest words come first: older ones stand to the left of them, as far as there is room. */
    private void paintMarks() {
        double freeTo = plot.right();
        for (var change : data.marks().reversed()) {
            double x = Math.round(plot.x(change.time())) + 0.5;
            if (change.time() <= plot.from() || x >= plot.right()) {
                continue;
            }
            graphics.setStroke(chart.mark.get());
            graphics.setLineWidth(1);
            graphics.setLineDashes(2, 3);
            graphics.strokeLine(x, plot.top(), x, plot.bottom());
            graphics.setLineDashes();
            double width = Drawing.widthOf(change.words(), Drawing.LABEL_FONT);
            double left = Math.min(Math.max(x - width - 8, plot.left()), freeTo - width);
            if (!chart.isCompact() && left >= plot.left()) {
                paintMarkWords(change.words(), left, width);
                freeTo = left - 16;
            }
        }
    }

    private void paintMarkWords(String words, double left, double width) {
        graphics.setFill(chart.paper.get());
        graphics.fillRect(left - 2, plot.top() - 18, width + 4, 20);
        graphics.setFill(chart.mark.get());
        graphics.setFont(Drawing.LABEL_FONT);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(words, left, plot.top() - 8);
    }
}
