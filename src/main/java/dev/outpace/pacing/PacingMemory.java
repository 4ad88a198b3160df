package dev.outpace.pacing;

import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PastCall;
import dev.outpace.pacing.FadingCount.Fading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that policies have learned. Only events on the floor change it. Asking a policy changes nothing. */
public final class PacingMemory {
    private static final long HOUR = 3_600_000_000_000L;
    private final Map<AgentPool, PoolMemory> pools = new HashMap<>();
    private final Map<UUID, CampaignMemory> campaigns = new HashMap<>();
    /** The same by the campaigns' numbers on the floor, as every event needs them. */
    private @Nullable CampaignMemory[] byNumber = new @Nullable CampaignMemory[0];

    private final Map<QueueFloor, Brake> brakes = new HashMap<>();
    /** Calls of the time before, of which queues learn that are taken together later. */
    private final Map<QueueFloor, List<PastCall>> past = new HashMap<>();

    private final Fading dialsFade = new Fading(CampaignMemory.RECENT);
    private final Fading callersFade = new Fading(PoolMemory.RECENT_CALLERS);
    private final BrakeListener onBrake;
    /**
     * Whether any campaign was ever paced adaptively. Until then nobody reads the outlooks, and they are not kept up to date.
     */
    private boolean outlooksAreRead;

    public PacingMemory(BrakeListener onBrake) {
        this.onBrake = onBrake;
    }

    /** Must be called with each queue and union before anything happens there. */
    public void learnFrom(AgentPool pool) {
        var learned = new PoolMemory(pool, this);
        pools.put(pool, learned);
        if (pool instanceof QueueFloor queue) {
            queue.listen(new OfCampaigns(queue, learned));
            var brake = new Brake(queue, this::of, onBrake);
            brakes.put(queue, brake);
            queue.listen(brake);
        }
        pool.listen(learned);
        if (!(pool instanceof QueueFloor)) {
            pool.queues().forEach(queue -> past.getOrDefault(queue, List.of()).forEach(learned::knew));
        }
        learned.outlook.learnLaws();
    }

    /**
     * Adds stored counts of an earlier hour.
     *
     * @param hoursAgo 0 for the present hour
     */
    public void addHistory(
            CampaignFloor campaign, long hoursAgo, long answered, long queued, long abandoned, long machines) {
        of(campaign).ledger.add(hour(campaign.queue()) - hoursAgo, answered, queued, abandoned, machines);
    }

    /**
     * Tells how earlier calls of the campaign's list were answered. Must be called before its first call.
     *
     * @param answered by people and machines
     * @param placed calls that reached the network
     */
    public void knewAnswers(CampaignFloor campaign, long answered, long placed) {
        of(campaign).ringing.chance.knew(answered, placed);
    }

    /** Tells how earlier calls went, the earliest first. Must be called before the first call. */
    public void knewCalls(CampaignFloor campaign, List<PastCall> calls) {
        if (calls.isEmpty()) {
            return;
        }
        var queue = campaign.queue();
        past.computeIfAbsent(queue, _ -> new ArrayList<>()).addAll(calls);
        for (var call : calls) {
            of(campaign).knew(call);
            of(queue).knew(call);
        }
        of(queue).outlook.learnLaws();
    }

    /** A campaign that was just made begins with the answers that another one has from the same list. */
    public void knowsListOf(CampaignFloor campaign, CampaignFloor other) {
        of(campaign).ringing.chance.knewAs(of(other).ringing.chance);
    }

    Fading callersFade() {
        return callersFade;
    }

    PoolMemory of(AgentPool pool) {
        var known = pools.get(pool);
        if (known == null) {
            throw new IllegalStateException("nothing was learned from " + pool);
        }
        return known;
    }

    Brake brakeOf(QueueFloor queue) {
        var known = brakes.get(queue);
        if (known == null) {
            throw new IllegalStateException("nothing was learned from " + queue.id());
        }
        return known;
    }

    CampaignMemory of(CampaignFloor campaign) {
        int number = campaign.number();
        var known = number < byNumber.length ? byNumber[number] : null;
        if (known == null) {
            known = campaigns.computeIfAbsent(campaign.id(), _ -> new CampaignMemory(dialsFade, callersFade));
            byNumber = Arrays.copyOf(byNumber, Math.max(byNumber.length, number + 1));
            byNumber[number] = known;
        }
        return known;
    }

