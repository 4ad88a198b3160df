package dev.outpace.simulation;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.TimerHeap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * A clock whose time moves only when it is told to: it jumps to the next timer. Timers of the same moment run in the order in
 * which they were scheduled, so the same calls give the same result.
 */
public final class VirtualClock implements EngineClock {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Instant origin;
    private long now;
    private long readAt;
    private Instant read;
    private final TimerHeap timers = new TimerHeap();
    /** What was scheduled for the present moment at that moment: due after all timers of it that were set before. */
    private final ArrayDeque<Due> due = new ArrayDeque<>();

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
        long at = momentAfter(delay);
        if (at > now) {
            return timers.add(at, task);
        }
        var entry = new Due(task);
        due.add(entry);
        return entry;
    }

    private final class Due implements Timer {
        private final Runnable task;

        private Due(Runnable task) {
            this.task = task;
        }

        @Override
        public void cancel() {
            due.remove(this);
        }
    }

    /** Jumps to the next timer and runs it; returns false if there is none. */
    public boolean runNext() {
        if (!due.isEmpty() && timers.nextAt() > now) {
            due.remove().task.run();
            return true;
        }
        if (timers.isEmpty()) {
            return false;
        }
        now = timers.nextAt();
        timers.take().run();
        return true;
    }

    /** Runs all timers of the given time span, then stops at its end. */
    public void run(Duration engineTime) {
        long end = momentAfter(engineTime);
        while (nextNanos() <= end && runNext()) {}
        now = end;
    }

    /** Runs all timers up to a wall-clock time, then stops there. */
    public void runUntil(Instant wallTime) {
        run(until(wallTime));
    }

    /** Moment of the next timer on the scale of {@link #monotonicNanos}; {@link Long#MAX_VALUE} if there is none. */
    public long nextNanos() {
        return due.isEmpty() ? timers.nextAt() : now;
    }

    public int pending() {
        return timers.size() + due.size();
    }

    /** Sets the wall clock as a user or a time server does. Monotonic time and timers are not affected. */
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
