package dev.outpace.pacing;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;

/** Makes the policy that a campaign's settings choose. */
public final class StandardPolicies implements PacingPolicies {
    private static final double MILLIS = 1_000;

    private final ServiceLevelPacing published = new ServiceLevelPacing();

    @Override
    public PacingPolicy of(Campaign campaign, CampaignFloor onFloor, PacingMemory memory) {
        var choice = campaign.options().pacing();
        var rules = campaign.options().compliance();
        memory.setLongestWait(
                onFloor, rules.countsWaits() ? rules.longestWait().toMillis() / MILLIS : Double.POSITIVE_INFINITY);
        memory.setAdaptive(onFloor, choice.isAdaptive() ? choice : null);
        return switch (choice.mode()) {
            case SERVICE_LEVEL ->
                choice.holds() ? new HoldingPacing(published, choice, onFloor.queue(), memory.of(onFloor)) : published;
            case ADAPTIVE -> new BrakedPacing(new AdaptivePacing(onFloor, choice, memory), onFloor.queue(), memory);
        };
    }
}
