package dev.outpace.pacing;

import dev.outpace.model.Campaign;

/** The policy that a campaign has chosen. */
public final class StandardPolicies implements PacingPolicies {
    private final ServiceLevelPacing published = new ServiceLevelPacing();

    @Override
    public PacingPolicy of(Campaign campaign, AgentPool pool) {
        return switch (campaign.options().pacing().mode()) {
            case SERVICE_LEVEL -> {
                pool.adaptive(campaign.id(), null);
                var choice = campaign.options().pacing();
                yield choice.holds() ? new HoldingPacing(published, campaign.id(), choice, pool) : published;
            }
            case ADAPTIVE -> {
                var policy =
                        new AdaptivePacing(campaign.id(), campaign.options().pacing(), pool);
                pool.adaptive(campaign.id(), policy);
                yield policy;
            }
        };
    }
}
