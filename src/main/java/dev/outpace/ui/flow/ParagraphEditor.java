package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Text of several lines with its length, and variables at a press. */
final class ParagraphEditor extends OptionEditor {
    /** What a caller listens to, or reads, without hanging up. */
    private static final int LONGEST = 1_000;

    private static final int MAX_CHIPS = 2;

    private final TextArea area = new TextArea();
    private final VariableMenu variables;
    private final FlowPane chips = new FlowPane(6, 6);
    private final VBox box = new VBox(8, area, chips);
    private List<String> offered = List.of();

    ParagraphEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        area.setWrapText(true);
        area.setPrefRowCount(spec.name().equals("text") ? 6 : 3);
        area.setAccessibleText(name);
        variables = new VariableMenu(area, texts(), true);
        variables.getStyleClass().add("chip");
        chips.getChildren().add(variables);
        area.textProperty().subscribe(this::tellLength);
        area.textProperty().subscribe((_, typed) -> putText(typed));
    }

    private void tellLength(String text) {
        note(
                spec.name().equals("text")
                        ? texts().get("inspector.length.of", text.length(), LONGEST)
                        : texts().get("inspector.length", text.length()));
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        area.setText(text(newValue));
    }

    /** Its own variables come first, then those that nearly every text names. */
    @Override
    void showFlow(FlowGraph graph, int index) {
        variables.showFlow(graph);
        var all = KnownVariables.of(graph);
        var own = all.subList(all.size() - Math.min(MAX_CHIPS, all.size() - KnownVariables.always()), all.size());
        var now = Stream.concat(own.stream(), all.stream()).limit(MAX_CHIPS).toList();
        if (!now.equals(offered)) {
            offered = now;
            var children = new ArrayList<Node>();
            children.add(variables);
            now.forEach(variable -> children.add(chip(variable)));
            chips.getChildren().setAll(children);
        }
    }

    private Button chip(String variable) {
        var chip = new Button(variable);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("small", "chip");
        chip.setAccessibleText(texts().get("inspector.variable.insertNamed", variable));
        chip.setOnAction(_ -> variables.insert(variable));
        return chip;
    }
}
