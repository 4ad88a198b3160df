package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import java.time.Duration;
import java.time.Instant;

/** How a call ended, told from all that is known of it together, never from the exchange's word alone. */
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
            case UNKNOWN -> EndCause.LOST;
            // That we hung up tells more than what the exchange makes of it; who cancels without our word is at fault.
            case CANCELLED, COMPLETED, FAILED -> call.hangUpCause != null ? call.hangUpCause : EndCause.FAILED;
        };
    }

    private static EndCause answered(ActiveCall call, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN && call.flowEnd == null) {
            // Perhaps an agent took the call: nobody can say that it was abandoned.
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

    /** What becomes of the target. */
    static TargetFate fate(Outside outside, Campaigns campaigns, ActiveCall call, EndCause cause) {
        // Of a person who answered and then was lost to us we don't know how it went: never dialed again.
        boolean answeredAndLost = call.facts.answeredAt() != null
                && (cause == EndCause.INTERRUPTED || (cause == EndCause.LOST && !call.answeredTooLate));
        var outplan = campaigns.outplanOf(call.run.campaign);
        if (cause == EndCause.CANCELLED && call.facts.answeredAt() == null) {
            // It had not rung for its time: that would have ended it as unanswered.
            return new TargetFate.TryGivenBack(outside.wallTimeAfter(outplan.retryAfter()));
        }
        if (cause == EndCause.NORMAL || answeredAndLost || !call.triesLeft(outplan)) {
            return new TargetFate.Done();
        }
        var retryAt = outside.wallTimeAfter(outplan.retryAfter());
        return cause == EndCause.ABANDONED && call.campaign.restsAbandoned() && call.sameNumberNext(outplan)
                ? rest(outside, call.campaign.options().compliance(), retryAt)
                : new TargetFate.RetryAt(retryAt);
    }

    /** The number of whom no agent could take is left alone for a while, or until an agent can be kept free. */
    private static TargetFate rest(Outside outside, Compliance rules, Instant retryAt) {
        var restsUntil = outside.wallTimeAfter(Duration.ofHours(rules.redialHours()));
        if (!restsUntil.isAfter(retryAt)) {
            return new TargetFate.RetryAt(retryAt);
        }
        return rules.redialWithAgent() ? new TargetFate.RestsUntil(restsUntil) : new TargetFate.RetryAt(restsUntil);
    }
}
