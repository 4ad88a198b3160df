package dev.outpace.simulation.baseline;

import dev.outpace.floor.QueueFloor;
import dev.outpace.pacing.PacingPolicy;
import java.util.UUID;

/**
 * A boost factor on free agents, as WombatDialer documents it: calls to run = floor(free agents × boost), computed once a
 * second. With 1.3, seven free agents give nine calls.
 */
public final class FreeAgentMultiplier {
    private static final double EVERY = 1;

    private FreeAgentMultiplier() {}

    public static PacingPolicy of(UUID campaignId, QueueFloor queue, Waker waker, double boost) {
        return new Rounds(campaignId, queue, waker, EVERY, () -> calls(queue, boost));
    }

    private static int calls(QueueFloor queue, double boost) {
        return (int) Math.floor(queue.available() * boost) - queue.dialing();
    }
}
