package dev.outpace.ui.flow;

import dev.outpace.flow.OptionKind;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.ChosenWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A span of time in the unit that reads best; files have it in milliseconds or in seconds. */
final class DurationEditor extends OptionEditor {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,3})?");

    private enum Unit {
        MILLISECOND("ms", 1),
        SECOND("s", 1_000),
        MINUTE("min", 60_000);

        private final String key;
        private final long millis;

        Unit(String key, long millis) {
            this.key = "inspector.unit." + key;
            this.millis = millis;
        }
    }

    private final TextField field = new TextField();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final HBox line = new HBox(6, field, unit);
    /** Milliseconds of what the file counts in. */
    private final long counted;

    DurationEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        counted = spec.kind() == OptionKind.SECONDS ? 1_000 : 1;
        field.setAccessibleText(name);
        field.setPrefWidth(0);
        field.setPromptText(texts().get("choice.unset"));
        HBox.setHgrow(field, Priority.ALWAYS);
        unit.getItems()
                .setAll(List.of(Unit.values()).stream()
                        .filter(each -> each.millis >= counted)
                        .toList());
        unit.setAccessibleText(texts().get("inspector.unitOf", name));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        unit.setConverter(new ChosenWords<>(each -> texts().get(each.key)));
        field.textProperty().subscribe((_, typed) -> typed(typed.strip()));
        unit.valueProperty().subscribe((_, _) -> typed(field.getText().strip()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !wrongProperty().get().isEmpty()) {
                refresh();
            }
        });
    }

    private void typed(String text) {
        var picked = Objects.requireNonNullElse(unit.getValue(), Unit.SECOND);
        if (text.isEmpty()) {
            put(null);
        } else if (!NUMBER.matcher(text).matches()) {
            refuse(texts().get("inspector.notATime"));
        } else {
            var exact = new BigDecimal(text.replace(',', '.'))
                    .multiply(BigDecimal.valueOf(picked.millis))
                    .divide(BigDecimal.valueOf(counted))
                    .stripTrailingZeros();
            if (exact.scale() > 0) {
                refuse(texts().get("inspector.notATime"));
            } else {
                put(new Json.Num(exact.setScale(0)));
            }
        }
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        if (newValue instanceof Json.Num(var number)) {
            var millis = number.multiply(BigDecimal.valueOf(counted));
            var best = best(millis);
            unit.setValue(best);
            field.setText(millis.divide(BigDecimal.valueOf(best.millis))
                    .stripTrailingZeros()
                    .toPlainString());
        } else {
            unit.setValue(Unit.SECOND);
            field.setText("");
        }
    }

    private Unit best(BigDecimal millis) {
        if (millis.signum() == 0) {
            return Unit.SECOND;
        }
        if (divides(millis, 60_000)) {
            return Unit.MINUTE;
        }
        return counted > 1 || (divides(millis, 100) && millis.abs().compareTo(BigDecimal.valueOf(1_000)) >= 0)
                ? Unit.SECOND
                : Unit.MILLISECOND;
    }

    private static boolean divides(BigDecimal millis, long unit) {
        return millis.remainder(BigDecimal.valueOf(unit)).signum() == 0;
    }
}
