package dev.outpace.store;

import dev.outpace.model.TargetStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How far a target is, as it stands in the first columns of the index that claims walk. */
enum TargetState {
    /** Waits for its next try like {@link #RETRY}, and may be dialed earlier when an agent is kept free for it. */
    RETRY_OR_AGENT(-1),
    FRESH(0),
    RETRY(1),
    PROGRESSING(2),
    DONE(3),
    NOT_CALLABLE(4),
    /** Part of an import that is not through: in no list yet, behind all that are. */
    IMPORTING(6);

    /** SQL for those that are in their list. */
    static final String IN_LIST = "state < " + IMPORTING.code;

    final int code;

    TargetState(int code) {
        this.code = code;
    }

    static TargetState of(int code) {
        for (var state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("target state " + code);
    }

    /** SQL for those in one of these. */
    static String oneOf(TargetState... states) {
        return Arrays.stream(states)
                .map(state -> Integer.toString(state.code))
                .collect(Collectors.joining(", ", "state in (", ")"));
    }

    /** Whether it has a moment of its next try. */
    boolean waits() {
        return this == RETRY || this == RETRY_OR_AGENT;
    }

    TargetStatus status() {
        return switch (this) {
            case RETRY_OR_AGENT, FRESH, RETRY, IMPORTING -> TargetStatus.IDLE;
            case PROGRESSING -> TargetStatus.PROGRESSING;
            case DONE -> TargetStatus.DONE;
            case NOT_CALLABLE -> TargetStatus.NOT_CALLABLE;
        };
    }
}
