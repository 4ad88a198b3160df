package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    private final Label sample = new Label();
    private final IconWord error = new IconWord();
    private final VBox node;

    /** @param chosen hears where the column goes from now on */
    ColumnRow(Texts texts, String column, ColumnUse use, Consumer<ColumnUse> chosen) {
        this.texts = texts;
        var name = new Label(column);
        name.getStyleClass().addAll("strong", "column-name");
        sample.getStyleClass().addAll("muted", "small-text");
        sample.setMaxWidth(Double.MAX_VALUE);
        sample.setMinWidth(0);
        HBox.setHgrow(sample, Priority.ALWAYS);
        CutText.tell(name);
        CutText.tell(sample);
        var places = new ComboBox<ColumnUse>();
        places.getItems().add(new ColumnUse.Name());
        places.getItems().add(new ColumnUse.Detail());
        for (int index = 0; index < Outplan.DESTINATIONS; index++) {
            places.getItems().add(new ColumnUse.Destination(index));
        }
        places.getItems().add(new ColumnUse.NextDestination());
        places.getItems().add(new ColumnUse.Country());
        places.getItems().add(new ColumnUse.PhoneCode());
        places.getItems().add(new ColumnUse.AreaCode());
        places.getItems().add(new ColumnUse.DoNotCall());
        places.getItems().add(use instanceof ColumnUse.Data ? use : new ColumnUse.Data(column));
        places.getItems().add(new ColumnUse.Skip());
        places.setCellFactory(any -> new UseCell(false));
        places.setButtonCell(new UseCell(true));
        places.setValue(use);
        places.setAccessibleText(texts.get("import.goesTo", column));
        places.setMinWidth(Region.USE_PREF_SIZE);
        places.getStyleClass().add("column-place");
        places.valueProperty().subscribe((before, now) -> chosen.accept(now));
        var line = new HBox(8, name, sample, places);
        line.setAlignment(Pos.CENTER_LEFT);
        error.setWrapText(true);
        error.getStyleClass().add("small");
        error.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(4, line, error);
        node.getStyleClass().add("column-row");
        setError("");
    }

    Node node() {
        return node;
    }

    /** @param words empty for none */
    void setError(String words) {
        if (words.isEmpty()) {
            error.clear();
        } else {
            error.show(Looks.of(Severity.ERROR), words);
        }
        error.setManaged(!words.isEmpty());
    }

    void showSample(String cell) {
        sample.setText(cell.isBlank() ? texts.get("import.emptyCell") : cell);
    }

    private final class UseCell extends ListCell<ColumnUse> {
        private final boolean brief;

        /** @param brief where the icon alone says that a column goes into the data */
        UseCell(boolean brief) {
            this.brief = brief;
            CutText.tell(this);
        }

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
                case ColumnUse.NextDestination() -> texts.get("import.use.nextDestination");
                case ColumnUse.Country() -> texts.get("import.use.country");
                case ColumnUse.PhoneCode() -> texts.get("import.use.phoneCode");
                case ColumnUse.AreaCode() -> texts.get("import.use.areaCode");
                case ColumnUse.DoNotCall() -> texts.get("import.use.doNotCall");
                case ColumnUse.Data(var key) -> brief ? key : texts.get("import.use.data", key);
                case ColumnUse.Skip() -> texts.get("import.use.skip");
            };
        }

        private static Feather icon(ColumnUse use) {
            return switch (use) {
                case ColumnUse.Name() -> Feather.USER;
                case ColumnUse.Detail() -> Feather.FILE_TEXT;
                case ColumnUse.Destination _, ColumnUse.NextDestination() -> Feather.PHONE;
                case ColumnUse.Country(), ColumnUse.PhoneCode() -> Feather.GLOBE;
                case ColumnUse.AreaCode() -> Feather.MAP_PIN;
                case ColumnUse.DoNotCall() -> Feather.PHONE_OFF;
                case ColumnUse.Data _ -> Feather.TAG;
                case ColumnUse.Skip() -> Feather.SLASH;
            };
        }
    }
}
