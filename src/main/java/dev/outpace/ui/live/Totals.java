package dev.outpace.ui.live;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignType;
import java.util.Collection;

/**
 * The workspace as a whole.
 *
 * @param inProgress dialing and progressing
 * @param agents who are not offline
 * @param window ended calls in the window of the settings; runs of flows, which call nobody, are not among them
 */
public record Totals(int dialing, int inProgress, int available, int agents, int callsPerMinute, CallCounts window) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, CallCounts.NONE);

    static Totals of(Collection<CampaignRow> campaigns, Collection<AgentRow> everyone) {
        int dialing = 0;
        int inProgress = 0;
        int perMinute = 0;
        var window = CallCounts.NONE;
        for (var row : campaigns) {
            var moment = row.moment();
            dialing += moment == null ? 0 : moment.snapshot().ownDialing();
            inProgress += moment == null ? 0 : moment.inProgress();
            perMinute += row.rate().perMinute();
            if (row.campaign().type() == CampaignType.CALL) {
                window = window.plus(row.window());
            }
        }
        var staff = QueueRow.Staff.of(everyone);
        return new Totals(dialing, inProgress, staff.count(AgentStatus.AVAILABLE), staff.atWork(), perMinute, window);
    }

    /** Answered of ended, in percent; NaN without any. */
    public static double answerRate(CallCounts counts) {
        return counts.ended() == 0 || (counts.answered() == 0 && counts.success() > 0)
                ? Double.NaN
                : 100.0 * counts.answered() / counts.ended();
    }

    /** Abandoned of answered, in percent; NaN without any. */
    public static double abandonRate(CallCounts counts) {
        return counts.answered() == 0 ? Double.NaN : 100.0 * counts.abandoned() / counts.answered();
    }
}
