package dev.outpace.ui.rules;

import dev.outpace.ui.live.RuleSetRow;
import dev.outpace.ui.texts.Texts;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A set by its name, and how many campaigns call by it. */
final class RuleSetCell extends ListCell<RuleSetRow> {
    private final Texts texts;
    private final ToLongFunction<UUID> users;
    private final Label name = new Label();
    private final Label used = new Label();
    private final VBox box = new VBox(2, name, used);

    RuleSetCell(Texts texts, ToLongFunction<UUID> users) {
        this.texts = texts;
        this.users = users;
        name.getStyleClass().add("strong");
        used.getStyleClass().add("second-line");
    }

    @Override
    protected void updateItem(@Nullable RuleSetRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(row.rules().name());
        used.setText(texts.get("rules.users", users.applyAsLong(row.id())));
        setAccessibleText(name.getText() + ", " + used.getText());
        setGraphic(box);
    }
}
