package dev.outpace.ui.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * Available agents (green line), calls that may dial (thick pale line) and calls dialing (blue area) over time, with a
 * dotted line where a setting changed. Repaints at most four times a second. The pointer, or the arrow keys once it has
 * the focus, read the values of a moment. Style class {@code compact}: few labels, no words at the lines' ends.
 */
public final class PacingChart extends Drawing {

    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
    private static final Duration BETWEEN_REPAINTS = Duration.millis(250);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double LABEL_PITCH = 16;

    /** Where the plot lies in the region. */
    private record Plot(double left, double top, double right, double bottom, long from, long to) {
        double x(long time) {
            return left + (right - left) * (time - from) / Math.max(1, to - from);
        }

        long time(double x) {
            return from + Math.round((to - from) * (x - left) / Math.max(1, right - left));
        }

        double width() {
            return right - left;
        }
    }

    private record EndLabel(String words, double wantedY, Color color) {}

    private final ObjectProperty<PacingSamples> samples =
            new SimpleObjectProperty<>(this, "samples", new PacingSamples(1));
    private final LongProperty window = new SimpleLongProperty(this, "window", 15 * 60_000L);
    private final LongProperty now = new SimpleLongProperty(this, "now");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen");
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(this, "zone", ZoneId.systemDefault());
    private final SimpleStringProperty availableText = new SimpleStringProperty(this, "availableText", "");
    private final SimpleStringProperty limitText = new SimpleStringProperty(this, "limitText", "");
    private final SimpleStringProperty dialingText = new SimpleStringProperty(this, "dialingText", "");
    private final SimpleStringProperty nowText = new SimpleStringProperty(this, "nowText", "");

    private final Region crosshair = new Region();
    private final Label readTime = new Label();
    private final Label readAvailable = new Label();
    private final Label readLimit = new Label();
    private final Label readDialing = new Label();
    private final VBox reading = new VBox(readTime, readAvailable, readLimit, readDialing);
    private final PauseTransition rest = new PauseTransition(BETWEEN_REPAINTS);
    private boolean wanted;
    private long shownTo;
    private double readX = Double.NaN;

