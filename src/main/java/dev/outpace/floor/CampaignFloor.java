package dev.outpace.floor;

import java.util.UUID;

/** What is known of one campaign's calls right now. */
public final class CampaignFloor {
    private final UUID id;
    private final Runnable onChange;
    private QueueFloor queue;
    private boolean wantsToDial;
    int dialing;

    /** Callers whose flow branched before a queue, and those of them who came there. */
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

    /** The queue that paces it; that of the nil id for none. */
    public QueueFloor queue() {
        return queue;
    }

    void movesTo(QueueFloor other) {
        queue = other;
    }

    /** Its calls in status dialing, whichever queue paced them. */
    public int dialing() {
        return dialing;
    }

    /** Whether it runs and has a target that is due, so that only the rule and the lines keep it from dialing. */
    public boolean wantsToDial() {
        return wantsToDial;
    }

    public void wantsToDial(boolean wants) {
        wantsToDial = wants;
    }

    /** A caller whose flow branched before a queue came there, or ended elsewhere. */
    public void branched(boolean cameToQueue) {
        branched++;
        joined += cameToQueue ? 1 : 0;
    }

    /** Share of such callers who come to the queue: begins at 1, and follows what is seen. */
    double shareThatJoins() {
        return (joined + 1.0) / (branched + 1.0);
    }

    void changed() {
        onChange.run();
    }
}
