package dev.outpace.model;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The dialing strategy.
 *
 * @param source caller id, null when not set
 * @param dialTimeout ms; 0 means {@link #DEFAULT_DIAL_TIMEOUT}
 * @param tryInterval ms from the end of a try to the next try of the same target
 * @param maxTryCounts tries for each of the {@value #DESTINATIONS} destinations; 0 leaves the destination out
 * @param retry by the cause of a failed try. Not published
 */
public record Outplan(
        UUID id,
        String name,
        String detail,
        @Nullable Address source,
        long dialTimeout,
        long tryInterval,
        List<Integer> maxTryCounts,
        RetryRules retry,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    public static final int DESTINATIONS = 5;
    public static final Duration DEFAULT_DIAL_TIMEOUT = Duration.ofSeconds(30);
    /** Milliseconds, like the timeout itself. */
    public static final long SHORTEST_USUAL = 5_000;

    public static final long MAX_USUAL = 120_000;

    public Outplan {
        maxTryCounts = List.copyOf(maxTryCounts);
        if (maxTryCounts.size() != DESTINATIONS) {
            throw new IllegalArgumentException("an outplan has " + DESTINATIONS + " maximum try counts");
        }
    }

    /** As it is published. */
    public Outplan(
            UUID id,
            String name,
            String detail,
            @Nullable Address source,
            long dialTimeout,
            long tryInterval,
            List<Integer> maxTryCounts,
            Stamps stamps,
            Json.Obj unknown) {
        this(id, name, detail, source, dialTimeout, tryInterval, maxTryCounts, RetryRules.NONE, stamps, unknown);
    }

    /** Calls that ring so shortly are hardly ever answered, and no carrier lets them ring so long: mostly a mistaken unit. */
    public boolean ringsUnusually() {
        return ringsUnusually(dialTimeout);
    }

    /** @param dialTimeout ms; 0 for the default */
    public static boolean ringsUnusually(long dialTimeout) {
        return dialTimeout != 0 && (dialTimeout < SHORTEST_USUAL || dialTimeout > MAX_USUAL);
    }

    public Duration ringFor() {
        return dialTimeout == 0 ? DEFAULT_DIAL_TIMEOUT : Duration.ofMillis(dialTimeout);
    }

    public Duration retryAfter() {
        return Duration.ofMillis(tryInterval);
    }

    /** From the end of a try that failed so to the target's next try. */
    public Duration retryAfter(EndCause cause) {
        var own = retry.after(cause).tryInterval();
        return own == null ? retryAfter() : Duration.ofMillis(own);
    }

    /**
     * The destinations that a try ends for good by its cause, apart from those that have had their {@link #maxTryCounts}.
     *
     * @param tries of the destination, this one included
     */
    public ClosedDestinations closedBy(EndCause cause, int destination, int tries) {
        var rule = retry.after(cause);
        boolean ownMaximum = rule.maxTries() > 0;
        if (tries < (ownMaximum ? rule.maxTries() : maxTryCounts.get(destination))) {
            return ClosedDestinations.NONE;
        }
        return switch (rule.then()) {
            // Without a maximum of its own it stays open for an outplan that allows more.
            case NEXT_DESTINATION -> ownMaximum ? ClosedDestinations.of(destination) : ClosedDestinations.NONE;
            case NEVER -> ClosedDestinations.ALL;
        };
    }

    /** Whether targets may be tried that had no try left by the other outplan. */
    public boolean allowsMoreThan(Outplan other) {
        int most = retry.maxTries() == 0 ? Integer.MAX_VALUE : retry.maxTries();
        int before = other.retry.maxTries() == 0 ? Integer.MAX_VALUE : other.retry.maxTries();
        return most > before
                || IntStream.range(0, DESTINATIONS).anyMatch(i -> maxTryCounts.get(i) > other.maxTryCounts.get(i));
    }

    public Outplan withRetry(RetryRules rules) {
        return new Outplan(id, name, detail, source, dialTimeout, tryInterval, maxTryCounts, rules, stamps, unknown);
    }

    @Override
    public Outplan withStamps(Stamps newStamps) {
        return new Outplan(id, name, detail, source, dialTimeout, tryInterval, maxTryCounts, retry, newStamps, unknown);
    }
}
