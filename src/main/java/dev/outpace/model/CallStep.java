package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a call's history.
 *
 * @param kind what happened
 * @param actionId the action of the flow; nil where it is none
 * @param text a detail: the action's type, the reason it was skipped, the agent's id
 */
public record CallStep(UUID callId, Instant at, Kind kind, UUID actionId, String text) {
    public enum Kind {
        ORDERED,
        REFUSED,
        RINGING,
        ANSWERED,
        ACTION,
        ACTION_SKIPPED,
        QUEUE_JOINED,
        AGENT_RINGING,
        /** The text is the agent's id and, after a space, why. */
        AGENT_MISSED,
        AGENT_CONNECTED,
        /** The text is the agent's id and, after a space, how. */
        AGENT_RELEASED,
        QUEUE_LEFT,
        /** A supervisor hears the talk, or no longer. The text is what and, after a space, at which phone. */
        LISTENED,
        HANG_UP_ORDERED,
        ENDED
    }
}
