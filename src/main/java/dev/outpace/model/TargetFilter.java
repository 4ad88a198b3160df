package dev.outpace.model;

import java.util.UUID;

/**
 * Which targets of a list a view shows.
 *
 * @param text part of a name or a number; empty for all
 */
public record TargetFilter(UUID outdialId, Group group, Result result, String text, TargetConditions conditions) {
    public TargetFilter(UUID outdialId, Group group, Result result, String text) {
        this(outdialId, group, result, text, TargetConditions.NONE);
    }

    /** Those of a list that meet conditions. */
    public static TargetFilter of(UUID outdialId, TargetConditions conditions) {
        return new TargetFilter(outdialId, Group.ALL, Result.ANY, "", conditions);
    }

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
