package dev.outpace.model;

import java.util.Optional;

/** Why a try failed, as far as an outplan can have a rule of its own for it. */
public enum RetryCause {
    BUSY("busy"),
    NO_ANSWER("no_answer"),
    REJECTED("rejected"),
    UNREACHABLE("unreachable"),
    BAD_NUMBER("bad_number"),
    MACHINE("machine"),
    /** The network had no room for the call; its try is given back, so that only the interval of the rule counts. */
    CONGESTION("congestion"),
    ABANDONED("abandoned");

    private final String text;

    RetryCause(String text) {
        this.text = text;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }

    /** Empty for an end that no rule is for: then the outplan's own interval and tries hold. */
    public static Optional<RetryCause> of(EndCause cause) {
        return switch (cause) {
            case BUSY -> Optional.of(BUSY);
            case NO_ANSWER -> Optional.of(NO_ANSWER);
            case REJECTED -> Optional.of(REJECTED);
            case UNREACHABLE -> Optional.of(UNREACHABLE);
            case BAD_NUMBER -> Optional.of(BAD_NUMBER);
            case MACHINE -> Optional.of(MACHINE);
            case CONGESTED -> Optional.of(CONGESTION);
            case ABANDONED -> Optional.of(ABANDONED);
            case NORMAL, FAILED, CANCELLED, HUNG_UP, NOT_PLACED, LOST, INTERRUPTED, FLOW_FAILED -> Optional.empty();
        };
    }
}
