package dev.outpace.pacing;

import java.util.UUID;

/** Hears what happens in a pool, in order. All times in seconds. */
public interface PoolListener {
    default void dialed(UUID campaignId) {}

    /** A person answered after so many seconds. */
    default void answered(UUID campaignId, double seconds) {}

    /** A call ended without an answer, so many seconds after it was dialed. */
    default void unanswered(UUID campaignId, double seconds) {}

    default void queued(UUID campaignId) {}

    /** A person who had answered ended in the queue without an agent. */
    default void abandoned(UUID campaignId) {}

    /** An agent went on to another phase after so many seconds. */
    default void phaseEnded(AgentPhase phase, double seconds) {}
}
