package dev.outpace.model;

/** What happens to the calls of a campaign that is stopped. No mode lets it place another. */
public enum StopMode {
    FINISH_CALLS,
    /** Calls that nobody has answered are ended. */
    CANCEL_RINGING,
    HANG_UP_ALL
}
