package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import java.util.UUID;

/**
 * A boost factor on free agents, as WombatDialer documents it: calls to run = floor(available agents × boost), looked at
 * once a second; at 1.3, seven available agents run nine calls.
 */
public final class FreeAgentMultiplier {
    private static final double EVERY = 1;

    private FreeAgentMultiplier() {}

    public static PacingPolicy of(UUID campaignId, AgentPool pool, Waker waker, double boost) {
        return new Rounds(campaignId, pool, waker, EVERY, snapshot -> calls(snapshot, boost));
    }

    private static int calls(PacingSnapshot snapshot, double boost) {
        return (int) Math.floor(snapshot.available() * boost) - snapshot.dialing();
    }
}
