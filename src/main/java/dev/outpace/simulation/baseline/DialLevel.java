package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.simulation.baseline.Vicidial.OverLimit;
import java.time.Duration;

/**
 * VICIdial's dial level as published. Every second it samples agents and callers. Every 15 s it multiplies the level by 1 plus
 * the surplus of agents. Every 60 s it counts the drops again. It uses the settings that VICIdial ships: level at most 3.0,
 * drop limit 3 %, latest server time 21:00, intensity and difference target 0. The day begins at 9:00 with level 1.
 */
final class DialLevel implements FloorListener {
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

    private final QueueFloor queue;
    private final Waker waker;
    private final OverLimit method;
    private final RecentCount calls = new RecentCount(SECONDS_BETWEEN_COUNTS);
    private final RecentCount drops = new RecentCount(SECONDS_BETWEEN_COUNTS);
    private double level = 1;
    private long seconds;
    private double ready;
    private double waiting;
    private double agents;
    private double dropShare;
    private double dropShareOfMinute;
    private long callsToday;
    private int callsOfMinute;

    DialLevel(QueueFloor queue, Waker waker, OverLimit method) {
        this.queue = queue;
        this.waker = waker;
        this.method = method;
        queue.listen(this);
        waker.after(SECOND, this::sampleAndAdapt);
    }

    double level() {
        return level;
    }

    @Override
    public void dialed(Line line) {
        calls.happened(queue.now());
    }

    @Override
    public void abandoned(Line line) {
        drops.happened(queue.now());
    }

    private void sampleAndAdapt() {
        seconds++;
        sample();
        if (seconds % SECONDS_BETWEEN_COUNTS == 0) {
            countDrops();
        }
        if (seconds % SAMPLES == 0) {
            adapt();
        }
        waker.after(SECOND, this::sampleAndAdapt);
    }

    private void sample() {
        ready += queue.agents(AgentPhase.FREE);
        waiting += queue.unserved();
        agents += queue.loggedIn();
    }

    private void countDrops() {
        callsToday = queue.dialed();
        callsOfMinute = calls.count(queue.now());
        dropShareOfMinute = callsOfMinute == 0 ? 0 : (double) drops.count(queue.now()) / callsOfMinute;
        dropShare = queue.answered() == 0 ? 0 : (double) queue.abandoned() / queue.answered();
    }

    private void adapt() {
        double surplus = agents == 0 ? 0 : (ready - waiting) / agents;
        double changed = Math.clamp(Math.round(level * (1 + surplus) * 1_000) / 1_000.0, 1, HIGHEST);
        if (callsOfMinute > CALLS_OF_A_MINUTE && dropShareOfMinute > WORST_MINUTE) {
            changed /= 2;
        }
        if (callsToday > CALLS_OF_A_DAY && dropShare > DROP_LIMIT) {
            changed = switch (method) {
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

    /** As published: clock times are subtracted as decimal numbers, 2100 - 1130 = 970. */
    private double taper() {
        long minutes = seconds / 60;
        long digits = (FIRST_HOUR + minutes / 60) * 100 + minutes % 60;
        long left = LATEST - digits;
        return left < 0 ? 0 : left > TAPER_FROM ? 1 : (double) left / TAPER_FROM;
    }
}
