package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.OptionKind;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.math.BigDecimal;

/** What a new action of a type begins with. */
final class NewActions {
    private NewActions() {}

    static Action of(ActionType type) {
        var option = type.options().isEmpty() ? null : options(type);
        return new Action(Ids.NIL, Ids.NIL, type.published(), option, Json.Obj.EMPTY);
    }

    private static Json.Obj options(ActionType type) {
        var options = Json.Obj.EMPTY;
        for (var spec : type.options()) {
            if (spec.kind() == OptionKind.CHOICE && spec.required()) {
                options = options.with(spec.name(), new Json.Text(spec.values().getFirst()));
            }
        }
        return switch (type) {
            case DIGITS_RECEIVE -> number(number(options, "duration", 5_000), "length", 1);
            case SLEEP -> number(options, "duration", 1_000);
            case GOTO -> number(options, "loop_count", 1);
            case AMD -> options.with("machine_handle", new Json.Text("hangup"));
            case BRANCH -> options.with("target_ids", Json.Obj.EMPTY);
            // An hour or a minute that is left out is compared as 0.
            case CONDITION_DATETIME -> number(number(options, "hour", -1), "minute", -1);
            default -> options;
        };
    }

    private static Json.Obj number(Json.Obj options, String name, long value) {
        return options.with(name, new Json.Num(BigDecimal.valueOf(value)));
    }
}
