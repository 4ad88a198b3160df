package dev.outpace.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a simulated day. Calls that are open at its end are left out. Talk and wrap-up count up to the end. Breaks are
 * not staffed time.
 *
 * @param handledInbound inbound callers who talked to an agent
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
     * Where not said otherwise, of people only, whatever detection took them for.
     *
     * @param answered calls that a person answered
     * @param abandoned people who waited in a queue in vain or, where the campaign counts that, for too long, and those on whom
     *     the detection of machines hung up; not those who left in the flow by themselves
     * @param handled people whom an agent took
     * @param machines calls that a machine answered
     * @param mistaken people taken for machines
     * @param queued people who came to a queue
     * @param finishedHours when the last call of a finite list ended; null if targets were left
     */
    public record OfCampaign(
            String id,
            long dials,
            long answered,
            long abandoned,
            long handled,
            long machines,
            long mistaken,
            long queued,
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

    /** Talk and wrap-up as a share of staffed time. */
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
        return share(idleSeconds(), (double) (handled() + handledInbound));
    }

    public double dialsPerHandled() {
        return share(dials(), handled());
    }

    /** Handled, of campaigns. */
    public double callsPerHour() {
        return handled() / hours;
    }

    private static double share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    /** 0 if {@code whole} is 0. */
    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
