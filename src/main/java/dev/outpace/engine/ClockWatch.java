package dev.outpace.engine;

import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;

/** Sees when wall time and monotonic time part: somebody set the clock, or the machine slept. */
final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final long TOLERANCE_NANOS = TOLERANCE.toNanos();

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
            if (floor.clock.wallTime().isBefore(wall)) {
                tellStore();
            }
            floor.alarm(Ids.NIL, Problem.warning("alarm.clock_changed", ""));
            floor.clockChanged = true;
            floor.somethingMayBeDueEverywhere();
            floor.wakeAll();
            read();
        }
    }

    /** What was stored by a clock that was ahead is looked at again. */
    void tellStore() {
        floor.factLog.write(new FactLog.Fact.ClockRead(floor.clock.wallTime()));
    }

    private boolean parted() {
        long nanos = floor.clock.monotonicNanos() - monotonic;
        var now = floor.clock.wallTime();
        if (isShort(nanos) && isShort(nanosSinceRead(now))) {
            return false;
        }
        var passed = Duration.ofNanos(nanos);
        var expected = wall.plus(Duration.between(now, floor.clock.wallTimeAfter(passed)));
        return Duration.between(expected, now).abs().compareTo(TOLERANCE) > 0;
    }

    /** Two times that are both within the tolerance can't differ by more: the usual case, told without further reckoning. */
    private static boolean isShort(long nanos) {
        return nanos >= 0 && nanos <= TOLERANCE_NANOS;
    }

    private long nanosSinceRead(Instant now) {
        return (now.getEpochSecond() - wall.getEpochSecond()) * 1_000_000_000L + now.getNano() - wall.getNano();
    }

    private void read() {
        wall = floor.clock.wallTime();
        monotonic = floor.clock.monotonicNanos();
    }
}
