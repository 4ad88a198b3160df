package dev.outpace.pacing;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;

/** Makes the policy of each campaign. */
@FunctionalInterface
public interface PacingPolicies {
    /** Called when the campaign is opened, and again when its pacing or its queue changes. */
    PacingPolicy of(Campaign campaign, CampaignFloor onFloor, PacingMemory memory);
}
