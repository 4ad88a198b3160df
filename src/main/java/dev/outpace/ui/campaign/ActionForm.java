package dev.outpace.ui.campaign;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowPath;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The form of one action, made from the options that the catalogue names for its type. Options that it doesn't name are shown
 * as they stand in files, and kept.
 */
final class ActionForm extends VBox {
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000);

    private final Texts texts;
    private final LiveWorkspace live;
    private final ActionWords words;
    private final JsonText json;
    private final Consumer<Action> edited;
    private final Runnable unusable;
    private @Nullable Action shown;
    private boolean holdsUnusable;

    /**
     * @param edited takes the action with each change
     * @param unusable told when something was typed that is no value; the next change takes it back
     */
    ActionForm(Texts texts, LiveWorkspace live, JsonText json, Consumer<Action> edited, Runnable unusable) {
        this.texts = texts;
        this.live = live;
        this.json = json;
        this.edited = edited;
        this.unusable = unusable;
        words = new ActionWords(texts);
        getStyleClass().add("action-form");
    }

    /**
     * What was typed here is not written again.
     *
     * @param action null for none
     * @param keepsUnusable whether what was typed and is no value still stands
     */
    void show(@Nullable Action action, boolean keepsUnusable) {
        if (action == null) {
            shown = null;
            getChildren().setAll(note(texts.get("actions.choose")));
        } else if (!action.equals(shown) || (holdsUnusable && !keepsUnusable)) {
            shown = action;
            holdsUnusable = false;
            fill(action);
        }
    }

    private void fill(Action action) {
        var type = ActionType.of(action.type()).filter(ActionType::runs);
        var specs = type.map(ActionType::options).orElse(List.of());
        getChildren()
                .setAll(note(type.filter(known -> texts.bundle().containsKey("actions.purpose." + known.published()))
                        .map(words::purpose)
                        .orElseGet(() -> texts.get("actions.keptLong"))));
        specs.forEach(spec -> getChildren().add(row(spec, action.options())));
        var rest = rest(action.options(), specs);
        if (!rest.isEmpty()) {
            getChildren().add(restRow(rest, !specs.isEmpty()));
        }
    }

    private static Json.Obj rest(Json.Obj options, List<OptionSpec> specs) {
        var rest = options;
        for (var spec : specs) {
            rest = rest.without(spec.name());
        }
        return rest;
    }

    private FormField restRow(Json.Obj rest, boolean others) {
        var text = new TextArea(new JsonLines(json).write(rest));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(Math.clamp(rest.fields().size() + 2L, 3, 12));
        return field(texts.get(others ? "actions.otherOptions" : "actions.options"), text);
    }

    private Node row(OptionSpec spec, Json.Obj options) {
        var name = word("actions.option." + spec.name(), spec.name());
        return switch (spec.kind()) {
            default -> field(name, line(spec, options));
            case PARAGRAPH -> paragraph(name, spec, options);
            case CHOICE -> field(name, choice(spec, options));
            case FLAG -> flag(name, spec, options);
            case MILLISECONDS -> seconds(name, spec, options);
            case QUEUE -> field(name, queue(spec));
        };
    }

    private TextField line(OptionSpec spec, Json.Obj options) {
        var text = new TextField(options.text(spec.name(), ""));
        text.textProperty().subscribe((_, typed) -> put(spec, typed.strip()));
        return text;
    }

    private FormField paragraph(String name, OptionSpec spec, Json.Obj options) {
        var text = new TextArea(options.text(spec.name(), ""));
        text.setWrapText(true);
        text.setPrefRowCount(6);
        var field = field(name, text);
        text.textProperty().subscribe(typed -> field.setHint(texts.get("actions.characters", typed.length())));
        text.textProperty().subscribe((_, typed) -> put(spec, typed));
        return field;
    }

    private ComboBox<String> choice(OptionSpec spec, Json.Obj options) {
        var box = new ComboBox<String>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null || value.isEmpty()
                        ? word("actions.choice." + spec.name(), texts.get("campaignSettings.none"))
                        : value;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        var now = options.text(spec.name(), "");
        box.getItems()
                .setAll(Stream.concat(Stream.of("", now), spec.values().stream())
                        .distinct()
                        .toList());
        box.setValue(now);
        box.valueProperty().subscribe((_, picked) -> put(spec, picked));
        return box;
    }

    private CheckBox flag(String name, OptionSpec spec, Json.Obj options) {
        var box = new CheckBox(name);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setSelected(options.get(spec.name()) instanceof Json.Bool(var on) && on);
        box.selectedProperty().subscribe((_, on) -> put(spec, new Json.Bool(on)));
        return box;
    }

    private FormField seconds(String name, OptionSpec spec, Json.Obj options) {
        var seconds = BigDecimal.valueOf(options.integer(spec.name(), 0)).divide(SECOND);
        var text = new TextField(seconds.stripTrailingZeros().toPlainString());
        text.setMaxWidth(120);
        var field = field(name, text);
        text.textProperty().subscribe((_, typed) -> {
            boolean good = typed.strip().matches("[0-9]{1,6}([.,][0-9]{1,3})?");
            field.setError(good ? "" : texts.get("form.notATime"));
            holdsUnusable = !good;
            if (!good) {
                unusable.run();
            } else {
                var millis = new BigDecimal(typed.strip().replace(',', '.')).multiply(SECOND);
                put(spec, new Json.Num(millis.setScale(0)));
            }
        });
        return field;
    }

    private ReferencePicker queue(OptionSpec spec) {
        var picker = new ReferencePicker();
        picker.setNoneText(texts.get("campaignSettings.none"));
        picker.setClearText(texts.get("campaignSettings.clear.queue"));
        var id = shown == null ? Ids.NIL : FlowPath.queueOf(shown);
        picker.setValue(id);
        picker.setChoices(
                live.queues().stream()
                        .map(row -> new ReferencePicker.Choice(
                                row.id(),
                                row.queue().name(),
                                texts.get("campaignSettings.agents", row.staff().total())))
                        .toList(),
                texts.get("campaignSettings.missing", id));
        picker.valueProperty().subscribe((_, picked) -> put(spec, Ids.isNil(picked) ? "" : picked.toString()));
        return picker;
    }

    private void put(OptionSpec spec, String text) {
        put(spec, text.isEmpty() ? null : new Json.Text(text));
    }

    /** @param value null for unset */
    private void put(OptionSpec spec, @Nullable Json value) {
        var action = shown;
        if (action != null) {
            var options = action.options();
            var now =
                    action.withOption(value == null ? options.without(spec.name()) : options.with(spec.name(), value));
            shown = now.options().equals(options) ? action : now;
            edited.accept(shown);
        }
    }

    /** Not every option has a word of its own. */
    private String word(String key, String otherwise) {
        return texts.bundle().containsKey(key) ? texts.get(key) : otherwise;
    }

    private FormField field(String name, Region content) {
        var field = new FormField();
        field.setLabel(name);
        field.setContent(content);
        return field;
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        return note;
    }
}
