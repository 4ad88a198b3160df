package dev.outpace.telephony.simulated;

/**
 * Answering machines behind the numbers of a campaign.
 *
 * @param share of dials that a machine answers, after the same time as people
 * @param talk seconds that an agent is busy with one that reached a queue
 */
public record Machines(double share, double talk) {
    public static final Machines NONE = new Machines(0, 8);
}
