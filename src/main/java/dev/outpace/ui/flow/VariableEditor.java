package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The bare name of a variable. */
final class VariableEditor extends OptionEditor {
    private final NameBox box;

    VariableEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        box = new NameBox(name, _ -> "", typed -> putText(typed.strip()));
        box.setPromptText(spec.byDefault());
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        box.showText(text(newValue));
    }

    @Override
    void showFlow(FlowGraph graph, int index) {
        if (!box.isShowing()) {
            box.showNames(KnownVariables.of(graph));
        }
    }
}
