package dev.outpace.model;

/** Only an available agent is offered a caller. Wrap-up after a call counts as busy. */
public enum AgentStatus {
    AVAILABLE,
    RINGING,
    BUSY,
    AWAY,
    OFFLINE
}
