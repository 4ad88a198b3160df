package dev.outpace.ui.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A text that can be typed or picked. What is picked counts as typed. */
final class NameBox extends ComboBox<String> {

    /** @param more what stands beside a name in the list; empty for nothing */
    NameBox(String accessibleName, UnaryOperator<String> more, Consumer<String> typed) {
        setEditable(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setVisibleRowCount(12);
        setAccessibleText(accessibleName);
        getEditor().setAccessibleText(accessibleName);
        setCellFactory(_ -> new NameCell(more));
        getEditor().textProperty().subscribe((_, text) -> typed.accept(text));
    }

    void showText(String text) {
        if (!text.equals(getEditor().getText())) {
            getEditor().setText(text);
        }
    }

    void showNames(List<String> names) {
        if (!names.equals(getItems())) {
            // Setting the items may clear what was typed.
            var typed = getEditor().getText();
            getItems().setAll(names);
            showText(typed);
        }
    }

    private static final class NameCell extends ListCell<String> {
        private final UnaryOperator<String> more;
        private final Label name = new Label();
        private final Label beside = new Label();
        private final HBox line = new HBox(8, name, beside);

        NameCell(UnaryOperator<String> more) {
            this.more = more;
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            beside.getStyleClass().add("second-line");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                name.setText(item);
                beside.setText(more.apply(item));
                setGraphic(line);
            }
        }
    }
}
