package dev.outpace.simulation;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.simulation.baseline.Waker;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Handle;

/** A way of pacing that the laboratory can try. It has no state; the policies that it makes have. */
public interface LabPolicy {
    /** As a user types it. */
    String name();

    /** The campaign with the settings that this policy needs. */
    default Campaign set(Campaign campaign) {
        return campaign;
    }

    /** A new policy for a campaign that {@link #set} returned. */
    PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation);

    /** The share of abandoned calls that the policy aims at; the usual limit for a policy without one. */
    default double abandonTarget() {
        return PacingChoice.ABANDON_TARGET;
    }

    /**
     * What a policy may use besides the floor. Only a baseline may read the true numbers and handling times, which a call
     * centre has to learn.
     *
     * @param standard the policies that users can choose; one instance for the whole day
     * @param seed of the day, for policies that need random values
     */
    record Situation(
            PacingPolicies standard, Waker waker, Numbers numbers, Handle handle, Distribution patience, long seed) {}
}
