package dev.outpace.ui.controls;

import dev.outpace.ui.controls.Frontier.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a frontier; the labels that matter most are placed first, and those without room are left out. */
final class FrontierPainter {
    private static final double RADIUS = 4;
    private static final double BIG = 6;
    private static final double HALO = 10.5;
    private static final double LINE_HEIGHT = 15;

    private final FrontierChart chart;
    private final Frontier frontier;
    private final FrontierPlot plot;
    private final GraphicsContext graphics;
    private final List<Bounds> taken = new ArrayList<>();

    FrontierPainter(FrontierChart chart, FrontierPlot plot, GraphicsContext graphics) {
        this.chart = chart;
        this.frontier = chart.getFrontier();
        this.plot = plot;
        this.graphics = graphics;
    }

    void paint() {
        zone();
        axes();
        line();
        limit();
        shown().forEach(spot -> taken.add(box(plot.x(spot.abandon()), plot.y(spot.utilisation()), BIG, BIG)));
        shown().sorted(Comparator.comparingInt(FrontierPainter::weight)).forEach(this::spot);
        labels();
    }

    private Stream<Spot> shown() {
        return frontier.spots().filter(plot::holds);
    }

    private static int weight(Spot spot) {
        return (spot.best() ? 2 : 0) + (spot.current() ? 1 : 0);
    }

    private void zone() {
        double from = plot.x(frontier.limit());
        if (from < plot.right()) {
            graphics.setFill(chart.area.get());
            graphics.fillRect(from, plot.top(), plot.right() - from, plot.bottom() - plot.top());
        }
    }

    private void axes() {
        graphics.setFont(Drawing.AXIS_FONT);
        graphics.setFill(chart.axis.get());
        graphics.setStroke(chart.grid.get());
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= FrontierPlot.STEPS; i++) {
            double utilisation = plot.low() + i * plot.step();
            double y = Math.round(plot.y(utilisation)) + 0.5;
            graphics.strokeLine(plot.left(), y, plot.right(), y);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(percent(utilisation), plot.left() - 8, y);
            double abandon = plot.most() * i / FrontierPlot.STEPS;
            graphics.setTextAlign(i == FrontierPlot.STEPS ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(percent(abandon), plot.x(abandon), plot.bottom() + 14);
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(chart.getUtilisationText(), 0, 8);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(chart.getAbandonText(), plot.right(), plot.bottom() + 32);
    }

    static String percent(double value) {
        return String.format(Locale.ENGLISH, value == Math.rint(value) ? "%.0f\u00a0%%" : "%.1f\u00a0%%", value);
    }

    private void line() {
        graphics.save();
        graphics.beginPath();
        graphics.rect(plot.left() - 1, plot.top(), plot.right() - plot.left() + 1, plot.bottom() - plot.top() + 1);
        graphics.clip();
        graphics.setStroke(chart.mark.get());
        graphics.setLineWidth(1.5);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.beginPath();
        boolean begun = false;
        for (var spot : frontier.line()) {
            if (begun) {
                graphics.lineTo(plot.x(spot.abandon()), plot.y(spot.utilisation()));
            } else {
                graphics.moveTo(plot.x(spot.abandon()), plot.y(spot.utilisation()));
                begun = true;
            }
        }
        graphics.stroke();
        graphics.restore();
    }

    private void limit() {
        double x = Math.round(plot.x(frontier.limit())) + 0.5;
        if (x > plot.right()) {
            return;
        }
        graphics.setStroke(chart.second.get());
        graphics.setLineWidth(1.5);
        graphics.strokeLine(x, plot.top(), x, plot.bottom());
        taken.add(new BoundingBox(x - 2, plot.top(), 4, plot.bottom() - plot.top()));
        var words = chart.getLimitText() + " " + percent(frontier.limit());
        graphics.setFont(Drawing.STRONG_FONT);
        graphics.setFill(chart.secondText.get());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words, x + 8, plot.bottom() - 13);
        double width = Drawing.widthOf(words, Drawing.STRONG_FONT);
        taken.add(new BoundingBox(x + 6, plot.bottom() - 22, width + 4, 18));
    }

