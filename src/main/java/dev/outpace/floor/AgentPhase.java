package dev.outpace.floor;

import dev.outpace.model.AgentMoment;

/** An agent's status, with talk and wrap-up told apart. */
public enum AgentPhase {
    FREE,
    RINGING,
    TALKING,
    WRAPPING_UP,
    AWAY,
    OFFLINE;

    static AgentPhase of(AgentMoment moment) {
        return switch (moment.status()) {
            case AVAILABLE -> FREE;
            case RINGING -> RINGING;
            case BUSY -> moment.wrappingUp() ? WRAPPING_UP : TALKING;
            case AWAY -> AWAY;
            case OFFLINE -> OFFLINE;
        };
    }
}
