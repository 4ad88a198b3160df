package dev.outpace.simulation;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.simulation.baseline.Waker;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Handle;

/** A way to pace a campaign that the laboratory can try. It has no state; its policies have. */
public interface LabPolicy {
    /** As a person writes it. */
    String name();

    /** The campaign as it has to be set for this policy. */
    default Campaign set(Campaign campaign) {
        return campaign;
    }

    /** A new policy for a campaign that was {@link #set}. */
    PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation);

    /** The share of abandoned calls that it aims at, or that is usually allowed. */
    default double abandonTarget() {
        return PacingChoice.ABANDON_TARGET;
    }

    /**
     * What there is besides the floor. Only a baseline may use the truth about numbers and handling times, which a call centre
     * has to learn.
     *
     * @param standard the policies that a campaign can choose, one for the whole day
     * @param seed of the day, for laws that need chance
     */
    record Situation(PacingPolicies standard, Waker waker, Numbers numbers, Handle handle, long seed) {}
}
