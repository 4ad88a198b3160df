package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.pacing.PacingPolicy;
import java.util.UUID;

/**
 * Issabel's predictive dialing as published. Every 5 s it places as many calls as agents are free or about to be, minus callers
 * waiting and calls ringing. A talking agent counts as about to be free if 1 - exp(-(ring + elapsed) / mean talk) is at least
 * 0.97. With overcommit, the number of calls is divided by the share answered in the last 30 min, but at least by 0.2. It
 * predicts from the tenth completed call on, with a ring time of 8 s.
 */
public final class Issabel implements FloorListener {
    private static final double EVERY = 5;
    private static final double SURE = 0.97;
    private static final double RING_SECONDS = 8;
    private static final int CALLS_TO_PREDICT = 10;
    private static final double WINDOW = 30 * 60.0;
    private static final double LOWEST_SHARE = 0.2;

    private final QueueFloor queue;
    private final boolean overcommit;
    private final RecentCount answered = new RecentCount(WINDOW);
    private final RecentCount unanswered = new RecentCount(WINDOW);
    private double talkSeconds;
    private int talks;

    private Issabel(QueueFloor queue, boolean overcommit) {
        this.queue = queue;
        this.overcommit = overcommit;
    }

    public static PacingPolicy of(UUID campaignId, QueueFloor queue, Waker waker, boolean overcommit) {
        var dialer = new Issabel(queue, overcommit);
        queue.listen(dialer);
        return new Rounds(campaignId, queue, waker, EVERY, dialer::callsToPlace);
    }

    @Override
    public void answered(Line line, double seconds) {
        answered.happened(queue.now());
    }

    @Override
    public void unanswered(Line line, double seconds) {
        unanswered.happened(queue.now());
    }

    @Override
    public void phaseEnded(AgentPhase phase, double seconds) {
        if (phase == AgentPhase.TALKING) {
            talkSeconds += seconds;
            talks++;
        }
    }

    private int callsToPlace() {
        int agents = queue.agents(AgentPhase.FREE) + aboutToBeFree();
        int calls = agents - queue.unserved() - queue.dialing();
        int persons = answered.count(queue.now());
        int ended = persons + unanswered.count(queue.now());
        if (!overcommit || ended < CALLS_TO_PREDICT || calls <= 0) {
            return calls;
        }
        return (int) (calls / Math.max(LOWEST_SHARE, (double) persons / ended));
    }

    private int aboutToBeFree() {
        if (talks < CALLS_TO_PREDICT) {
            return 0;
        }
        double mean = talkSeconds / talks;
        var count = new int[1];
        queue.forEach(
                AgentPhase.TALKING,
                elapsed -> count[0] += 1 - Math.exp(-(RING_SECONDS + elapsed) / mean) >= SURE ? 1 : 0);
        return count[0];
    }
}
