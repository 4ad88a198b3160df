package dev.outpace.engine;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.TargetPool.Unavailable;
import dev.outpace.model.Ids;
import java.util.UUID;

/** Watches the store. While it can't be written, no call is placed, and calls in progress continue. */
final class StoreWatch {
    private final Outside outside;
    private final CampaignRuns campaigns;
    private final TargetPool targets;

    StoreWatch(Outside outside, CampaignRuns campaigns, TargetPool targets) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.targets = targets;
    }

    /** Raises one alarm, until the store can be written again. */
    void down(StoreDown down) {
        if (outside.storeDown() == null) {
            outside.storeIsDown(down);
            outside.alarm(Ids.NIL, down.problem());
            campaigns.wakeAll();
        }
    }

    void up() {
        if (outside.storeDown() != null) {
            outside.storeIsDown(null);
            campaigns.listIds().forEach(this::recount);
            campaigns.somethingMayBeDueEverywhere();
            campaigns.wakeAll();
        }
    }

    /** Counts a list's targets. If that is impossible now, it happens when the store can be written again. */
    void recount(UUID outdialId) {
        try {
            campaigns.list(outdialId).counts(targets.counts(outdialId));
        } catch (Unavailable failure) {
            down(failure.down());
        }
    }
}
