package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whether a number may be dialed now. Reads and changes nothing. */
final class NumberRule {
    /** Shortest wait for a number that is in a call now, for campaigns without a gap. */
    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    private NumberRule() {}

    sealed interface Verdict {
        /** @param keepsAgent whether an agent must be reserved for the call */
        record Dial(boolean keepsAgent) implements Verdict {}

        /** The number must not be dialed before {@code until}, which is later than now. */
        record Wait(TargetState state, Instant until) implements Verdict {}
    }

    /**
     * @param inCall whether a call to the number is in progress
     * @param known null if nothing is known of the number
     */
    static Verdict of(Claim claim, UUID targetId, boolean inCall, DialedNumbers.@Nullable Known known) {
        var rest = claim.rest();
        if (inCall) {
            // The call ends now at the earliest, and the gap begins at its end.
            var gap = rest.gap().compareTo(MIN_WAIT) < 0 ? MIN_WAIT : rest.gap();
            return new Verdict.Wait(TargetState.RETRY, claim.now().plus(gap));
        }
        if (known == null) {
            return new Verdict.Dial(false);
        }
        var gapEnds = known.endedAt().plus(rest.gap());
        if (rest.gap().isPositive() && !known.targetId().equals(targetId) && gapEnds.isAfter(claim.now())) {
            return new Verdict.Wait(TargetState.RETRY, gapEnds);
        }
        var abandonedAt = known.abandonedAt();
        return rest.afterAbandon().isPositive() && abandonedAt != null
                ? afterAbandon(claim, abandonedAt)
                : new Verdict.Dial(false);
    }

    private static Verdict afterAbandon(Claim claim, Instant abandonedAt) {
        var rest = claim.rest();
        var restEnds = abandonedAt.plus(rest.afterAbandon());
        if (!restEnds.isAfter(claim.now())) {
            return new Verdict.Dial(false);
        }
        if (!rest.earlierWithAgent().isPositive()) {
            return new Verdict.Wait(TargetState.RETRY, restEnds);
        }
        boolean tooSoon = abandonedAt.plus(rest.withAgent()).isAfter(claim.now());
        return claim.agentFree() && !tooSoon
                ? new Verdict.Dial(true)
                : new Verdict.Wait(TargetState.RETRY_OR_AGENT, restEnds);
    }
}
