package dev.outpace.floor;

import dev.outpace.model.LineLimits;
import java.time.Duration;

/** The lines of the workspace: how many are in use, and how fast new calls may come. */
public final class Lines {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private LineLimits limits;
    /** Moments of the last calls, as many as one second may hold, oldest at {@code oldest}. */
    private long[] moments;

    private int oldest;
    private int filled;
    private int inUse;

    public Lines(LineLimits limits) {
        this.limits = limits;
        this.moments = new long[limits.callsPerSecond()];
    }

    public LineLimits limits() {
        return limits;
    }

    /** The calls of the last second count on, as many of them as the new limit can tell apart. */
    public void limits(LineLimits changed) {
        var kept = new long[changed.callsPerSecond()];
        int keep = Math.min(filled, kept.length);
        for (int i = 0; i < keep; i++) {
            kept[i] = moments[(oldest + filled - keep + i) % moments.length];
        }
        limits = changed;
        moments = kept;
        oldest = 0;
        filled = keep;
    }

    public boolean full() {
        return inUse >= limits.concurrentCalls();
    }

    /** Nanoseconds until the next call may be placed; 0 for now. */
    public long nanosToNextCall(long now) {
        return filled < moments.length ? 0 : Math.max(0, moments[oldest] + SECOND - now);
    }

    public void take(long now) {
        inUse++;
        if (filled < moments.length) {
            moments[(oldest + filled++) % moments.length] = now;
        } else {
            moments[oldest] = now;
            oldest = (oldest + 1) % moments.length;
        }
    }

    public void release() {
        inUse--;
    }
}
