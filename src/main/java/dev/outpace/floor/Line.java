package dev.outpace.floor;

import org.jspecify.annotations.Nullable;

/** A call on its way to an agent. */
public final class Line {
    private final CampaignFloor campaign;
    /** The queue that paced the call. */
    private final QueueFloor queue;
    /** Whether the call was dialed on condition that an agent is reserved for it. */
    private final boolean keepsAgent;

    long dialedAt;
    /** Whether a caller has answered and is on the way to a queue, or waits in it. */
    boolean expected;

    boolean waiting;
    boolean hasQueued;
    long waitingSince;
    /** The queue in which an agent is reserved for the caller; null if none is. */
    @Nullable
    QueueFloor reservedAt;

    boolean reservedByShare;

    Line(CampaignFloor campaign, QueueFloor queue, boolean keepsAgent) {
        this.campaign = campaign;
        this.queue = queue;
        this.keepsAgent = keepsAgent;
    }

    public CampaignFloor campaign() {
        return campaign;
    }

    public QueueFloor queue() {
        return queue;
    }

    /** Nanoseconds of the engine's monotonic time. */
    public long dialedAt() {
        return dialedAt;
    }

    public boolean keepsAgent() {
        return keepsAgent;
    }

    /** Whether the caller was ever in a queue. */
    public boolean hasQueued() {
        return hasQueued;
    }

    /**
     * Whether an agent is reserved and the flow still branches before the queue; the caller then counts by the campaign's share
     * of callers who came there.
     */
    public boolean reservedByShare() {
        return reservedByShare;
    }
}
