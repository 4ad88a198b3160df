package dev.outpace.ui.rules;

import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/** A number of hours or days. */
final class SpanField extends HBox {
    private enum Unit {
        HOURS(1),
        DAYS(24);

        final int hours;

        Unit(int hours) {
            this.hours = hours;
        }
    }

    private final Stepper number = new Stepper();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Duration longest;
    private boolean showing;

    /**
     * @param least number of hours or days
     * @param name for screen readers
     */
    SpanField(Texts texts, int least, Duration longest, String name, Runnable onChange) {
        super(6);
        this.longest = longest;
        setAlignment(Pos.CENTER_LEFT);
        number.getStyleClass().add("narrow");
        number.setMinimum(least);
        number.setEager(true);
        number.setName(name);
        number.setLessText(texts.get("control.decrease"));
        number.setMoreText(texts.get("control.increase"));
        unit.getItems().setAll(Unit.values());
        unit.setConverter(new ChosenWords<>(one -> texts.get("rules.unit." + one.name())));
        unit.setAccessibleText(texts.get("rules.unitOf", name));
        unit.setValue(Unit.DAYS);
        limit();
        getChildren().addAll(number, unit);
        number.valueProperty().subscribe((_, _) -> tell(onChange));
        unit.valueProperty().subscribe((_, _) -> {
            limit();
            tell(onChange);
        });
    }

    private void tell(Runnable onChange) {
        if (!showing) {
            onChange.run();
        }
    }

    private void limit() {
        number.setMaximum((int) (longest.toHours() / unit().hours));
    }

    private Unit unit() {
        return Objects.requireNonNullElse(unit.getValue(), Unit.DAYS);
    }

    void show(Duration span) {
        showing = true;
        long hours = span.toHours();
        unit.setValue(hours % Unit.DAYS.hours == 0 ? Unit.DAYS : Unit.HOURS);
        limit();
        number.setValue((int) (hours / unit().hours));
        showing = false;
    }

    Duration get() {
        return Duration.ofHours((long) number.getValue() * unit().hours);
    }
}
