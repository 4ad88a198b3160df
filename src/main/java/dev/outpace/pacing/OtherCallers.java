package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;

/**
 * Callers of a pool whom no campaign called. It is seen that agents have them, and their number an hour is learned from the talks
 * that ended. Where no exchange tells who of them waits, those are guessed: as many as usually come while no agent is free, less those
 * whom agents took meanwhile.
 */
final class OtherCallers {
    /** Nanoseconds. */
    private static final double MEMORY = 1_800e9;

    private static final double NANOS = 1e9;
    private static final double MEMORY_SECONDS = MEMORY / NANOS;

    private final AgentPool pool;
    private final FadingCount talks = new FadingCount(MEMORY);
    private final long begin;
    private long noneFreeSince;
    private long takenBefore;

    OtherCallers(AgentPool pool) {
        this.pool = pool;
        begin = pool.now();
        noneFreeSince = begin;
    }

    void talkEnded() {
        talks.add(pool.now());
    }

    /** @param seconds how long an agent was free who is so no longer; 0 for one whom a waiting caller got at once */
    void freeEnded(double seconds) {
        if (seconds > 0 && pool.agents(AgentPhase.FREE) == 0) {
            noneFreeSince = pool.now();
            takenBefore = pool.othersTaken();
        }
    }

    /** How many come in a second. */
    double perSecond() {
        long now = pool.now();
        double seen = 1 - Math.exp((begin - now) / MEMORY);
        return seen <= 0 ? 0 : talks.now(now) / (seen * MEMORY_SECONDS);
    }

    /** How many are expected to wait, besides those of whom the exchange tells: they count with the callers of campaigns. */
    double waiting() {
        if (pool.othersAreTold() || pool.agents(AgentPhase.FREE) > 0) {
            return 0;
        }
        double came = perSecond() * (pool.now() - noneFreeSince) / NANOS;
        return Math.max(0, came - (pool.othersTaken() - takenBefore));
    }
}
