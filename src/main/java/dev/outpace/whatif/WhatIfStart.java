package dev.outpace.whatif;

import java.time.Duration;

/**
 * A question with the values of a campaign, and what they come from.
 *
 * @param since how far back calls were looked at
 * @param counts behind the values
 * @param atWork whether the agents are those who are at work now; otherwise all of the queue
 */
public record WhatIfStart(WhatIfQuestion question, Duration since, Counts counts, boolean atWork) {
    /**
     * How much a value comes from. 0 means that there was too little, and the value is that of the simulated telephony's settings, or
     * what its callers do in the campaign's flow.
     *
     * @param dialed calls behind the shares of dials
     * @param rung calls behind the ring time
     * @param talked calls behind the talk time
     * @param wrappedUp agents' wrap-ups behind the wrap-up, since the workspace was opened
     * @param people who answered, behind the share that comes to the queue
     * @param queued callers behind the time to the queue
     * @param left people behind the time until those leave who don't come to the queue
     * @param machines behind the time of detection
     * @param waited callers behind the time that callers wait, and behind what agents miss and how soon they pick up; where they are too
     *     few, callers wait for two seconds and agents take each at once
     * @param others calls that agents took from elsewhere since the workspace was opened, behind the inbound callers
     */
    public record Counts(
            long dialed,
            long rung,
            long talked,
            long wrappedUp,
            long people,
            long queued,
            long left,
            long machines,
            long waited,
            long others) {}
}
