package dev.outpace.model;

import java.time.Duration;

/**
 * What bounds the dialing of the whole workspace.
 *
 * @param concurrentCalls calls at once
 * @param callsPerSecond new calls in any second
 * @param numberGap from the end of a call until its number is dialed for another target
 */
public record LineLimits(int concurrentCalls, int callsPerSecond, Duration numberGap) {
    public static final Duration NUMBER_GAP = Duration.ofMinutes(10);
    public static final LineLimits DEFAULT = new LineLimits(30, 5);

    public LineLimits(int concurrentCalls, int callsPerSecond) {
        this(concurrentCalls, callsPerSecond, NUMBER_GAP);
    }
}
