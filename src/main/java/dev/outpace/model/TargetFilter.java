package dev.outpace.model;

import java.util.UUID;

/** Which targets of a list a view shows. {@code text} is part of a name or a number; empty for all. */
public record TargetFilter(UUID outdialId, Group group, Result result, String text) {
    public enum Group {
        ALL,
        IDLE,
        PROGRESSING,
        DONE,
        NOT_CALLABLE
    }

    /** How the last call ended. */
    public enum Result {
        ANY,
        NONE,
        SUCCESS,
        FAIL
    }
}
