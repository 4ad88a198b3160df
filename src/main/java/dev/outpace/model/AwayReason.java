package dev.outpace.model;

/** What an agent is away for. Whoever does not say is on a break. */
public enum AwayReason {
    BREAK,
    LUNCH,
    TRAINING,
    /** Set by Outpace, never by a person: the phone missed several callers in a row. */
    MISSED;

    public boolean isChosenByPeople() {
        return this != MISSED;
    }
}