    private void spot(Spot spot) {
        double x = plot.x(spot.abandon());
        double y = plot.y(spot.utilisation());
        boolean apart = frontier.apart().contains(spot);
        double radius = spot.current() || spot.best() || apart ? BIG : RADIUS;
        if (spot.best()) {
            graphics.setFill(chart.limit.get());
            graphics.fillOval(x - HALO, y - HALO, 2 * HALO, 2 * HALO);
        }
        boolean read = spot.equals(chart.getRead());
        graphics.setFill(spot.best() ? chart.line.get() : read ? chart.mark.get() : chart.paper.get());
        graphics.setStroke(ink(spot, apart));
        graphics.setLineWidth(spot.current() ? 2.5 : 1.75);
        if (apart) {
            double[] xs = {x, x + radius, x, x - radius};
            double[] ys = {y - radius, y, y + radius, y};
            graphics.fillPolygon(xs, ys, xs.length);
            graphics.strokePolygon(xs, ys, xs.length);
        } else {
            graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private Color ink(Spot spot, boolean apart) {
        return spot.current() ? chart.text.get() : spot.best() || apart ? chart.line.get() : chart.mark.get();
    }

    private void labels() {
        shown().filter(FrontierPainter::matters).forEach(this::label);
        frontier.apart().stream()
                .filter(spot -> plot.holds(spot) && !matters(spot))
                .forEach(this::label);
        frontier.line().stream()
                .filter(spot -> plot.holds(spot) && !matters(spot))
                .forEach(this::label);
    }

    private static boolean matters(Spot spot) {
        return spot.current() || spot.best();
    }

    private void label(Spot spot) {
        boolean strong = matters(spot) || frontier.apart().contains(spot);
        Font font = strong ? Drawing.STRONG_FONT : Drawing.AXIS_FONT;
        double width = Drawing.widthOf(spot.label(), font);
        for (var box : places(spot, width, strong)) {
            if (isFree(box)) {
                taken.add(box);
                graphics.setFont(font);
                graphics.setFill(ink(spot, strong, chart.axis.get()));
                graphics.setTextAlign(TextAlignment.LEFT);
                graphics.setTextBaseline(VPos.CENTER);
                graphics.fillText(spot.label(), box.getMinX(), box.getMinY() + LINE_HEIGHT / 2);
                return;
            }
        }
    }

    private Color ink(Spot spot, boolean strong, Color otherwise) {
        return spot.current() && !spot.best() ? chart.text.get() : strong ? chart.lineText.get() : otherwise;
    }

    /** Lower right as the line falls to the left, else around the point; what matters also farther off, on its side of the limit. */
    private List<Bounds> places(Spot spot, double width, boolean strong) {
        double x = plot.x(spot.abandon());
        double y = plot.y(spot.utilisation());
        double half = LINE_HEIGHT / 2;
        var places = new ArrayList<Bounds>();
        double[][] around = {
            {x + 9, y + 5},
            {x - 9 - width, y - 5 - LINE_HEIGHT},
            {x + 12, y - half},
            {x - 12 - width, y - half},
            {x + 9, y - 6 - LINE_HEIGHT},
            {x - 9 - width, y + 6}
        };
        for (double[] place : around) {
            places.add(new BoundingBox(place[0], place[1], width, LINE_HEIGHT));
        }
        if (strong) {
            double limit = Math.min(plot.x(frontier.limit()), plot.right());
            double least = x <= limit ? plot.left() + 2 : limit + 6;
            double most = (x <= limit ? limit - 6 : plot.right()) - width;
            double beside = Math.max(least, Math.min(x - width / 2, most));
            for (int away = 12; away <= 72; away += 10) {
                places.add(new BoundingBox(beside, y - away - LINE_HEIGHT, width, LINE_HEIGHT));
                places.add(new BoundingBox(beside, y + away, width, LINE_HEIGHT));
            }
        }
        return places;
    }

    private boolean isFree(Bounds box) {
        return box.getMinX() >= plot.left()
                && box.getMaxX() <= plot.right()
                && box.getMinY() >= plot.top() - LINE_HEIGHT
                && box.getMaxY() <= plot.bottom()
                && taken.stream().noneMatch(box::intersects);
    }

    private static Bounds box(double x, double y, double halfWidth, double halfHeight) {
        return new BoundingBox(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
