package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.ChosenWords;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A part of date or time, where the least value stands for any, and none at all means something else again. */
final class ClockEditor extends OptionEditor {

    /** @param value null for unset */
    private record Item(@Nullable BigDecimal value) {
        static Item of(long value) {
            return new Item(BigDecimal.valueOf(value));
        }
    }

    private static final Item UNSET = new Item(null);

    private final ComboBox<Item> box = new ComboBox<>();
    /** Hours and minutes count as 0 where they are not given; days and months from 1 on. */
    private final boolean fromZero;

    ClockEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        fromZero = spec.most() == 23 || spec.most() == 59;
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.setConverter(new ChosenWords<>(this::words));
        box.valueProperty().subscribe((_, picked) -> {
            if (picked != null) {
                put(picked.value() == null ? null : new Json.Num(picked.value()));
            }
        });
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        var now = newValue instanceof Json.Num(var number) ? new Item(number) : UNSET;
        var items = items(now);
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        box.setValue(now);
    }

    private List<Item> items(Item now) {
        var usual = LongStream.concat(
                        LongStream.of(fromZero ? -1 : 0), LongStream.rangeClosed(fromZero ? 0 : 1, spec.most()))
                .mapToObj(Item::of);
        return Stream.concat(Stream.concat(Stream.of(UNSET), usual), Stream.of(now))
                .distinct()
                .toList();
    }

    private String words(Item item) {
        var value = item.value();
        if (value == null) {
            return texts().get(fromZero ? "inspector.clock.unsetZero" : "inspector.clock.unsetAny");
        }
        if (value.signum() < 0 || (value.signum() == 0 && !fromZero)) {
            return texts().get("inspector.clock.any");
        }
        boolean month = spec.most() == 12 && value.compareTo(BigDecimal.valueOf(12)) <= 0;
        return month
                ? Month.of(value.intValue()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : value.toPlainString();
    }
}
