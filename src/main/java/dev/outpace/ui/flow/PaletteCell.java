package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.ui.controls.IfRoom;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A category or an action type of the palette. */
final class PaletteCell extends ListCell<PaletteRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Texts texts;
    private final ActionWords words;
    private final FontIcon fold = new FontIcon();
    private final Label category = new Label("", fold);
    private final FontIcon icon = new FontIcon();
    private final FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label name = new Label();
    private final Label summary = new Label();
    private final HBox entry;

    PaletteCell(Texts texts, ActionWords words, PaletteGesture gesture, Consumer<PaletteRow> activated) {
        this.texts = texts;
        this.words = words;
        getStyleClass().add("palette-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        category.getStyleClass().add("palette-category");
        var tile = new StackPane(icon);
        tile.getStyleClass().addAll("action-tile", "small");
        name.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("second-line");
        var told = new IfRoom();
        told.getChildren().setAll(summary);
        told.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(told, Priority.ALWAYS);
        mark.getStyleClass().add("palette-mark");
        mark.managedProperty().bind(mark.visibleProperty());
        entry = new HBox(8, tile, name, mark, told);
        entry.setAlignment(Pos.CENTER_LEFT);
        setOnMousePressed(event -> {
            if (getItem() instanceof PaletteRow.Entry(var type)) {
                gesture.press(type, event);
            }
        });
        setOnMouseClicked(event -> {
            var row = getItem();
            if (row instanceof PaletteRow.Heading || (row != null && event.getClickCount() == 2)) {
                if (event.isStillSincePress()) {
                    activated.accept(row);
                }
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof PaletteRow.Heading && !empty);
        setTooltip(null);
        switch (empty ? null : row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case PaletteRow.Heading(var shown, var open) -> {
                fold.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
                category.setText(words.category(shown));
                setAccessibleText(texts.get(open ? "palette.fold" : "palette.unfold", words.category(shown)));
                setGraphic(category);
            }
            case PaletteRow.Entry(var type) -> show(type);
        }
    }

    private void show(ActionType type) {
        icon.setIconLiteral(type.icon());
        name.setText(type.published());
        summary.setText(words.summary(type));
        var told = told(type);
        mark.setVisible(!told.isEmpty());
        mark.setIconCode(type.runs() ? Feather.CLOCK : Feather.ALERT_TRIANGLE);
        setTooltip(new Tooltip(told.isEmpty() ? words.purpose(type) : words.purpose(type) + "\n" + told));
        setAccessibleText(texts.get("palette.entry", type.published(), words.summary(type))
                + (told.isEmpty() ? "" : ". " + told));
        setGraphic(entry);
    }

    /** What to know before it is used; empty for nothing. */
    private String told(ActionType type) {
        return switch (type.here()) {
            case SKIPPED -> texts.get("palette.skipped");
            case REFUSES_START -> texts.get("palette.refuses");
            case RUNS -> type.isDeprecated() ? texts.get("palette.deprecated") : "";
        };
    }
}