    public PacingChart() {
        getStyleClass().add("pacing-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        addReading();
        rest.setOnFinished(event -> {
            if (wanted) {
                want();
            }
        });
        samples.flatMap(PacingSamples::revisionProperty).when(inShowingWindow()).subscribe(this::want);
        for (var property : List.of(window, paused, zone, availableText, limitText, dialingText, nowText, samples)) {
            property.subscribe(this::repaint);
        }
        now.subscribe(this::want);
        frozen.subscribe(value -> pseudoClassStateChanged(FROZEN, value));
    }

    public ObjectProperty<PacingSamples> samplesProperty() {
        return samples;
    }

    public PacingSamples getSamples() {
        return samples.get();
    }

    public void setSamples(PacingSamples newSamples) {
        samples.set(newSamples);
    }

    /** How much time is shown, in milliseconds. */
    public LongProperty windowProperty() {
        return window;
    }

    public long getWindow() {
        return window.get();
    }

    public void setWindow(long milliseconds) {
        window.set(milliseconds);
    }

    /** The right edge, in wall milliseconds; where it lies before the last sample, the last sample is the edge. */
    public LongProperty nowProperty() {
        return now;
    }

    public long getNow() {
        return now.get();
    }

    public void setNow(long milliseconds) {
        now.set(milliseconds);
    }

    /** The picture stands still; samples are still taken. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    public boolean isPaused() {
        return paused.get();
    }

    public void setPaused(boolean value) {
        paused.set(value);
    }

    /** Grey, for a campaign that has stopped: the last sample is the edge. */
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    public boolean isFrozen() {
        return frozen.get();
    }

    public void setFrozen(boolean value) {
        frozen.set(value);
    }

    public ZoneId getZone() {
        return zone.get();
    }

    public void setZone(ZoneId newZone) {
        zone.set(newZone);
    }

    /** The word at the green line's end, after its value: "available". */
    public String getAvailableText() {
        return availableText.get();
    }

    public void setAvailableText(String text) {
        availableText.set(text);
    }

    public String getLimitText() {
        return limitText.get();
    }

    public void setLimitText(String text) {
        limitText.set(text);
    }

    public String getDialingText() {
        return dialingText.get();
    }

    public void setDialingText(String text) {
        dialingText.set(text);
    }

    /** The word under the right edge: "now". */
    public String getNowText() {
        return nowText.get();
    }

    public void setNowText(String text) {
        nowText.set(text);
    }

    /** Repaints at the next pulse, or at the end of the rest after the last repaint. */
    private void want() {
        if (rest.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            wanted = true;
            return;
        }
        wanted = false;
        repaint();
        if (inShowingWindow().getValue()) {
            rest.playFromStart();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    void paint(GraphicsContext graphics, double width, double height) {
        var plot = plot(width, height);
        var scale = ValueScale.holding(greatest(plot), plot.bottom() - plot.top() < 130 ? 2 : 4);
        paintGrid(graphics, plot, scale);
        paintTimes(graphics, plot);
        var data = samples.get();
        if (data.size() > 0) {
            paintLines(graphics, plot, scale, data);
            paintMarks(graphics, plot, data);
        }
        tellScreenReader();
        moveCrosshair();
    }

    private Plot plot(double width, double height) {
        var data = samples.get();
        long last = data.size() == 0 ? now.get() : data.time(data.size() - 1);
        if (!paused.get() || shownTo == 0) {
            shownTo = frozen.get() ? last : Math.max(now.get(), last);
        }
        boolean compact = isCompact();
        double top = compact ? 8 : 26;
        double right = width - (compact ? 6 : endLabelWidth() + 14);
        return new Plot(compact ? 22 : 28, top, right, height - 24, shownTo - window.get(), shownTo);
    }

    private boolean isCompact() {
        return getStyleClass().contains("compact");
    }

    private double endLabelWidth() {
        return List.of(availableText, limitText, dialingText).stream()
                .mapToDouble(words -> widthOf("000 " + words.get(), STRONG_FONT))
                .max()
                .orElse(0);
    }

    private double greatest(Plot plot) {
        var data = samples.get();
        double greatest = 0;
        for (int i = Math.max(0, data.indexAt(plot.from())); i < data.size(); i++) {
            greatest = Math.max(greatest, or0(data.available(i)));
            greatest = Math.max(greatest, or0(data.limit(i)));
            greatest = Math.max(greatest, or0(data.dialing(i)));
        }
        return greatest;
    }

    private static double or0(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private void paintGrid(GraphicsContext graphics, Plot plot, ValueScale scale) {
        graphics.setFont(AXIS_FONT);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        graphics.setStroke(grid.get());
        graphics.setFill(axis.get());
        for (int i = 0; i <= scale.steps(); i++) {
            double y = Math.round(plot.bottom() - (plot.bottom() - plot.top()) * i / scale.steps()) + 0.5;
            graphics.strokeLine(plot.left(), y, plot.right(), y);
            graphics.fillText(Integer.toString(i * scale.step()), plot.left() - 8, y);
        }
    }

    private void paintTimes(GraphicsContext graphics, Plot plot) {
        double y = plot.bottom() + 15;
        graphics.setTextAlign(TextAlignment.CENTER);
        boolean compact = isCompact();
        double nowWidth = widthOf(nowText.get(), AXIS_FONT);
        if (shownTo == 0) {
            return;
        }
        if (compact) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(nowText.get(), plot.right(), y);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(clock(plot.from(), MINUTE), plot.left(), y);
            return;
        }
        graphics.fillText(nowText.get(), plot.right(), y);
        long step = timeStep(plot);
        long offset =
                zone.get().getRules().getOffset(Instant.ofEpochMilli(plot.to())).getTotalSeconds() * 1000L;
        long first = Math.ceilDiv(plot.from() + offset, step) * step - offset;
        for (long time = first; plot.x(time) < plot.right() - nowWidth / 2 - 30; time += step) {
            graphics.fillText(clock(time, MINUTE), Math.max(plot.x(time), plot.left() + 14), y);
        }
    }

    /** The smallest round step of time whose labels stand at least 90 px apart. */
    private static long timeStep(Plot plot) {
        long[] minutes = {1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440};
        for (long step : minutes) {
            if (plot.width() * step * 60_000 / Math.max(1, plot.to() - plot.from()) >= 90) {
                return step * 60_000;
            }
        }
        return 1440 * 60_000L;
    }

    private String clock(long time, DateTimeFormatter format) {
        return format.format(Instant.ofEpochMilli(time).atZone(zone.get()));
    }

    private void paintLines(GraphicsContext graphics, Plot plot, ValueScale scale, PacingSamples data) {
        double perUnit = (plot.bottom() - plot.top()) / scale.maximum();
        var dialing = new StepLine(value -> plot.bottom() - value * perUnit, plot.bottom());
        var limits = new StepLine(value -> plot.bottom() - value * perUnit, plot.bottom());
        var available = new StepLine(value -> plot.bottom() - value * perUnit, plot.bottom());
        for (int i = Math.max(0, data.indexAt(plot.from())); i < data.size() && data.time(i) <= plot.to(); i++) {
            double x = Math.max(plot.left(), plot.x(data.time(i)));
            dialing.add(x, data.dialing(i));
            limits.add(x, data.limit(i));
            available.add(x, data.available(i));
        }
        dialing.end(plot.right());
        limits.end(plot.right());
        available.end(plot.right());

        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.MITER);
        graphics.setFill(area.get());
        dialing.fill(graphics);
        graphics.setStroke(limit.get());
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.setLineWidth(isCompact() ? 4 : 5);
        limits.stroke(graphics);
        graphics.setLineJoin(StrokeLineJoin.MITER);
        graphics.setStroke(line.get());
        graphics.setLineWidth(1.5);
        dialing.stroke(graphics);
        graphics.setStroke(second.get());
        graphics.setLineWidth(1.75);
        available.stroke(graphics);
        paintEnds(graphics, plot, perUnit, data);
    }

    private void paintEnds(GraphicsContext graphics, Plot plot, double perUnit, PacingSamples data) {
        int last = data.indexAt(plot.to());
        if (last < 0) {
            return;
        }
        var labels = new ArrayList<EndLabel>();
        addEnd(labels, data.available(last), availableText.get(), plot, perUnit, secondText.get());
        addEnd(labels, data.limit(last), limitText.get(), plot, perUnit, text.get());
        addEnd(labels, data.dialing(last), dialingText.get(), plot, perUnit, lineText.get());
        paintDot(graphics, plot.right(), plot.bottom() - data.dialing(last) * perUnit, line.get());
        paintDot(graphics, plot.right(), plot.bottom() - data.available(last) * perUnit, second.get());
        if (isCompact()) {
            return;
        }
        graphics.setFont(STRONG_FONT);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        labels.sort(Comparator.comparingDouble(EndLabel::wantedY));
        double[] y = spread(labels.stream().mapToDouble(EndLabel::wantedY).toArray(), plot.top(), plot.bottom());
        for (int i = 0; i < y.length; i++) {
            graphics.setFill(labels.get(i).color());
            graphics.fillText(labels.get(i).words(), plot.right() + 10, y[i]);
        }
    }

    private static void addEnd(
            List<EndLabel> labels, double value, String word, Plot plot, double perUnit, Color color) {
        if (!Double.isNaN(value)) {
            labels.add(new EndLabel(words(value, word), plot.bottom() - value * perUnit, color));
        }
    }

    private static void paintDot(GraphicsContext graphics, double x, double y, Color color) {
        if (!Double.isNaN(y)) {
            graphics.setFill(color);
            graphics.fillOval(x - 3, Math.round(y) + 0.5 - 3, 6, 6);
        }
    }

    /** Moves sorted labels apart so that none overlaps another, and keeps them between top and bottom. */
    static double[] spread(double[] sorted, double top, double bottom) {
        double[] y = sorted.clone();
        for (int round = 0; round < y.length * 4; round++) {
            for (int i = 1; i < y.length; i++) {
                double missing = LABEL_PITCH - (y[i] - y[i - 1]);
                if (missing > 0) {
                    y[i - 1] -= missing / 2;
                    y[i] += missing / 2;
                }
            }
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], i == 0 ? top : y[i - 1] + LABEL_PITCH);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? bottom : y[i + 1] - LABEL_PITCH);
        }
        return y;
    }

    private void paintMarks(GraphicsContext graphics, Plot plot, PacingSamples data) {
        double freeFrom = plot.left();
        Font font = LABEL_FONT;
        for (var change : data.marks()) {
            double x = Math.round(plot.x(change.time())) + 0.5;
            if (change.time() <= plot.from() || x >= plot.right()) {
                continue;
            }
            graphics.setStroke(mark.get());
            graphics.setLineWidth(1);
            graphics.setLineDashes(2, 3);
            graphics.strokeLine(x, plot.top(), x, plot.bottom());
            graphics.setLineDashes();
            double wordsWidth = widthOf(change.words(), font);
            double left = Math.max(x - wordsWidth - 8, freeFrom);
            if (isCompact() || left + wordsWidth > plot.right()) {
                continue;
            }
            graphics.setFill(paper.get());
            graphics.fillRect(left - 2, plot.top() - 18, wordsWidth + 4, 20);
            graphics.setFill(mark.get());
            graphics.setFont(font);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(change.words(), left, plot.top() - 8);
            freeFrom = left + wordsWidth + 16;
        }
    }

    private void addReading() {
        crosshair.getStyleClass().add("crosshair");
        reading.getStyleClass().add("chart-reading");
        readTime.getStyleClass().add("reading-time");
        Tone.SUCCESS.dress(readAvailable);
        Tone.DEFAULT.dress(readLimit);
        Tone.ACCENT.dress(readDialing);
        for (var node : List.of(crosshair, reading)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
            getChildren().add(node);
        }
        setOnMouseMoved(event -> read(event.getX()));
        setOnMouseExited(event -> read(Double.NaN));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                read(Double.NaN);
            }
        });
    }

    private void onKey(KeyEvent event) {
        var plot = plot(getWidth(), getHeight());
        double from = Double.isNaN(readX) ? plot.right() : readX;
        switch (event.getCode()) {
            case LEFT -> read(Math.max(plot.left(), from - 8));
            case RIGHT -> read(Math.min(plot.right(), from + 8));
            case HOME -> read(plot.left());
            case END -> read(plot.right());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void read(double x) {
        readX = x;
        moveCrosshair();
    }

    private void moveCrosshair() {
        var data = samples.get();
        var plot = plot(getWidth(), getHeight());
        boolean inside = readX >= plot.left() && readX <= plot.right();
        int index = inside ? data.indexAt(plot.time(readX)) : -1;
        crosshair.setVisible(index >= 0);
        reading.setVisible(index >= 0);
        if (index < 0) {
            return;
        }
        readTime.setText(clock(plot.time(readX), SECOND));
        readAvailable.setText(words(data.available(index), availableText.get()));
        readLimit.setText(words(data.limit(index), limitText.get()));
        readDialing.setText(words(data.dialing(index), dialingText.get()));
        crosshair.resizeRelocate(snapPositionX(readX), plot.top(), 1, plot.bottom() - plot.top());
        reading.autosize();
        double left = readX + 10 + reading.getWidth() > plot.right() ? readX - 10 - reading.getWidth() : readX + 10;
        reading.relocate(snapPositionX(Math.max(plot.left(), left)), plot.top() + 4);
        setAccessibleHelp(String.join(
                ", ", readTime.getText(), readAvailable.getText(), readLimit.getText(), readDialing.getText()));
    }

    private static String words(double value, String word) {
        return (Double.isNaN(value) ? "–" : Long.toString(Math.round(value))) + " " + word;
    }

    private void tellScreenReader() {
        var data = samples.get();
        if (data.size() == 0) {
            return;
        }
        int last = data.size() - 1;
        setAccessibleText(words(data.available(last), availableText.get()) + ", "
                + words(data.limit(last), limitText.get()) + ", "
                + words(data.dialing(last), dialingText.get()));
    }
}
