package dev.outpace.model;

public enum CallStatus {
    DIALING,
    PROGRESSING,
    DONE
}
