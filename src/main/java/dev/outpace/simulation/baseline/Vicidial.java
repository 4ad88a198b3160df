package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPhase;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * VICIdial's automatic dialing as published, with the settings it ships: every 2.5 s, lines up to dial level × agents. Agents
 * are those ready and those in a call; with "available only" just those ready. Wrap-up counts as paused.
 */
public final class Vicidial implements PacingPolicy {
    private static final double EVERY = 2.5;

    private final AgentPool pool;
    private final DialLevel level;
    private final boolean availableOnly;
    private final Rounds rounds;

    private Vicidial(UUID campaignId, AgentPool pool, Waker waker, DialLevel level, boolean availableOnly) {
        this.pool = pool;
        this.level = level;
        this.availableOnly = availableOnly;
        rounds = new Rounds(campaignId, pool, waker, EVERY, this::callsToPlace);
    }

    /** Method RATIO: the level is set by a person and stays. */
    public static PacingPolicy ratio(
            UUID campaignId, AgentPool pool, Waker waker, double level, boolean availableOnly) {
        return new Vicidial(campaignId, pool, waker, DialLevel.fixed(pool, level), availableOnly);
    }

    /** The methods ADAPT_HARD_LIMIT, ADAPT_AVERAGE and ADAPT_TAPERED. */
    public static PacingPolicy adapting(
            UUID campaignId, AgentPool pool, Waker waker, OverLimit method, boolean availableOnly) {
        return new Vicidial(campaignId, pool, waker, DialLevel.adapting(pool, method), availableOnly);
    }

    /** What becomes of the dial level while more calls than allowed were dropped today. */
    public enum OverLimit {
        HARD,
        AVERAGE,
        TAPERED
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        level.look();
        return rounds.mayDial(snapshot);
    }

    private int callsToPlace(PacingSnapshot snapshot) {
        int ready = pool.agents(AgentPhase.FREE);
        int inCall = pool.agents(AgentPhase.TALKING) + pool.agents(AgentPhase.RINGING);
        long goal = availableOnly
                ? Math.round(level.level() * ready) + inCall
                : Math.round(level.level() * (ready + inCall));
        int lines = snapshot.dialing() + pool.unserved() + inCall;
        return (int) (goal - lines);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return rounds.allowed(snapshot);
    }
}
