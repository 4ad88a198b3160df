package dev.outpace.floor;

import dev.outpace.model.LineLimits;
import java.time.Duration;

/** The lines of the workspace: how many are in use, and how fast new calls may come. */
public final class Lines {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private LineLimits limits;
    /**
     * Moments of the last calls: as many as the highest limit so far, and all of the last second, in which calls that no limit
     * holds back may be more. The next one goes to {@code next}.
     */
    private long[] moments;

    private int next;
    private int filled;
    private int inUse;

    public Lines(LineLimits limits) {
        this.limits = limits;
        this.moments = new long[limits.callsPerSecond()];
    }

    public LineLimits limits() {
        return limits;
    }

    /** The calls of the last second count on, also when the limit was lower in between. */
    public void limits(LineLimits changed) {
        limits = changed;
        if (changed.callsPerSecond() > moments.length) {
            remember(changed.callsPerSecond());
        }
    }

    private void remember(int calls) {
        var longer = new long[calls];
        for (int i = 0; i < filled; i++) {
            longer[i] = momentOf(filled - i);
        }
        moments = longer;
        next = filled;
    }

    /** @param back 1 for the latest call */
    private long momentOf(int back) {
        return moments[Math.floorMod(next - back, moments.length)];
    }

    public boolean full() {
        return inUse >= limits.concurrentCalls();
    }

    /** Nanoseconds until the next call may be placed; 0 for now. */
    public long nanosToNextCall(long now) {
        int rate = limits.callsPerSecond();
        return filled < rate ? 0 : Math.max(0, momentOf(rate) + SECOND - now);
    }

    public void take(long now) {
        inUse++;
        if (filled == moments.length && momentOf(filled) + SECOND > now) {
            remember(2 * filled);
        }
        moments[next] = now;
        next = (next + 1) % moments.length;
        filled = Math.min(filled + 1, moments.length);
    }

    public void release() {
        inUse--;
    }
}
