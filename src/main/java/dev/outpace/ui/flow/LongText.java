package dev.outpace.ui.flow;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A text that is too long for a text area, which would lay all of it out at once: only the lines that are seen are made. */
final class LongText extends ListView<String> {
    private static final double LINE_HEIGHT = 18;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /** Nobody reads on there, and a line may be all of the text. */
    private static final int MAX_LETTERS = 2_000;

    private int wrong = -1;

    LongText(String name) {
        getStyleClass().addAll("long-text", "flow-json");
        setAccessibleText(name);
        setFixedCellSize(LINE_HEIGHT);
        setCellFactory(_ -> new LineCell());
    }

    void show(String text) {
        setItems(FXCollections.observableList(
                text.isEmpty() ? List.of() : text.lines().toList()));
    }

    /** @param line from 0; -1 for none */
    void mark(int line) {
        wrong = line;
        refresh();
    }

    void goTo(int line) {
        requestFocus();
        getSelectionModel().clearAndSelect(line);
        scrollTo(Math.max(0, line - 3));
    }

    private final class LineCell extends ListCell<String> {
        private final Label number = new Label();
        private final Label line = new Label();
        private final HBox both = new HBox(number, line);

        LineCell() {
            number.getStyleClass().add("line-number");
            line.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            pseudoClassStateChanged(WRONG, !empty && getIndex() == wrong);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            number.setText(Integer.toString(getIndex() + 1));
            line.setText(item.length() > MAX_LETTERS ? item.substring(0, MAX_LETTERS) + "…" : item);
            setGraphic(both);
        }
    }
}
