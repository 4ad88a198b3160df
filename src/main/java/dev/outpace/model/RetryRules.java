package dev.outpace.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an outplan does by the cause of a failed try, on top of its published interval and tries.
 *
 * @param byCause only causes with a rule of their own
 * @param maxTries of one target, over all its destinations; 0 for no such limit
 */
public record RetryRules(Map<RetryCause, RetryRule> byCause, int maxTries) {
    public static final int MOST_TRIES = 1_000;
    /** The outplan as it is published. */
    public static final RetryRules NONE = new RetryRules(Map.of(), 0);

    public RetryRules {
        var ordered = new EnumMap<RetryCause, RetryRule>(RetryCause.class);
        byCause.forEach((cause, rule) -> {
            if (!rule.equals(RetryRule.PLAIN)) {
                ordered.put(cause, rule);
            }
        });
        byCause = Collections.unmodifiableMap(ordered);
    }

    public RetryRule after(EndCause cause) {
        return RetryCause.of(cause)
                .map(byCause::get)
                .map(Objects::requireNonNull)
                .orElse(RetryRule.PLAIN);
    }
}
