package dev.outpace.floor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call on its way to an agent. */
public final class Line {
    /** A flow may go round in a loop. */
    private static final int MOST_VISITS = 32;

    /** Nanoseconds in which an exchange offers a caller to a free agent. */
    private static final long AT_ONCE = 500_000_000;

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
    /** Since when an agent's phone rings for the caller; only while one does. */
    long agentRingsSince;

    boolean agentRings;
    /** Nanoseconds in which agents' phones rang, without the present ring. */
    long agentsRang;

    /** The queue in which an agent is reserved for the caller; null if none is. */
    @Nullable
    QueueFloor reservedAt;

    /** The stage of the flow at which the caller stands; null outside of the flow and while no stage takes time. */
    @Nullable
    UUID stage;

    long stageSince;
    long answeredAt;
    /** Whether the caller has answered and has neither come to a queue nor ended. */
    boolean inFlow;

    private final List<Visit> visits = new ArrayList<>();

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

    /** When the caller joined the present queue; nanoseconds of the engine's monotonic time. */
    public long waitingSince() {
        return waitingSince;
    }

    /** Whether an agent's phone rings for the caller, and did at once when the caller joined the queue. */
    public boolean rangAtOnce() {
        return agentRings && agentsRang == 0 && agentRingsSince - waitingSince < AT_ONCE;
    }

    /** Whether the caller was ever in a queue. */
    public boolean hasQueued() {
        return hasQueued;
    }

    /**
     * The caller came to a stage of the flow.
     *
     * @param since nanoseconds of the engine's monotonic time
     */
    public record Visit(UUID stage, long since) {}

    /** The stages of the flow to which the caller came since the answer, the latest ones if there are many. */
    public List<Visit> visits() {
        return Collections.unmodifiableList(visits);
    }

    void comesTo(UUID newStage, long now) {
        stage = newStage;
        stageSince = now;
        if (visits.size() == MOST_VISITS) {
            visits.removeFirst();
        }
        visits.add(new Visit(newStage, now));
    }

    /** When the caller answered; nanoseconds of the engine's monotonic time. */
    public long answeredAt() {
        return answeredAt;
    }
}
