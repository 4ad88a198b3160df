package dev.outpace.ui.live;

import dev.outpace.model.PacingDecision;
import java.time.Duration;
import java.time.Instant;

/** A line of the decision log: what was decided, or a change of what it is decided by. */
public sealed interface LogEntry {

    /** When it happened; of several, the first. */
    Instant at();

    /**
     * @param at when the first of them was made
     * @param decision the last of them
     * @param times how many of the same kind followed one another within a second
     */
    record Decided(Instant at, PacingDecision decision, int times) implements LogEntry {
        private static final Duration FOLDED = Duration.ofSeconds(1);

        static Decided of(PacingDecision decision) {
            return new Decided(decision.snapshot().at(), decision, 1);
        }

        boolean takes(PacingDecision next) {
            return next.reason() == decision.reason()
                    && next.launched() == decision.launched()
                    && Duration.between(at, next.snapshot().at()).compareTo(FOLDED) < 0;
        }

        Decided with(PacingDecision next) {
            return new Decided(at, next, times + 1);
        }
    }

    /** The service level is another from here on, in percent. */
    record LevelChanged(Instant at, int before, int now) implements LogEntry {}

    /** The highest share of abandoned calls is another from here on. */
    record TargetChanged(Instant at, double before, double now) implements LogEntry {}
}
