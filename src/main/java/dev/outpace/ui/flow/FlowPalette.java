package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.texts.Texts;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All action types, to be found by name or by what they do: Enter or two clicks add one, and the mouse drags one out. */
final class FlowPalette extends VBox {
    private static final double ROW_HEIGHT = 30;

    private final PaletteRows rows;
    private final Consumer<ActionType> add;
    private final FilterField search = new FilterField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final Set<ActionType.Category> folded = EnumSet.noneOf(ActionType.Category.class);

    FlowPalette(Texts texts, Consumer<ActionType> add, PaletteDrag drag) {
        this.add = add;
        var words = new ActionWords(texts);
        rows = new PaletteRows(words);
        var gesture = new PaletteGesture(drag);
        getStyleClass().add("flow-palette");
        search.setPrompt(texts.get("palette.find"));
        search.setClearText(texts.get("control.clear"));
        list.getStyleClass().add("palette-list");
        list.setAccessibleText(texts.get("palette.name"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new PaletteCell(texts, words, gesture, this::activate));
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setOnKeyPressed(this::onListKey);
        list.setOnKeyTyped(this::onListTyped);
        VBox.setVgrow(list, Priority.ALWAYS);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        search.textProperty().subscribe((_, _) -> {
            show();
            select(firstEntry());
        });
        var top = new VBox(search);
        top.getStyleClass().add("palette-top");
        getChildren().addAll(top, list);
        show();
    }

    /** Puts the caret into the search field. */
    void focusSearch() {
        search.focusField();
    }

    private void show() {
        list.getItems().setAll(rows.of(search.getText(), folded));
    }

    private void activate(PaletteRow row) {
        switch (row) {
            case PaletteRow.Entry(var type) -> add.accept(type);
            case PaletteRow.Heading(var category, var open) -> {
                if (search.getText().isBlank()) {
                    fold(category, open);
                }
            }
        }
    }

    private void fold(ActionType.Category category, boolean fold) {
        if (fold) {
            folded.add(category);
        } else {
            folded.remove(category);
        }
        show();
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof PaletteRow.Heading heading && heading.category() == category) {
                select(i);
            }
        }
    }

    private int firstEntry() {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof PaletteRow.Entry) {
                return i;
            }
        }
        return -1;
    }

    private void select(int row) {
        if (row >= 0) {
            list.getSelectionModel().clearAndSelect(row);
            list.getFocusModel().focus(row);
        }
    }

    private @Nullable PaletteRow selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void onListKey(KeyEvent event) {
        var row = selected();
        switch (event.getCode()) {
            case ENTER -> {
                if (row != null) {
                    activate(row);
                    event.consume();
                }
            }
            case LEFT, RIGHT -> {
                boolean fold = event.getCode() == KeyCode.LEFT;
                if (row instanceof PaletteRow.Heading(var category, var open) && open == fold) {
                    activate(row);
                } else if (fold && row instanceof PaletteRow.Entry(var type)) {
                    fold(type.category(), true);
                }
                event.consume();
            }
            default -> {}
        }
    }

    /** Typing in the list goes on in the search field. */
    private void onListTyped(KeyEvent event) {
        var typed = event.getCharacter();
        if (!typed.isBlank()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !Character.isISOControl(typed.charAt(0))) {
            event.consume();
            search.focusField();
            search.setText(search.getText() + typed);
            search.caretToEnd();
        }
    }

    private void onSearchKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                if (list.getSelectionModel().isEmpty()) {
                    select(firstEntry());
                }
                list.requestFocus();
                event.consume();
            }
            case ENTER -> {
                if (!search.getText().isBlank() && selected() instanceof PaletteRow.Entry entry) {
                    activate(entry);
                    event.consume();
                }
            }
            default -> {}
        }
    }
}
