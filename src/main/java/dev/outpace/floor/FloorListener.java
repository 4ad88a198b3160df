package dev.outpace.floor;

import java.util.UUID;

/** Is told of events of a pool's agents and calls, in order, after they were counted. All times are in seconds. */
public interface FloorListener {
    default void dialed(Line line) {}

    /**
     * A person answered.
     *
     * @param seconds since the line was dialed
     */
    default void answered(Line line, double seconds) {}

    /**
     * The line ended without an answer.
     *
     * @param seconds since the line was dialed
     */
    default void unanswered(Line line, double seconds) {}

    /** A caller who may come to the queue stands at a stage of the flow from now on. */
    default void standsInFlow(CampaignFloor campaign, UUID stage) {}

    default void queued(Line line) {}

    /**
     * A caller who had answered left the flow for good, or came to the first queue in it. What became of a caller in the queue
     * is told afterwards.
     */
    default void leftFlow(Line line, boolean toQueue) {}

    /**
     * The caller gave up waiting, or was not allowed to wait longer.
     *
     * @param seconds in the queue
     */
    default void leftQueue(Line line, double seconds) {}

    /**
     * An agent has, or the phone of one rings for, a caller who waited in the queue.
     *
     * @param seconds in the queue
     */
    default void served(Line line, double seconds) {}

    /** A machine had answered. */
    default void machine(Line line) {}

    /** A person who had answered was lost without an agent. */
    default void abandoned(Line line) {}

    /**
     * An agent has a caller of a campaign that counts long waits as abandoned calls.
     *
     * @param seconds of the wait that would have passed with a free agent, too: from where the campaign's limit starts to the
     *     queue, and while agents' phones rang
     * @param late whether the whole wait was longer than the limit, so that the call counts as abandoned
     */
    default void taken(Line line, double seconds, boolean late) {
        if (late) {
            abandoned(line);
        }
    }

    /**
     * An agent left a phase.
     *
     * @param seconds in the phase
     */
    default void phaseEnded(AgentPhase phase, double seconds) {}

    /** An agent ended the talk with a caller whom no campaign called. */
    default void otherEnded() {}
}
