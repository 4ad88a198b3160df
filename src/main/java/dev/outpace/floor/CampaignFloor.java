package dev.outpace.floor;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The present calls of one campaign. */
public final class CampaignFloor {
    private final UUID id;
    private final int number;
    private final Runnable onChange;
    private QueueFloor queue;
    private boolean wantsToDial;
    int dialing;
    int inFlow;

    private final Map<UUID, Passed> passed = new HashMap<>();

    CampaignFloor(UUID id, int number, QueueFloor queue, Runnable onChange) {
        this.id = id;
        this.number = number;
        this.queue = queue;
        this.onChange = onChange;
    }

    public UUID id() {
        return id;
    }

    /** Counts from 0 in the order in which campaigns came to the floor, as an index into what is kept of each of them. */
    public int number() {
        return number;
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

    /** The campaign's callers who have answered and have not come to a queue yet. */
    public int inFlow() {
        return inFlow;
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

    /** Callers who stood at one stage of the flow and have left it for good, and those of them who came to a queue. */
    private static final class Passed {
        int all;
        int toQueue;
    }

    void leftFlow(Line line, boolean toQueue) {
        inFlow--;
        for (var visit : line.visits()) {
            var counts = passed.computeIfAbsent(visit.stage(), _ -> new Passed());
            counts.all++;
            counts.toQueue += toQueue ? 1 : 0;
        }
    }

    /** Share of the callers at a stage of the flow who come to a queue. It begins at 1 and follows the counts. */
    double shareToQueue(UUID stage) {
        var counts = passed.get(stage);
        return counts == null ? 1 : (counts.toQueue + 1.0) / (counts.all + 1.0);
    }

    /** A campaign with a queue is told by it. */
    void changed() {
        if (queue.isNone()) {
            onChange.run();
        } else {
            queue.tellCampaigns();
        }
    }
}
