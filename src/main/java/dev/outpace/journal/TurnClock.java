package dev.outpace.journal;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The engine's clock, which stands still during one input or one turn. All times read meanwhile are then the same moment, which
 * is recorded. Timers are set on the real clock, from the real moment.
 */
final class TurnClock implements EngineClock {
    private final EngineClock clock;
    private final double speed;
    private boolean frozen;
    private Instant wall;
    private long nanos;

    /** @param speed engine seconds per wall-clock second, as {@link #wallTimeAfter} of the clock uses it */
    TurnClock(EngineClock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        wall = clock.wallTime();
        nanos = clock.monotonicNanos();
    }

    void freeze() {
        wall = clock.wallTime();
        nanos = clock.monotonicNanos();
        frozen = true;
    }

    void release() {
        frozen = false;
    }

    /** The moment at which the clock stands or last stood. */
    Instant wall() {
        return wall;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant wallTime() {
        return frozen ? wall : clock.wallTime();
    }

    @Override
    public long monotonicNanos() {
        return frozen ? nanos : clock.monotonicNanos();
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return after(wallTime(), engineTime, speed);
    }

    /** Shared with the clock of the replay. */
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
