package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;

/**
 * Dials as many calls as an abandon target allows. A line is dialed while the chance that it finds no agent when it is answered
 * stays below the target times a factor; {@link AbandonControl} computes that factor from the calls that may still be
 * abandoned. Everything else is learned from the floor: answer rate, times to answer and to fail, talk and wrap-up.
 */
final class AdaptivePacing implements PacingPolicy {
    /**
     * Until this many dials have ended, there is at most one line per free agent; where earlier calls tell the answer rate, as many as
     * are expected to bring {@link #CAREFUL_CALLERS} callers for each.
     */
    private static final int CAREFUL_START = 25;

    private static final double CAREFUL_CALLERS = 0.6;

    private static final long CAREFUL_TIME = 40_000_000_000L;
    /** Share of the target from which on late pick-ups allow one call per free agent in any case. */
    private static final double PICK_UP_COSTS = 0.5;

    private static final int MAX_LINES_PER_AGENT = 15;

    private final CampaignFloor campaign;
    private final QueueFloor queue;
    private final PacingChoice choice;
    private final PacingMemory memory;
    private final CampaignMemory own;
    private final PoolMemory ofQueue;

    AdaptivePacing(CampaignFloor campaign, PacingChoice choice, PacingMemory memory) {
        this.campaign = campaign;
        this.queue = campaign.queue();
        this.choice = choice;
        this.memory = memory;
        this.own = memory.of(campaign);
        this.ofQueue = memory.of(queue);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        boolean fits = ofQueue.risks.fits(campaign, choice);
        boolean isLate = pickUpCosts(own, choice);
        return (fits || isLate)
                && maxFurtherLines() > 0
                && ((fits && ofQueue.risks.othersKeepTheirs(campaign)) || (isLate && linesOneByOne() > 0));
    }

    /** All campaigns of the queue that are paced adaptively. */
    @Override
    public Object heldWith(PacingSnapshot snapshot) {
        return ofQueue.risks;
    }

    @Override
    public boolean mightAnyDial(PacingSnapshot snapshot) {
        return ofQueue.risks.mightAnyDial();
    }

    /**
     * Whether agents who take long to pick up use up half of the target or more. Whatever is dialed then, these callers are late; a
     * call that has a free agent of its own makes no other late.
     */
    static boolean pickUpCosts(CampaignMemory campaign, PacingChoice choice) {
        return campaign.lostToPickUp(choice) >= PICK_UP_COSTS * choice.abandonTarget();
    }

    /** The number of further lines when each line and each caller on the way has a free agent. */
    private int linesOneByOne() {
        int lines = linesOneByOne(queue);
        for (var union : queue.unions()) {
            lines = Math.min(lines, linesOneByOne(union));
        }
        return Math.max(0, lines);
    }

    private static int linesOneByOne(AgentPool some) {
        return some.agents(AgentPhase.FREE) - Math.max(some.reserved(), some.waiting()) - some.dialing();
    }

    /**
     * The chance that a line dialed now finds no agent. Calls of the own queue can cause that, and so can calls of other queues
     * that its agents serve. The result is the highest chance among these pools.
     *
     * @param more assume that this many more lines of the campaign were just dialed
     */
    private double chanceOfAbandon(int more) {
        double alone = chanceIn(queue, more);
        double together = 0;
        for (var union : queue.unions()) {
            together = Math.max(together, chanceIn(union, more));
        }
        double chance = alone + (1 - alone) * together;
        return ofQueue.risks.hasOwnAgent(own, choice, more)
                ? Math.min(chance, ofQueue.risks.chanceOfOtherCaller())
                : chance;
    }

    private double chanceIn(AgentPool some, int more) {
        return outlook(some).chanceOfAbandon(freeAgents(some), campaign, more);
    }

    private Outlook outlook(AgentPool some) {
        return some == queue ? ofQueue.outlook : memory.of(some).outlook;
    }

