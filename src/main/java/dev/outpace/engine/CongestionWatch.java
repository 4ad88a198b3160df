package dev.outpace.engine;

import dev.outpace.floor.Lines;
import dev.outpace.model.Ids;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import java.time.Duration;

/**
 * Slows the placing of calls while the network has no room for them: the rate is halved, down to one call a second, and rises
 * again step by step when the network takes calls. All calls go over one trunk.
 */
final class CongestionWatch {
    /** So many of the latest calls count. */
    private static final int LATEST = 40;

    /** Fewer congested calls than this, or than a tenth of the latest, happen on a sound trunk. */
    private static final int FEWEST = 4;

    private static final int SHARE = 10;
    /** Until then calls end that were placed before the last change. */
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(10);
    /** The rate rises by this part of the workspace's limit. */
    private static final int STEPS = 5;

    /** Of a call that was not counted yet. */
    static final long UNCOUNTED = -1;

    private final Outside outside;
    private final Lines lines;
    private LineLimits limits;
    /** The latest calls, those that met congestion true, each at its number modulo the size. */
    private final boolean[] latest = new boolean[LATEST];

    /** Calls that were ever counted, the number of the next one. */
    private long counted;
    /** How many of them count now. */
    private int filled;

    private int congested;
    /** Monotonic times of the last change of the rate and of the last congested call, in nanoseconds. */
    private long changedAt;

    private long congestedAt;

    CongestionWatch(Outside outside, Lines lines) {
        this.outside = outside;
        this.lines = lines;
        this.limits = lines.limits();
    }

    /** The limits of the workspace are told, changed or not: a rate that is slowed down stays so, and rises as before. */
    void limits(LineLimits told) {
        int now = lines.limits().callsPerSecond();
        int next = isSlowed() ? Math.min(now, told.callsPerSecond()) : told.callsPerSecond();
        if (next != now) {
            forget();
        }
        limits = told;
        rate(next);
    }

    private boolean isSlowed() {
        return lines.limits().callsPerSecond() < limits.callsPerSecond();
    }

    /**
     * The network has taken a call as far as a phone, or has told what became of it.
     *
     * @return the number under which the call is counted
     */
    long taken() {
        count(false);
        return counted - 1;
    }

    /**
     * The network had no room for a call.
     *
     * @param number under which it was counted when the network had taken it before; otherwise {@link #UNCOUNTED}
     */
    void congested(long number) {
        if (number >= counted - filled) {
            latest[place(number)] = true;
            congested++;
        } else {
            count(true);
        }
        congestedAt = outside.nanos();
        boolean afterChange = !isSlowed() || hasPassedSince(changedAt);
        if (congested >= FEWEST && congested * SHARE >= filled && afterChange) {
            slowDown();
        }
    }

    private boolean hasPassedSince(long moment) {
        return outside.nanos() - moment >= BETWEEN_CHANGES.toNanos();
    }

    private void count(boolean isCongested) {
        int place = place(counted);
        if (filled < LATEST) {
            filled++;
        } else if (latest[place]) {
            congested--;
        }
        latest[place] = isCongested;
        congested += isCongested ? 1 : 0;
        counted++;
    }

    private static int place(long number) {
        return (int) (number % LATEST);
    }

    private void slowDown() {
        changedAt = outside.nanos();
        int slower = Math.max(1, lines.limits().callsPerSecond() / 2);
        if (slower < lines.limits().callsPerSecond()) {
            rate(slower);
            outside.alarm(Ids.NIL, Problem.warning("alarm.congested", "", congested, filled, slower));
            forget();
        }
    }

    /** What was counted at another rate says nothing of this one. */
    private void forget() {
        filled = 0;
        congested = 0;
    }

    private void rate(int callsPerSecond) {
        lines.limits(new LineLimits(limits.concurrentCalls(), callsPerSecond, limits.numberGap()));
    }

    /** Called once a second. */
    void look() {
        if (isSlowed() && hasPassedSince(changedAt) && hasPassedSince(congestedAt)) {
            changedAt = outside.nanos();
            int step = Math.max(1, limits.callsPerSecond() / STEPS);
            rate(Math.min(limits.callsPerSecond(), lines.limits().callsPerSecond() + step));
        }
    }
}
