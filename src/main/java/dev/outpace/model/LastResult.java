package dev.outpace.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How the last call of a target ended, in the groups by which lists are filtered. */
public enum LastResult {
    /** There was no call yet. */
    NONE,
    ANSWERED,
    BUSY,
    NO_ANSWER,
    REJECTED,
    MACHINE,
    CONGESTED,
    BAD_NUMBER,
    ABANDONED,
    /** A fault, or an end that we made. */
    FAILED;

    public static LastResult of(EndCause cause) {
        return switch (cause) {
            case NORMAL -> ANSWERED;
            case BUSY -> BUSY;
            case NO_ANSWER, UNREACHABLE -> NO_ANSWER;
            case REJECTED -> REJECTED;
            case MACHINE -> MACHINE;
            case CONGESTED -> CONGESTED;
            case BAD_NUMBER -> BAD_NUMBER;
            case ABANDONED, HUNG_UP -> ABANDONED;
            case FAILED, CANCELLED, NOT_PLACED, LOST, INTERRUPTED, FLOW_FAILED -> FAILED;
        };
    }

    /** The causes of the group; empty for {@link #NONE}. */
    public Set<EndCause> causes() {
        return Arrays.stream(EndCause.values())
                .filter(cause -> of(cause) == this)
                .collect(Collectors.toSet());
    }
}
