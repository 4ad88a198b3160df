package dev.outpace.ui.outplans;

import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.texts.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What an outplan does by the cause of a failed try: a row for each cause, folded until somebody wants it or there is a rule. */
final class RetryEditor extends TitledPane {
    private static final long MINUTE = 60_000;
    private static final int MAX_TRIES = 99;

    private final Texts texts;
    private final Map<RetryCause, Row> rows = new EnumMap<>(RetryCause.class);
    private final Stepper mostTries;
    private final ReadOnlyObjectWrapper<@Nullable RetryRules> edited =
            new ReadOnlyObjectWrapper<>(this, "edited", RetryRules.NONE);
    private boolean showing;

    /** The controls of one cause. */
    private record Row(NumberField interval, Stepper tries, ComboBox<RetryThen> then) {
        /** Null while the interval can't be used. */
        @Nullable
        RetryRule rule() {
            var minutes = interval.optionalMillis();
            if (minutes.isEmpty()) {
                return null;
            }
            var own = minutes.get();
            return new RetryRule(
                    own.isPresent() ? own.getAsLong() : null,
                    tries.getValue(),
                    Objects.requireNonNullElse(then.getValue(), RetryThen.NEXT_DESTINATION));
        }
    }

    RetryEditor(Texts texts) {
        this.texts = texts;
        getStyleClass().add("retry-editor");
        setAnimated(false);
        setExpanded(false);
        setText(texts.get("outplan.retry"));
        mostTries = stepper(texts.get("outplan.retry.mostTries"));
        var most = new HBox(8, new Label(texts.get("outplan.retry.mostTries")), mostTries, quiet("outplan.retry.none"));
        most.setAlignment(Pos.CENTER_LEFT);
        var hint = quiet("outplan.retry.hint");
        hint.setWrapText(true);
        setContent(new VBox(8, hint, grid(), most));
        mostTries.valueProperty().subscribe(value -> take());
    }

    ReadOnlyObjectProperty<@Nullable RetryRules> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Null while something that was typed can't be used. */
    @Nullable
    RetryRules getEdited() {
        return edited.get();
    }

    void show(RetryRules rules) {
        showing = true;
        rows.forEach((cause, row) -> {
            var rule = rules.byCause().getOrDefault(cause, RetryRule.PLAIN);
            row.interval().showOptional(rule.tryInterval());
            put(row.tries(), rule.maxTries());
            row.then().setValue(rule.then());
        });
        put(mostTries, rules.maxTries());
        if (!rules.equals(RetryRules.NONE)) {
            setExpanded(true);
        }
        showing = false;
        take();
    }

    private static void put(Stepper stepper, int value) {
        stepper.setMaximum(Math.max(MAX_TRIES, value));
        stepper.setValue(value);
    }

    private void take() {
        if (showing) {
            return;
        }
        var byCause = new EnumMap<RetryCause, RetryRule>(RetryCause.class);
        for (var entry : rows.entrySet()) {
            var rule = entry.getValue().rule();
            if (rule == null) {
                edited.set(null);
                return;
            }
            byCause.put(entry.getKey(), rule);
        }
        edited.set(new RetryRules(byCause, mostTries.getValue()));
    }

    private GridPane grid() {
        var grid = new GridPane(8, 6);
        grid.addRow(
                0,
                quiet("outplan.retry.after"),
                quiet("outplan.interval"),
                quiet("outplan.maxTries"),
                quiet("outplan.retry.then"));
        for (var cause : RetryCause.values()) {
            var name = name(cause);
            var interval = new NumberField(
                    texts.get("outplan.minutes"), MINUTE, texts.get("outplan.retry.intervalAfter", name));
            interval.setPromptText(texts.get("outplan.retry.plain"));
            interval.setPrefWidth(104);
            var row = new Row(interval, stepper(texts.get("outplan.retry.triesAfter", name)), then(name));
            interval.textProperty().subscribe(text -> take());
            row.tries().valueProperty().subscribe(value -> take());
            row.then().valueProperty().subscribe(value -> take());
            rows.put(cause, row);
            var label = new Label(name);
            label.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(rows.size(), label, interval);
            if (cause == RetryCause.CONGESTION) {
                grid.add(quiet("outplan.retry.congestion"), 2, rows.size(), 2, 1);
            } else {
                grid.add(row.tries(), 2, rows.size());
                grid.add(row.then(), 3, rows.size());
            }
        }
        return grid;
    }

    private String name(RetryCause cause) {
        return texts.get("outplan.retry.cause." + cause.name());
    }

    private ComboBox<RetryThen> then(String cause) {
        var box = new ComboBox<RetryThen>();
        box.setAccessibleText(texts.get("outplan.retry.thenAfter", cause));
        box.getItems().setAll(RetryThen.values());
        box.setValue(RetryThen.NEXT_DESTINATION);
        box.setConverter(new ChosenWords<>(then -> texts.get("outplan.retry.then." + then.name())));
        return box;
    }

    private Stepper stepper(String name) {
        var stepper = new Stepper();
        stepper.getStyleClass().add("narrow");
        stepper.setMaximum(MAX_TRIES);
        stepper.setEager(true);
        stepper.setName(name);
        stepper.setLessText(texts.get("control.decrease"));
        stepper.setMoreText(texts.get("control.increase"));
        return stepper;
    }

    private Label quiet(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("second-line");
        return label;
    }
}
