package dev.outpace.model;

/** What an agent is away for. Whoever does not say is on a break. */
public enum AwayReason {
    BREAK,
    LUNCH,
    TRAINING
}
