package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.Stepper;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A whole number, which can be taken back to none. */
final class CountEditor extends OptionEditor {
    private static final String NONE = "zero";

    private final Stepper stepper = new Stepper();
    private final Label unset = new Label();
    private final Button clear = new Button();
    private final HBox line = new HBox(8, stepper, unset, clear);

    CountEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        line.setAlignment(Pos.CENTER_LEFT);
        stepper.setName(name);
        stepper.setEager(true);
        stepper.setLessText(texts().get("control.decrease"));
        stepper.setMoreText(texts().get("control.increase"));
        stepper.setMinimum((int) Math.max(spec.least(), Integer.MIN_VALUE));
        stepper.setMaximum((int) Math.min(spec.most(), Integer.MAX_VALUE));
        stepper.valueProperty().subscribe((_, number) -> {
            put(new Json.Num(BigDecimal.valueOf(number.longValue())));
            mark();
        });
        unset.setText(texts().get("choice.unset"));
        unset.getStyleClass().add("second-line");
        unset.managedProperty().bind(unset.visibleProperty());
        clear.setGraphic(new FontIcon(Feather.X));
        clear.getStyleClass().addAll("flat", "small", "icon-button");
        clear.setAccessibleText(texts().get("inspector.clear", name));
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setOnAction(_ -> {
            put(null);
            refresh();
        });
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        stepper.setValue(newValue instanceof Json.Num(var number) ? number.intValue() : 0);
        mark();
    }

    private void mark() {
        boolean set = value() != null;
        clear.setVisible(set);
        unset.setVisible(!set);
        stepper.getStyleClass().remove(NONE);
        if (!set) {
            stepper.getStyleClass().add(NONE);
        }
    }
}
