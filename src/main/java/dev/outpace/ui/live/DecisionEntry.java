package dev.outpace.ui.live;

import dev.outpace.model.PacingDecision;
import java.time.Duration;
import java.time.Instant;

/**
 * A line of the decision log.
 *
 * @param first when the first of them was made
 * @param decision the last of them
 * @param times how many of the same kind followed one another within a second
 */
public record DecisionEntry(Instant first, PacingDecision decision, int times) {
    private static final Duration FOLDED = Duration.ofSeconds(1);

    static DecisionEntry of(PacingDecision decision) {
        return new DecisionEntry(decision.snapshot().at(), decision, 1);
    }

    boolean takes(PacingDecision next) {
        return next.reason() == decision.reason()
                && next.launched() == decision.launched()
                && Duration.between(first, next.snapshot().at()).compareTo(FOLDED) < 0;
    }

    DecisionEntry with(PacingDecision next) {
        return new DecisionEntry(first, next, times + 1);
    }
}
