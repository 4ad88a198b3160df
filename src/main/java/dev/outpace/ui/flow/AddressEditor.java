package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One address; none where nothing is left of it. */
final class AddressEditor extends OptionEditor {
    private final AddressFields fields;

    AddressEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        fields = new AddressFields(texts(), address -> put(address.isEmpty() ? null : address));
        fields.setAccessibleText(name);
    }

    @Override
    Region node() {
        return fields;
    }

    @Override
    void display(@Nullable Json newValue) {
        fields.show(newValue instanceof Json.Obj address ? address : Json.Obj.EMPTY);
    }
}
