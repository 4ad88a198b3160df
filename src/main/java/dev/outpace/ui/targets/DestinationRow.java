package dev.outpace.ui.targets;

import dev.outpace.model.Address;
import dev.outpace.numbers.Reading;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One destination in the form of a target: what kind of address, and the address. */
final class DestinationRow {

    private static final String TEL = "tel";
    private static final String SIP = "sip";

    private final Texts texts;
    private final BiFunction<String, String, Reading> reader;
    private final ProblemWords words = new ProblemWords();
    private final FormField field = new FormField();
    private final ComboBox<String> type = new ComboBox<>();
    private final TextField address = new TextField();
    private final @Nullable Address before;
    private final int tries;
    private final String shown;

    /**
     * @param index from 0
     * @param reader reads what was typed for an address of a type
     */
    DestinationRow(
            Texts texts, int index, @Nullable Address before, int tries, BiFunction<String, String, Reading> reader) {
        this.texts = texts;
        this.reader = reader;
        this.before = before;
        this.tries = tries;
        this.shown = PhoneNumbers.show(before);
        var name = texts.get("targets.destination", index + 1);
        field.setLabel(name);
        type.getItems().addAll(TEL, SIP);
        if (before != null && !type.getItems().contains(before.type())) {
            type.getItems().add(before.type());
        }
        type.setConverter(new ChosenWords<>(this::typeWords));
        type.setValue(before == null ? TEL : before.type());
        type.setAccessibleText(texts.get("targets.destinationType", name));
        type.setMinWidth(Region.USE_PREF_SIZE);
        address.setText(shown);
        address.setAccessibleText(name);
        HBox.setHgrow(address, Priority.ALWAYS);
        field.setContent(new HBox(8, type, address));
        address.textProperty().subscribe(this::typed);
        type.valueProperty().subscribe(value -> tell());
    }

    FormField node() {
        return field;
    }

    private void typed(String text) {
        if (text.contains("@") && TEL.equals(type.getValue())) {
            type.setValue(SIP);
        }
        tell();
    }

    private void tell() {
        field.setError("");
        if (tries > 0) {
            field.setHint(texts.get(isChanged() ? "targets.triesReset" : "targets.triesMade", tries));
        }
    }

    private boolean isChanged() {
        return !address.getText().strip().equals(shown)
                || (before != null && !Objects.equals(type.getValue(), before.type()));
    }

    /** The address as it was typed; null for none. What was not touched stays as it is, names included. */
    @Nullable
    Address read() {
        if (!isChanged()) {
            return before;
        }
        var text = address.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        return reader.apply(type.getValue(), text)
                .dialed()
                .orElseGet(() -> new Address(type.getValue(), text, "", "", ""));
    }

    /** Whether what was typed can be dialed; tells it under the field if not. */
    boolean check() {
        var text = address.getText().strip();
        if (isChanged()
                && !text.isEmpty()
                && reader.apply(type.getValue(), text) instanceof Reading.Refused(var reason)) {
            field.setError(words.sentence(reason));
            return false;
        }
        return true;
    }

    private String typeWords(String value) {
        return switch (value) {
            case TEL -> texts.get("targets.type.tel");
            case SIP -> texts.get("targets.type.sip");
            default -> value;
        };
    }
}
