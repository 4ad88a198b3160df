package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.LinesByAge;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PastCall;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What was learned of the agents and callers of one pool from the events there. */
final class PoolMemory implements FloorListener {
    private static final double NANOS = 1e9;
    /** Nanoseconds. */
    static final double RECENT_CALLERS = 3_600e9;

    /** How long agents talk and wrap up, beginning with a careful guess. */
    final Durations talk = new Durations(3_600, 500, 180, 3);

    final Durations wrapUp = new Durations(600, 500, 60, 3);
    /** Of the callers of all campaigns together, from the dial. */
    final Durations timeToQueue = new Durations(LinesByAge.STEPS * LinesByAge.STEP_SECONDS, 2_000, 8, 5);

    /** The share of all campaigns' dials that end with a caller in the queue. */
    final AnswerRate callersPerDial = AnswerRate.ofDials();

    final AbandonControl control = new AbandonControl();
    private final FadingCount recentCallers;
    private long lastCallerAt;
    final Outlook outlook;
    /** Of the first queue of a union. */
    final QueueRisks risks;

    final OtherCallers others;
    private final AgentPool pool;
    private final PacingMemory all;
    private final Patience patience = new Patience();

    private Wanting wanting = Wanting.NONE;

    /**
     * The campaigns that want to dial, in all queues connected with this one.
     *
     * @param at when they were counted, in nanoseconds of monotonic time
     * @param changes sum of the queues' change counters at that moment
     * @param campaigns how many want to dial
     * @param recentDials their recent dials together
     * @param highestRate of theirs, the highest answer rate
     */
    record Wanting(long at, long changes, int campaigns, double recentDials, double highestRate) {
        static final Wanting NONE = new Wanting(Long.MIN_VALUE, 0, 0, 0, 0);
    }

    PoolMemory(AgentPool pool, PacingMemory all) {
        this.pool = pool;
        this.all = all;
        recentCallers = new FadingCount(all.callersFade());
        others = new OtherCallers(pool);
        outlook = new Outlook(pool, this, all);
        risks = new QueueRisks(pool.queues().getFirst(), this, all);
    }

    /** Learns of the time before. */
    void knew(PastCall call) {
        callersPerDial.knew(call.queued() ? 1 : 0, 1);
        if (call.queued()) {
            timeToQueue.observe(call.ring() + call.flow());
            patience.observe(call.waited(), call.gaveUp());
        }
        if (call.talk() > 0) {
            talk.observe(call.talk());
        }
        if (call.wrapUp() >= 0) {
            wrapUp.observe(call.wrapUp());
        }
    }

    @Override
    public void dialed(Line line) {
        outlook.prepareFor(line.campaign());
    }

    @Override
    public void standsInFlow(CampaignFloor campaign, UUID stage) {
        outlook.prepareFor(all.of(campaign).fromStage(stage));
    }

    @Override
    public void answered(Line line, double seconds) {
        outlook.observed();
    }

    @Override
    public void leftFlow(Line line, boolean toQueue) {
        callersPerDial.observe(toQueue, pool.dialing());
        if (toQueue) {
            timeToQueue.observe((pool.now() - line.dialedAt()) / NANOS);
            lastCallerAt = pool.now();
            recentCallers.add(lastCallerAt);
        }
        outlook.observed();
    }

    @Override
    public void unanswered(Line line, double seconds) {
        callersPerDial.observe(false, pool.dialing());
        outlook.observed();
    }

    @Override
    public void leftQueue(Line line, double seconds) {
        patience.observe(seconds, true);
    }

    @Override
    public void served(Line line, double seconds) {
        patience.observe(seconds, false);
    }

    @Override
    public void phaseEnded(AgentPhase phase, double seconds) {
        switch (phase) {
            case TALKING -> talk.observe(seconds);
            case WRAPPING_UP -> wrapUp.observe(seconds);
            case FREE -> others.freeEnded(seconds);
            case RINGING, AWAY, OFFLINE -> {}
        }
        outlook.observed();
    }

    @Override
    public void otherEnded() {
        others.talkEnded();
    }

    /**
     * Seconds that equal parts of the callers wait for an agent before they give up or count as abandoned, the shortest first. For
     * several queues, and several campaigns that count waits, the shortest.
     */
    double[] patience(int parts) {
        var shortest = new double[parts];
        Arrays.fill(shortest, Double.MAX_VALUE);
        for (var queue : pool.queues()) {
            var those = all.of(queue).patience.parts(parts);
            for (int part = 0; part < parts; part++) {
                shortest[part] = Math.min(shortest[part], those[part]);
            }
            for (var campaign : queue.campaigns()) {
                limit(shortest, all.of(campaign));
            }
        }
        return shortest;
    }

    /** Of a longest wait that counts, what is left when the way to the queue and the pick-up are taken from it. */
    private static void limit(double[] shortest, CampaignMemory campaign) {
        if (campaign.countsWaits()) {
            int parts = shortest.length;
            for (int part = 0; part < parts; part++) {
                double unavoidable = campaign.pickUp.quantile(1 - (part + 0.5) / parts);
                shortest[part] = Math.min(shortest[part], Math.max(0, campaign.longestWait - unavoidable));
            }
        }
    }

    /** The agents of the pool who serve one campaign's callers, by its share of those who were recent when the last one came. */
    double agentsFor(CampaignMemory campaign) {
        double share = (campaign.recentCallers.now(lastCallerAt) + 1) / (recentCallers.now(lastCallerAt) + 1);
        return pool.atWork() * Math.min(1, share);
    }

    /** A number that grows when {@link #agentsFor} may change while the same agents are at work. */
    long lastCallerAt() {
        return lastCallerAt;
    }

    /** As {@link AbandonControl#slack} of one campaign. */
    double slack(CampaignMemory campaign) {
        return campaign.control.slack(agentsFor(campaign));
    }

    /** Counted only once for all campaigns that are asked at the same moment. */
    Wanting wanting() {
        long now = pool.now();
        long changes = 0;
        for (var queue : connected()) {
            changes += queue.changes();
        }
        if (wanting.at() != now || wanting.changes() != changes) {
            wanting = countWanting(now, changes);
        }
        return wanting;
    }

    /** All queues of a union are connected, so the first one stands for all. */
    private List<QueueFloor> connected() {
        return pool.queues().getFirst().connected();
    }

    private Wanting countWanting(long now, long changes) {
        int campaigns = 0;
        double recentDials = 0;
        double highestRate = 0;
        for (var queue : connected()) {
            for (var campaign : queue.campaigns()) {
                if (campaign.wantsToDial()) {
                    var learned = all.of(campaign);
                    campaigns++;
                    recentDials += learned.recentDials(now);
                    highestRate = Math.max(highestRate, learned.ringing.chance.now());
                }
            }
        }
        return new Wanting(now, changes, campaigns, recentDials, highestRate);
    }
}
