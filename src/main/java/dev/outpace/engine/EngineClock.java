package dev.outpace.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Wall time for stored moments and monotonic time for timers. A clock may run faster than the world: durations of the
 * engine's life (dial timeout, try interval, talk) then pass in less wall time, while every moment stays wall time.
 */
public interface EngineClock {
    Instant wallTime();

    /** Nanoseconds of engine time since an arbitrary origin; never goes back. */
    long monotonicNanos();

    /** The moment on the wall at which {@code engineTime} from now will have passed. */
    Instant wallTimeAfter(Duration engineTime);

    /** The engine time until a moment on the wall; zero when it has passed. */
    Duration until(Instant wallTime);

    /** Runs a task on the engine thread once {@code delay} of engine time has passed; in order of their moments. */
    Timer schedule(Duration delay, Runnable task);

    interface Timer {
        /** Without effect when the task has run. */
        void cancel();
    }
}
