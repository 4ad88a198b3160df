package dev.outpace.telephony.distribution;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.FromExchange;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import dev.outpace.telephony.distribution.Caller.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who talks to whom. The caller who waits longest gets the agent who is free longest; so either callers wait in a queue or
 * agents of it are free, never both. It tells the engine what becomes of callers and agents; the phones tell it what they do.
 *
 * <p>The longest wait of a caller interrupts no ringing phone. If it ends while one rings, and the agent misses the caller, the
 * wait ends at that moment.
 */
public final class Distributor {
    private final EngineClock clock;
    private final Phones phones;
    private final Consumer<FromExchange> sink;
    private final Map<UUID, CallQueue> queues = new LinkedHashMap<>();
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    /** Not assigned any more, but in a call. */
    private final Map<UUID, Member> leaving = new LinkedHashMap<>();

    private final Map<UUID, Caller> callers = new LinkedHashMap<>();
    private long joins;
    private long frees;
    /** Nobody is rung meanwhile. */
    private boolean held;

    /** @param sink takes what becomes of callers and agents, in its order, and returns at once */
    public Distributor(EngineClock clock, Phones phones, Consumer<FromExchange> sink) {
        this.clock = clock;
        this.phones = phones;
        this.sink = sink;
    }

    /** Agents and callers that stay keep what they are at; callers of a queue that is gone leave it. */
    public void assign(List<Queue> newQueues, List<Agent> newAgents) {
        boolean heldBefore = held;
        held = true;
        var goneQueues = replaceQueues(newQueues);
        replaceMembers(newAgents);
        freeMembersInOrder().forEach(this::offer);
        held = heldBefore;
        for (var caller : List.copyOf(callers.values())) {
            if (goneQueues.contains(caller.queue)) {
                leave(caller, Left.QUEUE_GONE);
            }
        }
        queues.values().forEach(this::handOver);
    }

    /** From now on nobody is rung: the phones can't be told. */
    public void hold() {
        held = true;
    }

    public void goOn() {
        held = false;
        queues.values().forEach(this::handOver);
    }

    private Collection<CallQueue> replaceQueues(List<Queue> newQueues) {
        var before = new LinkedHashMap<>(queues);
        queues.clear();
        for (var queue : newQueues) {
            if (!queue.deleted()) {
                var kept = before.remove(queue.id());
                if (kept == null) {
                    queues.put(queue.id(), new CallQueue(queue, phones.handOut(queue)));
                } else {
                    kept.change(queue, phones.handOut(queue));
                    queues.put(queue.id(), kept);
                }
            }
        }
        return before.values();
    }

    private void replaceMembers(List<Agent> newAgents) {
        var before = new LinkedHashMap<>(members);
        members.clear();
        for (var agent : newAgents) {
            if (!agent.deleted()) {
                var kept = before.remove(agent.id());
                var member = kept == null ? newlyAssigned(agent) : kept;
                members.put(agent.id(), member);
                boolean changed = member.serve(queuesOf(agent));
                if (kept == null || changed) {
                    member.tell();
                }
            }
        }
        leaving.putAll(before);
        before.values().forEach(this::leave);
        leaving.values().removeIf(member -> !member.isLeaving());
    }

    private Member newlyAssigned(Agent agent) {
        var occupied = leaving.remove(agent.id());
        if (occupied == null || !occupied.isLeaving()) {
            return new Member(clock, this, agent);
        }
        occupied.comeBack();
        return occupied;
    }

    private void leave(Member member) {
        member.leave();
        var caller = member.offered();
        if (caller != null) {
            phones.stopRinging(member.id(), caller.id);
        }
    }

    private List<CallQueue> queuesOf(Agent agent) {
        var served = new ArrayList<CallQueue>();
        for (var queue : queues.values()) {
            if (queue.isServedBy(agent)) {
                served.add(queue);
            }
        }
        return served;
    }

    private List<Member> freeMembersInOrder() {
        var free = new ArrayList<Member>();
        for (var member : members.values()) {
            if (member.isFree()) {
                free.add(member);
            }
        }
        free.sort(Comparator.comparingLong(Member::freeOrder));
        return free;
    }

    private void handOver(CallQueue queue) {
        var caller = queue.longestWaiting();
        var member = queue.longestFree();
        while (caller != null && member != null && !held) {
            connect(caller, member);
            caller = queue.longestWaiting();
            member = queue.longestFree();
        }
    }

    public boolean hasQueue(UUID queueId) {
        return queues.containsKey(queueId);
    }

    public boolean hasAgent(UUID agentId) {
        return members.containsKey(agentId);
    }

