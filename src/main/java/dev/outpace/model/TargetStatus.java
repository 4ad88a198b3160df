package dev.outpace.model;

/** {@code NOT_CALLABLE} is Outpace's own: idle in a published file, but without a destination that the outplan dials. */
public enum TargetStatus {
    IDLE,
    PROGRESSING,
    DONE,
    NOT_CALLABLE
}
