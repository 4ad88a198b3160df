package dev.outpace.model;

/** Where a target of a list stands at a moment. Each target has exactly one standing. */
public enum TargetStanding {
    /** Never called, and may be called now. */
    NEW,
    /** Its next try is due. */
    RETRY_DUE,
    /** Waits for its next try. */
    LATER,
    /** Would be due, but calling hours are closed where it is. */
    OUTSIDE_HOURS,
    /** Would be due, but a limit of attempts or a pause of a calling rule holds it. */
    LIMIT,
    IN_CALL,
    /** Reached. */
    DONE,
    /** No try is left, and nobody was reached. */
    EXHAUSTED,
    /** Each number that may be dialed is on a do-not-call list. */
    DO_NOT_CALL,
    /** No number can be dialed, or a rule never allows it: no known zone, no consent. */
    BARRED;
}