    /** Whether a call is in a queue, or talks to an agent after one. */
    public boolean hasCaller(UUID callId) {
        return callers.containsKey(callId);
    }

    /**
     * Takes an answered call into a queue.
     *
     * @param maxWait zero for no limit
     */
    public void join(UUID callId, UUID queueId, Duration maxWait) {
        var queue = queues.get(queueId);
        if (queue == null) {
            sink.accept(new QueueLeft(clock.wallTime(), callId, Left.QUEUE_GONE));
            return;
        }
        long limitAt = maxWait.isZero() ? Caller.NO_LIMIT : clock.monotonicNanos() + maxWait.toNanos();
        var caller = new Caller(callId, queue, joins++, limitAt, queue.isHandedOut(), clock.wallTime());
        callers.put(callId, caller);
        limit(caller);
        queue.wait(caller);
        sink.accept(new QueueJoined(clock.wallTime(), callId, queueId));
        var member = queue.longestFree();
        if (member != null && !held && !caller.handedOut) {
            connect(caller, member);
        }
    }

    private void limit(Caller caller) {
        if (caller.limitAt != Caller.NO_LIMIT) {
            var left = Duration.ofNanos(Math.max(0, caller.limitAt - clock.monotonicNanos()));
            caller.timer(clock.schedule(left, () -> leave(caller, Left.TIMEOUT)));
        }
    }

    private void connect(Caller caller, Member member) {
        offer(caller, member);
        phones.ring(member.id(), caller.id);
    }

    private void offer(Caller caller, Member member) {
        caller.queue.leave(caller);
        withdraw(member);
        caller.stopTimer();
        caller.stage = Stage.OFFERED;
        caller.member = member;
        member.offer(caller);
    }

    /**
     * The exchange rings an agent for a caller of a queue that it hands out, whatever the agent is at. It may be somebody who is not
     * assigned: nothing is told of that one but the caller's ring and talk.
     *
     * @return false if the caller does not wait for that, or another caller of ours keeps the agent
     */
    public boolean offered(UUID agentId, UUID callId) {
        var caller = callers.get(callId);
        if (caller == null || !caller.handedOut || caller.stage != Stage.WAITING) {
            return false;
        }
        var known = member(agentId);
        if (known == null || (!members.containsKey(agentId) && !known.isLeaving())) {
            var stranger = new Member(clock, this, agentId);
            leaving.put(agentId, stranger);
            offer(caller, stranger);
            stranger.leave();
            return true;
        }
        if (known.isWithCaller()) {
            return false;
        }
        offer(caller, known);
        return true;
    }

    /** The exchange ended the wait of a caller of a queue that it hands out. */
    public void left(UUID callId, Left how, Instant at) {
        var caller = callers.get(callId);
        if (caller == null || caller.stage == Stage.TALKING) {
            return;
        }
        if (caller.member == null) {
            left(caller, how, at);
        } else {
            caller.leaving = how;
        }
    }

    /** The exchange keeps an agent from callers for so long, who works after a call; also after one that is not ours. */
    public void wrapsUp(UUID agentId, Duration left) {
        ifAssigned(agentId, member -> member.wrapsUp(left));
    }

    /** An agent became free: is rung for the caller who waits longest, or is offered to all queues. */
    void seekCaller(Member member) {
        Caller longest = null;
        for (var queue : member.queues()) {
            var caller = queue.longestWaiting();
            if (caller != null && (longest == null || caller.joinOrder < longest.joinOrder)) {
                longest = caller;
            }
        }
        if (longest != null && !held) {
            connect(longest, member);
        } else {
            member.freeSince(frees++);
            offer(member);
            member.tell();
        }
    }

    private void offer(Member member) {
        for (var queue : member.queues()) {
            queue.offer(member);
        }
    }

    void withdraw(Member member) {
        for (var queue : member.queues()) {
            queue.withdraw(member);
        }
    }

    /** The phone of an agent rings. */
    public void rings(UUID agentId, UUID callId, Instant at) {
        var member = member(agentId);
        var caller = member == null ? null : member.offered(callId);
        if (member != null && caller != null && caller.stage == Stage.OFFERED && !caller.gone) {
            caller.enters(Stage.RINGING, at);
            member.rings();
            sink.accept(new AgentRinging(at, callId, agentId));
        }
    }

