package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignStatus;
import dev.outpace.ui.live.CampaignRow;
import javafx.util.Subscription;

/** Waits for the one call of a campaign that was only tried: it runs, and then has stopped by itself. */
final class TrialWatch {
    private final CampaignRow row;
    private final Runnable over;
    private Subscription statuses = Subscription.EMPTY;
    private boolean seenRunning;

    TrialWatch(CampaignRow row, Runnable over) {
        this.row = row;
        this.over = over;
    }

    void begin() {
        statuses = row.campaignProperty().subscribe(campaign -> is(campaign.status()));
    }

    private void is(CampaignStatus status) {
        if (status != CampaignStatus.STOP) {
            seenRunning = true;
        } else if (seenRunning) {
            seenRunning = false;
            statuses.unsubscribe();
            over.run();
        }
    }
}
