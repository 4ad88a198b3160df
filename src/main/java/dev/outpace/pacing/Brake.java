package dev.outpace.pacing;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.pacing.BrakeListener.Burst;
import java.util.function.Function;

/**
 * Limits the calls of a queue after far more callers were abandoned than adaptive pacing can have expected, which means that its
 * model is wrong at the moment. The limit is one call per free agent at first; later it widens step by step, so that a model
 * that is still wrong costs a few callers and not another burst. Only events change it; moments are nanoseconds of monotonic
 * time.
 *
 * <p>The control holds the abandoned calls at the target. Where the model holds, those of a window are hardly ever expected to be
 * more than twice as many, and they are Poisson distributed around what is expected.
 */
final class Brake implements FloorListener {
    /** The time over which answers and abandoned calls are compared, in ten-second slots. */
    private static final long SLOT = 10_000_000_000L;

    private static final int SLOTS = 30;
    private static final long WINDOW = SLOT * SLOTS;

    /** Times the target: more than this is not expected of a window. */
    private static final double MOST_EXPECTED = 2;

    /** Fewer abandoned calls than this are no proof of anything. */
    private static final int LEAST_ABANDONED = 8;

    /**
     * Negative logarithm of the highest probability at which the abandoned calls are still taken for chance. They come in
     * bunches, and each of them is a new look at the window, so it is far below one in a day.
     */
    private static final double PROOF = 10;

    /** The same for calls that may be called calm again. */
    private static final double CALM = 1;

    /** A brake soon after another one lasts twice as long, up to the longest. */
    private static final long LONGEST = 8 * WINDOW;

    private static final long SOON = 3_600_000_000_000L;

    /** Calls above one per free agent, per agent at work, when the limit begins to widen; they double in each step. */
    private static final double FIRST_EXTRA = 0.1;

    private static final double STEP = 150e9;

    /** Steps after which adaptive pacing's own highest number of lines is reached. */
    private static final double STEPS = 7.3;

    private final QueueFloor queue;
    private final Function<CampaignFloor, CampaignMemory> campaigns;
    private final BrakeListener listener;

    private final double[] expected = new double[SLOTS];
    private final long[] answered = new long[SLOTS];
    private final long[] abandoned = new long[SLOTS];
    private long latestSlot = Long.MIN_VALUE;

    private boolean everOn;
    private long until;
    private long length = WINDOW;

    Brake(QueueFloor queue, Function<CampaignFloor, CampaignMemory> campaigns, BrakeListener listener) {
        this.queue = queue;
        this.campaigns = campaigns;
        this.listener = listener;
    }

    @Override
    public void answered(Line line, double seconds) {
        counts(line, AbandonDenominator.ANSWERED, 1);
    }

    @Override
    public void machine(Line line) {
        counts(line, AbandonDenominator.ANSWERED, -1);
    }

    @Override
    public void queued(Line line) {
        counts(line, AbandonDenominator.QUEUED, 1);
    }

    private void counts(Line line, AbandonDenominator by, int calls) {
        var choice = campaigns.apply(line.campaign()).adaptive;
        if (choice != null && choice.denominator() == by) {
            int slot = slot();
            answered[slot] += calls;
            expected[slot] +=
                    calls * MOST_EXPECTED * campaigns.apply(line.campaign()).spare(choice);
        }
    }

    /** Whom an agent takes late because of a slow pick-up would be late with a free agent, too. */
    @Override
    public void taken(Line line, double seconds, boolean late) {
        if (late && seconds <= campaigns.apply(line.campaign()).longestWait) {
            abandoned(line);
        }
    }

    /** An answer after our own order to hang up says nothing about the model: only callers who were in the queue count. */
    @Override
    public void abandoned(Line line) {
        var campaign = campaigns.apply(line.campaign());
        if (campaign.adaptive == null || !line.hasQueued() || campaign.isLostToPickUp(line)) {
            return;
        }
        abandoned[slot()]++;
        var burst = new Burst(sum(abandoned), sum(answered), Math.max(0, sum(expected)));
        double proof = proof(burst.abandoned(), burst.expected());
        long now = queue.now();
        if (isOn(now)) {
            if (proof > CALM) {
                until = Math.max(until, now + WINDOW);
            }
        } else if (burst.abandoned() >= LEAST_ABANDONED && proof > PROOF) {
            begins(now, line.campaign(), burst);
        }
    }

    private void begins(long now, CampaignFloor campaign, Burst burst) {
        boolean again = everOn && now - until < SOON;
        boolean told = limits(now);
        length = again ? Math.min(LONGEST, 2 * length) : WINDOW;
        everOn = true;
        until = now + length;
        if (!told) {
            listener.braked(campaign, burst);
        }
    }

    /** Chernoff's bound of the Poisson distribution: the probability of as many or more is at most e to the minus this. */
    private static double proof(long count, double mean) {
        if (count <= mean) {
            return 0;
        }
        return mean == 0 ? Double.POSITIVE_INFINITY : count * Math.log(count / mean) - count + mean;
    }

    /** The present slot of the window, after slots that are older than the window were emptied. */
    private int slot() {
        long now = Math.floorDiv(queue.now(), SLOT);
        for (long old = Math.max(latestSlot + 1, now - SLOTS + 1); old <= now; old++) {
            int index = Math.floorMod(old, SLOTS);
            expected[index] = 0;
            answered[index] = 0;
            abandoned[index] = 0;
        }
        latestSlot = Math.max(latestSlot, now);
        return Math.floorMod(now, SLOTS);
    }

    private static long sum(long[] slots) {
        long sum = 0;
        for (long slot : slots) {
            sum += slot;
        }
        return sum;
    }

    private static double sum(double[] slots) {
        double sum = 0;
        for (double slot : slots) {
            sum += slot;
        }
        return sum;
    }

    private boolean isOn(long now) {
        return everOn && now < until;
    }

    /** Whether calls are still limited, by one per free agent or by the widening limit after that. */
    boolean limits(long now) {
        return everOn && now - until < STEPS * STEP;
    }

    /** Calls that may dial at once above one per free agent, for each agent at work; infinite if nothing is limited. */
    double extraPerAgent(long now) {
        if (isOn(now)) {
            return 0;
        }
        return limits(now) ? FIRST_EXTRA * Math.pow(2, (now - until) / STEP) : Double.POSITIVE_INFINITY;
    }
}
