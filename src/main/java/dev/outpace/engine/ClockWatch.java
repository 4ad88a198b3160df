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

    /** Once a second: when they parted, launching pauses until the next look, and timers for moments are set anew. */
    void look() {
        var passed = Duration.ofNanos(floor.clock.monotonicNanos() - monotonic);
        var now = floor.clock.wallTime();
        var expected = wall.plus(Duration.between(now, floor.clock.wallTimeAfter(passed)));
        boolean parted = Duration.between(expected, now).abs().compareTo(TOLERANCE) > 0;
        if (parted) {
            floor.alarm(Ids.NIL, Problem.warning("alarm.clock_changed", ""));
            floor.somethingMayBeDueEverywhere();
        }
        if (parted || floor.clockChanged) {
            floor.wakeAll();
        }
        floor.clockChanged = parted;
        wall = now;
        monotonic = floor.clock.monotonicNanos();
    }
}
