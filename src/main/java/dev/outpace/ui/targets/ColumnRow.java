package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ColumnSuggestion;
import dev.outpace.workspace.ColumnSuggestion.Certainty;
import java.util.List;
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

/** A column of the file in the mapping: its name, sample cells, where it goes, and why it was guessed to go there. */
final class ColumnRow {

    private static final Look CHOSEN = new Look(Tone.NEUTRAL, Symbol.of(Feather.USER_CHECK));

    private final Texts texts;
    private final ColumnSuggestion suggestion;
    private final Label why = new Label();
    private final IconWord guess = new IconWord();
    private final IconWord error = new IconWord();
    private final VBox node;

    /**
     * @param samples cells of the first rows
     * @param suggestion what the file itself says
     * @param chosen hears where the column goes from now on
     */
    ColumnRow(
            Texts texts,
            String column,
            List<String> samples,
            ColumnUse use,
            ColumnSuggestion suggestion,
            Consumer<ColumnUse> chosen) {
        this.texts = texts;
        this.suggestion = suggestion;
        var name = new Label(column);
        name.getStyleClass().addAll("strong", "column-name");
        CutText.tell(name);
        var cells = new VBox(2);
        cells.getStyleClass().add("column-samples");
        samples.stream().map(this::sample).forEach(cells.getChildren()::add);
        why.setWrapText(true);
        why.getStyleClass().add("second-line");
        why.setMinWidth(0);
        why.setPrefWidth(0);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        guess.getStyleClass().addAll("small", "column-guess");
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
        places.getItems().add(new ColumnUse.Zone());
        places.getItems().add(new ColumnUse.Region());
        places.getItems().add(new ColumnUse.Priority());
        places.getItems().add(new ColumnUse.CallAt());
        places.getItems().add(new ColumnUse.DoNotCall());
        places.getItems().add(use instanceof ColumnUse.Data ? use : new ColumnUse.Data(column));
        places.getItems().add(new ColumnUse.Skip());
        places.setCellFactory(any -> new UseCell(false));
        places.setButtonCell(new UseCell(true));
        places.setValue(use);
        places.setAccessibleText(texts.get("import.goesTo", column));
        places.setMinWidth(Region.USE_PREF_SIZE);
        places.getStyleClass().add("column-place");
        places.valueProperty().subscribe((before, now) -> {
            showGuess(now);
            chosen.accept(now);
        });
        showGuess(use);
        var line = new HBox(12, name, cells, places, why, guess);
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

    private Label sample(String cell) {
        var label = new Label(cell.isBlank() ? texts.get("import.emptyCell") : cell);
        label.getStyleClass().addAll("muted", "small-text");
        CutText.tell(label);
        return label;
    }

    /** What was guessed says nothing of a place that a person has chosen. */
    private void showGuess(ColumnUse use) {
        boolean asGuessed = use.equals(suggestion.use());
        why.setText(asGuessed ? suggestion.reason() : "");
        guess.show(
                asGuessed ? look(suggestion.certainty()) : CHOSEN,
                texts.get(asGuessed ? "import.guess." + suggestion.certainty() : "import.guess.chosen"));
    }

    private static Look look(Certainty certainty) {
        return switch (certainty) {
            case SURE -> new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
            case LOOK -> new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));
            case AS_LAST_TIME -> new Look(Tone.NEUTRAL, Symbol.of(Feather.ROTATE_CCW));
            case SKIPPED -> new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH));
        };
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
                case ColumnUse.Zone() -> texts.get("import.use.zone");
                case ColumnUse.Region() -> texts.get("import.use.region");
                case ColumnUse.Priority() -> texts.get("import.use.priority");
                case ColumnUse.CallAt() -> texts.get("import.use.callAt");
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
                case ColumnUse.AreaCode(), ColumnUse.Region() -> Feather.MAP_PIN;
                case ColumnUse.Zone() -> Feather.CLOCK;
                case ColumnUse.Priority() -> Feather.CHEVRONS_UP;
                case ColumnUse.CallAt() -> Feather.CALENDAR;
                case ColumnUse.DoNotCall() -> Feather.PHONE_OFF;
                case ColumnUse.Data _ -> Feather.TAG;
                case ColumnUse.Skip() -> Feather.SLASH;
            };
        }
    }
}
