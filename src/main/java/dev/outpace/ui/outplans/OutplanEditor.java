package dev.outpace.ui.outplans;

import dev.outpace.model.Address;
import dev.outpace.model.Outplan;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import dev.outpace.ui.controls.AttemptTimeline;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialing strategy of an outplan as a form: times, caller id, tries per destination, and every attempt as a picture. */
public final class OutplanEditor extends VBox {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final int MAX_TRIES = 99;

    /** A caller id stands with its country: whoever is called may be abroad. */
    private final NumberReader numbers = new NumberReader("");

    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Outplan> edited = new ReadOnlyObjectWrapper<>(this, "edited");
    private final NumberField timeout;
    private final NumberField hours;
    private final NumberField minutes;
    private final TextField callerId = new TextField();
    private final FormField timeoutField;
    private final Label timeoutWarning = new Label();
    private final FormField intervalField;
    private final FormField callerField;
    private final List<Stepper> tries = new ArrayList<>();
    private final AttemptTimeline timeline = new AttemptTimeline();
    private final Label summary = new Label();
    private final RetryEditor retry;
    private @Nullable Outplan shown;
    private boolean showing;

    public OutplanEditor(Texts texts) {
        this.texts = texts;
        getStyleClass().add("outplan-editor");
        timeout = new NumberField(texts.get("outplan.seconds"), SECOND, texts.get("outplan.timeout"));
        hours = new NumberField(texts.get("outplan.hours"), HOUR, texts.get("outplan.intervalHours"));
        minutes = new NumberField(texts.get("outplan.minutes"), MINUTE, texts.get("outplan.intervalMinutes"));
        retry = new RetryEditor(texts);
        callerId.setPromptText(texts.get("outplan.callerNone"));
        timeoutWarning.getStyleClass().add("tone-warning");
        timeoutWarning.setWrapText(true);
        timeoutField = field("outplan.timeout", timeout);
        intervalField = field("outplan.interval", new HBox(8, hours, minutes));
        callerField = field("outplan.callerId", callerId);
        timeout.setPrefWidth(112);
        hours.setPrefWidth(76);
        minutes.setPrefWidth(84);
        timeoutField.setPrefWidth(128);
        callerId.setPrefWidth(180);
        HBox.setHgrow(callerField, Priority.ALWAYS);
        getChildren().addAll(new HBox(16, timeoutField, intervalField, callerField), timeoutWarning, attempts(), retry);
        List.of(timeout, hours, minutes).forEach(number -> number.textProperty().subscribe(text -> take()));
        callerId.textProperty().subscribe(text -> take());
        retry.editedProperty().subscribe(rules -> take());
        tries.forEach(stepper -> stepper.valueProperty().subscribe(value -> take()));
    }

