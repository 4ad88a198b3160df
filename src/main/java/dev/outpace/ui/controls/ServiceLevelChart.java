package dev.outpace.ui.controls;

import dev.outpace.pacing.ServiceLevelRule;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/**
 * How many calls may dial, by free agents: the saved service level thick and pale, the edited one as the blue line, and a
 * dot where the free agents are now. At level 0 there is no limit and no line.
 */
public final class ServiceLevelChart extends Drawing {

    private final IntegerProperty savedLevel = new SimpleIntegerProperty(this, "savedLevel", 100);
    private final IntegerProperty editedLevel = new SimpleIntegerProperty(this, "editedLevel", 100);
    private final IntegerProperty freeAgents = new SimpleIntegerProperty(this, "freeAgents");
    private final StringProperty freeText = new SimpleStringProperty(this, "freeText", "");
    private final StringProperty callsText = new SimpleStringProperty(this, "callsText", "");

    public ServiceLevelChart() {
        getStyleClass().add("service-level-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        repaintOn(savedLevel, editedLevel, freeAgents, freeText, callsText);
        accessibleTextProperty().bind(callsText);
    }

    /** Calls that may dial for so many free agents; -1 for no limit. */
    static long allowed(int free, int level) {
        return ServiceLevelRule.with(free, level).allowed().orElse(-1);
    }

    /** In percent. */
    public IntegerProperty savedLevelProperty() {
        return savedLevel;
    }

    public int getSavedLevel() {
        return savedLevel.get();
    }

    public void setSavedLevel(int percent) {
        savedLevel.set(percent);
    }

    /** In percent. */
    public IntegerProperty editedLevelProperty() {
        return editedLevel;
    }

    public int getEditedLevel() {
        return editedLevel.get();
    }

    public void setEditedLevel(int percent) {
        editedLevel.set(percent);
    }

    public IntegerProperty freeAgentsProperty() {
        return freeAgents;
    }

    public int getFreeAgents() {
        return freeAgents.get();
    }

    public void setFreeAgents(int agents) {
        freeAgents.set(agents);
    }

    /** After the last number of the axis: "free". */
    public String getFreeText() {
        return freeText.get();
    }

    public void setFreeText(String words) {
        freeText.set(words);
    }

    /** At the dot: "10 calls". */
    public StringProperty callsTextProperty() {
        return callsText;
    }

    public String getCallsText() {
        return callsText.get();
    }

    public void setCallsText(String words) {
        callsText.set(words);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 250;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 172;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        double left = 26;
        double top = 8;
        double right = width - 4;
        double bottom = height - 22;
        int free = ValueScale.holding(Math.max(24, freeAgents.get()), 2).maximum();
        double perAgent = (right - left) / free;
        double perCall = (bottom - top) / free;
        paintAxes(graphics, left, top, right, bottom, free);

        graphics.save();
        graphics.beginPath();
        graphics.rect(left - 3, top - 3, right - left + 6, bottom - top + 6);
        graphics.clip();
        graphics.setLineJoin(StrokeLineJoin.MITER);
        graphics.setStroke(limit.get());
        graphics.setLineWidth(5);
        steps(savedLevel.get(), free, left, bottom, perAgent, perCall).stroke(graphics);
        graphics.setStroke(line.get());
        graphics.setLineWidth(1.75);
        steps(editedLevel.get(), free, left, bottom, perAgent, perCall).stroke(graphics);
        graphics.restore();
        paintNow(graphics, left, right, bottom, perAgent, perCall, top);
    }

    private void paintAxes(GraphicsContext graphics, double left, double top, double right, double bottom, int free) {
        graphics.setFont(AXIS_FONT);
        graphics.setFill(axis.get());
        graphics.setStroke(grid.get());
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(bottom - (bottom - top) * i / 2) + 0.5;
            graphics.strokeLine(left, y, right, y);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(Integer.toString(free / 2 * i), left - 8, y);
            graphics.setTextAlign(i == 0 ? TextAlignment.LEFT : i == 1 ? TextAlignment.CENTER : TextAlignment.RIGHT);
            var words = i == 2 ? free + " " + freeText.get() : Integer.toString(free / 2 * i);
            graphics.fillText(words, left + (right - left) * i / 2, bottom + 14);
        }
    }

    private static StepLine steps(int level, int free, double left, double bottom, double perAgent, double perCall) {
        var steps = new StepLine(value -> bottom - value * perCall, bottom);
        for (int agents = 0; agents <= free; agents++) {
            long allowed = allowed(agents, level);
            steps.add(left + agents * perAgent, allowed < 0 ? Double.NaN : allowed);
        }
        steps.end(left + free * perAgent);
        return steps;
    }

    private void paintNow(
            GraphicsContext graphics,
            double left,
            double right,
            double bottom,
            double perAgent,
            double perCall,
            double top) {
        long allowed = allowed(freeAgents.get(), editedLevel.get());
        double x = Math.floor(left + freeAgents.get() * perAgent) + 0.5;
        double y = Math.round(bottom - allowed * perCall) + 0.5;
        if (allowed < 0 || y < top) {
            return;
        }
        graphics.setStroke(mark.get());
        graphics.setLineWidth(1);
        graphics.setLineDashes(2, 3);
        graphics.strokeLine(left, y, x, y);
        graphics.strokeLine(x, y, x, bottom);
        graphics.setLineDashes();
        graphics.setFill(line.get());
        graphics.fillOval(x - 3.5, y - 3.5, 7, 7);
        graphics.setFont(STRONG_FONT);
        graphics.setFill(lineText.get());
        graphics.setTextBaseline(VPos.CENTER);
        boolean toTheRight = x + 12 + widthOf(callsText.get(), STRONG_FONT) <= right;
        graphics.setTextAlign(toTheRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
        graphics.fillText(callsText.get(), toTheRight ? x + 12 : x - 12, toTheRight ? y + 10 : y - 12);
    }
}
