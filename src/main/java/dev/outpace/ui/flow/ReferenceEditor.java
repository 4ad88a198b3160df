package dev.outpace.ui.flow;

import dev.outpace.flow.OptionKind;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.ReferencePicker;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * An id: picked by name where it is of something that this workspace holds, and typed where it is of something else. A typed
 * one may be a variable too.
 */
final class ReferenceEditor extends OptionEditor {
    private final TextField field = new TextField();
    private final @Nullable ReferencePicker picker;
    private final List<ReferencePicker.Choice> choices;
    private final VBox box = new VBox(6);
    private boolean mirroring;

    ReferenceEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        choices = switch (spec.kind()) {
            case QUEUE -> form.sources().queues().get();
            case FLOW -> form.sources().flows().get();
            default -> List.of();
        };
        picker = spec.kind() == OptionKind.RESOURCE ? null : picker();
        if (picker != null) {
            box.getChildren().add(picker);
            field.setAccessibleText(texts().get("inspector.idOf", name));
        } else {
            field.setAccessibleText(name);
        }
        box.setAccessibleText(name);
        field.setPromptText(texts().get("inspector.id"));
        field.managedProperty().bind(field.visibleProperty());
        box.getChildren().add(field);
        field.textProperty().subscribe((_, typed) -> typed(typed.strip()));
    }

    private ReferencePicker picker() {
        var made = new ReferencePicker();
        made.setAccessibleText(name);
        made.setNoneText(texts().get("choice.unset"));
        made.setClearText(texts().get("inspector.clear", name));
        made.valueProperty().subscribe((_, picked) -> {
            if (!mirroring && !isShowing()) {
                field.setText(Ids.isNil(picked) ? "" : picked.toString());
            }
        });
        return made;
    }

    private void typed(String text) {
        putText(text);
        mirror(text);
        tellForm(text);
    }

    private void tellForm(String text) {
        boolean good = text.isEmpty() || text.contains("${") || Ids.parse(text).isPresent();
        refuse(good ? "" : texts().get("inspector.notAnId"));
    }

    /** Shows in the picker what the field says. */
    private void mirror(String text) {
        var id = Ids.parse(text).orElse(Ids.NIL);
        boolean known = choices.stream().anyMatch(choice -> choice.id().equals(id));
        if (picker != null) {
            mirroring = true;
            picker.setChoices(choices, texts().get(missing(), shortened(id)));
            picker.setValue(id);
            mirroring = false;
        }
        field.setVisible(picker == null
                || spec.kind() == OptionKind.FLOW
                || field.isFocused()
                || (!text.isEmpty() && !known && !Ids.isNil(id))
                || (!text.isEmpty() && Ids.parse(text).isEmpty()));
    }

    private String missing() {
        return spec.kind() == OptionKind.QUEUE ? "inspector.missingQueue" : "inspector.missingFlow";
    }

    private static String shortened(UUID id) {
        return id.toString().substring(0, 8);
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        field.setText(text(newValue));
        mirror(text(newValue));
    }
}
