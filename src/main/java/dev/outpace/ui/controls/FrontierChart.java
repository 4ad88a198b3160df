package dev.outpace.ui.controls;

import dev.outpace.ui.controls.Frontier.Spot;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Agent utilisation against abandon rate, a point for each setting: a ring for the current one, a filled point for the best, a
 * diamond for one beside the line, a red zone over the limit. The pointer, or the arrow keys once it has the focus, read a
 * point.
 */
public final class FrontierChart extends Drawing {

    private static final double NEAR = 16;

    private final ObjectProperty<Frontier> frontier = new SimpleObjectProperty<>(this, "frontier", Frontier.NONE);
    private final ObjectProperty<@Nullable Spot> read = new SimpleObjectProperty<>(this, "read");
    private final StringProperty utilisationText = new SimpleStringProperty(this, "utilisationText", "");
    private final StringProperty abandonText = new SimpleStringProperty(this, "abandonText", "");
    private final StringProperty limitText = new SimpleStringProperty(this, "limitText", "");
    private final VBox reading = new VBox();

    public FrontierChart() {
        getStyleClass().add("frontier-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        reading.getStyleClass().add("chart-reading");
        reading.setManaged(false);
        reading.setMouseTransparent(true);
        reading.setVisible(false);
        getChildren().add(reading);
        repaintOn(frontier, read, utilisationText, abandonText, limitText);
        frontier.subscribe(now -> read.set(null));
        read.subscribe(this::show);
        setOnMouseMoved(event -> read.set(nearest(event.getX(), event.getY())));
        setOnMouseExited(event -> read.set(null));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                read.set(null);
            }
        });
    }

    public ObjectProperty<Frontier> frontierProperty() {
        return frontier;
    }

    public Frontier getFrontier() {
        return frontier.get();
    }

    public void setFrontier(Frontier now) {
        frontier.set(now);
    }

    /** Over the upright axis. */
    public String getUtilisationText() {
        return utilisationText.get();
    }

    public void setUtilisationText(String text) {
        utilisationText.set(text);
    }

    /** Under the level axis. */
    public String getAbandonText() {
        return abandonText.get();
    }

    public void setAbandonText(String text) {
        abandonText.set(text);
    }

    /** At the red line, before its value. */
    public String getLimitText() {
        return limitText.get();
    }

    public void setLimitText(String text) {
        limitText.set(text);
    }

    @Nullable
    Spot getRead() {
        return read.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 250;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        new FrontierPainter(this, plot(width, height), graphics).paint();
    }

    private FrontierPlot plot(double width, double height) {
        return FrontierPlot.of(frontier.get(), 48, 24, width - 14, height - 40);
    }

    /** From left to right. */
    private List<Spot> order() {
        var plot = plot(getWidth(), getHeight());
        return frontier.get()
                .spots()
                .filter(plot::holds)
                .sorted(Comparator.comparingDouble(Spot::abandon).thenComparingDouble(Spot::utilisation))
                .toList();
    }

    private @Nullable Spot nearest(double x, double y) {
        var plot = plot(getWidth(), getHeight());
        return order().stream()
                .filter(spot -> distance(plot, spot, x, y) <= NEAR)
                .min(Comparator.comparingDouble(spot -> distance(plot, spot, x, y)))
                .orElse(null);
    }

    private static double distance(FrontierPlot plot, Spot spot, double x, double y) {
        return Math.hypot(plot.x(spot.abandon()) - x, plot.y(spot.utilisation()) - y);
    }

    private void onKey(KeyEvent event) {
        var order = order();
        if (order.isEmpty()) {
            return;
        }
        var at = read.get();
        int best = Math.max(0, order.indexOf(frontier.get().best()));
        int now = at == null ? best : order.indexOf(at);
        int last = order.size() - 1;
        switch (event.getCode()) {
            case LEFT -> read.set(order.get(at == null ? best : Math.max(0, now - 1)));
            case RIGHT -> read.set(order.get(at == null ? best : Math.min(last, now + 1)));
            case HOME -> read.set(order.getFirst());
            case END -> read.set(order.getLast());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(@Nullable Spot spot) {
        reading.setVisible(spot != null);
        if (spot == null) {
            return;
        }
        reading.getChildren().setAll(spot.reading().stream().map(Label::new).toList());
        reading.getChildren().getFirst().getStyleClass().add("reading-time");
        reading.applyCss();
        reading.autosize();
        var plot = plot(getWidth(), getHeight());
        double x = plot.x(spot.abandon());
        boolean toTheLeft = x + 14 + reading.getWidth() > getWidth();
        double top = Math.min(plot.y(spot.utilisation()) + 10, getHeight() - reading.getHeight());
        reading.relocate(
                snapPositionX(toTheLeft ? x - 14 - reading.getWidth() : x + 14), snapPositionY(Math.max(0, top)));
        setAccessibleHelp(String.join(", ", spot.reading()));
    }
}
