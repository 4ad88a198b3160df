package dev.outpace.simulation;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.TimerHeap;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock whose time stands still while work is done and jumps to the next timer when it is told to. Timers of one moment
 * run in the order in which they were set, so the same orders give the same course.
 */
public final class VirtualClock implements EngineClock {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Instant origin;
    private long now;
    private long readAt;
    private Instant read;
    private final TimerHeap timers = new TimerHeap();

    public VirtualClock(Instant start) {
        origin = start;
        read = start;
    }

    @Override
    public Instant wallTime() {
        if (readAt != now) {
            readAt = now;
            read = origin.plusNanos(now);
        }
        return read;
    }

    @Override
    public long monotonicNanos() {
        return now;
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return wallTime().plus(engineTime);
    }

    @Override
    public Duration until(Instant wallTime) {
        var left = Duration.between(wallTime(), wallTime);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return timers.add(momentAfter(delay), task);
    }

    /** Jumps to the next timer and runs it; false when there is none. */
    public boolean runNext() {
        if (timers.isEmpty()) {
            return false;
        }
        now = timers.nextAt();
        timers.take().run();
        return true;
    }

    /** Runs every timer of the given time, then stands at its end. */
    public void run(Duration engineTime) {
        long end = momentAfter(engineTime);
        while (nextNanos() <= end && runNext()) {}
        now = end;
    }

    /** Runs every timer up to a moment on the wall, then stands there. */
    public void runUntil(Instant wallTime) {
        run(until(wallTime));
    }

    /** The moment of the next timer, comparable with {@link #monotonicNanos}; the largest number when there is none. */
    public long nextNanos() {
        return timers.nextAt();
    }

    public int pending() {
        return timers.size();
    }

    /** Sets the clock on the wall, as a person or a time server does: monotonic time and timers don't notice. */
    public void setWallTime(Instant wallTime) {
        origin = wallTime.minusNanos(now);
        readAt = now;
        read = wallTime;
    }

    private long momentAfter(Duration delay) {
        if (delay.isNegative()) {
            return now;
        }
        long nanos = delay.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : delay.toNanos();
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }
}
