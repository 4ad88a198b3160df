package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;

/** When a condition is true, in a sentence. */
final class ConditionWords {
    private final Texts texts;
    private final ActionWords words;
    private final DateTimeWords dateTime;

    ConditionWords(Texts texts, ActionWords words) {
        this.texts = texts;
        this.words = words;
        dateTime = new DateTimeWords(texts);
    }

    /** Empty for actions that are no conditions, or say all in their fields. */
    String sentence(Action action) {
        return switch (ActionType.of(action.type()).orElse(null)) {
            case CONDITION_DATETIME -> dateTime.sentence(action.options());
            case CONDITION_VARIABLE -> variable(action.options());
            case null, default -> "";
        };
    }

    private String variable(Json.Obj options) {
        var operator = options.text("condition", "");
        var spec = ActionType.CONDITION_VARIABLE.spec("condition").map(OptionSpec::values);
        if (spec.filter(known -> known.contains(operator)).isEmpty()) {
            return operator.isEmpty()
                    ? texts.get("dateTime.noOperator")
                    : texts.get("dateTime.unknownOperator", operator);
        }
        var type = options.text("value_type", "");
        var compared = ActionType.CONDITION_VARIABLE
                .spec("condition")
                .map(known -> words.choice(ActionType.CONDITION_VARIABLE.published(), known, operator))
                .orElse(operator);
        return switch (type) {
            case "string" ->
                texts.get(
                        "conditionVariable.string",
                        options.text("variable", ""),
                        compared,
                        options.text("value_string", ""));
            case "number" ->
                texts.get("conditionVariable.number", options.text("variable", ""), compared, number(options));
            case "length" ->
                texts.get(
                        "conditionVariable.length",
                        options.text("variable", ""),
                        compared,
                        Long.toString(options.integer("value_length", 0)));
            default -> texts.get("conditionVariable.noType");
        };
    }

    private static String number(Json.Obj options) {
        return options.get("value_number") instanceof Json.Num(var number) ? number.toPlainString() : "0";
    }
}
