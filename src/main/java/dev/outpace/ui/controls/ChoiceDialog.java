package dev.outpace.ui.controls;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks which of several ways to go; the buttons say what they do, and Escape takes the first. */
public final class ChoiceDialog<T> extends VBox {

    /**
     * A way to go.
     *
     * @param style a style class of the button; empty for a plain one
     */
    public record Choice<T>(String text, String style, T value) {}

    private final List<Choice<T>> choices;
    private final HBox buttons = new HBox(8);

    /** @param choices the harmless one first; the last has the focus */
    public ChoiceDialog(String title, String text, List<Choice<T>> choices) {
        this.choices = List.copyOf(choices);
        getStyleClass().add("confirm-dialog");
        var titleLabel = new Label(title);
        titleLabel.getStyleClass().add("pane-title");
        var textLabel = new Label(text);
        textLabel.getStyleClass().add("muted");
        for (var label : List.of(titleLabel, textLabel)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(titleLabel, textLabel, buttons);
        setAccessibleText(title + " " + text);
    }

    /** What was chosen; completes on the FX thread. */
    public CompletionStage<T> askIn(DialogLayer layer) {
        var answer = new CompletableFuture<T>();
        for (var choice : choices) {
            var button = new Button(choice.text());
            button.setMinWidth(Region.USE_PREF_SIZE);
            if (!choice.style().isEmpty()) {
                button.getStyleClass().add(choice.style());
            }
            button.setOnAction(event -> finish(layer, answer, choice));
            buttons.getChildren().add(button);
        }
        layer.open(this, buttons.getChildren().getLast(), () -> finish(layer, answer, choices.getFirst()));
        return answer;
    }

    private void finish(DialogLayer layer, CompletableFuture<T> answer, Choice<T> choice) {
        layer.close(this);
        answer.complete(choice.value());
    }
}
