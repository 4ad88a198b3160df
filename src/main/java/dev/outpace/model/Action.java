package dev.outpace.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. Nil ids mean "not assigned": an action without an id can't be referred to, a nil {@code nextId} goes
 * on to the next in the list. {@code option} is null where the file had none.
 */
public record Action(UUID id, UUID nextId, String type, Json.@Nullable Obj option, Json.Obj unknown) {
    public Json.Obj options() {
        return option == null ? Json.Obj.EMPTY : option;
    }

    public Action withId(UUID newId) {
        return new Action(newId, nextId, type, option, unknown);
    }

    public Action withOption(Json.Obj newOption) {
        return new Action(id, nextId, type, newOption, unknown);
    }
}
