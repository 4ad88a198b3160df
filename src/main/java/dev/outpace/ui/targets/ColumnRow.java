package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A column of the file in the mapping: its name, a sample cell, and where it goes. */
final class ColumnRow {

    private final Texts texts;
    private final FormField field = new FormField();
    private final Label sample = new Label();

    /** @param chosen hears where the column goes from now on */
    ColumnRow(Texts texts, String column, ColumnUse use, Consumer<ColumnUse> chosen) {
        this.texts = texts;
        var name = new Label(column);
        name.getStyleClass().add("strong");
        sample.getStyleClass().add("muted");
        CutText.tell(name);
        CutText.tell(sample);
        var words = new VBox(2, name, sample);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var places = new ComboBox<ColumnUse>();
        places.getItems().add(new ColumnUse.Name());
        places.getItems().add(new ColumnUse.Detail());
        for (int index = 0; index < Outplan.DESTINATIONS; index++) {
            places.getItems().add(new ColumnUse.Destination(index));
        }
        places.getItems().add(use instanceof ColumnUse.Data ? use : new ColumnUse.Data(column));
        places.getItems().add(new ColumnUse.Skip());
        places.setCellFactory(any -> new UseCell());
        places.setButtonCell(new UseCell());
        places.setValue(use);
        places.setAccessibleText(texts.get("import.goesTo", column));
        places.setMinWidth(Region.USE_PREF_SIZE);
        places.setPrefWidth(160);
        places.valueProperty().subscribe((before, now) -> chosen.accept(now));
        var line = new HBox(8, words, places);
        line.setAlignment(Pos.CENTER_LEFT);
        field.getStyleClass().add("column-row");
        field.setContent(line);
    }

    FormField node() {
        return field;
    }

    void setError(String words) {
        field.setError(words);
    }

    void showSample(String cell) {
        sample.setText(cell.isBlank() ? texts.get("import.emptyCell") : cell);
    }

    private final class UseCell extends ListCell<ColumnUse> {
        @Override
        protected void updateItem(@Nullable ColumnUse use, boolean empty) {
            super.updateItem(use, empty);
            if (empty || use == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(words(use));
            setGraphic(new FontIcon(icon(use)));
        }

        private String words(ColumnUse use) {
            return switch (use) {
                case ColumnUse.Name() -> texts.get("import.use.name");
                case ColumnUse.Detail() -> texts.get("import.use.detail");
                case ColumnUse.Destination(var index) -> texts.get("targets.destination", index + 1);
                case ColumnUse.Data(var key) -> texts.get("import.use.data", key);
                case ColumnUse.Skip() -> texts.get("import.use.skip");
            };
        }

        private static Feather icon(ColumnUse use) {
            return switch (use) {
                case ColumnUse.Name() -> Feather.USER;
                case ColumnUse.Detail() -> Feather.FILE_TEXT;
                case ColumnUse.Destination _ -> Feather.PHONE;
                case ColumnUse.Data _ -> Feather.TAG;
                case ColumnUse.Skip() -> Feather.SLASH;
            };
        }
    }
}
