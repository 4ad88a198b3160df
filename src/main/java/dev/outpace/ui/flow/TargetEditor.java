package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where one of the ports leads that an option holds the id of. */
final class TargetEditor extends OptionEditor {
    private final TargetPicker picker;

    TargetEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        var port = port(spec);
        picker = new TargetPicker(
                texts(), form.words(), port, name, to -> form.emit(new InspectorEdit.Connect(port, to)));
    }

    private static Port port(OptionSpec spec) {
        return switch (spec.name()) {
            case "false_target_id" -> Port.FALSE;
            case "default_target_id" -> Port.DEFAULT;
            default -> Port.JUMP;
        };
    }

    @Override
    Region node() {
        return picker;
    }

    @Override
    void display(@Nullable Json newValue) {}

    @Override
    void showFlow(FlowGraph graph, int index) {
        picker.show(graph, index);
    }
}
