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

    /** A setting is another from here on, in words: "100 %" before, "60 %" now. */
    record Changed(Instant at, Setting setting, String before, String now) implements LogEntry {
        private static final Duration QUICK = Duration.ofSeconds(10);

        /** Whether the next change goes on with this one, as the clicks of a stepper do. */
        boolean takes(Changed next) {
            return next.setting == setting
                    && next.before.equals(now)
                    && Duration.between(at, next.at).compareTo(QUICK) < 0;
        }

        Changed with(Changed next) {
            return new Changed(next.at, setting, before, next.now);
        }
    }

    /** What decisions go by. */
    enum Setting {
        POLICY,
        SERVICE_LEVEL,
        ABANDON_TARGET
    }
}
