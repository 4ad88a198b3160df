package dev.outpace.journal;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;

/** Shows the recorded time. Its timers never run, because what they caused is recorded. */
final class ReplayClock implements EngineClock {
    private final double speed;
    private EngineTime moment = new EngineTime(Instant.EPOCH, 0);

    ReplayClock(double speed) {
        this.speed = speed;
    }

    void set(EngineTime at) {
        moment = at;
    }

    @Override
    public Instant wallTime() {
        return moment.wall();
    }

    @Override
    public long monotonicNanos() {
        return moment.nanos();
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return TurnClock.after(moment.wall(), engineTime, speed);
    }

    @Override
    public Duration until(Instant wallTime) {
        return Duration.ZERO;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return () -> {};
    }
}
