package dev.outpace.ui.controls;

import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A reference to something of the workspace, picked by name from a list that can be searched, or none. An id that leads
 * nowhere stays what it is until another is picked.
 */
public final class ReferencePicker extends StackPane {

    /** @param more beside the name: "48 agents" */
    public record Choice(UUID id, String name, String more) {}

    private static final PseudoClass CLEARABLE = PseudoClass.getPseudoClass("clearable");
    private static final Comparator<Choice> BY_NAME = Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER);

    private final ObjectProperty<UUID> value = new SimpleObjectProperty<>(this, "value", Ids.NIL);
    private final SearchableBox<@Nullable Choice> box = new SearchableBox<>();
    private final Button clear = new Button();
    private List<Choice> choices = List.of();
    private String missingText = "";
    private boolean showing;

    public ReferencePicker() {
        getStyleClass().add("reference-picker");
        setMaxHeight(USE_PREF_SIZE);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(0);
        box.setMinWidth(0);
        box.accessibleTextProperty().bind(accessibleTextProperty());
        box.setConverter(new NameConverter());
        box.setCellFactory(_ -> new ChoiceCell("picker-choice", false));
        box.setButtonCell(new ChoiceCell("picker-value", true));
        box.valueProperty().subscribe(picked -> {
            if (!showing && picked != null) {
                value.set(picked.id());
            }
        });
        clear.setGraphic(new FontIcon(Feather.X));
        clear.getStyleClass().addAll("flat", "small", "icon-button", "picker-clear");
        clear.setOnAction(_ -> value.set(Ids.NIL));
        StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
        getChildren().addAll(box, clear);
        value.subscribe(_ -> show());
        disabledProperty().subscribe(_ -> showClear());
        box.showingProperty().subscribe(_ -> showClear());
    }

    public ObjectProperty<UUID> valueProperty() {
        return value;
    }

    public UUID getValue() {
        return value.get();
    }

    public void setValue(UUID id) {
        value.set(id);
    }

    /** What stands there for none. */
    public String getNoneText() {
        return box.getPromptText();
    }

    public void setNoneText(String words) {
        box.setPromptText(words);
    }

    /** The accessible name of the button that clears the reference. */
    public String getClearText() {
        return clear.getAccessibleText();
    }

    public void setClearText(String words) {
        clear.setAccessibleText(words);
    }

    /**
     * What there is to pick from.
     *
     * @param missing what stands there for an id that is not among them
     */
    public void setChoices(List<Choice> all, String missing) {
        var sorted = all.stream().sorted(BY_NAME).toList();
        if (!sorted.equals(choices) || !missing.equals(missingText)) {
            choices = sorted;
            missingText = missing;
            show();
        }
    }

    /** What is picked stays as it is while the list is open, where the search narrows it. */
    private void show() {
        showing = true;
        var id = value.get();
        var items = new ArrayList<@Nullable Choice>(choices);
        var picked = choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
        if (picked.isEmpty() && !Ids.isNil(id)) {
            items.addFirst(new Choice(id, missingText, ""));
        }
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        var wanted = Ids.isNil(id)
                ? null
                : items.stream()
                        .filter(choice -> choice != null && choice.id().equals(id))
                        .findFirst()
                        .orElse(null);
        if (!Objects.equals(wanted, box.getValue())) {
            box.setValue(wanted);
        }
        showClear();
        showing = false;
    }

    private void showClear() {
        boolean clearable = !Ids.isNil(value.get()) && !isDisabled() && !box.isShowing();
        clear.setVisible(clearable);
        pseudoClassStateChanged(CLEARABLE, clearable);
    }

    /** What the search looks through. */
    private static final class NameConverter extends StringConverter<@Nullable Choice> {
        @Override
        public String toString(@Nullable Choice choice) {
            return choice == null ? "" : choice.name();
        }

        @Override
        public @Nullable Choice fromString(String name) {
            return null;
        }
    }

    private final class ChoiceCell extends ListCell<@Nullable Choice> {
        private final Label name = new Label();
        private final Label more = new Label();
        private final HBox line = new HBox(8, name, more);
        private final boolean ofValue;

        /** @param ofValue it shows what is picked, and the word for none; otherwise a row of the list */
        ChoiceCell(String styleClass, boolean ofValue) {
            this.ofValue = ofValue;
            getStyleClass().add(styleClass);
            name.setMinWidth(0);
            CutText.tell(name);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            more.getStyleClass().add("second-line");
            more.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setText(ofValue ? box.getPromptText() : null);
                return;
            }
            name.setText(choice.name());
            name.setGraphic(choices.contains(choice) ? null : new FontIcon(Feather.ALERT_TRIANGLE));
            more.setText(choice.more());
            setText(null);
            setGraphic(line);
        }
    }
}
