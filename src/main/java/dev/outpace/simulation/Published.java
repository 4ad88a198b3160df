package dev.outpace.simulation;

import dev.outpace.model.Campaign;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;

/** A law that only the laboratory knows. */
record Published(String name, Law law) implements LabPolicy {
    @FunctionalInterface
    interface Law {
        PacingPolicy make(Campaign campaign, AgentPool pool, Situation situation);
    }

    @Override
    public PacingPolicy make(Campaign campaign, AgentPool pool, Situation situation) {
        return law.make(campaign, pool, situation);
    }
}
