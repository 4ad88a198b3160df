package dev.outpace.pacing;

/** What an agent is at, as far as pacing is concerned. */
public enum AgentPhase {
    FREE,
    RINGING,
    TALKING,
    WRAPPING_UP,
    AWAY,
    OFFLINE
}
