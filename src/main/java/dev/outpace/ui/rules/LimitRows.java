package dev.outpace.ui.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Attempt limits, a row for each, and one more by a button. */
final class LimitRows extends VBox {
    private static final AttemptLimit USUAL = new AttemptLimit(3, Duration.ofDays(1), AttemptLimit.Per.NUMBER);

    private final Texts texts;
    private final Consumer<List<AttemptLimit>> onEdit;
    private final VBox rows = new VBox(8);
    private final List<Row> limits = new ArrayList<>();

    LimitRows(Texts texts, Consumer<List<AttemptLimit>> onEdit) {
        super(8);
        this.texts = texts;
        this.onEdit = onEdit;
        var add = new Button(texts.get("rules.limit.add"), new FontIcon(Feather.PLUS));
        add.setOnAction(_ -> {
            add(USUAL);
            tell();
            limits.getLast().max.requestFocus();
        });
        getChildren().addAll(rows, add);
    }

    void show(List<AttemptLimit> those) {
        limits.clear();
        rows.getChildren().clear();
        those.forEach(this::add);
    }

    private void add(AttemptLimit limit) {
        var row = new Row(limit);
        limits.add(row);
        rows.getChildren().add(row);
    }

    private void tell() {
        onEdit.accept(limits.stream().map(Row::limit).toList());
    }

    /** At most 3 in 1 day, per number. */
    private final class Row extends FlowPane {
        private final Stepper max = new Stepper();
        private final SpanField within;
        private final ComboBox<AttemptLimit.Per> per = new ComboBox<>();

        Row(AttemptLimit limit) {
            super(8, 6);
            setAlignment(Pos.CENTER_LEFT);
            max.getStyleClass().add("narrow");
            max.setMinimum(1);
            max.setMaximum(AttemptLimit.MOST_CALLS);
            max.setEager(true);
            max.setName(texts.get("rules.limit.max"));
            max.setLessText(texts.get("control.decrease"));
            max.setMoreText(texts.get("control.increase"));
            max.setValue(limit.max());
            within = new SpanField(
                    texts, 1, AttemptLimit.LONGEST, texts.get("rules.limit.within"), LimitRows.this::tell);
            within.show(limit.within());
            per.getItems().setAll(AttemptLimit.Per.values());
            per.setConverter(new ChosenWords<>(one -> texts.get("rules.limit.per." + one.name())));
            per.setAccessibleText(texts.get("rules.limit.per"));
            per.setValue(limit.per());
            var remove = new Button("", new FontIcon(Feather.X));
            remove.getStyleClass().addAll("flat", "icon-button");
            remove.setAccessibleText(texts.get("rules.limit.remove"));
            remove.setOnAction(_ -> {
                limits.remove(this);
                rows.getChildren().remove(this);
                tell();
            });
            getChildren()
                    .addAll(
                            new Label(texts.get("rules.limit.atMost")),
                            max,
                            new Label(texts.get("rules.limit.in")),
                            within,
                            per,
                            remove);
            max.valueProperty().subscribe((_, _) -> tell());
            per.valueProperty().subscribe((_, _) -> tell());
        }

        AttemptLimit limit() {
            return new AttemptLimit(
                    max.getValue(), within.get(), Objects.requireNonNullElse(per.getValue(), AttemptLimit.Per.NUMBER));
        }
    }
}
