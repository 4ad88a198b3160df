package dev.outpace.model;

import java.time.Duration;

/**
 * At most {@code max} calls in any such time, over all campaigns and lists.
 *
 * @param within rolling: a call counts from its dialing until this much later
 */
public record AttemptLimit(int max, Duration within, Per per) {
    public static final int MOST_CALLS = 1_000;
    public static final Duration LONGEST = Duration.ofDays(366);

    public AttemptLimit {
        if (max < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("no limit: " + max + " within " + within);
        }
    }

    /** What the calls are counted of. */
    public enum Per {
        NUMBER,
        /** The same target, or the same value of the column that the set names as its key. */
        PERSON
    }
}
