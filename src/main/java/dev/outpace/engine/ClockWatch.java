package dev.outpace.engine;

import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;

/** Detects that wall time and monotonic time have drifted apart, because the clock was set or the computer slept. */
final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final long TOLERANCE_NANOS = TOLERANCE.toNanos();

    private final Outside outside;
    private final CampaignRuns campaigns;
    private Instant wall;
    private long monotonic;

    ClockWatch(Outside outside, CampaignRuns campaigns) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.wall = outside.wallTime();
        this.monotonic = outside.nanos();
    }

    /** Called once a second. Lets launching continue when both clocks agree again. */
    void look() {
        boolean agree = !parted();
        check();
        if (agree) {
            outside.clockChanged(false);
            read();
        }
    }

    /**
     * Called before calls are placed. If the clocks have drifted apart, launching pauses until the next {@link #look}, and
     * moments are read again.
     */
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

    /** Makes the store correct moments that were stored while the clock was ahead. */
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

    /**
     * If both times are within the tolerance, their difference is, too. This is the usual case and needs no further
     * computation.
     */
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
