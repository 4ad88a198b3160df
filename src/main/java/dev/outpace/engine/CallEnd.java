package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import java.time.Duration;
import java.time.Instant;

/** Decides how a call ended from everything known about it, never from the exchange's report alone. */
final class CallEnd {
    private CallEnd() {}

    static EndCause cause(ActiveCall call, Outcome outcome) {
        if (call.hangUpCause == EndCause.INTERRUPTED) {
            return EndCause.INTERRUPTED;
        }
        if (call.facts.connectedAt() != null) {
            return EndCause.NORMAL;
        }
        if (call.answeredTooLate) {
            return EndCause.ABANDONED;
        }
        if (call.facts.answeredAt() != null) {
            return answered(call, outcome);
        }
        return switch (outcome) {
            case BUSY -> EndCause.BUSY;
            case REJECTED -> EndCause.REJECTED;
            case BAD_NUMBER -> EndCause.BAD_NUMBER;
            case NO_ANSWER -> EndCause.NO_ANSWER;
            case UNREACHABLE -> EndCause.UNREACHABLE;
            case UNKNOWN -> EndCause.LOST;
            // Our own hang-up order decides first. A call that the exchange cancelled without our order is a fault.
            case CANCELLED, COMPLETED, FAILED -> call.hangUpCause != null ? call.hangUpCause : EndCause.FAILED;
            case CONGESTED -> call.hangUpCause != null ? call.hangUpCause : EndCause.CONGESTED;
        };
    }

    /**
     * An exchange that ends a call by itself, as one that is restarted does with all its calls: no person did, so that nobody has hung
     * up and nobody was abandoned by us.
     */
    static EndCause byExchange(ActiveCall call) {
        var cause = cause(call, call.facts.answeredAt() == null ? Outcome.FAILED : Outcome.COMPLETED);
        boolean unordered = call.hangUpCause == null && call.flowEnd == null && !call.answeredTooLate;
        return unordered && (cause == EndCause.HUNG_UP || cause == EndCause.ABANDONED) ? EndCause.FAILED : cause;
    }

    private static EndCause answered(ActiveCall call, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN && call.flowEnd == null) {
            // An agent may have taken the call, so it can't be counted as abandoned.
            return EndCause.LOST;
        }
        if (call.joined) {
            return EndCause.ABANDONED;
        }
        if (call.flowEnd != null) {
            return call.flowEnd;
        }
        return call.hangUpCause != null ? call.hangUpCause : EndCause.HUNG_UP;
    }

    /** Decides what happens to the target. */
    static TargetFate fate(Outside outside, CampaignRuns campaigns, ActiveCall call, EndCause cause) {
        // The person answered and the connection was lost. The result is unknown, so the person is never dialed again.
        boolean answeredAndLost = call.facts.answeredAt() != null
                && (cause == EndCause.INTERRUPTED || (cause == EndCause.LOST && !call.answeredTooLate));
        var outplan = campaigns.outplanOf(call.run.campaign);
        if (cause == EndCause.CONGESTED || (cause == EndCause.CANCELLED && call.facts.answeredAt() == null)) {
            // The call had not rung for its full time, or it would have ended as unanswered.
            return new TargetFate.TryGivenBack(outside.wallTimeAfter(outplan.retryAfter(cause)));
        }
        if (cause == EndCause.NORMAL || answeredAndLost) {
            return new TargetFate.Done();
        }
        var closed = outplan.closedBy(cause, call.facts.destinationIndex(), call.facts.tryCount());
        if (!call.triesLeft(outplan, closed)) {
            return new TargetFate.Done(closed);
        }
        var retryAt = outside.wallTimeAfter(outplan.retryAfter(cause));
        return cause == EndCause.ABANDONED && call.campaign.restsAbandoned() && call.sameNumberNext(outplan, closed)
                ? rest(outside, call.campaign.options().compliance(), retryAt, closed)
                : new TargetFate.RetryAt(retryAt, closed);
    }

    /** The number of an abandoned call rests for a while, or until an agent can be reserved for it. */
    private static TargetFate rest(Outside outside, Compliance rules, Instant retryAt, ClosedDestinations closed) {
        var restsUntil = outside.wallTimeAfter(Duration.ofHours(rules.redialHours()));
        if (!restsUntil.isAfter(retryAt)) {
            return new TargetFate.RetryAt(retryAt, closed);
        }
        return rules.redialWithAgent()
                ? new TargetFate.RestsUntil(restsUntil)
                : new TargetFate.RetryAt(restsUntil, closed);
    }
}
