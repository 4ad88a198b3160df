package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/** Where a flow goes, without running it. */
public final class FlowPath {
    private FlowPath() {}

    /** The first queue on the way from {@code start} (an index of the list); nil when there is none. */
    public static UUID leadsTo(List<Action> actions, int start, UUID atEnd) {
        var seen = new BitSet();
        int index = start;
        while (index < actions.size()) {
            if (seen.get(index)) {
                return Ids.NIL;
            }
            seen.set(index);
            var action = actions.get(index);
            switch (ActionType.of(action.type()).orElse(null)) {
                case QUEUE_JOIN -> {
                    return queueOf(action);
                }
                case HANGUP, STOP -> {
                    return Ids.NIL;
                }
                case null, default -> index = successor(actions, index);
            }
        }
        return atEnd;
    }

    /** The queue that a {@code queue_join} names; nil when it names none. */
    public static UUID queueOf(Action queueJoin) {
        if (queueJoin.options().get("queue_id") instanceof Json.Text(var id)) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException noId) {
                return Ids.NIL;
            }
        }
        return Ids.NIL;
    }

    /** Index of the action after {@code index}; the size of the list for the end. */
    static int successor(List<Action> actions, int index) {
        var nextId = actions.get(index).nextId();
        if (Ids.isNil(nextId)) {
            return index + 1;
        }
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).id().equals(nextId)) {
                return i;
            }
        }
        return actions.size();
    }
}
