package dev.outpace.engine;

import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.floor.Line;
import dev.outpace.flow.FlowRunner;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.EndCause;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign call in progress. */
final class ActiveCall {
    enum Stage {
        DIALING,
        IN_FLOW,
        WAITING,
        AGENT_RINGING,
        TALKING,
        /** An agent passed the caller on: nothing is ours to do until the call ends. */
        TRANSFERRED
    }

    /** What must happen before the next step of the flow. */
    enum FlowWait {
        NOTHING,
        MEDIA,
        SLEEP,
        QUEUE,
        /** The step is due, but the link is down and no order can be given. */
        LINK
    }

    final CampaignRun run;
    /** The campaign as it was when the call was placed. Edits apply from the next call. */
    final Campaign campaign;

    /** The call as the floor counts it. */
    final Line line;

    /** The number that the call keeps busy; null for a flow without a phone call. */
    final @Nullable String dialKey;

    CampaignCall facts;
    Stage stage = Stage.DIALING;
    /** The call's position in the flow; null until the call is answered. */
    @Nullable
    FlowRunner flow;

    FlowWait flowWait = FlowWait.NOTHING;
    /** The order to the call's leg whose end is awaited; null for none. */
    @Nullable
    OrderId order;

    /** The queue that the call was last handed to; null for none. */
    @Nullable
    UUID joining;

    /** The order of that; null for none. */
    @Nullable
    OrderId join;

    /** The caller has waited there for as long as allowed. */
    boolean waitIsOver;
    /** The talk with an agent is over, and the call's end awaited. */
    boolean released;

    /** Fires when the end of the order is overdue; null for no order. */
    @Nullable
    TimerKey overdue;

    final @Nullable OutdialTarget target;
    private final boolean triesLeftAtOpening;

    /** The latest known moment of the call. */
    private Instant latest;

    /** Whether the phone of the person called has rung. */
    boolean rang;
    /** The number of the call among those that the network took; {@link CongestionWatch#UNCOUNTED} before. */
    long countedAs = CongestionWatch.UNCOUNTED;
    /** Monotonic time in nanoseconds at which the call is given up if nobody answers. */
    long givenUpAt;

    /** Whether no agent took the caller in time. Only the message about that and the end of the call remain. */
    boolean notTaken;

    /** Whether the call reached the network. Until then it may be refused, which gives its try back. */
    boolean accepted;
    /** Why we ordered the call to end; null if we did not. */
    @Nullable
    EndCause hangUpCause;

    /** Whether the caller joined a queue, in the flow or at its end. */
    boolean joined;
    /** Whether the queue is the campaign's own, at the end of the flow. No step follows. */
    boolean atFlowEnd;

    /** The result of the flow; null until the flow has ended. */
    @Nullable
    EndCause flowEnd;

    /** Whether the order whose end is awaited is a detection of machines that gives its verdict with its end. */
    boolean verdictAwaited;

    /** How many lines others take who were called because of it. */
    int otherLines;

    /** How many keys the person pressed so far. */
    int keysHeard;

    /** When the first detection of machines gave its verdict; null before. */
    @Nullable
    Instant greetingEndedAt;

    /** The same in monotonic nanoseconds, as heard. */
    long greetingEnded;

    /** Whether the call was answered after we had ordered it to end. */
    boolean answeredTooLate;

    EngineClock.@Nullable Timer dialTimeout;
    EngineClock.@Nullable Timer endOverdue;
    /** How often its end was overdue. */
    int endsOverdue;

    EngineClock.@Nullable Timer reservationOver;
    EngineClock.@Nullable Timer sleepOver;
    EngineClock.@Nullable Timer orderOverdue;
    /** Fires when the caller has waited for as long as allowed; null where the exchange sees to it. */
    EngineClock.@Nullable Timer waitOver;

    ActiveCall(CampaignRun run, CampaignCall facts, OutdialTarget target, Line line) {
        this(run, facts, target, line, false);
    }

