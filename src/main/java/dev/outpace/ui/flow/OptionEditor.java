package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Edits one option. What is shown again as it was just put leaves the control alone, so that neither caret nor half a number
 * is lost while somebody types.
 */
abstract class OptionEditor {
    final OptionForm form;
    final OptionSpec spec;
    final String name;
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper(this, "wrong", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private @Nullable Json value;
    private boolean shown;
    private boolean showing;

    /** @param name the label, which is the accessible name too */
    OptionEditor(OptionForm form, OptionSpec spec, String name) {
        this.form = form;
        this.spec = spec;
        this.name = name;
    }

    abstract Region node();

    /** Writes the value into the control. Nothing that the control tells meanwhile is put. */
    abstract void display(@Nullable Json newValue);

    /** For editors that name actions or variables. */
    void showFlow(FlowGraph graph, int index) {}

    /** Whether its label stands in the control itself. */
    boolean labelsItself() {
        return false;
    }

    /** What was typed and is no value; empty while all is well. */
    final ReadOnlyStringProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Beside the label: "192 of 1,000". */
    final ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    final void show(@Nullable Json newValue) {
        if (shown && Objects.equals(newValue, value)) {
            return;
        }
        shown = true;
        value = newValue;
        refresh();
    }

    /** Writes the value again, as when what surrounds it changed. */
    final void refresh() {
        showing = true;
        display(value);
        showing = false;
        wrong.set("");
    }

    final void put(@Nullable Json newValue) {
        if (!showing) {
            wrong.set("");
            if (!Objects.equals(newValue, value)) {
                value = newValue;
                form.put(spec, newValue);
            }
        }
    }

    /** Puts a text; none at all for an empty one. */
    final void putText(String text) {
        put(text.isEmpty() ? null : new Json.Text(text));
    }

    final void refuse(String sentence) {
        if (!showing) {
            wrong.set(sentence);
        }
    }

    final void note(String text) {
        note.set(text);
    }

    final boolean isShowing() {
        return showing;
    }

    final @Nullable Json value() {
        return value;
    }

    static String text(@Nullable Json value) {
        return value instanceof Json.Text(var text) ? text : "";
    }

    final Texts texts() {
        return form.sources().texts();
    }
}
