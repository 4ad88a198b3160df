package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

final class NumberEditor extends OptionEditor {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,15})?");

    private final TextField field = new TextField();

    NumberEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        field.setAccessibleText(name);
        field.textProperty().subscribe((_, typed) -> typed(typed.strip()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !wrongProperty().get().isEmpty()) {
                refresh();
            }
        });
    }

    private void typed(String text) {
        if (text.isEmpty()) {
            put(null);
        } else if (NUMBER.matcher(text).matches()) {
            put(new Json.Num(new BigDecimal(text.replace(',', '.'))));
        } else {
            refuse(texts().get("inspector.notANumber"));
        }
    }

    @Override
    Region node() {
        return field;
    }

    @Override
    void display(@Nullable Json newValue) {
        field.setText(newValue instanceof Json.Num(var number) ? number.toPlainString() : "");
    }
}
