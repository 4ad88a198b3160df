package dev.outpace.floor;

/** Hears what happens to the people and calls of a pool, after it was counted and in order. All times in seconds. */
public interface FloorListener {
    default void dialed(Line line) {}

    /** A person answered, so many seconds after the line was dialed. */
    default void answered(Line line, double seconds) {}

    /** The line ended without an answer, so many seconds after it was dialed. */
    default void unanswered(Line line, double seconds) {}

    default void queued(Line line) {}

    /** The caller gave up waiting, or may not wait longer, after so many seconds. */
    default void leftQueue(Line line, double seconds) {}

    /** Who answered was no person. */
    default void machine(Line line) {}

    /** A person who had answered ended in the queue without an agent. */
    default void abandoned(Line line) {}

    /** An agent went on to another phase after so many seconds. */
    default void phaseEnded(AgentPhase phase, double seconds) {}
}