    /** @param choice null if the campaign is not paced adaptively */
    void setAdaptive(CampaignFloor campaign, @Nullable PacingChoice choice) {
        of(campaign).adaptive = choice;
        of(campaign.queue()).risks.forget();
        if (choice == null) {
            return;
        }
        if (!outlooksAreRead) {
            outlooksAreRead = true;
            pools.values().forEach(pool -> pool.outlook.learnLaws());
        }
        of(campaign.queue()).outlook.prepareFor(campaign);
        campaign.queue().unions().forEach(union -> of(union).outlook.prepareFor(campaign));
    }

    /** @param seconds after which a wait counts as abandoned, until an agent has the caller; infinite where no wait does */
    void setLongestWait(CampaignFloor campaign, double seconds) {
        var learned = of(campaign);
        if (learned.longestWait != seconds) {
            learned.longestWait = seconds;
            learned.pickUp = new PickUp();
            of(campaign.queue()).risks.forget();
        }
    }

    boolean outlooksAreRead() {
        return outlooksAreRead;
    }

    /** Number of the present hour of the engine's monotonic time. */
    static long hour(AgentPool pool) {
        return Math.floorDiv(pool.now(), HOUR);
    }

    /** Nanoseconds until an hour begins; 0 if it has begun. */
    static long untilHour(AgentPool pool, long hour) {
        return Math.max(0, hour * HOUR - pool.now());
    }

    /** Lets campaigns learn from the lines of one queue, and their abandoned calls change the queue's balance. */
    private final class OfCampaigns implements FloorListener {
        private final QueueFloor queue;
        private final PoolMemory ofQueue;

        OfCampaigns(QueueFloor queue, PoolMemory ofQueue) {
            this.queue = queue;
            this.ofQueue = ofQueue;
        }

        @Override
        public void dialed(Line line) {
            of(line.campaign()).dialed(line.dialedAt());
        }

        @Override
        public void answered(Line line, double seconds) {
            var campaign = changing(line);
            campaign.ringing.observe(true, seconds, line.campaign().dialing());
            campaign.ledger.add(hour(queue), 1, 0, 0);
            earns(campaign, AbandonDenominator.ANSWERED, 1);
        }

        @Override
        public void unanswered(Line line, double seconds) {
            of(line.campaign()).ringing.observe(false, seconds, line.campaign().dialing());
        }

        @Override
        public void leftFlow(Line line, boolean toQueue) {
            changing(line).leftFlow(line, toQueue, queue.now());
        }

        @Override
        public void queued(Line line) {
            var campaign = changing(line);
            campaign.ledger.add(hour(queue), 0, 1, 0);
            earns(campaign, AbandonDenominator.QUEUED, 1);
        }

        @Override
        public void machine(Line line) {
            var campaign = changing(line);
            campaign.ledger.add(hour(queue), -1, 0, 0, 1);
            campaign.flowEnds.machine();
            earns(campaign, AbandonDenominator.ANSWERED, -1);
        }

        @Override
        public void abandoned(Line line) {
            var campaign = changing(line);
            campaign.ledger.add(hour(queue), 0, 0, 1);
            if (campaign.isLostToPickUp(line)) {
                campaign.pickUp.lost();
            } else if (campaign.adaptive != null) {
                lost(campaign);
            }
        }

        /** What a slow pick-up costs is no fault of the forecast: the control holds what is left of the target. */
        @Override
        public void taken(Line line, double seconds, boolean late) {
            var campaign = changing(line);
            campaign.pickUp.observe(seconds, campaign.longestWait);
            if (late) {
                campaign.ledger.add(hour(queue), 0, 0, 1);
                if (campaign.adaptive != null && seconds <= campaign.longestWait) {
                    lost(campaign);
                }
            }
        }

        private CampaignMemory changing(Line line) {
            var campaign = of(line.campaign());
            campaign.changed();
            return campaign;
        }

        private void lost(CampaignMemory campaign) {
            campaign.control.abandoned();
            ofQueue.control.abandoned();
        }

        private void earns(CampaignMemory campaign, AbandonDenominator by, int calls) {
            var choice = campaign.adaptive;
            if (choice != null && choice.denominator() == by) {
                double spare = calls * campaign.spare(choice);
                ofQueue.control.answered(spare, queue.atWork());
                campaign.control.answered(spare, ofQueue.agentsFor(campaign));
            }
        }
    }
}
