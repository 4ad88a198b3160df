package dev.outpace.workspace;

import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignStatus;
import dev.outpace.store.StoreChanges;
import dev.outpace.store.StoreListener;
import java.util.function.Consumer;

/** Has campaigns checked that begin, as those do whose turn has come. */
record TurnCheck(Campaigns campaigns, Consumer<Alarm> alarms) implements StoreListener {
    @Override
    public void committed(StoreChanges changes) {
        for (var change : changes.statuses()) {
            if (change.status() == CampaignStatus.RUN && change.startedAt() != null) {
                campaigns.begins(change.campaignId(), alarms);
            }
        }
    }
}
