package dev.outpace.model;

/** How a supervisor takes part in the talk of an agent. */
public enum ListenMode {
    /** Hears both; nobody hears the supervisor. */
    LISTEN,
    /** Hears both; only the agent hears the supervisor. */
    WHISPER,
    /** All three hear each other. */
    BARGE
}
