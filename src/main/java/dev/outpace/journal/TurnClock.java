package dev.outpace.journal;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The engine's clock, standing still while one input or one turn is worked on, so that all that is read meanwhile is one
 * moment and can be written down. Timers are set on the true clock, from the true moment.
 */
final class TurnClock implements EngineClock {
    private final EngineClock clock;
    private final double speed;
    private boolean stands;
    private Instant wall;
    private long nanos;

    /** @param speed of the clock, as in its own {@link #wallTimeAfter} */
    TurnClock(EngineClock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        wall = clock.wallTime();
        nanos = clock.monotonicNanos();
    }

    void stand() {
        wall = clock.wallTime();
        nanos = clock.monotonicNanos();
        stands = true;
    }

    void goOn() {
        stands = false;
    }

    /** Where it stands, or stood last. */
    Instant wall() {
        return wall;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant wallTime() {
        return stands ? wall : clock.wallTime();
    }

    @Override
    public long monotonicNanos() {
        return stands ? nanos : clock.monotonicNanos();
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return after(wallTime(), engineTime, speed);
    }

    /** The same for whoever runs it again. */
    static Instant after(Instant wall, Duration engineTime, double speed) {
        return speed == 1 ? wall.plus(engineTime) : wall.plusNanos((long) (engineTime.toNanos() / speed));
    }

    @Override
    public Duration until(Instant wallTime) {
        return clock.until(wallTime);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return clock.schedule(delay, task);
    }
}
