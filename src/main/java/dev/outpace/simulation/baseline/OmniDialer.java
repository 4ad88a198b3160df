package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.pacing.PacingPolicy;
import java.util.UUID;

/**
 * OMniDialer's predictive mode as published. Once a second it places floor((free + expected - ringing × hit rate) / hit rate ×
 * gamma) calls, within the allowed originations per second. Gamma falls as the smoothed abandon rate rises. After five seconds
 * in a row at the limit, it dials one line per free agent until the rate is below 80 % of the limit. It also does so until 50
 * calls were handled.
 */
public final class OmniDialer implements FloorListener {
    private static final double EVERY = 1;
    private static final double SMOOTHING = 0.1;
    private static final double LOWEST_HIT_RATE = 0.05;
    private static final double FIRST_RING_SECONDS = 15;
    private static final double ABANDON_LIMIT = 0.03;
    private static final double LOWEST_GAMMA = 0.2;
    private static final double UNLATCH = 0.8;
    private static final int ROUNDS_TO_LATCH = 5;
    private static final int HANDLED_TO_WARM_UP = 50;

    private final QueueFloor queue;
    private final int mostAtOnce;
    private final Mean talk = new Mean();
    private final Mean wrapUp = new Mean();
    private final Mean ring = new Mean();
    private double hitRate = 0.5;
    private double abandonRate;
    private int roundsAtLimit;
    private boolean latched;

    private static final class Mean {
        double sum;
        int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double or(double otherwise) {
            return count == 0 ? otherwise : sum / count;
        }
    }

    private OmniDialer(QueueFloor queue, double perSecond) {
        this.queue = queue;
        mostAtOnce = (int) (perSecond * EVERY);
    }

    /** @param perSecond originations per second; the published default is 1 */
    public static PacingPolicy of(UUID campaignId, QueueFloor queue, Waker waker, double perSecond) {
        var dialer = new OmniDialer(queue, perSecond);
        queue.listen(dialer);
        return new Rounds(campaignId, queue, waker, EVERY, dialer::callsToPlace);
    }

    @Override
    public void answered(Line line, double seconds) {
        hitRate += SMOOTHING * (1 - hitRate);
        abandonRate -= SMOOTHING * abandonRate;
        ring.add(seconds);
    }

    @Override
    public void unanswered(Line line, double seconds) {
        hitRate -= SMOOTHING * hitRate;
    }

    @Override
    public void abandoned(Line line) {
        abandonRate += SMOOTHING * (1 - abandonRate);
    }

    @Override
    public void phaseEnded(AgentPhase phase, double seconds) {
        if (phase == AgentPhase.TALKING) {
            talk.add(seconds);
        } else if (phase == AgentPhase.WRAPPING_UP) {
            wrapUp.add(seconds);
        }
    }

    private int callsToPlace() {
        latch();
        int free = queue.agents(AgentPhase.FREE);
        if (latched || talk.count < HANDLED_TO_WARM_UP) {
            return Math.min(mostAtOnce, free - queue.dialing() - queue.unserved());
        }
        double hits = Math.max(LOWEST_HIT_RATE, hitRate);
        double expected = released(AgentPhase.TALKING, talk) + released(AgentPhase.WRAPPING_UP, wrapUp);
        double calls = (free + expected - queue.dialing() * hits) / hits * gamma();
        return Math.min(mostAtOnce, (int) Math.floor(calls));
    }

    private void latch() {
        roundsAtLimit = abandonRate >= ABANDON_LIMIT ? roundsAtLimit + 1 : 0;
        latched = latched ? abandonRate >= UNLATCH * ABANDON_LIMIT : roundsAtLimit >= ROUNDS_TO_LATCH;
    }

    private double gamma() {
        if (abandonRate <= ABANDON_LIMIT / 2) {
            return 1;
        }
        double way = (abandonRate - ABANDON_LIMIT / 2) / (ABANDON_LIMIT / 2);
        return abandonRate >= ABANDON_LIMIT ? LOWEST_GAMMA : 1 - way * (1 - LOWEST_GAMMA);
    }

    /** Number of agents in a phase who are expected to leave it before a call dialed now is answered. */
    private double released(AgentPhase phase, Mean length) {
        if (length.count == 0) {
            return 0;
        }
        double ringing = ring.or(FIRST_RING_SECONDS);
        var sum = new double[1];
        queue.forEach(phase, elapsed -> sum[0] += 1 - Math.exp(-ringing / Math.max(1, length.or(0) - elapsed)));
        return sum[0];
    }
}
