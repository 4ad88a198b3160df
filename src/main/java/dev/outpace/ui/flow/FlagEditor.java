package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

final class FlagEditor extends OptionEditor {
    private final CheckBox box = new CheckBox();

    FlagEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        box.setText(name);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.selectedProperty().subscribe((_, on) -> put(new Json.Bool(on)));
    }

    @Override
    boolean labelsItself() {
        return true;
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        box.setSelected(newValue instanceof Json.Bool(var on) && on);
    }
}