    /** The agent took the caller, though it may have been ordered meanwhile that the caller leaves the queue. */
    public void answered(UUID agentId, UUID callId, Instant at) {
        rings(agentId, callId, at);
        var member = member(agentId);
        var caller = member == null ? null : member.offered(callId);
        if (member == null || caller == null) {
            return;
        }
        if (caller.gone) {
            member.ringingIsOver();
            return;
        }
        caller.leaving = null;
        caller.enters(Stage.TALKING, at);
        member.talks();
        var longest = caller.queue.longestTalk();
        if (!longest.isZero()) {
            caller.timer(clock.schedule(longest, () -> phones.hangUp(agentId, callId)));
        }
        sink.accept(new AgentConnected(at, callId, agentId));
    }

    /**
     * The agent did not take the caller, who waits on as the first; whoever is free next is rung. A phone that rejects without
     * ringing was reached all the same.
     */
    public void missed(UUID agentId, UUID callId, Missed why, Instant at) {
        if (why == Missed.REJECTED || why == Missed.NO_ANSWER) {
            rings(agentId, callId, at);
        }
        var member = member(agentId);
        var caller = member == null ? null : member.offered(callId);
        if (member == null || caller == null) {
            return;
        }
        caller.member = null;
        if (caller.gone) {
            member.ringingIsOver();
        } else if (caller.leaving != null) {
            left(caller, caller.leaving, at);
            member.ringingIsOver();
        } else {
            boolean rang = caller.stage == Stage.RINGING;
            sink.accept(new AgentMissed(at, callId, agentId, rang ? why : Missed.UNREACHABLE));
            caller.enters(Stage.WAITING, at);
            caller.queue.waitFirst(caller);
            member.missed();
            waitOn(caller);
        }
    }

    private void waitOn(Caller caller) {
        var member = caller.queue.longestFree();
        if (caller.limitAt <= clock.monotonicNanos()) {
            leave(caller, Left.TIMEOUT);
        } else if (member != null && !held && !caller.handedOut) {
            connect(caller, member);
        } else {
            limit(caller);
        }
    }

    /** The talk is over, and the call goes on without the agent. */
    public void released(UUID agentId, UUID callId, Released how, Instant at) {
        var member = member(agentId);
        var caller = member == null ? null : member.talksTo(callId);
        if (member != null && caller != null) {
            forget(caller);
            sink.accept(new AgentReleased(at, callId, agentId, how));
            talkIsOver(member, caller);
        }
    }

    private void talkIsOver(Member member, Caller caller) {
        member.talkIsOver(phones.wrapUp(member.id(), caller.id, caller.queue.id()));
    }

    /**
     * Takes over a caller whom an agent's phone rings for, or who talks to the agent, without anything being told of it. No effect
     * if the agent is not assigned. Of one who was found waiting before, the queue and the limit are known.
     */
    public void found(UUID callId, UUID agentId, boolean talks, Instant since) {
        var member = members.get(agentId);
        if (member == null || member.queues().isEmpty() || !member.isIdle()) {
            return;
        }
        var caller = callers.computeIfAbsent(
                callId, id -> new Caller(id, member.queues().getFirst(), joins++, Caller.NO_LIMIT, false, since));
        caller.queue.leave(caller);
        caller.stopTimer();
        withdraw(member);
        caller.member = member;
        caller.enters(talks ? Stage.TALKING : Stage.RINGING, since);
        member.offer(caller);
        member.rings();
        if (talks) {
            member.talks();
        }
    }

    /**
     * Takes over a caller who waits, without anything being told of it. Those who wait longest are to be told first. No effect if
     * there is no such queue.
     *
     * @param left of the longest wait; null for no limit
     */
    public void foundWaiting(UUID callId, UUID queueId, Instant since, @Nullable Duration left) {
        var queue = queues.get(queueId);
        if (queue != null && !callers.containsKey(callId)) {
            long limitAt = left == null ? Caller.NO_LIMIT : clock.monotonicNanos() + left.toNanos();
            var caller = new Caller(callId, queue, joins++, limitAt, queue.isHandedOut(), since);
            callers.put(callId, caller);
            limit(caller);
            queue.wait(caller);
        }
    }

    /** Takes a caller out of the queue by order. No effect on one who talks, or is in no queue. */
    public void leave(UUID callId) {
        var caller = callers.get(callId);
        if (caller != null) {
            leave(caller, Left.WITHDRAWN);
        }
    }

    private void leave(Caller caller, Left how) {
        switch (caller.stage) {
            case WAITING -> left(caller, how, clock.wallTime());
            case OFFERED, RINGING -> {
                if (caller.leaving == null && caller.member != null) {
                    caller.leaving = how;
                    phones.stopRinging(caller.member.id(), caller.id);
                }
            }
            case TALKING -> {
                // The agent was faster.
            }
        }
    }

