package dev.outpace.floor;

import java.util.UUID;

/** The present calls of one campaign. */
public final class CampaignFloor {
    private final UUID id;
    private final Runnable onChange;
    private QueueFloor queue;
    private boolean wantsToDial;
    int dialing;

    /** Callers whose flow branched before a queue, and those of them who came to the queue. */
    private int branched;

    private int joined;

    CampaignFloor(UUID id, QueueFloor queue, Runnable onChange) {
        this.id = id;
        this.queue = queue;
        this.onChange = onChange;
    }

    public UUID id() {
        return id;
    }

    /** The queue that paces the campaign; the queue of the nil id if it has none. */
    public QueueFloor queue() {
        return queue;
    }

    void movesTo(QueueFloor other) {
        queue = other;
    }

    /** The campaign's dialing calls, whichever queue paced them. */
    public int dialing() {
        return dialing;
    }

    /** Whether the campaign runs and has a due target, so that only pacing and the line limits can keep it from dialing. */
    public boolean wantsToDial() {
        return wantsToDial;
    }

    public void wantsToDial(boolean wants) {
        if (wants != wantsToDial) {
            wantsToDial = wants;
            queue.wantsToDialChanged();
        }
    }

    /**
     * Counts a caller whose flow branched before a queue.
     *
     * @param cameToQueue whether the caller came to that queue
     */
    public void branched(boolean cameToQueue) {
        branched++;
        joined += cameToQueue ? 1 : 0;
    }

    /** Share of such callers who come to the queue. It begins at 1 and follows the counts. */
    double shareThatJoins() {
        return (joined + 1.0) / (branched + 1.0);
    }

    void changed() {
        onChange.run();
    }
}
