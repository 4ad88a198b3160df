package dev.outpace.whatif;

import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;

/** How a campaign could be paced. */
public sealed interface WhatIfSetting {

    /** @param level percent; higher is more careful */
    record Level(int level) implements WhatIfSetting {
        @Override
        public Campaign on(Campaign campaign) {
            return paced(
                    campaign.withServiceLevel(level),
                    PacingMode.SERVICE_LEVEL,
                    pacing(campaign).abandonTarget());
        }
    }

    /** @param abandonTarget share, 0.03 for 3 % */
    record Adaptive(double abandonTarget) implements WhatIfSetting {
        @Override
        public Campaign on(Campaign campaign) {
            return paced(campaign, PacingMode.ADAPTIVE, abandonTarget);
        }
    }

    /** The campaign with this setting. */
    Campaign on(Campaign campaign);

    static WhatIfSetting of(Campaign campaign) {
        var pacing = pacing(campaign);
        return pacing.isAdaptive() ? new Adaptive(pacing.abandonTarget()) : new Level(campaign.serviceLevel());
    }

    private static PacingChoice pacing(Campaign campaign) {
        return campaign.options().pacing();
    }

    private static Campaign paced(Campaign campaign, PacingMode mode, double abandonTarget) {
        var pacing = pacing(campaign);
        var choice = new PacingChoice(
                mode,
                abandonTarget,
                pacing.window(),
                pacing.denominator(),
                pacing.holdAtTarget(),
                pacing.machineErrors(),
                pacing.unknown());
        return campaign.withOptions(campaign.options().withPacing(choice));
    }
}
