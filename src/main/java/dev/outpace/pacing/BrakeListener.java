package dev.outpace.pacing;

import dev.outpace.floor.CampaignFloor;

/** Is told when far more callers of a queue were abandoned than pacing expected. Told once until calls are no longer limited. */
@FunctionalInterface
public interface BrakeListener {
    /** @param campaign whose caller was the last one abandoned */
    void braked(CampaignFloor campaign, Burst burst);

    /**
     * The calls of the last five minutes of all adaptively paced campaigns of the queue.
     *
     * @param abandoned without those that were answered after our order to end them
     * @param answered or queued, by each campaign's denominator
     * @param expected the most abandoned calls that pacing expected
     */
    record Burst(long abandoned, long answered, double expected) {}
}
