package dev.outpace.pacing;

import java.util.UUID;

/** A call on its way to an agent, as a pool remembers it. */
public final class Line {
    final UUID campaignId;
    long dialedAt;
    boolean expected;
    boolean waiting;
    long waitingSince;

    public Line(UUID campaignId) {
        this.campaignId = campaignId;
    }
}
