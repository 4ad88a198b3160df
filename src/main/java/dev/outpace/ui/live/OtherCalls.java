package dev.outpace.ui.live;

import java.util.ArrayList;

/**
 * Calls in status dialing that count for a campaign and are not its own.
 *
 * @param campaigns whose they are, by name
 */
public record OtherCalls(int dialing, String campaigns) {
    public static final OtherCalls NONE = new OtherCalls(0, "");

    /** Those of the other campaigns that the same queue paces. */
    public static OtherCalls of(CampaignRow row, LiveWorkspace live) {
        int dialing = 0;
        var names = new ArrayList<String>();
        var own = row.moment();
        if (own == null || !own.snapshot().hasQueue()) {
            return NONE;
        }
        for (var other : live.campaigns()) {
            var moment = other.moment();
            if (moment != null
                    && !other.equals(row)
                    && moment.snapshot().queueId().equals(own.snapshot().queueId())
                    && moment.snapshot().ownDialing() > 0) {
                dialing += moment.snapshot().ownDialing();
                names.add(other.campaign().name());
            }
        }
        return new OtherCalls(dialing, String.join(", ", names));
    }

    public boolean any() {
        return dialing > 0;
    }
}
