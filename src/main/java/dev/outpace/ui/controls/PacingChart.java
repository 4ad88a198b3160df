package dev.outpace.ui.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Available agents (green line), calls that may dial (thick pale line) and calls dialing (blue area) over time, with a
 * dotted line where a setting changed. Repaints at most four times a second. The pointer, or the arrow keys once it has
 * the focus, read the values of a moment. Style class {@code compact}: few labels, no words at the lines' ends.
 */
public final class PacingChart extends Drawing {

    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
    private static final Duration BETWEEN_REPAINTS = Duration.millis(250);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

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
    private final ChartReading reading = new ChartReading();
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
        samples.flatMap(PacingSamples::revisionProperty).when(inShowingWindow()).subscribe(revision -> want());
        repaintOn(samples, window, paused, zone, availableText, limitText, dialingText, nowText);
        now.subscribe(value -> want());
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
        if (rest.getStatus() == Animation.Status.RUNNING) {
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
    protected void paint(GraphicsContext graphics, double width, double height) {
        new PacingPainter(this, graphics, plot(width, height)).paint();
        tellScreenReader();
        moveCrosshair();
    }

    private TimePlot plot(double width, double height) {
        var data = samples.get();
        long last = data.size() == 0 ? now.get() : data.time(data.size() - 1);
        if (!paused.get() || shownTo == 0) {
            shownTo = frozen.get() ? last : Math.max(now.get(), last);
        }
        boolean compact = isCompact();
        double right = width - (compact ? 6 : endLabelWidth() + 14);
        double top = compact ? 8 : 26;
        var plot = new TimePlot(compact ? 22 : 28, top, right, height - 24, shownTo - window.get(), shownTo);
        var greatest = Integer.toString(PacingPainter.scale(data, plot).maximum());
        double left = Math.max(plot.left(), Math.ceil(widthOf(greatest, AXIS_FONT)) + 8);
        return new TimePlot(left, top, right, plot.bottom(), plot.from(), plot.to());
    }

    boolean isCompact() {
        return getStyleClass().contains("compact");
    }

    private double endLabelWidth() {
        return Stream.of(availableText, limitText, dialingText)
                .mapToDouble(words -> widthOf("000 " + words.get(), STRONG_FONT))
                .max()
                .orElse(0);
    }

    private void addReading() {
        crosshair.getStyleClass().add("crosshair");
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
        reading.show(
                SECOND.format(Instant.ofEpochMilli(plot.time(readX)).atZone(getZone())),
                words(data.available(index), getAvailableText()),
                words(data.limit(index), getLimitText()),
                words(data.dialing(index), getDialingText()));
        crosshair.resizeRelocate(snapPositionX(readX), plot.top(), 1, plot.bottom() - plot.top());
        reading.autosize();
        double left = readX + 10 + reading.getWidth() > plot.right() ? readX - 10 - reading.getWidth() : readX + 10;
        reading.relocate(snapPositionX(Math.max(plot.left(), left)), plot.top() + 4);
        setAccessibleHelp(reading.words());
    }

    /** "12 available", "– limit". */
    static String words(double value, String word) {
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
