package dev.outpace.ui.controls;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Three grey rows while a list is read; they come only after 300 ms, so that a quick answer does not flicker. */
public final class SkeletonRows extends VBox {

    private static final double[][] WIDTHS = {{132, 168}, {112, 150}, {148, 120}};

    private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
    private final PauseTransition patience = new PauseTransition(Duration.millis(300));

    public SkeletonRows() {
        getStyleClass().add("skeleton-rows");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        for (double[] widths : WIDTHS) {
            getChildren().add(row(widths));
        }
        patience.setOnFinished(event -> setVisible(loading.get()));
        loading.subscribe(this::start);
    }

    public BooleanProperty loadingProperty() {
        return loading;
    }

    public boolean isLoading() {
        return loading.get();
    }

    public void setLoading(boolean value) {
        loading.set(value);
    }

    private void start(boolean now) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            setVisible(false);
        }
    }

    private static HBox row(double[] widths) {
        var lines = new VBox(6, bar(widths[0], 10, 4), bar(widths[1], 7, 3));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(16, bar(72, 20, 10), lines, bar(96, 10, 4));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("skeleton-row");
        return row;
    }

    private static Region bar(double width, double height, int radius) {
        var bar = new Region();
        bar.getStyleClass().addAll("skeleton-bar", "radius-" + radius);
        bar.setMinSize(0, height);
        bar.setPrefSize(width, height);
        bar.setMaxSize(width, height);
        return bar;
    }
}
