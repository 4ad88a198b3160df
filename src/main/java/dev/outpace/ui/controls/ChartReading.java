package dev.outpace.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The little box beside a crosshair: a time and the values at it. */
final class ChartReading extends VBox {

    private final Label time = new Label();
    private final Label available = new Label();
    private final Label limit = new Label();
    private final Label dialing = new Label();

    ChartReading() {
        getStyleClass().add("chart-reading");
        time.getStyleClass().add("reading-time");
        Tone.SUCCESS.dress(available);
        Tone.DEFAULT.dress(limit);
        Tone.ACCENT.dress(dialing);
        getChildren().addAll(time, available, limit, dialing);
    }

    void show(String at, String availableWords, String limitWords, String dialingWords) {
        time.setText(at);
        available.setText(availableWords);
        limit.setText(limitWords);
        dialing.setText(dialingWords);
    }

    String words() {
        return String.join(", ", time.getText(), available.getText(), limit.getText(), dialing.getText());
    }
}
