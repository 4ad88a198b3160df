package dev.outpace.engine;

import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.floor.Line;
import dev.outpace.flow.FlowRunner;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
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

    /** What has to happen before the next step of the flow. */
    enum FlowWait {
        NOTHING,
        MEDIA,
        SLEEP,
        QUEUE,
        /** The step is due, but nothing can be ordered. */
        LINK
    }

    final CampaignRun run;
    /** As it was when the call was placed: edits count from the next call. */
    final Campaign campaign;

    /** The call as the floor counts it. */
    final Line line;

    CampaignCall facts;
    Stage stage = Stage.DIALING;
    /** Its way through the flow; null until it is answered. */
    @Nullable
    FlowRunner flow;

    FlowWait flowWait = FlowWait.NOTHING;
    /** The order whose end is awaited, to the call's leg or to its queue; null for none. */
    @Nullable
    OrderId order;

    /** The queue that it was handed to last; null for none. */
    @Nullable
    UUID joining;

    /** The order of that; null for none. */
    @Nullable
    OrderId join;

    /** The caller has waited there for as long as allowed. */
    boolean waitIsOver;
    /** The talk with an agent is over, and the call's end awaited. */
    boolean released;

    /** Fires when its end should have been told; null for no order. */
    @Nullable
    TimerKey overdue;

    final @Nullable OutdialTarget target;
    private final boolean triesLeftAtOpening;

    /** The latest moment that is known of it. */
    private Instant latest;

    /** The person's phone has rung. */
    boolean rang;
    /** Monotonic time at which it is given up when nobody answers. */
    long givenUpAt;

    /** No agent took the caller in time: what is left is the message for that, and the end. */
    boolean notTaken;

    /** It reached the network: until then it may be refused, which gives its try back. */
    boolean accepted;
    /** Why we ordered the call to end; null while we have not. */
    @Nullable
    EndCause hangUpCause;

    /** The person joined a queue, in this flow or at its end. */
    boolean joined;
    /** It is the campaign's queue at the end of the flow: nothing follows. */
    boolean atFlowEnd;

    /** What the flow makes of the call; null until it is through. */
    @Nullable
    EndCause flowEnd;

    /** Answered although we had ordered it to end. */
    boolean answeredTooLate;

    /** When it was answered, the flow could lead to a queue or elsewhere. */
    boolean branchesBeforeQueue;

    EngineClock.@Nullable Timer dialTimeout;
    EngineClock.@Nullable Timer endOverdue;
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
        this.latest = facts.createdAt();
        this.target = target;
        this.triesLeftAtOpening = triesLeftAtOpening;
    }

    /** A call from before the workspace was closed that the exchange still has: its flow is not taken up again. */
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

    /** What the campaign wants a phone to ring at least; zero for no such rule. */
    Duration leastRing() {
        return Duration.ofMillis(campaign.options().compliance().minimumRing());
    }

    /** When something of it happened: not before what is known of it already, and never later than now. */
    Instant happened(Instant at, Instant now) {
        var inOrder = at.isBefore(latest) ? latest : at;
        latest = inOrder.isAfter(now) ? now : inOrder;
        return latest;
    }

    UUID id() {
        return facts.id();
    }

    /** Whether the target has a try left under the outplan as it is now. */
    boolean triesLeft(Outplan outplan) {
        return target == null
                ? triesLeftAtOpening
                : target.nextDestination(outplan).isPresent();
    }

    /** Whether the target's next try is at the number that this call went to; so, too, where that is not known. */
    boolean sameNumberNext(Outplan outplan) {
        var called = facts.destination();
        if (target == null || called == null) {
            return true;
        }
        var index = target.nextDestination(outplan);
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

    /** Nothing is awaited of the exchange any more. */
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