    private AgentPool tightest() {
        AgentPool tightest = queue;
        if (!queue.unions().isEmpty()) {
            double highest = chanceIn(queue, 0);
            for (var union : queue.unions()) {
                double chance = chanceIn(union, 0);
                if (chance > highest) {
                    highest = chance;
                    tightest = union;
                }
            }
        }
        return tightest;
    }

    /** The highest number of further lines, whatever the outlook is; 0 if no agent can take a call now or soon. */
    private int maxFurtherLines() {
        if (queue.agents(AgentPhase.FREE) == 0 && queue.agents(AgentPhase.WRAPPING_UP) == 0) {
            return 0;
        }
        int most = maxFurtherLines(queue);
        for (var union : queue.unions()) {
            most = Math.min(most, maxFurtherLines(union));
        }
        return Math.max(0, most);
    }

    private int maxFurtherLines(AgentPool some) {
        int most = MAX_LINES_PER_AGENT * some.atWork() - some.dialing();
        // Lines of other campaigns don't count here: what is known of them is in the outlook.
        return isNew() ? Math.min(most, carefulLines(some) - campaign.dialing()) : most;
    }

    /** What was known before may have changed, so the first lines leave some agents free. */
    private int carefulLines(AgentPool some) {
        var rate = own.ringing.chance;
        double callersPerLine = rate.now() * own.fromAnswer.chance.now();
        double linesPerAgent =
                rate.isKnown() ? Math.clamp(CAREFUL_CALLERS / callersPerLine, 1, MAX_LINES_PER_AGENT) : 1;
        return (int) (freeAgents(some) * linesPerAgent);
    }

    /** Failures come sooner than answers, so the first lines tell nothing before all of them have ended. */
    private boolean isNew() {
        var rate = own.ringing.chance;
        return rate.observations() < CAREFUL_START || queue.now() - own.firstDialedAt() < CAREFUL_TIME;
    }

    /** Free agents minus the callers who need one; may be negative. */
    static int freeAgents(AgentPool some) {
        return some.agents(AgentPhase.FREE) - Math.max(some.promised(), some.waiting());
    }

    private double risk() {
        return ofQueue.risks.risk(own, choice) * ofQueue.risks.fairness(campaign);
    }

    private AbandonStanding standing() {
        return own.standing(choice, PacingMemory.hour(queue));
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        int most = maxFurtherLines();
        int more = most == 0 ? 0 : linesWithin(risk(), most);
        int adaptive = more == 0 || ofQueue.risks.othersKeepTheirs(campaign) ? more : 0;
        int oneByOne = pickUpCosts(own, choice) ? Math.min(most, linesOneByOne()) : 0;
        return OptionalInt.of(queue.dialing() + Math.max(adaptive, oneByOne));
    }

    /** The number of further lines that may be dialed at once without a chance of abandon above {@code risk}. */
    private int linesWithin(double risk, int most) {
        int more = 0;
        while (more < most && chanceOfAbandon(more) <= risk) {
            more++;
        }
        return more;
    }

    @Override
    public PacingSnapshot explained(PacingSnapshot snapshot) {
        var tightest = tightest();
        int free = freeAgents(tightest);
        var outlook = outlook(tightest);
        var standing = standing();
        return snapshot.with(new PacingForecast(
                tightest.dialing(),
                outlook.inFlow(),
                outlook.expectedCallers(),
                Math.max(0, free + outlook.expectedReleases()),
                outlook.expectedAbandons(free),
                own.ringing.chance.now(),
                standing.rate(),
                standing.callsLeft(),
                chanceOfAbandon(0),
                risk(),
                caution()));
    }

    private PacingForecast.Caution caution() {
        if (isNew() && !own.ringing.chance.isKnown()) {
            return PacingForecast.Caution.START;
        }
        if (own.spare(choice) == 0) {
            return PacingForecast.Caution.PICK_UP;
        }
        return ofQueue.risks.othersKeepTheirs(campaign) ? PacingForecast.Caution.NONE : PacingForecast.Caution.OTHERS;
    }
}
