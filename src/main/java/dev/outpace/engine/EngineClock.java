package dev.outpace.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Wall time for stored moments and monotonic time for timers. The clock may be faster than the wall clock: durations in the
 * engine (dial timeout, try interval, talk) then take less wall time, but every stored moment is wall time.
 */
public interface EngineClock {
    Instant wallTime();

    /** Nanoseconds of engine time since an arbitrary origin; never decreases. */
    long monotonicNanos();

    /** The wall time at which {@code engineTime} from now will have passed. */
    Instant wallTimeAfter(Duration engineTime);

    /** The engine time until a wall time; zero if that has passed. */
    Duration until(Instant wallTime);

    /** Runs a task on the engine thread after {@code delay} of engine time. Tasks run in the order of their moments. */
    Timer schedule(Duration delay, Runnable task);

    interface Timer {
        /** No effect after the task has run. */
        void cancel();
    }
}
