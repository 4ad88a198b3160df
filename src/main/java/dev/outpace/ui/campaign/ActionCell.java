package dev.outpace.ui.campaign;

import dev.outpace.model.Action;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** An action of a flow: its number, its type by its own name, and what it does. */
final class ActionCell extends ListCell<Action> {
    private final ActionWords words;
    private final IntPredicate hasProblem;
    private final Label number = new Label();
    private final Label type = new Label();
    private final Label summary = new Label();
    private final FontIcon icon = new FontIcon();
    private final HBox line = new HBox();
    private final Node sign;

    ActionCell(ActionWords words, IntPredicate hasProblem) {
        this.words = words;
        this.hasProblem = hasProblem;
        line.getStyleClass().add("action-line");
        number.getStyleClass().addAll("second-line", "action-number");
        type.getStyleClass().add("strong");
        type.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("second-line");
        CutText.tell(summary);
        var lines = new VBox(type, summary);
        lines.getStyleClass().add("action-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        var tile = new StackPane(icon);
        tile.getStyleClass().add("action-icon");
        var look = Looks.of(Severity.WARNING);
        sign = look.symbol().draw();
        look.tone().dress(sign);
        line.getChildren().setAll(number, tile, lines, sign);
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
        icon.setIconCode(ActionWords.icon(action.type()));
        type.setText(action.type());
        summary.setText(words.summary(action));
        sign.setVisible(hasProblem.test(getIndex()));
        setGraphic(line);
        setAccessibleText(number.getText() + ". " + action.type() + ". " + summary.getText());
    }
}
