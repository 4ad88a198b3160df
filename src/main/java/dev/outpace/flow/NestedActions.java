package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the flow that stands within an option. What is no action is left out: the check of options tells of it. */
public final class NestedActions {
    private static final List<String> KNOWN = List.of("id", "next_id", "type", "option");

    private NestedActions() {}

    public static List<Action> read(@Nullable Json option) {
        return option instanceof Json.Array(var items)
                ? items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> action((Json.Obj) item))
                        .toList()
                : List.of();
    }

    private static Action action(Json.Obj fields) {
        var unknown = fields;
        for (var known : KNOWN) {
            unknown = unknown.without(known);
        }
        return new Action(
                id(fields, "id"),
                id(fields, "next_id"),
                fields.text("type", ""),
                fields.get("option") instanceof Json.Obj option ? option : null,
                unknown);
    }

    private static UUID id(Json.Obj fields, String name) {
        return Ids.parse(fields.text(name, "")).orElse(Ids.NIL);
    }
}
