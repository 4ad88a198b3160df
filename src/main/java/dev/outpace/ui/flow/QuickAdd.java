package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A short list of action types with a field that narrows it; lies on the canvas where the new card will be. */
final class QuickAdd extends VBox {
    static final double WIDE = 220;
    static final double HIGH = 260;

    private final TextField find = new TextField();
    private final ListView<ActionType> types = new ListView<>();
    private final Runnable closed;
    private Consumer<ActionType> chosen = _ -> {};

    /** @param closed the keys are the canvas's again */
    QuickAdd(Texts texts, Runnable closed) {
        this.closed = closed;
        getStyleClass().add("flow-quick-add");
        find.setPromptText(texts.get("flowCanvas.quickAdd"));
        find.setAccessibleText(texts.get("flowCanvas.quickAdd"));
        types.setAccessibleText(texts.get("flowCanvas.quickAdd.types"));
        types.setFixedCellSize(30);
        types.setCellFactory(_ -> new TypeCell());
        types.setFocusTraversable(false);
        types.setOnMouseClicked(_ -> choose());
        getChildren().addAll(find, types);
        find.textProperty().subscribe(this::narrow);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusWithinProperty().subscribe((_, has) -> {
            if (!has && isVisible()) {
                close();
            }
        });
        setManaged(false);
        setVisible(false);
        resize(WIDE, HIGH);
    }

    void open(double x, double y, Consumer<ActionType> then) {
        chosen = then;
        find.clear();
        narrow("");
        relocate(x, y);
        setVisible(true);
        find.requestFocus();
    }

    private void narrow(String typed) {
        var words = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        types.getItems().setAll(found(words));
        types.getSelectionModel().selectFirst();
    }

    private static List<ActionType> found(String words) {
        return Stream.of(ActionType.values())
                .filter(type -> type.published().contains(words))
                .sorted((one, other) -> Boolean.compare(
                        !one.published().startsWith(words), !other.published().startsWith(words)))
                .toList();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> step(1);
            case UP -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int at = Math.clamp(
                types.getSelectionModel().getSelectedIndex() + (long) by,
                0,
                types.getItems().size() - 1);
        types.getSelectionModel().clearAndSelect(at);
        types.scrollTo(Math.max(0, at - 3));
    }

    private void choose() {
        var type = types.getSelectionModel().getSelectedItem();
        if (type != null) {
            close();
            chosen.accept(type);
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private static final class TypeCell extends ListCell<ActionType> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final HBox line = new HBox(8, icon, name);

        TypeCell() {
            line.getStyleClass().add("flow-quick-line");
        }

        @Override
        protected void updateItem(@Nullable ActionType type, boolean empty) {
            super.updateItem(type, empty);
            setGraphic(empty || type == null ? null : line);
            if (type != null) {
                icon.setIconLiteral(type.icon());
                name.setText(type.published());
                setAccessibleText(type.published());
            }
        }
    }
}
