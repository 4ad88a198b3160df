package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of text in which variables may stand. */
final class LineEditor extends OptionEditor {
    private final TextField field = new TextField();
    private final VariableMenu variables;
    private final HBox line;

    LineEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        field.setAccessibleText(name);
        field.setPromptText(spec.byDefault());
        variables = new VariableMenu(field, texts(), false);
        line = new HBox(6, field, variables);
        line.getStyleClass().add("option-line");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe((_, typed) -> putText(typed));
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        field.setText(text(newValue));
    }

    @Override
    void showFlow(FlowGraph graph, int index) {
        variables.showFlow(graph);
    }
}
