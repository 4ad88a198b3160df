package dev.outpace.simulation;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.Campaign;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicy;

/** A published pacing law that no campaign can choose. */
record Published(String name, Law law) implements LabPolicy {
    @FunctionalInterface
    interface Law {
        PacingPolicy make(CampaignFloor campaign, QueueFloor queue, Situation situation);
    }

    @Override
    public PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation) {
        return law.make(onFloor, onFloor.queue(), situation);
    }
}
