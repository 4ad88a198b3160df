package dev.outpace.model;

/** What a campaign does when its list is used up. */
public enum EndHandle {
    STOP,
    CONTINUE
}
