package dev.outpace.simulation;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicy;

/**
 * A policy that users can choose for a campaign: the published rule with its service level, or adaptive pacing with its abandon
 * target.
 */
sealed interface CampaignPolicy extends LabPolicy {
    int PROGRESSIVE = 100;

    @Override
    default PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation) {
        return situation.standard().of(campaign, onFloor, memory);
    }

    /** @param level percent, 0 to 10,000; higher is more careful */
    record ServiceLevel(String name, int level) implements CampaignPolicy {
        @Override
        public Campaign set(Campaign campaign) {
            return campaign.withServiceLevel(level);
        }
    }

    record Adaptive(String name, double abandonTarget) implements CampaignPolicy {
        @Override
        public Campaign set(Campaign campaign) {
            return campaign.withOptions(campaign.options().withPacing(PacingChoice.adaptive(abandonTarget)));
        }
    }
}
