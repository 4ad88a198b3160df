package dev.outpace.model;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dialing strategy.
 *
 * @param source caller id, null when not set
 * @param dialTimeout ms; 0 means {@link #DEFAULT_DIAL_TIMEOUT}
 * @param tryInterval ms from the end of a try to the next try of the same target
 * @param maxTryCounts tries for each of the {@value #DESTINATIONS} destinations; 0 leaves the destination out
 */
public record Outplan(
        UUID id,
        String name,
        String detail,
        @Nullable Address source,
        long dialTimeout,
        long tryInterval,
        List<Integer> maxTryCounts,
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

    @Override
    public Outplan withStamps(Stamps newStamps) {
        return new Outplan(id, name, detail, source, dialTimeout, tryInterval, maxTryCounts, newStamps, unknown);
    }
}
