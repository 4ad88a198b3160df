package dev.outpace.engine;

import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;

/** Sees when wall time and monotonic time part: somebody set the clock, or the machine slept. */
final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Floor floor;
    private Instant wall;
    private long monotonic;

    ClockWatch(Floor floor) {
        this.floor = floor;
        this.wall = floor.clock.wallTime();
        this.monotonic = floor.clock.monotonicNanos();
    }

    /** Once a second: launching goes on when they agree again. */
    void look() {
        boolean agree = !parted();
        check();
        if (agree) {
            floor.clockChanged = false;
            read();
        }
    }

    /** Before calls are placed: when they parted, launching pauses until the next look, and moments are read again. */
    void check() {
        if (parted()) {
            floor.alarm(Ids.NIL, Problem.warning("alarm.clock_changed", ""));
            floor.clockChanged = true;
            floor.somethingMayBeDueEverywhere();
            floor.wakeAll();
            read();
        }
    }

    private boolean parted() {
        var passed = Duration.ofNanos(floor.clock.monotonicNanos() - monotonic);
        var now = floor.clock.wallTime();
        var expected = wall.plus(Duration.between(now, floor.clock.wallTimeAfter(passed)));
        return Duration.between(expected, now).abs().compareTo(TOLERANCE) > 0;
    }

    private void read() {
        wall = floor.clock.wallTime();
        monotonic = floor.clock.monotonicNanos();
    }
}
