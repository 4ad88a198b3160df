package dev.outpace.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated day came to. Calls that were open at its end are left out; talk and wrap-up count up to the end, and
 * breaks are no staffed time.
 *
 * @param handledInbound callers who came by themselves and talked to an agent
 */
public record DayResult(
        double hours,
        double talkSeconds,
        double wrapUpSeconds,
        double staffedSeconds,
        long handledInbound,
        List<OfCampaign> campaigns) {
    public DayResult {
        campaigns = List.copyOf(campaigns);
    }

    /**
     * @param answered by a person
     * @param handled by an agent
     * @param finishedHours when the last call of an ended list was over; null while there was something left
     */
    public record OfCampaign(
            String id,
            long dials,
            long answered,
            long abandoned,
            long handled,
            @Nullable Double finishedHours) {
        public double abandonRate() {
            return share(abandoned, answered);
        }
    }

    public long dials() {
        return campaigns.stream().mapToLong(OfCampaign::dials).sum();
    }

    public long answered() {
        return campaigns.stream().mapToLong(OfCampaign::answered).sum();
    }

    public long abandoned() {
        return campaigns.stream().mapToLong(OfCampaign::abandoned).sum();
    }

    public long handled() {
        return campaigns.stream().mapToLong(OfCampaign::handled).sum();
    }

    /** Share of staffed time that is talk or wrap-up. */
    public double utilisation() {
        return share(talkSeconds + wrapUpSeconds, staffedSeconds);
    }

    /** Of those answered by a person. */
    public double abandonRate() {
        return share(abandoned(), answered());
    }

    public double idleSeconds() {
        return staffedSeconds - talkSeconds - wrapUpSeconds;
    }

    public double idleSecondsPerCall() {
        return share(idleSeconds(), handled() + handledInbound);
    }

    public double dialsPerHandled() {
        return share(dials(), handled());
    }

    /** Handled, of campaigns. */
    public double callsPerHour() {
        return handled() / hours;
    }

    /** 0 where there is nothing to share. */
    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
