package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/**
 * VICIdial's automatic dialing as published, with the settings that it ships. Every 2.5 s it dials up to dial level × agents
 * lines. It counts agents who are ready or in a call; with "available only", just those who are ready. Agents in wrap-up count
 * as paused.
 */
public final class Vicidial implements PacingPolicy {
    private static final double EVERY = 2.5;

    private final QueueFloor queue;
    private final DoubleSupplier level;
    private final boolean availableOnly;
    private final Rounds rounds;

    private Vicidial(UUID campaignId, QueueFloor queue, Waker waker, DoubleSupplier level, boolean availableOnly) {
        this.queue = queue;
        this.level = level;
        this.availableOnly = availableOnly;
        rounds = new Rounds(campaignId, queue, waker, EVERY, this::callsToPlace);
    }

    /** Method RATIO: a user sets the level, and it stays. */
    public static PacingPolicy ratio(
            UUID campaignId, QueueFloor queue, Waker waker, double level, boolean availableOnly) {
        return new Vicidial(campaignId, queue, waker, () -> level, availableOnly);
    }

    /** The methods ADAPT_HARD_LIMIT, ADAPT_AVERAGE and ADAPT_TAPERED. */
    public static PacingPolicy adapting(
            UUID campaignId, QueueFloor queue, Waker waker, OverLimit method, boolean availableOnly) {
        return new Vicidial(campaignId, queue, waker, new DialLevel(queue, waker, method)::level, availableOnly);
    }

    /** What happens to the dial level while more calls than allowed were dropped today. */
    public enum OverLimit {
        HARD,
        AVERAGE,
        TAPERED
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return rounds.mayDial(snapshot);
    }

    private int callsToPlace() {
        int ready = queue.agents(AgentPhase.FREE);
        int inCall = queue.agents(AgentPhase.TALKING) + queue.agents(AgentPhase.RINGING);
        long goal = availableOnly
                ? Math.round(level.getAsDouble() * ready) + inCall
                : Math.round(level.getAsDouble() * (ready + inCall));
        int lines = queue.dialing() + queue.unserved() + inCall;
        return (int) (goal - lines);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return rounds.allowed(snapshot);
    }
}