    private void left(Caller caller, Left how, Instant at) {
        forget(caller);
        sink.accept(new QueueLeft(at, caller.id, how));
    }

    private void forget(Caller caller) {
        caller.stopTimer();
        caller.queue.leave(caller);
        callers.remove(caller.id, caller);
    }

    /** Tells the end of a call and, of one in a queue, that it left the queue before. */
    public void ended(CallEnded end) {
        var caller = callers.get(end.callId());
        if (caller == null) {
            sink.accept(end);
            return;
        }
        // Of an end that nobody saw it is not known what came before it.
        if (caller.stage == Stage.TALKING || end.outcome() == Outcome.UNKNOWN) {
            forget(caller);
        } else {
            left(caller, Left.ABANDONED, end.at());
        }
        sink.accept(end);
        var member = caller.member;
        if (member != null && caller.stage == Stage.TALKING) {
            talkIsOver(member, caller);
        } else if (member != null) {
            caller.gone = true;
            phones.stopRinging(member.id(), caller.id);
        }
    }

    /** The call is gone, and nobody saw its end: nothing is told of it, and its agent does what follows on a call. */
    public void lost(UUID callId) {
        var caller = callers.get(callId);
        if (caller != null) {
            forget(caller);
            var member = caller.member;
            if (member != null && caller.stage == Stage.TALKING) {
                talkIsOver(member, caller);
            } else if (member != null) {
                member.ringingIsOver();
            }
        }
    }

    /** A person's order: at once, cutting wrap-up or pause short; after call and wrap-up when in a call. */
    public void changeAgent(UUID agentId, AgentStatus status, AwayReason why) {
        ifAssigned(agentId, member -> member.change(status, why));
    }

    /** As a rota orders it: never cutting a call or its wrap-up short. */
    public void changeAgentAfterwards(UUID agentId, AgentStatus status) {
        ifAssigned(agentId, member -> member.changeAfterwards(status));
    }

    /** The agent pauses, without being set away: now, or after the call in hand and its wrap-up. */
    public void pause(UUID agentId) {
        ifAssigned(agentId, Member::pause);
    }

    public void resume(UUID agentId) {
        ifAssigned(agentId, Member::resume);
    }

    /** Whether the agent's phone is in a call that is not ours. */
    public void otherCall(UUID agentId, boolean now) {
        ifAssigned(agentId, member -> member.otherCall(now));
    }

    /** Whether the agent's phone can ring. */
    public void reachable(UUID agentId, boolean now) {
        ifAssigned(agentId, member -> member.reachable(now));
    }

    /** Whether the call that stands to the agent's phone does so. */
    public void connected(UUID agentId, boolean now) {
        ifAssigned(agentId, member -> member.connected(now));
    }

    /** The agent hung up the call that stands between callers, and is away. */
    public void hungUp(UUID agentId) {
        ifAssigned(agentId, Member::hungUp);
    }

    /** Returns whether it stands. */
    boolean orderLine(UUID agentId, boolean wanted) {
        if (wanted) {
            return phones.connect(agentId);
        }
        phones.disconnect(agentId);
        return false;
    }

    public boolean isSetAwayFor(UUID agentId, AwayReason why) {
        var member = members.get(agentId);
        return member != null && member.isSetAwayFor(why);
    }

    /** Agents whose pause could begin, now or after the call in hand; in the order in which they were assigned. */
    public List<UUID> agentsAtWork() {
        var atWork = new ArrayList<UUID>();
        members.forEach((id, member) -> {
            if (member.isAtWork()) {
                atWork.add(id);
            }
        });
        return atWork;
    }

    public Map<UUID, AgentNow> agentsNow() {
        var now = new LinkedHashMap<UUID, AgentNow>();
        members.forEach((id, member) -> now.put(id, member.now()));
        return now;
    }

    /** Empty for a call that is in no queue, and talks to no agent. */
    public Optional<CallNow> callNow(UUID callId) {
        return Optional.ofNullable(callers.get(callId)).map(Caller::now);
    }

    void tell(UUID agentId, AgentNow now) {
        sink.accept(new AgentChanged(clock.wallTime(), agentId, now));
    }

    /** Also one who is not assigned any more, but in a call. */
    private @Nullable Member member(UUID agentId) {
        var member = members.get(agentId);
        return member == null ? leaving.get(agentId) : member;
    }

    private void ifAssigned(UUID agentId, Consumer<Member> change) {
        var member = members.get(agentId);
        if (member != null) {
            change.accept(member);
        }
    }
}
