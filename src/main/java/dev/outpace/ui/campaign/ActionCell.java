package dev.outpace.ui.campaign;

import dev.outpace.model.Action;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An action of a flow: its number, its type by its own name, and what it does. */
final class ActionCell extends ListCell<Action> {
    private final ActionWords words;
    private final IntPredicate hasProblem;
    private final Label number = new Label();
    private final Label type = new Label();
    private final Label summary = new Label();
    private final HBox line = new HBox();

    ActionCell(ActionWords words, IntPredicate hasProblem) {
        this.words = words;
        this.hasProblem = hasProblem;
        line.getStyleClass().add("action-line");
        number.getStyleClass().addAll("second-line", "action-number");
        type.getStyleClass().add("strong");
        type.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("second-line");
        CutText.tell(summary);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Action action, boolean empty) {
        super.updateItem(action, empty);
        if (empty || action == null) {
            setGraphic(null);
            return;
        }
        number.setText(Integer.toString(getIndex() + 1));
        type.setText(action.type());
        summary.setText(words.summary(action));
        var lines = new VBox(type, summary);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        line.getChildren().setAll(number, ActionWords.tile(action.type()), lines);
        if (hasProblem.test(getIndex())) {
            var look = Looks.of(dev.outpace.model.Severity.WARNING);
            var sign = look.symbol().draw();
            look.tone().dress(sign);
            line.getChildren().add(sign);
        }
        setGraphic(line);
        setAccessibleText(number.getText() + ". " + action.type() + ". " + summary.getText());
    }
}
