package dev.outpace.whatif;

import java.time.Duration;

/**
 * A question with the values of a campaign, and what they come from. A count of 0 means that there were too few, and the value
 * is that of the simulated telephony's settings.
 *
 * @param since how far back calls were looked at
 * @param dialed calls behind the shares
 * @param rung calls behind the ring time
 * @param talked calls behind the talk time
 * @param wrappedUp agents' wrap-ups behind the wrap-up, since the workspace was opened
 * @param atWork whether the agents are those who are at work now; otherwise all of the queue
 */
public record WhatIfStart(
        WhatIfQuestion question, Duration since, long dialed, long rung, long talked, long wrappedUp, boolean atWork) {}
