package dev.outpace.ui.flow;

import dev.outpace.flow.TestCall.Caller;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who is called in a test, and when. */
final class CallerForm extends VBox {
    private enum Answers {
        PERSON,
        NOBODY,
        MACHINE
    }

    private record Variable(TextField name, TextField value) {}

    private final Texts texts;
    private final JsonText json;
    private final SegmentedControl<Answers> answers = new SegmentedControl<>();
    private final TextField date = new TextField();
    private final TextField time = new TextField();
    private final TextField target = new TextField();
    private final TextField destination = new TextField();
    private final TextField detail = new TextField();
    private final TextArea data = new TextArea();
    private final FormField dateField;
    private final FormField timeField;
    private final FormField dataField;
    private final VBox rows = new VBox(6);
    private final List<Variable> variables = new ArrayList<>();

    /** @param now what the call's time is at first */
    CallerForm(Texts texts, JsonText json, Instant now) {
        super(12);
        this.texts = texts;
        this.json = json;
        getStyleClass().add("caller-form");
        answers.setSegments(List.of(
                new SegmentedControl.Segment<>(Answers.PERSON, texts.get("testCall.answers.person")),
                new SegmentedControl.Segment<>(Answers.NOBODY, texts.get("testCall.answers.nobody")),
                new SegmentedControl.Segment<>(Answers.MACHINE, texts.get("testCall.answers.machine"))));
        answers.setAccessibleText(texts.get("testCall.answers"));
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        date.setText(at.toLocalDate().toString());
        time.setText(at.toLocalTime().toString());
        target.setText(texts.get("testCall.target.sample"));
        destination.setText("+12125550123");
        data.setPrefRowCount(3);
        data.getStyleClass().add("flow-json");
        dateField = field("testCall.date", date);
        timeField = field("testCall.time", time);
        dataField = field("testCall.data", data);
        dataField.setHint(texts.get("testCall.data.hint"));
        HBox.setHgrow(dateField, Priority.ALWAYS);
        HBox.setHgrow(timeField, Priority.ALWAYS);
        var add = new Button(texts.get("testCall.variable.add"), new FontIcon(Feather.PLUS));
        add.getStyleClass().add("small");
        add.setOnAction(_ -> addVariable("", ""));
        var list = new FormField();
        list.setLabel(texts.get("testCall.variables.set"));
        list.setContent(new VBox(8, rows, add));
        getChildren()
                .addAll(
                        field("testCall.answers", answers),
                        new HBox(8, dateField, timeField),
                        field("testCall.target", target),
                        field("testCall.destination", destination),
                        field("testCall.detail", detail),
                        dataField,
                        list);
    }

    private FormField field(String key, Node content) {
        var field = new FormField();
        field.setLabel(texts.get(key));
        field.setContent(content);
        return field;
    }

    private void addVariable(String name, String value) {
        var variable = new Variable(new TextField(name), new TextField(value));
        variables.add(variable);
        describe(variable.name(), "testCall.variable.name");
        describe(variable.value(), "testCall.variable.value");
        var remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText(texts.get("testCall.variable.remove"));
        var row = new HBox(6, variable.name(), variable.value(), remove);
        remove.setOnAction(_ -> {
            variables.remove(variable);
            rows.getChildren().remove(row);
        });
        rows.getChildren().add(row);
        variable.name().requestFocus();
    }

    private void describe(TextField field, String key) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefWidth(0);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
    }

    /** Empty, with a sentence under each field that can't be read. */
    Optional<Caller> caller() {
        var day = parse(date.getText(), LocalDate::parse);
        var clock = parse(time.getText(), text -> LocalTime.parse(text, DateTimeFormatter.ISO_LOCAL_TIME));
        dateField.setError(day == null ? texts.get("testCall.date.wrong") : "");
        timeField.setError(clock == null ? texts.get("testCall.time.wrong") : "");
        var told = data.getText().strip();
        dataField.setWarning(told.isEmpty() || isObject(told) ? "" : texts.get("testCall.data.wrong"));
        if (day == null || clock == null) {
            return Optional.empty();
        }
        return Optional.of(new Caller(
                answers.getValue() != Answers.NOBODY,
                answers.getValue() == Answers.MACHINE,
                List.of(),
                day.atTime(clock).toInstant(ZoneOffset.UTC),
                variables(),
                target.getText().strip(),
                detail.getText().strip(),
                told,
                destination.getText().strip()));
    }

    private Map<String, String> variables() {
        var set = new LinkedHashMap<String, String>();
        for (var variable : variables) {
            var name = variable.name().getText().strip();
            if (!name.isEmpty()) {
                set.put(name, Objects.requireNonNullElse(variable.value().getText(), ""));
            }
        }
        return set;
    }

    private boolean isObject(String text) {
        try {
            return json.read(text) instanceof Json.Obj;
        } catch (IllegalArgumentException noJson) {
            return false;
        }
    }

    private static <T> @Nullable T parse(String text, Function<String, T> parser) {
        try {
            return parser.apply(text.strip());
        } catch (DateTimeParseException notSo) {
            return null;
        }
    }
}
