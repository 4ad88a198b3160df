package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.UUID;

/** Writes links into actions, as files have them. */
final class ActionLinks {
    private ActionLinks() {}

    /** @param id of the action that the port shall lead to; for {@code NEXT}, nil for the next of the list */
    static Action lead(Action action, Port port, UUID id) {
        var value = new Json.Text(id.toString());
        return switch (port.kind()) {
            case NEXT -> new Action(action.id(), id, action.type(), action.option(), action.unknown());
            case BRANCH -> {
                var targets = action.options().get("target_ids") instanceof Json.Obj known ? known : Json.Obj.EMPTY;
                yield with(action, "target_ids", targets.with(port.key(), value));
            }
            case DEFAULT, FALSE, JUMP -> with(action, optionOf(port.kind()), value);
        };
    }

    /** A branch keeps the key, so that it is seen to lead nowhere. */
    static Action cut(Action action, Port port) {
        return switch (port.kind()) {
            case NEXT -> lead(action, port, FlowGraph.FINISH);
            case BRANCH -> lead(action, port, Ids.NIL);
            case DEFAULT, FALSE, JUMP -> {
                var options = action.option();
                yield options == null ? action : action.withOption(options.without(optionOf(port.kind())));
            }
        };
    }

    private static Action with(Action action, String option, Json value) {
        return action.withOption(action.options().with(option, value));
    }

    private static String optionOf(PortKind kind) {
        return switch (kind) {
            case DEFAULT -> "default_target_id";
            case FALSE -> "false_target_id";
            case JUMP -> "target_id";
            case NEXT, BRANCH -> throw new IllegalArgumentException(kind.name());
        };
    }
}
