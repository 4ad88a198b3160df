package dev.outpace.engine;

import dev.outpace.engine.ActiveCall.FlowWait;
import dev.outpace.engine.ActiveCall.Stage;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.floor.CallFloor;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Handles a call from its order to its end. */
final class CallCourse {
    /** After so long without an end a hang-up is ordered again. */
    private static final Duration END_OVERDUE = Duration.ofSeconds(10);

    /** A call whose end is overdue so often is closed as lost. */
    private static final int OVERDUE_TO_LOST = 3;

    /** An agent stays reserved at most this long after the caller joined the queue. */
    private static final Duration RESERVED_IN_QUEUE = Duration.ofSeconds(5);

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallsInProgress calls;
    private final CallFloor floor;
    private final Telephony telephony;
    private final CampaignLife life;
    private final AgentWatch agents;
    private final AgentOrders agentOrders;
    private final CongestionWatch congestion;
    private final CutCalls cut;
    private final CallFlow flow;

    CallCourse(
            Outside outside,
            CampaignRuns campaigns,
            CallsInProgress calls,
            CallFloor floor,
            Telephony telephony,
            CampaignLife life,
            AgentWatch agents,
            AgentOrders agentOrders,
            CongestionWatch congestion,
            CutCalls cut,
            JsonText json) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.calls = calls;
        this.floor = floor;
        this.telephony = telephony;
        this.life = life;
        this.agents = agents;
        this.agentOrders = agentOrders;
        this.congestion = congestion;
        this.cut = cut;
        this.flow = new CallFlow(outside, campaigns, calls, telephony, this, json);
    }

    /** Orders a claimed call, or begins the flow of one that needs no phone call. */
    void begin(ActiveCall call) {
        calls.begins(call);
        if (call.facts.referenceType() == CampaignType.FLOW) {
            answered(call, outside.wallTime());
            return;
        }
        keepAgent(call);
        var ringFor = ringFor(call);
        var to = Objects.requireNonNull(call.facts.destination());
        outside.note(call, Kind.ORDERED, to.target());
        giveUpAfter(call, ringFor);
        boolean recorded = call.campaign.options().recording().on();
        telephony.originate(
                new Telephony.CallRequest(call.id(), call.run.id(), to, call.facts.source(), ringFor, recorded));
    }

    /** Reserves an agent from the dial on, for a target that was claimed on this condition. */
    private void keepAgent(ActiveCall call) {
        if (call.line.keepsAgent()) {
            calls.keepAgent(call, call.line.queue().id());
        }
    }

    private Duration ringFor(ActiveCall call) {
        var byOutplan = campaigns.outplanOf(call.campaign).ringFor();
        var least = call.leastRing();
        return byOutplan.compareTo(least) < 0 ? least : byOutplan;
    }

    private void giveUpAfter(ActiveCall call, Duration wait) {
        if (call.dialTimeout != null) {
            call.dialTimeout.cancel();
        }
        call.givenUpAt = outside.nanos() + wait.toNanos();
        call.dialTimeout = outside.timer(new TimerKey.DialTimeout(call.id()), wait);
    }

    /** The time from the order to the first ring does not count as ringing. */
    private void ringing(ActiveCall call, Instant at) {
        outside.noteAt(call, at, Kind.RINGING, "");
        reached(call);
        taken(call);
        var least = call.leastRing();
        boolean tooShort = call.givenUpAt - outside.nanos() < least.toNanos();
        if (call.stage == Stage.DIALING && !call.rang && call.hangUpCause == null && tooShort) {
            giveUpAfter(call, least);
        }
        call.rang = true;
    }

    void accept(CallEvent event) {
        var call = calls.call(event.callId());
        if (call == null) {
            // The call was closed as lost before, so nobody would talk to this person.
            if (outside.linkUp() && (event instanceof CallAnswered || event instanceof QueueJoined)) {
                telephony.hangUp(event.callId());
            }
            return;
        }
        if (mayMatter(call, event)) {
            campaigns.turns().wakesUnlessHeld(call.run);
        }
        call.accepted |= !(event instanceof CallRefused);
        take(call, event, call.happened(event.at(), outside.wallTime()));
    }

    private void take(ActiveCall call, CallEvent event, Instant at) {
        switch (event) {
            case CallAccepted _ -> {
                // The network may still lack the capacity for the call; only the first ring proves that it has it.
            }
            case CallRefused refused -> refused(call, refused, at);
            case CallRinging _ -> ringing(call, at);
            case CallAnswered _ -> answered(call, at);
            case CallEnded(var _, var _, var outcome, var by) -> ended(call, outcome, by, at);
            case KeyPressed(var _, var _, var key) -> flow.keyPressed(call, key);
            case OthersCalled(var _, var _, var lines) -> calls.takesOtherLines(call, lines);
            case OrderEnded(var _, var order, var _, var result) -> flow.orderEnded(call, order, result, at);
            case QueueJoined(var _, var _, var queueId) -> queueJoined(call, queueId, at);
            case AgentRinging(var _, var _, var agentId) -> agentRinging(call, agentId, at);
            case AgentMissed(var _, var _, var agentId, var why) -> agentMissed(call, agentId, why, at);
            case AgentConnected(var _, var _, var agentId) -> agentConnected(call, agentId, at);
            case AgentReleased(var _, var _, var agentId, var how) -> agentReleased(call, agentId, how, at);
            case QueueLeft(var _, var _, var how) -> queueLeft(call, how, at);
            case CallListened(var _, var _, var what, var phone) ->
                outside.noteAt(call, at, Kind.LISTENED, what + " " + phone);
        }
    }

    /** Whether an event can change a decision. An event that only confirms the call can't, unless a hold depends on it. */
    private boolean mayMatter(ActiveCall call, CallEvent event) {
        return switch (event) {
            case KeyPressed _, OthersCalled _, CallListened _ -> false;
            case CallRinging _ -> call.run.refusals.inRow() > 0;
            case CallAccepted _ -> campaigns.listOf(call.run).idle() <= 0;
            default -> true;
        };
    }

    void timerFired(TimerKey key) {
        switch (key) {
            case TimerKey.DialTimeout(var id) -> {
                var call = calls.call(id);
                if (call != null && call.stage == Stage.DIALING) {
                    hangUp(call, EndCause.NO_ANSWER);
                }
            }
            case TimerKey.EndOverdue(var id) -> {
                var call = calls.call(id);
                if (call != null && outside.linkUp()) {
                    endOverdue(call);
                }
            }
            case TimerKey.ReservationOver(var id) -> {
                var call = calls.call(id);
                if (call != null && call.reservationOver != null) {
                    calls.releaseAgent(call);
                }
            }
            case TimerKey.SleepOver(var id) -> {
                var call = calls.call(id);
                if (call != null) {
                    flow.sleepOver(call);
                }
            }
            case TimerKey.OrderOverdue(var id, var order) -> {
                var call = calls.call(id);
                if (call != null) {
                    flow.orderOverdue(call, order);
                }
            }
            case TimerKey.JoinOverdue(var id, var order) -> {
                var call = calls.call(id);
                if (call != null && flow.isOverdue(call, order)) {
                    queueLeft(call, Left.QUEUE_GONE, outside.wallTime());
                }
            }
            case TimerKey.WaitOver(var id, var join) -> {
                var call = calls.call(id);
                if (call != null) {
                    flow.waitOver(call, join);
                }
            }
            case TimerKey.LeaveOverdue(var id, var order) -> {
                var call = calls.call(id);
                if (call != null && flow.isOverdue(call, order)) {
                    queueLeft(call, Left.UNKNOWN, outside.wallTime());
                }
            }
            case TimerKey.RetryDue _, TimerKey.CallRateFree _, TimerKey.AgentOrderOverdue _ ->
                throw new IllegalArgumentException("timer is not about a call: " + key);
        }
    }

    /** Orders the end of a call. The first cause given is the one that counts. */
    void hangUp(ActiveCall call, EndCause cause) {
        if (call.facts.referenceType() == CampaignType.FLOW) {
            close(call, cause, outside.wallTime());
            return;
        }
        if (call.hangUpCause == null) {
            call.hangUpCause = cause;
            outside.note(call, Kind.HANG_UP_ORDERED, cause.name());
        }
        orderHangUp(call);
    }

    /** Orders the end and begins to wait for it. While the link is down, no order is given. */
    private void orderHangUp(ActiveCall call) {
        if (outside.linkUp()) {
            awaitEnd(call);
            telephony.hangUp(call.id());
        }
    }

    /** The order may have been lost, or the end. */
    private void endOverdue(ActiveCall call) {
        call.endOverdue = null;
        if (++call.endsOverdue < OVERDUE_TO_LOST) {
            orderHangUp(call);
        } else {
            close(call, call.released ? EndCause.NORMAL : EndCause.LOST, outside.wallTime());
        }
    }

    private void awaitEnd(ActiveCall call) {
        if (call.endOverdue == null) {
            call.endOverdue = outside.timer(new TimerKey.EndOverdue(call.id()), END_OVERDUE);
        }
    }

    /** Gives the orders that could not be given while the link was down. */
    void linkIsUp(ActiveCall call) {
        if (call.hangUpCause == null) {
            flow.linkIsUp(call);
            return;
        }
        if (call.endOverdue != null) {
            call.endOverdue.cancel();
            call.endOverdue = null;
            call.endsOverdue = 0;
        }
        orderHangUp(call);
    }

    /**
     * Takes over a call of the previous opening that still exists on the exchange. A caller who waits or talks continues; a
     * call within a flow is ended, because its position in the flow is unknown; unless the flow has connected the person with
     * others, who talk on.
     */
    void adopt(ActiveCall call, CallNow there) {
        calls.begins(call);
        switch (call.stage) {
            case DIALING -> {
                keepAgent(call);
                giveUpAfter(call, ringsOn(call));
            }
            case IN_FLOW -> {
                if (there.stage() == CallStage.TRANSFERRED) {
                    call.stage = Stage.TRANSFERRED;
                    call.flowEnd = EndCause.INTERRUPTED;
                } else {
                    hangUp(call, EndCause.INTERRUPTED);
                }
            }
            case WAITING -> reserveInQueue(call, call.facts.queueId());
            case AGENT_RINGING, TALKING, TRANSFERRED -> {}
        }
    }

    /** Brings a call to the stage in which the exchange has it, if the events in between were never reported. */
    void isAt(ActiveCall call, CallNow now) {
        call.accepted = true;
        var since = now.since() == null ? outside.wallTime() : now.since();
        var at = call.happened(since, outside.wallTime());
        switch (now.stage()) {
            case DIALING -> {}
            case RINGING -> {
                if (!call.rang) {
                    ringing(call, at);
                }
            }
            case IDLE, IN_ORDER -> isOnTheLine(call, at);
            case WAITING -> hasJoined(call, at);
            case AGENT_RINGING -> {
                if (call.stage != Stage.AGENT_RINGING) {
                    agentRinging(call, now.agentId(), at);
                }
            }
            case TALKING -> agentConnected(call, now.agentId(), at);
            case TRANSFERRED -> agentReleased(call, now.agentId(), Released.TRANSFERRED, at);
        }
    }

    private void isOnTheLine(ActiveCall call, Instant at) {
        answered(call, at);
        if (call.stage == Stage.WAITING || call.stage == Stage.AGENT_RINGING) {
            queueLeft(call, Left.UNKNOWN, at);
        } else if (call.stage == Stage.TALKING) {
            agentReleased(call, call.facts.agentId(), Released.AGENT, at);
        }
    }

    /** How much longer a call of the previous opening may ring. Setting the clock back does not lengthen that time. */
    private Duration ringsOn(ActiveCall call) {
        var ringFor = ringFor(call);
        var left = outside.until(call.facts.createdAt().plus(ringFor));
        return left.compareTo(ringFor) < 0 ? left : ringFor;
    }

    /** The first that tells that the network had room for the call; a flow that dials nobody needs none. */
    private void taken(ActiveCall call) {
        if (call.stage == Stage.DIALING && !call.rang && call.facts.referenceType() == CampaignType.CALL) {
            call.countedAs = congestion.taken();
        }
    }

    /** If the network had no capacity and the phone never rang, the call counts as not placed. */
    private void ended(ActiveCall call, Outcome outcome, EndedBy by, Instant at) {
        if (outcome == Outcome.CONGESTED) {
            congestion.congested(call.countedAs);
        } else if (outcome != Outcome.CANCELLED && outcome != Outcome.UNKNOWN) {
            taken(call);
        }
        boolean neverRang = call.stage == Stage.DIALING && !call.rang && call.hangUpCause == null;
        if (outcome == Outcome.CONGESTED && neverRang) {
            notPlaced(call, true, "congestion", at);
        } else {
            reached(call);
            if (outcome == Outcome.COMPLETED && call.stage == Stage.DIALING) {
                answeredUnheard(call, at);
            }
            var cause = by == EndedBy.EXCHANGE && outcome == Outcome.COMPLETED
                    ? CallEnd.byExchange(call)
                    : CallEnd.cause(call, outcome);
            var fate = CallEnd.fate(outside, campaigns, call, cause);
            cut.ended(call, by, fate, outside.nanos());
            close(call, cause, fate, at);
        }
    }

    /** Only a call that was answered ends so: somebody was there and found nobody. */
    private void answeredUnheard(ActiveCall call, Instant at) {
        call.stage = Stage.IN_FLOW;
        call.facts = call.facts.answered(at);
        call.answeredTooLate = true;
        outside.write(new Fact.CallProgressed(call.facts));
        outside.noteAt(call, at, Kind.ANSWERED, "");
        floor.answered(call.line, false);
    }

    private static void reached(ActiveCall call) {
        call.run.refusals.accepted(call.facts.outdialTargetId());
    }

    private void refused(ActiveCall call, CallRefused refused, Instant at) {
        if (call.accepted) {
            // The call did reach the network, so its try counts.
            close(call, CallEnd.cause(call, Outcome.FAILED), at);
            return;
        }
        if (refused.why() == Refusal.CONGESTED) {
            congestion.congested(call.countedAs);
        }
        notPlaced(call, refused.why() == Refusal.CONGESTED, refused.text(), at);
    }

    private void notPlaced(ActiveCall call, boolean congested, String reason, Instant at) {
        var run = call.run;
        var usual = run.refusals.refused(call.facts.outdialTargetId());
        var own = campaigns
                .outplanOf(run.campaign)
                .retry()
                .after(EndCause.CONGESTED)
                .tryInterval();
        var wait = congested && own != null ? Duration.ofMillis(own) : usual;
        outside.noteAt(call, at, Kind.REFUSED, reason);
        close(call, EndCause.NOT_PLACED, new TargetFate.TryGivenBack(outside.wallTimeAfter(wait)), at);
        if (run.refusals.inRow() == Refusals.TO_HOLD) {
            run.wake();
            run.refusals.hold(reason, outside.nanos());
        }
    }

    /** Tells which campaigns are held because their calls were refused. While there is no link, that is the cause. */
    void tellHeld() {
        for (var run : campaigns.all()) {
            var reason = outside.linkUp() ? run.refusals.toTell(outside.nanos()) : null;
            if (reason != null) {
                outside.alarm(
                        run.id(),
                        Problem.error("alarm.calls_refused", "", run.campaign.name(), Refusals.TO_HOLD, reason));
            }
        }
    }

    private void answered(ActiveCall call, Instant at) {
        if (call.stage != Stage.DIALING) {
            return;
        }
        reached(call);
        taken(call);
        call.stage = Stage.IN_FLOW;
        call.facts = call.facts.answered(at);
        outside.write(new Fact.CallProgressed(call.facts));
        outside.noteAt(call, at, Kind.ANSWERED, "");
        if (call.dialTimeout != null) {
            call.dialTimeout.cancel();
        }
        if (call.hangUpCause != null) {
            call.answeredTooLate = true;
            floor.answered(call.line, false);
            calls.releaseAgent(call);
            orderHangUp(call);
            return;
        }
        floor.answered(call.line, call.campaign.hasQueue());
        flow.begin(call);
    }

    private void queueJoined(ActiveCall call, UUID queueId, Instant at) {
        if (call.stage != Stage.IN_FLOW || call.flowWait != FlowWait.QUEUE) {
            return;
        }
        call.orderEnded();
        call.stage = Stage.WAITING;
        call.joined = true;
        call.facts = call.facts.queued(queueId, at);
        outside.write(new Fact.CallProgressed(call.facts));
        outside.noteAt(call, at, Kind.QUEUE_JOINED, queueId);
        floor.queued(call.line);
        reserveInQueue(call, queueId);
        flow.leaveWhenOver(call);
    }

    /**
     * Treats the caller as joined if that was never reported: only a caller in the queue is offered to agents or leaves the
     * queue.
     */
    private void hasJoined(ActiveCall call, Instant at) {
        var queueId = call.joining;
        if (queueId != null && call.order != null) {
            queueJoined(call, queueId, at);
        }
    }

    private void reserveInQueue(ActiveCall call, UUID queueId) {
        calls.keepAgent(call, queueId);
        call.reservationOver = outside.timer(new TimerKey.ReservationOver(call.id()), RESERVED_IN_QUEUE);
    }

    private void agentRinging(ActiveCall call, UUID agentId, Instant at) {
        hasJoined(call, at);
        if (call.stage != Stage.WAITING && call.stage != Stage.AGENT_RINGING) {
            return;
        }
        call.stage = Stage.AGENT_RINGING;
        calls.releaseAgent(call);
        floor.agentRings(call.line);
        outside.noteAt(call, at, Kind.AGENT_RINGING, agentId);
        agents.took(agentId, AgentStatus.RINGING, call, at);
    }

    /** The caller keeps waiting. An agent is reserved again, because the phone of the next one will ring. */
    private void agentMissed(ActiveCall call, UUID agentId, Missed why, Instant at) {
        hasJoined(call, at);
        if (call.stage != Stage.WAITING && call.stage != Stage.AGENT_RINGING) {
            return;
        }
        if (call.stage == Stage.AGENT_RINGING) {
            call.stage = Stage.WAITING;
            floor.missed(call.line);
            reserveInQueue(call, call.facts.queueId());
        }
        outside.noteAt(call, at, Kind.AGENT_MISSED, agentId + " " + why.name());
        agentOrders.missed(agentId, why, call.run.id());
        flow.leaveWhenOver(call);
    }

    private void agentConnected(ActiveCall call, UUID agentId, Instant at) {
        hasJoined(call, at);
        if (call.stage != Stage.WAITING && call.stage != Stage.AGENT_RINGING) {
            return;
        }
        call.orderEnded();
        call.waitEnds();
        call.stage = Stage.TALKING;
        call.flowWait = FlowWait.NOTHING;
        calls.releaseAgent(call);
        floor.served(call.line);
        boolean late = isLate(call, at);
        call.facts = call.facts.connected(agentId, at, late);
        if (call.campaign.options().compliance().countsWaits()) {
            floor.taken(call.line, call.nanosBeforeQueue(call.line.waitingSince()), late);
        }
        outside.write(new Fact.CallProgressed(call.facts));
        outside.noteAt(call, at, Kind.AGENT_CONNECTED, agentId);
        agents.took(agentId, AgentStatus.BUSY, call, at);
    }

    /** Whether the caller had to wait for an agent for longer than the campaign counts as abandoned. */
    private boolean isLate(ActiveCall call, Instant connectedAt) {
        var rules = call.campaign.options().compliance();
        var from = call.abandonsFrom();
        return rules.countsWaits()
                && from != null
                && connectedAt.isAfter(from.plus(outside.onTheWall(rules.longestWait())));
    }

    /** A caller who was passed on is somebody else's; one who is left alone on the line is not kept there. */
    private void agentReleased(ActiveCall call, UUID agentId, Released how, Instant at) {
        agentConnected(call, agentId, at);
        if (call.stage != Stage.TALKING) {
            return;
        }
        outside.noteAt(call, at, Kind.AGENT_RELEASED, agentId + " " + how.name());
        switch (how) {
            case TRANSFERRED -> call.stage = Stage.TRANSFERRED;
            case AGENT, US -> {
                call.released = true;
                hangUp(call, EndCause.NORMAL);
            }
            case CALLER -> {
                call.released = true;
                awaitEnd(call);
            }
        }
    }

    private void queueLeft(ActiveCall call, Left how, Instant at) {
        if (how == Left.ABANDONED || how == Left.TIMEOUT || how == Left.WITHDRAWN) {
            hasJoined(call, at);
        }
        if (call.flowWait != FlowWait.QUEUE) {
            return;
        }
        call.orderEnded();
        call.waitEnds();
        call.flowWait = FlowWait.NOTHING;
        calls.releaseAgent(call);
        floor.leftQueue(call.line);
        outside.noteAt(call, at, Kind.QUEUE_LEFT, how.name());
        call.stage = Stage.IN_FLOW;
        if (how == Left.ABANDONED) {
            return;
        }
        if (call.atFlowEnd && call.hangUpCause == null) {
            floor.served(call.line);
            flow.notTaken(call);
        } else if (call.hangUpCause == null) {
            flow.reserve(call);
            flow.advance(call);
        }
    }

    /** @param at when the call ended; the wait for the next try begins now */
    void close(ActiveCall call, EndCause cause, Instant at) {
        close(call, cause, CallEnd.fate(outside, campaigns, call, cause), at);
    }

    private void tellFloor(ActiveCall call, EndCause cause) {
        if (call.stage == Stage.DIALING) {
            floor.unanswered(call.line);
        } else if (cause == EndCause.ABANDONED) {
            floor.abandoned(call.line);
        } else if (cause == EndCause.MACHINE) {
            floor.machine(call.line);
        } else {
            floor.served(call.line);
        }
    }

    private void close(ActiveCall call, EndCause cause, TargetFate fate, Instant at) {
        tellFloor(call, cause);
        call.cancelTimers();
        calls.releaseAgent(call);
        calls.ends(call);
        call.facts = call.facts.ended(cause, at);
        outside.write(new Fact.CallClosed(call.facts, fate));
        outside.noteAt(call, at, Kind.ENDED, cause.name());
        call.run.counts = call.run.counts.with(call.facts);
        var list = campaigns.list(call.facts.outdialId());
        switch (fate) {
            case TargetFate.Done _ -> list.counts(list.counts().plus(1, -1, 0));
            case TargetFate.RetryAt(var due, var _) -> life.retryDueAt(list, due);
            // With a reserved agent, the target may be dialed after the outplan's try interval.
            case TargetFate.RestsUntil _ ->
                life.retryDueAt(
                        list,
                        outside.wallTimeAfter(
                                campaigns.outplanOf(call.run.campaign).retryAfter()));
            case TargetFate.TryGivenBack(var due) -> life.retryDueAt(list, due);
        }
        life.callEnded(call.run);
    }
}
