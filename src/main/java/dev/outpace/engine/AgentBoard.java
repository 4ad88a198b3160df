package dev.outpace.engine;

import dev.outpace.engine.SharedPeople.Crew;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.ResourceBook;
import dev.outpace.pacing.AgentPhase;
import dev.outpace.pacing.AgentPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agents and queues as they are right now. A person counts in each queue that they serve, and once for these together. */
final class AgentBoard {
    private final EngineClock clock;
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, QueueFloor> queues = new LinkedHashMap<>();
    private final Crews crews = new Crews();

    private static final class Person {
        AgentMoment moment;
        final List<QueueFloor> queues = new ArrayList<>();
        /** With whom they serve the same several queues; null with fewer than two. */
        @Nullable
        Crew crew;

        /** Callers missed since the last that was taken. */
        int missedInRow;

        /** Where they are seen: each queue, and the queues together that people connect with these. */
        List<AgentPool> pools = List.of();

        Person(AgentMoment moment) {
            this.moment = moment;
        }
    }

    AgentBoard(EngineClock clock) {
        this.clock = clock;
    }

    QueueFloor queue(UUID id) {
        return queues.computeIfAbsent(id, QueueFloor::new);
    }

    /** Takes over who there is and who serves what; states of those who stay are kept. */
    void assign(ResourceBook book, Instant now) {
        queues.values().forEach(queue -> {
            queue.exists = false;
            queue.free = 0;
            queue.freeShared = 0;
            queue.staffed = 0;
        });
        book.queues().forEach(queue -> queue(queue.id()).exists = true);
        people.values().removeIf(person -> {
            var id = person.moment.agentId();
            boolean gone = book.agent(id) == null;
            if (gone) {
                person.pools.forEach(pool -> pool.agentLeft(id));
            }
            return gone;
        });
        for (Agent agent : book.agents()) {
            var person = people.computeIfAbsent(
                    agent.id(),
                    id -> new Person(new AgentMoment(id, AgentStatus.OFFLINE, now, Ids.NIL, Ids.NIL, false)));
            person.queues.clear();
            for (var queue : book.queues()) {
                if (queue.serves(agent)) {
                    person.queues.add(queue(queue.id()));
                }
            }
        }
        crews.form(people.values().stream().map(person -> person.queues).toList(), queues.values());
        people.values().forEach(this::join);
        queues.values().forEach(QueueFloor::wakeRuns);
    }

    private void join(Person person) {
        var before = person.pools;
        person.crew = crews.of(person.queues);
        person.pools = crews.pools(person.queues);
        before.stream()
                .filter(pool -> !person.pools.contains(pool))
                .forEach(pool -> pool.agentLeft(person.moment.agentId()));
        arrives(person);
    }

    private void arrives(Person person) {
        count(person, 1);
        var phase = phase(person.moment);
        for (var pool : person.pools) {
            pool.at(clock.monotonicNanos());
            pool.agentMoved(person.moment.agentId(), phase);
        }
    }

    private static AgentPhase phase(AgentMoment moment) {
        return switch (moment.status()) {
            case AVAILABLE -> AgentPhase.FREE;
            case RINGING -> AgentPhase.RINGING;
            case BUSY -> moment.wrappingUp() ? AgentPhase.WRAPPING_UP : AgentPhase.TALKING;
            case AWAY -> AgentPhase.AWAY;
            case OFFLINE -> AgentPhase.OFFLINE;
        };
    }

    private static void count(Person person, int by) {
        var status = person.moment.status();
        int free = status == AgentStatus.AVAILABLE ? by : 0;
        for (var queue : person.queues) {
            queue.free += free;
            queue.staffed += status == AgentStatus.OFFLINE ? 0 : by;
        }
        if (person.crew != null) {
            person.crew.free += free;
            person.queues.forEach(queue -> queue.freeShared += free);
        }
    }

    /** @return the agent's moment after the change; null for nobody we know, and where nothing is new */
    @Nullable
    AgentMoment changed(UUID agentId, AgentStatus status, boolean wrappingUp, Remark remark, Instant at) {
        var person = people.get(agentId);
        if (person == null) {
            return null;
        }
        var before = person.moment;
        if (before.status() == status && before.wrappingUp() == wrappingUp && before.remark() == remark) {
            return null;
        }
        boolean withCall = !wrappingUp && (status == AgentStatus.BUSY || status == AgentStatus.RINGING);
        var since = before.status() == status && before.wrappingUp() == wrappingUp ? before.since() : at;
        count(person, -1);
        person.moment = new AgentMoment(
                agentId,
                status,
                since,
                withCall ? before.callId() : Ids.NIL,
                withCall ? before.campaignId() : Ids.NIL,
                wrappingUp,
                remark);
        arrives(person);
        wake(person);
        return person.moment;
    }

    /** People of a crew are known to all queues that it connects. */
    private static void wake(Person person) {
        if (!person.queues.isEmpty()) {
            person.queues.getFirst().wakeRuns();
        }
    }

    /** Notes whose call an agent has. */
    @Nullable
    AgentMoment took(UUID agentId, AgentStatus status, UUID callId, UUID campaignId, Instant at) {
        var person = people.get(agentId);
        if (person == null) {
            return null;
        }
        var before = person.moment;
        if (status == AgentStatus.BUSY) {
            person.missedInRow = 0;
        }
        count(person, -1);
        person.moment = new AgentMoment(
                agentId, status, before.status() == status ? before.since() : at, callId, campaignId, false);
        arrives(person);
        wake(person);
        return person.moment;
    }

    /** @return how many callers the agent missed in a row, this one included; 0 for nobody we know */
    int missed(UUID agentId) {
        var person = people.get(agentId);
        return person == null ? 0 : ++person.missedInRow;
    }

    void startsAnew(UUID agentId) {
        var person = people.get(agentId);
        if (person != null) {
            person.missedInRow = 0;
        }
    }

    Iterable<AgentMoment> moments() {
        return people.values().stream().map(person -> person.moment).toList();
    }
}
