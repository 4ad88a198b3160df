package dev.outpace.engine;

import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;

/** Sees when wall time and monotonic time part: somebody set the clock, or the machine slept. */
final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final long TOLERANCE_NANOS = TOLERANCE.toNanos();

    private final Outside outside;
    private final Campaigns campaigns;
    private Instant wall;
    private long monotonic;

    ClockWatch(Outside outside, Campaigns campaigns) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.wall = outside.wallTime();
        this.monotonic = outside.nanos();
    }

    /** Once a second: launching goes on when they agree again. */
    void look() {
        boolean agree = !parted();
        check();
        if (agree) {
            outside.clockChanged(false);
            read();
        }
    }

    /** Before calls are placed: when they parted, launching pauses until the next look, and moments are read again. */
    void check() {
        if (parted()) {
            if (outside.wallTime().isBefore(wall)) {
                tellStore();
            }
            outside.alarm(Ids.NIL, Problem.warning("alarm.clock_changed", ""));
            outside.clockChanged(true);
            campaigns.somethingMayBeDueEverywhere();
            campaigns.wakeAll();
            read();
        }
    }

    /** What was stored by a clock that was ahead is looked at again. */
    void tellStore() {
        outside.write(new FactLog.Fact.ClockRead(outside.wallTime()));
    }

    private boolean parted() {
        long nanos = outside.nanos() - monotonic;
        var now = outside.wallTime();
        if (isShort(nanos) && isShort(nanosSinceRead(now))) {
            return false;
        }
        var passed = Duration.ofNanos(nanos);
        var expected = wall.plus(Duration.between(now, outside.wallTimeAfter(passed)));
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
        wall = outside.wallTime();
        monotonic = outside.nanos();
    }
}
