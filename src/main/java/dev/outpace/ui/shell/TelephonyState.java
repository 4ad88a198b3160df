package dev.outpace.ui.shell;

/** How the workspace stands with its telephony. */
public enum TelephonyState {
    /** No real number ever rings. */
    SIMULATED,
    LINKED,
    /** Linked, and the check of the connection found what stands in the way. */
    LINKED_WITH_FAULTS,
    LOST,
    /** Not linked, because a supervisor wanted it. */
    UNLINKED
}
