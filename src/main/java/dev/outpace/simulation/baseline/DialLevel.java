package dev.outpace.simulation.baseline;

import dev.outpace.pacing.AgentPhase;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PoolListener;
import dev.outpace.simulation.baseline.Vicidial.OverLimit;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * VICIdial's dial level as published: agents and callers are sampled every second, the level is multiplied every 15 s by 1
 * plus the surplus of agents, and drops are counted anew every 60 s. Shipped settings: at most 3.0, drop limit 3 %, latest
 * server time 21:00, intensity and difference target 0. The day begins at 9:00 with level 1.
 */
final class DialLevel implements PoolListener {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int SAMPLES = 15;
    private static final int SECONDS_BETWEEN_COUNTS = 60;
    private static final double HIGHEST = 3;
    private static final double DROP_LIMIT = 0.03;
    private static final double WORST_MINUTE = 0.5;
    private static final int CALLS_OF_A_MINUTE = 20;
    private static final int CALLS_OF_A_DAY = 50;
    private static final int LATEST = 2_100;
    private static final int FIRST_HOUR = 9;
    private static final int TAPER_FROM = 1_000;

    private final AgentPool pool;
    private final @Nullable OverLimit method;
    private final RecentCount calls = new RecentCount(SECONDS_BETWEEN_COUNTS);
    private final RecentCount drops = new RecentCount(SECONDS_BETWEEN_COUNTS);
    private double level;
    private long next;
    private long seconds;
    private double ready;
    private double waiting;
    private double agents;
    private double dropShare;
    private double dropShareOfMinute;
    private long callsToday;
    private int callsOfMinute;

    private DialLevel(AgentPool pool, @Nullable OverLimit method, double level) {
        this.pool = pool;
        this.method = method;
        this.level = level;
        next = pool.now() + SECOND;
    }

    static DialLevel fixed(AgentPool pool, double level) {
        return new DialLevel(pool, null, level);
    }

    static DialLevel adapting(AgentPool pool, OverLimit method) {
        var level = new DialLevel(pool, method, 1);
        pool.listen(level);
        return level;
    }

    double level() {
        return level;
    }

    @Override
    public void dialed(UUID campaignId) {
        calls.happened(pool.now());
    }

    @Override
    public void abandoned(UUID campaignId) {
        drops.happened(pool.now());
    }

    /** To be called at least once a second. */
    void look() {
        while (method != null && pool.now() >= next) {
            next += SECOND;
            seconds++;
            sample();
            if (seconds % SECONDS_BETWEEN_COUNTS == 0) {
                countDrops();
            }
            if (seconds % SAMPLES == 0) {
                adapt(method);
            }
        }
    }

    private void sample() {
        ready += pool.agents(AgentPhase.FREE);
        waiting += pool.unserved();
        agents += pool.loggedIn();
    }

    private void countDrops() {
        callsToday = pool.dialed();
        callsOfMinute = calls.count(pool.now());
        dropShareOfMinute = callsOfMinute == 0 ? 0 : (double) drops.count(pool.now()) / callsOfMinute;
        dropShare = pool.answered() == 0 ? 0 : (double) pool.abandoned() / pool.answered();
    }

    private void adapt(OverLimit overLimit) {
        double surplus = agents == 0 ? 0 : (ready - waiting) / agents;
        double changed = Math.clamp(Math.round(level * (1 + surplus) * 1_000) / 1_000.0, 1, HIGHEST);
        if (callsOfMinute > CALLS_OF_A_MINUTE && dropShareOfMinute > WORST_MINUTE) {
            changed /= 2;
        }
        if (callsToday > CALLS_OF_A_DAY && dropShare > DROP_LIMIT) {
            changed = switch (overLimit) {
                case HARD -> 1;
                case AVERAGE -> changed / 2;
                case TAPERED -> changed * taper();
            };
        }
        level = Math.max(1, changed);
        ready = 0;
        waiting = 0;
        agents = 0;
    }

    /** As published: the digits of the clock subtracted as if they were a number, 2100 - 1130 = 970. */
    private double taper() {
        long minutes = seconds / 60;
        long digits = (FIRST_HOUR + minutes / 60) * 100 + minutes % 60;
        long left = LATEST - digits;
        return left < 0 ? 0 : left > TAPER_FROM ? 1 : (double) left / TAPER_FROM;
    }
}
