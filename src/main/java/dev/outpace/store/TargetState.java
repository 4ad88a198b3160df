package dev.outpace.store;

import dev.outpace.model.TargetStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How far a target is. The code is part of the index that claims walk through. */
enum TargetState {
    /** Waits for the moment from which a calling rule may allow the call; {@link RuleKind} says which kind of rule. */
    HELD(-2),
    /** Waits for its next try like {@link #RETRY}, but may be dialed earlier if an agent is reserved for it. */
    RETRY_OR_AGENT(-1),
    FRESH(0),
    RETRY(1),
    PROGRESSING(2),
    DONE(3),
    NOT_CALLABLE(4),
    /** Kept from being called by do-not-call lists or calling rules, until those or what they ask for are changed. */
    BARRED(5),
    /** Belongs to an import that is not complete. In no list yet; sorted behind all targets that are. */
    IMPORTING(6);

    /** SQL condition for targets that are in their list. */
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

    /** SQL condition for targets in one of these states. */
    static String oneOf(TargetState... states) {
        return Arrays.stream(states)
                .map(state -> Integer.toString(state.code))
                .collect(Collectors.joining(", ", "state in (", ")"));
    }

    /** Whether a target in this state has a next try. */
    boolean waits() {
        return this == RETRY || this == RETRY_OR_AGENT || this == HELD;
    }

    TargetStatus status() {
        return switch (this) {
            case HELD, RETRY_OR_AGENT, FRESH, RETRY, IMPORTING -> TargetStatus.IDLE;
            case PROGRESSING -> TargetStatus.PROGRESSING;
            case DONE -> TargetStatus.DONE;
            case NOT_CALLABLE, BARRED -> TargetStatus.NOT_CALLABLE;
        };
    }
}
