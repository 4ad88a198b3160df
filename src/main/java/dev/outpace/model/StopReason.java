package dev.outpace.model;

/** Why a campaign is stopping or stopped; only exhaustion starts the next campaign. */
public enum StopReason {
    USER,
    EXHAUSTED,
    FAULT,
    /** One number was called, as was asked. */
    TRIED
}
