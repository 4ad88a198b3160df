package dev.outpace.floor;

import org.jspecify.annotations.Nullable;

/** A call on its way to an agent. */
public final class Line {
    private final CampaignFloor campaign;
    /** The queue that paced it. */
    private final QueueFloor queue;
    /** It was dialed on condition that an agent is kept free for it. */
    private final boolean keepsAgent;

    long dialedAt;
    /** An answered caller whom no agent has yet, on the way to the queue or in it. */
    boolean expected;

    boolean waiting;
    long waitingSince;
    /** Where an agent is kept free for the caller; null where none is. */
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

    /** An agent is kept free, and the flow still branches before the queue: it counts by the campaign's share of who came there. */
    public boolean reservedByShare() {
        return reservedByShare;
    }
}
