package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.FromExchange;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import dev.outpace.telephony.distribution.Distributor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Queues and agents with Asterisk's phones: a distributor decides whom to ring, and this tells the engine what comes of it. */
final class AsteriskFloor {
    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final Consumer<EngineInput> sink;
    private final AgentLines lines = new AgentLines();
    private final AgentPhones phones;
    private final Distributor distributor;
    /** Found, and not told yet to hear music. */
    private final List<UUID> waiting = new ArrayList<>();

    private final QueueMembers members;
    private final QueueCallers queueCallers;
    private final OthersInQueues others;
    private final Set<UUID> withoutPhone = new LinkedHashSet<>();
    private final List<Queue> exchangeQueues = new ArrayList<>();
    /** The next snapshot tells it. */
    private boolean unheard = true;

    /**
     * @param music class of music for callers who wait; empty for Asterisk's usual one
     * @param sink takes what becomes of callers and agents
     */
    AsteriskFloor(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            AsteriskLegs legs,
            ExchangeTime time,
            String music,
            Consumer<EngineInput> sink) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.sink = sink;
        queueCallers = new QueueCallers(orders, ids, calls, legs);
        others = new OthersInQueues(ids, sink::accept);
        phones = new AgentPhones(clock, link, orders, ids, calls, legs, lines, music, queueCallers::isInside);
        distributor = new Distributor(clock, phones, this::tell);
        members = new QueueMembers(link, orders, time, new SetByQueues());
        phones.reportTo(distributor, members);
        queueCallers.reportTo(distributor, phones);
        distributor.hold();
    }

    private void tell(FromExchange input) {
        switch (input) {
            case CallEnded end -> sink.accept(end);
            case CallEvent event -> {
                if (event instanceof QueueLeft) {
                    phones.leftQueue(event.callId());
                    queueCallers.leftQueue(event.callId());
                }
                if (event instanceof QueueLeft || event instanceof AgentConnected) {
                    note(event.callId(), "");
                }
                if (!unheard) {
                    // A call that is ending is known here no longer, and its end has the right moment.
                    calls.find(event.callId())
                            .ifPresentOrElse(
                                    call -> call.tell(event.at(), at -> moved(event, at)), () -> sink.accept(event));
                }
            }
            default -> {
                if (!unheard) {
                    sink.accept(input);
                }
            }
        }
    }

    /** The same at another moment. */
    private static EngineInput moved(CallEvent event, Instant at) {
        return switch (event) {
            case QueueJoined(var _, var callId, var queueId) -> new QueueJoined(at, callId, queueId);
            case AgentRinging(var _, var callId, var agentId) -> new AgentRinging(at, callId, agentId);
            case AgentMissed(var _, var callId, var agentId, var why) -> new AgentMissed(at, callId, agentId, why);
            case AgentConnected(var _, var callId, var agentId) -> new AgentConnected(at, callId, agentId);
            case AgentReleased(var _, var callId, var agentId, var how) -> new AgentReleased(at, callId, agentId, how);
            case QueueLeft(var _, var callId, var how) -> new QueueLeft(at, callId, how);
            default -> throw new IllegalArgumentException("not of a queue: " + event);
        };
    }

    void assign(List<Queue> queues, List<Agent> agents) {
        withoutPhone.clear();
        for (var agent : agents) {
            if (agent.phone() == null) {
                withoutPhone.add(agent.id());
            }
        }
        var rung = new LinkedHashMap<UUID, String>();
        for (var agent : agents) {
            if (agent.phone() != null) {
                rung.put(agent.id(), agent.phone().dialString());
            }
        }
        phones.assign(queues, agents);
        lines.assign(agents);
        queueCallers.assign(queues, rung);
        others.assign(queues);
        if (!unheard) {
            others.tell(clock.wallTime());
        }
        members.assign(queues, agents);
        exchangeQueues.clear();
        queues.stream().filter(queue -> queue.exchangeQueue() != null).forEach(exchangeQueues::add);
        distributor.assign(
                queues, agents.stream().filter(agent -> agent.phone() != null).toList());
        agents.forEach(agent -> phones.lineChanged(agent.id()));
        if (!exchangeQueues.isEmpty()) {
            link.list(orders.queues(), rows -> {
                members.listed(rows, false);
                members.tellWrapUps();
                others.listed(rows);
                others.tell(clock.wallTime());
            });
        }
    }

    void originated(CallRequest request) {
        phones.originated(request);
    }

    void join(UUID callId, UUID queueId, Duration maxWait) {
        if (calls.isUp(callId) && !distributor.hasCaller(callId)) {
            if (!queueCallers.has(queueId)) {
                note(callId, WaitingNote.of(queueId, clock.wallTime(), maxWait).written());
            }
            distributor.join(callId, queueId, maxWait);
            if (queueCallers.has(queueId) && distributor.hasCaller(callId)) {
                queueCallers.join(callId, queueId, maxWait);
            } else {
                phones.soundsWaiting(callId);
            }
        }
    }

    private void note(UUID callId, String note) {
        if (calls.isUp(callId)) {
            link.tell(orders.note(callId, note));
        }
    }

    /** Callers of an earlier run who waited, with what their channels kept. Those who waited longest come first. */
    void found(List<AmiMessage> notes) {
        record Found(UUID callId, WaitingNote note) {}
        queueCallers.found(notes);
        var found = new ArrayList<Found>();
        for (var row : notes) {
            ids.callOf(row.get("Uniqueid"))
                    .filter(calls::isUp)
                    .ifPresent(callId -> WaitingNote.read(row).ifPresent(note -> found.add(new Found(callId, note))));
        }
        found.sort(Comparator.comparing(one -> one.note().since()));
        for (var one : found) {
            var note = one.note();
            distributor.foundWaiting(one.callId(), note.queueId(), note.since(), note.left(clock.wallTime()));
            waiting.add(one.callId());
        }
    }

    void leave(UUID callId) {
        distributor.leave(callId);
    }

    /** Whether the distributor has the call, so that no order to its leg can be carried out. */
    boolean hasCaller(UUID callId) {
        return distributor.hasCaller(callId);
    }

    void ended(CallEnded end) {
        queueCallers.callEnded(end.callId());
        distributor.ended(end);
        phones.callEnded(end.callId());
    }

    /** The agent's leg of a talk; empty for a call that is with no agent. */
    Optional<TalkLeg> talkLeg(UUID callId) {
        return phones.talkLeg(callId);
    }

    boolean hasAgent(UUID agentId) {
        return distributor.hasAgent(agentId);
    }

    /** @param answered takes why Asterisk's queues refuse it, before anything changes; empty if they don't */
    void changeAgent(UUID agentId, AgentStatus status, AwayReason why, MemberOrders.Answer answered) {
        MemberOrders.Answer then = refusal -> {
            answered.accept(refusal);
            if (refusal.isEmpty()) {
                distributor.changeAgent(agentId, status, why);
            }
        };
        if (members.has(agentId)) {
            members.change(agentId, status, why, then);
        } else {
            then.accept("");
        }
    }

    void event(AmiMessage event, Instant at) {
        phones.event(event, at);
        queueCallers.event(event, at);
        members.event(event);
        if (!unheard) {
            others.event(event, at);
        }
    }

    void linkIsLost() {
        unheard = true;
        phones.linkIsLost();
        members.linkIsLost();
        distributor.hold();
    }

    /**
     * The link is back; a snapshot tells the engine what happened meanwhile.
     *
     * @param restarted whether Asterisk began anew
     * @param queues rows of {@code QueueStatus}
     * @param lacked calls that are gone
     */
    void listed(
            boolean restarted,
            List<AmiMessage> channels,
            List<AmiMessage> deviceStates,
            List<AmiMessage> queues,
            List<AsteriskCall> lacked) {
        for (var call : lacked) {
            phones.forget(call.id());
            queueCallers.callEnded(call.id());
            distributor.lost(call.id());
        }
        members.listed(queues, restarted);
        queueCallers.listed(channels, queues, clock.wallTime());
        others.listed(queues);
        others.ring(channels);
        queueCallers.findAgents(channels, queues, clock.wallTime());
        phones.listed(channels, clock.wallTime());
        // Asterisk's queue may ring another phone since.
        queueCallers.findAgents(channels, queues, clock.wallTime());
        phones.listedLines(channels, deviceStates);
    }

    /** The snapshot was told: from now on all else is, too. */
    void isHeard() {
        unheard = false;
        others.tell(clock.wallTime());
        phones.linkIsBack();
    }

    /** Phones are rung again. */
    void goesOn() {
        waiting.forEach(phones::soundsWaiting);
        waiting.clear();
        distributor.goOn();
        phones.goOn();
    }

    /** Of one part of the agents' phones that are on the line. */
    void keep(int part, int parts) {
        phones.keep(part, parts);
    }

    Map<UUID, AgentNow> agentsNow() {
        return distributor.agentsNow();
    }

    /** Queues that are set to one of Asterisk's own which it does not have. */
    Set<UUID> missingQueues() {
        return exchangeQueues.stream()
                .filter(queue -> !members.hasQueue(Objects.requireNonNull(queue.exchangeQueue())))
                .map(Queue::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<UUID> agentsWithoutPhone() {
        return withoutPhone;
    }

    /** Brings calls to the stage that they have in queues and talks. */
    Map<UUID, CallNow> stages(Map<UUID, CallNow> now) {
        var stages = new LinkedHashMap<>(now);
        stages.replaceAll((id, call) -> phones.isTransferred(id)
                ? CallNow.of(CallStage.TRANSFERRED)
                : distributor.callNow(id).orElse(call));
        return stages;
    }

    /** What Asterisk's own queues tell of their members. */
    private final class SetByQueues implements QueueMembers.Listener {
        @Override
        public void set(UUID agentId, QueueMembers.Standing standing) {
            distributor.changeAgent(agentId, standing.status(), standing.why());
        }

        @Override
        public void wrapsUp(UUID agentId, Duration left) {
            distributor.wrapsUp(agentId, left);
        }
    }
}
