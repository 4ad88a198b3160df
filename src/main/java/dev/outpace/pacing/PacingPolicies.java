package dev.outpace.pacing;

import dev.outpace.model.Campaign;

/** Gives each campaign its policy. */
@FunctionalInterface
public interface PacingPolicies {
    /** Asked anew when the campaign's choice or its queue changes. */
    PacingPolicy of(Campaign campaign, AgentPool pool);
}
