package dev.outpace.floor;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One agent, however many queues the agent serves. */
final class FloorAgent {
    AgentMoment moment;
    AgentPhase phase = AgentPhase.OFFLINE;
    /** Moment at which the phase began, in nanoseconds of the floor's clock. */
    long since;

    /** Callers missed since the agent last took one. */
    int missedInRow;

    final List<QueueFloor> queues = new ArrayList<>();
    /** The staffs that count this agent: of each queue, of each union of these queues, and of the crew. */
    List<Staff> staffs = List.of();

    /** The listeners of each queue and union that counts this agent. */
    List<Listeners> heardBy = List.of();

    /** Whether the agent rings for or talks to a caller whom no campaign called. */
    boolean isWithOther() {
        return (phase == AgentPhase.RINGING || phase == AgentPhase.TALKING) && Ids.isNil(moment.callId());
    }

    FloorAgent(UUID id, Instant now) {
        this.moment = new AgentMoment(id, AgentStatus.OFFLINE, now, Ids.NIL, Ids.NIL, false);
    }
}
