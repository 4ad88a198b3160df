package dev.outpace.pacing;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;

/** Gives each campaign its policy. */
@FunctionalInterface
public interface PacingPolicies {
    /** Asked when the campaign is opened, and anew when its choice or its queue changes. */
    PacingPolicy of(Campaign campaign, CampaignFloor onFloor, PacingMemory memory);
}