    private ActiveCall(
            CampaignRun run,
            CampaignCall facts,
            @Nullable OutdialTarget target,
            Line line,
            boolean triesLeftAtOpening) {
        this.run = run;
        this.campaign = run.campaign;
        this.line = line;
        this.facts = facts;
        var destination = facts.destination();
        this.dialKey = destination == null || facts.referenceType() != CampaignType.CALL ? null : destination.dialKey();
        this.latest = facts.createdAt();
        this.target = target;
        this.triesLeftAtOpening = triesLeftAtOpening;
    }

    /** A call of the previous opening that still exists on the exchange. Its flow is not resumed. */
    static ActiveCall adopted(CampaignRun run, UnfinishedCall unfinished, Line line) {
        var facts = unfinished.call();
        var call = new ActiveCall(run, facts, null, line, unfinished.triesLeft());
        call.accepted = true;
        call.joined = facts.queuedAt() != null;
        if (facts.answeredAt() != null) {
            call.atFlowEnd = true;
            call.flowWait = FlowWait.QUEUE;
        }
        call.stage = facts.connectedAt() != null
                ? Stage.TALKING
                : facts.queuedAt() != null ? Stage.WAITING : facts.answeredAt() != null ? Stage.IN_FLOW : Stage.DIALING;
        return call;
    }

    /** The campaign's minimum ring time; zero if it has none. */
    Duration leastRing() {
        return Duration.ofMillis(campaign.options().compliance().minimumRing());
    }

    /** From when the campaign's time until an abandon runs; null before that. */
    @Nullable
    Instant abandonsFrom() {
        return switch (campaign.options().compliance().abandonFrom()) {
            case QUEUE -> facts.queuedAt();
            case ANSWER -> facts.answeredAt();
            case GREETING -> greetingEndedAt == null ? facts.answeredAt() : greetingEndedAt;
        };
    }

    /**
     * Nanoseconds of engine time from the same moment to the queue, as heard.
     *
     * @param joins when the caller joins the queue, in monotonic nanoseconds
     */
    long nanosBeforeQueue(long joins) {
        return switch (campaign.options().compliance().abandonFrom()) {
            case QUEUE -> 0;
            case ANSWER -> joins - line.answeredAt();
            case GREETING -> joins - (greetingEndedAt == null ? line.answeredAt() : greetingEnded);
        };
    }

    /** The moment of an event, limited to the time between the call's latest known moment and now. */
    Instant happened(Instant at, Instant now) {
        var inOrder = at.isBefore(latest) ? latest : at;
        latest = inOrder.isAfter(now) ? now : inOrder;
        return latest;
    }

    UUID id() {
        return facts.id();
    }

    /**
     * Whether the target has a try left under the present outplan.
     *
     * @param closed by the end of this call
     */
    boolean triesLeft(Outplan outplan, ClosedDestinations closed) {
        return target == null
                ? triesLeftAtOpening && !closed.equals(ClosedDestinations.ALL)
                : target.nextDestination(outplan, closed).isPresent();
    }

    /** Whether the target's next try is to the number of this call. Also true if that is unknown. */
    boolean sameNumberNext(Outplan outplan, ClosedDestinations closed) {
        var called = facts.destination();
        if (target == null || called == null) {
            return true;
        }
        var index = target.nextDestination(outplan, closed);
        var next = index.isPresent() ? target.destinations().get(index.getAsInt()) : null;
        return next != null && next.dialKey().equals(called.dialKey());
    }

    void cancelTimers() {
        cancel(dialTimeout);
        cancel(endOverdue);
        cancel(reservationOver);
        cancel(sleepOver);
        cancel(orderOverdue);
        cancel(waitOver);
    }

    /** No longer in a queue. */
    void waitEnds() {
        join = null;
        waitIsOver = false;
        cancel(waitOver);
        waitOver = null;
    }

    /** Stops waiting for the end of an order. */
    void orderEnded() {
        order = null;
        overdue = null;
        cancel(orderOverdue);
        orderOverdue = null;
    }

    /** No agent is kept free for the caller any more. */
    void reservationEnded() {
        cancel(reservationOver);
        reservationOver = null;
    }

    private static void cancel(EngineClock.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
