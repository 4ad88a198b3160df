package dev.outpace.pacing;

import dev.outpace.model.Campaign;

/** The policy that a campaign has chosen. */
public final class StandardPolicies implements PacingPolicies {
    private final ServiceLevelPacing published = new ServiceLevelPacing();

    @Override
    public PacingPolicy of(Campaign campaign, AgentPool pool) {
        return switch (campaign.options().pacing().mode()) {
            case SERVICE_LEVEL -> published;
            case ADAPTIVE -> throw new UnsupportedOperationException("adaptive pacing");
        };
    }
}