    /** Shows an outplan and forgets what was typed. */
    public void show(Outplan outplan) {
        shown = outplan;
        showing = true;
        timeout.show(outplan.dialTimeout());
        hours.show(outplan.tryInterval() / HOUR * HOUR);
        minutes.show(outplan.tryInterval() % HOUR);
        callerId.setText(PhoneNumbers.show(outplan.source()));
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            int most = outplan.maxTryCounts().get(i);
            tries.get(i).setMaximum(Math.max(MAX_TRIES, most));
            tries.get(i).setValue(most);
        }
        retry.show(outplan.retry());
        showing = false;
        take();
    }

    /** The shown outplan with what was typed; null before one is shown, and while something typed can't be used. */
    public ReadOnlyObjectProperty<@Nullable Outplan> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    public @Nullable Outplan getEdited() {
        return edited.get();
    }

    /** The fields by the places that problems name. */
    public Map<String, FormField> fields() {
        return Map.of("dial_timeout", timeoutField, "try_interval", intervalField, "source", callerField);
    }

    private void take() {
        var base = shown;
        if (base == null || showing) {
            return;
        }
        var ring = timeout.millis();
        var interval = sum(hours.millis(), minutes.millis());
        var counts = tries.stream().map(Stepper::getValue).toList();
        tell(timeoutField, ring.isPresent(), "form.notATime");
        tell(intervalField, interval.isPresent(), "form.notATime");
        var typed = callerId.getText().isBlank() ? null : numbers.read(callerId.getText());
        var rules = retry.getEdited();
        boolean callable = callerUnchanged(base) || !(typed instanceof Reading.Refused);
        tell(callerField, callable, "form.notDialable");
        warn(ring);
        draw(interval, counts);
        edited.set(
                ring.isEmpty() || interval.isEmpty() || rules == null || !callable
                        ? null
                        : new Outplan(
                                base.id(),
                                base.name(),
                                base.detail(),
                                callerUnchanged(base) ? base.source() : address(typed),
                                ring.getAsLong(),
                                interval.getAsLong(),
                                counts,
                                rules,
                                base.stamps(),
                                base.unknown()));
    }

    private static @Nullable Address address(@Nullable Reading typed) {
        return typed instanceof Reading.Dialable(var address, var _) ? address : null;
    }

    /** What is mostly a mistaken unit is said, and may be saved. */
    private void warn(OptionalLong ring) {
        boolean unusual = ring.isPresent() && Outplan.ringsUnusually(ring.getAsLong());
        timeoutWarning.setText(unusual ? texts.get("outplan.timeout.unusual") : "");
        timeoutWarning.setManaged(unusual);
        timeoutWarning.setVisible(unusual);
    }

    private boolean callerUnchanged(Outplan base) {
        return Objects.equals(callerId.getText(), PhoneNumbers.show(base.source()));
    }

    private void tell(FormField field, boolean good, String key) {
        field.setError(good ? "" : texts.get(key));
    }

    private void draw(OptionalLong interval, List<Integer> counts) {
        for (int i = 0; i < tries.size(); i++) {
            var classes = tries.get(i).getStyleClass();
            classes.remove("zero");
            if (counts.get(i) == 0) {
                classes.add("zero");
            }
        }
        timeline.setTries(counts.stream().mapToInt(Integer::intValue).toArray());
        interval.ifPresent(millis -> timeline.setInterval(javafx.util.Duration.millis((double) millis)));
        int attempts = counts.stream().mapToInt(Integer::intValue).sum();
        var span = Duration.ofMillis(interval.orElse(0) * Math.max(0, attempts - 1));
        summary.setText(
                attempts == 0
                        ? texts.get("outplan.noAttempt")
                        : texts.get("outplan.attemptsOver", attempts, texts.span(span)));
        timeline.setAccessibleText(summary.getText());
    }

    private static OptionalLong sum(OptionalLong hours, OptionalLong minutes) {
        return hours.isPresent() && minutes.isPresent()
                ? OptionalLong.of(hours.getAsLong() + minutes.getAsLong())
                : OptionalLong.empty();
    }

    private FormField field(String key, Region content) {
        var field = new FormField();
        field.setLabel(texts.get(key));
        field.setContent(content);
        field.setMinWidth(USE_PREF_SIZE);
        return field;
    }

    private VBox attempts() {
        var rows = new GridPane();
        rows.setMinWidth(USE_PREF_SIZE);
        rows.getColumnConstraints().add(new ColumnConstraints(96, USE_COMPUTED_SIZE, USE_PREF_SIZE));
        addRow(rows, 26, label("outplan.destination"), label("outplan.maxTries"));
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var name = texts.get("outplan.destinationNumber", i + 1);
            var stepper = new Stepper();
            stepper.getStyleClass().add("narrow");
            stepper.setMaximum(MAX_TRIES);
            stepper.setEager(true);
            stepper.setName(texts.get("outplan.maxTriesOf", name));
            stepper.setLessText(texts.get("control.decrease"));
            stepper.setMoreText(texts.get("control.increase"));
            tries.add(stepper);
            addRow(rows, 36, new Label(name), stepper);
        }
        timeline.setUnusedText(texts.get("outplan.notUsed"));
        HBox.setHgrow(timeline, Priority.ALWAYS);
        summary.setGraphic(new FontIcon(Feather.CLOCK));
        summary.getStyleClass().addAll("second-line", "attempts-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setWrapText(true);
        var box = new VBox(8, new HBox(8, rows, timeline), summary);
        box.getStyleClass().add("quiet-box");
        return box;
    }

    private Label label(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("second-line");
        return label;
    }

    private static void addRow(GridPane rows, double height, Label name, Region control) {
        name.setMinWidth(USE_PREF_SIZE);
        name.setPadding(new Insets(0, 8, 0, 0));
        rows.getRowConstraints().add(new RowConstraints(height, height, height));
        rows.addRow(rows.getRowConstraints().size() - 1, name, control);
    }
}
