package dev.outpace.floor;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One agent, however many queues they serve. */
final class Person {
    AgentMoment moment;
    AgentPhase phase = AgentPhase.OFFLINE;
    /** Nanoseconds of the floor's time at which the phase began. */
    long since;

    /** Callers missed since the last that was taken. */
    int missedInRow;

    final List<QueueFloor> queues = new ArrayList<>();
    /** Where they are counted: the staff of each queue, of the queues together that people connect with these, and of their crew. */
    List<Staff> staffs = List.of();

    /** Of each queue and union where they are counted. */
    List<Listeners> heardBy = List.of();

    Person(UUID id, Instant now) {
        this.moment = new AgentMoment(id, AgentStatus.OFFLINE, now, Ids.NIL, Ids.NIL, false);
    }
}
