package dev.outpace.ui.controls;

import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * Every attempt of an outplan if nobody answers: a row per destination, a numbered dot per try, one try interval apart,
 * destinations in order. A row without tries says so.
 */
public final class AttemptTimeline extends Drawing {

    private static final double HEAD = 26;
    private static final double DOT = 9;
    private static final double SMALL_DOT = 3;
    private static final Font DOT_FONT = Font.font("Outpace Sans", FontWeight.BOLD, 11);
    private static final long[] STEPS_MINUTES = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 7200, 10080, 20160, 43200
    };

    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(this, "interval", Duration.hours(1));
    private final DoubleProperty rowHeight = new SimpleDoubleProperty(this, "rowHeight", 36);
    private final StringProperty unusedText = new SimpleStringProperty(this, "unusedText", "");
    private final StringProperty minuteText = new SimpleStringProperty(this, "minuteText", "min");
    private final StringProperty hourText = new SimpleStringProperty(this, "hourText", "h");
    private final StringProperty dayText = new SimpleStringProperty(this, "dayText", "d");
    private int[] tries = {0, 0, 0, 0, 0};

    public AttemptTimeline() {
        getStyleClass().add("attempt-timeline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        repaintOn(interval, rowHeight, unusedText);
        rowHeight.subscribe(height -> requestLayout());
    }

    /** The greatest number of tries per destination, in order. */
    public void setTries(int... maxTries) {
        if (!Arrays.equals(maxTries, tries)) {
            tries = maxTries.clone();
            requestLayout();
            repaint();
        }
    }

    public ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    public Duration getInterval() {
        return interval.get();
    }

    public void setInterval(Duration newInterval) {
        interval.set(newInterval);
    }

    /** From row to row, as in the form beside it; the head above the rows is 26 px high. */
    public double getRowHeight() {
        return rowHeight.get();
    }

    public void setRowHeight(double height) {
        rowHeight.set(height);
    }

    /** "not used". */
    public String getUnusedText() {
        return unusedText.get();
    }

    public void setUnusedText(String text) {
        unusedText.set(text);
    }

    public String getMinuteText() {
        return minuteText.get();
    }

    public void setMinuteText(String text) {
        minuteText.set(text);
    }

    public String getHourText() {
        return hourText.get();
    }

    public void setHourText(String text) {
        hourText.set(text);
    }

    public String getDayText() {
        return dayText.get();
    }

    public void setDayText(String text) {
        dayText.set(text);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + tries.length * rowHeight.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 340;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int attempts = Arrays.stream(tries).sum();
        double left = 20;
        double right = width - 20;
        double intervalMinutes = Math.max(1 / 60.0, getInterval().toMinutes());
        double span = Math.max(1, attempts) * intervalMinutes;
        double perMinute = (right - left) / span;
        paintAxis(graphics, left, right, perMinute);
        double pitch = intervalMinutes * perMinute;
        int attempt = 0;
        for (int row = 0; row < tries.length; row++) {
            double y = Math.round(HEAD + (row + 0.5) * rowHeight.get()) + 0.5;
            if (tries[row] == 0) {
                paintUnused(graphics, left, y);
            } else {
                paintTries(graphics, left + attempt * pitch, y, pitch, attempt, tries[row]);
            }
            attempt += tries[row];
        }
    }

    private void paintAxis(GraphicsContext graphics, double left, double right, double perMinute) {
        long step = STEPS_MINUTES[STEPS_MINUTES.length - 1];
        for (long candidate : STEPS_MINUTES) {
            if (candidate * perMinute >= 44) {
                step = candidate;
                break;
            }
        }
        long unit = step % 1440 == 0 ? 1440 : step % 60 == 0 ? 60 : 1;
        var unitText = unit == 1440 ? getDayText() : unit == 60 ? getHourText() : getMinuteText();
        graphics.setFont(AXIS_FONT);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setStroke(grid.get());
        graphics.setFill(axis.get());
        graphics.setLineWidth(1);
        for (long at = 0; left + at * perMinute <= right + 0.5; at += step) {
            double x = Math.floor(left + at * perMinute) + 0.5;
            graphics.strokeLine(x, HEAD - 2, x, HEAD + tries.length * rowHeight.get());
            graphics.fillText(at == 0 ? "0 " + unitText : "+" + at / unit, x, 10);
        }
    }

    private void paintUnused(GraphicsContext graphics, double left, double y) {
        graphics.setFont(LABEL_FONT);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double wordsWidth = widthOf(getUnusedText(), LABEL_FONT);
        graphics.setFill(paper.get());
        graphics.fillRect(left + 4, y - 9, wordsWidth + 8, 18);
        graphics.setFill(axis.get());
        graphics.fillText(getUnusedText(), left + 8, y);
    }

    private void paintTries(GraphicsContext graphics, double x, double y, double pitch, int before, int count) {
        boolean numbered = pitch >= 2 * DOT + 2;
        double radius = numbered ? DOT : Math.min(SMALL_DOT, Math.max(1, pitch / 2));
        graphics.setStroke(second.get());
        graphics.setLineWidth(1.5);
        graphics.strokeLine(x, y, x + (count - 1) * pitch, y);
        graphics.setFont(DOT_FONT);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < count; i++) {
            double at = x + i * pitch;
            graphics.setFill(numbered ? paper.get() : line.get());
            graphics.fillOval(at - radius, y - radius, 2 * radius, 2 * radius);
            if (numbered) {
                graphics.setFill(area.get());
                graphics.fillOval(at - radius, y - radius, 2 * radius, 2 * radius);
                graphics.setStroke(line.get());
                graphics.strokeOval(at - radius, y - radius, 2 * radius, 2 * radius);
                graphics.setFill(lineText.get());
                graphics.fillText(Integer.toString(before + i + 1), at, y);
            }
        }
    }
}
