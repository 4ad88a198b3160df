package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Days of the week, Monday first; in files Sunday is 0 and they stand in that order. */
final class WeekdaysEditor extends OptionEditor {
    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final HBox line = new HBox(4);

    WeekdaysEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        line.setAccessibleText(name);
        line.getStyleClass().add("weekdays");
        for (var day : DayOfWeek.values()) {
            var button = new ToggleButton(
                    day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2));
            button.setAccessibleText(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.selectedProperty().subscribe((_, _) -> putDays());
            days.put(day, button);
            line.getChildren().add(button);
        }
    }

    private void putDays() {
        if (isShowing()) {
            return;
        }
        var chosen = days.entrySet().stream()
                .filter(day -> day.getValue().isSelected())
                .map(day -> day.getKey().getValue() % 7)
                .sorted()
                .<Json>map(number -> new Json.Num(BigDecimal.valueOf(number)))
                .toList();
        put(chosen.isEmpty() ? null : new Json.Array(chosen));
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        var items = newValue instanceof Json.Array(List<Json> all) ? all : List.<Json>of();
        days.forEach((day, button) -> button.setSelected(items.stream()
                .anyMatch(item -> item instanceof Json.Num(var number)
                        && number.compareTo(BigDecimal.valueOf(day.getValue() % 7)) == 0)));
    }
}
