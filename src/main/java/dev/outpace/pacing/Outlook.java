package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.LinesByAge;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Expects the next seconds of a pool: for some moments ahead, how many callers will have come to its queues and how many agents
 * will have become free. The moments are those at which a line dialed now would come to the queue; all are equally likely.
 *
 * <p>A line that has rung for some time counts less, because most people answer early. A caller in the flow counts with the
 * chance to come to the queue from the stage where the caller stands, and when callers from there come to it. An agent in wrap-up becomes free
 * according to the time already spent in wrap-up; a talking agent according to the average talk and a wrap-up. Agents may also
 * become free while callers wait.
 */
final class Outlook {
    private static final int MOMENTS = 6;
    private static final int PARTS = 4;
    private static final long NEVER = Long.MIN_VALUE;

    private final AgentPool pool;
    private final PoolMemory learned;
    private final PacingMemory all;
    private double[] ahead = new double[MOMENTS];
    /** Seconds to the border between each moment and the next one. */
    private final double[] until = new double[MOMENTS];

    /** Parts of the callers by patience, from now on; all may be equal, and then there is one. */
    private int parts = 1;
    /** By moment and part of the callers. */
    private Releases releases = Releases.NONE;

    /** By the campaigns' numbers on the floor. */
    private @Nullable Laws[] laws = new @Nullable Laws[0];

    private final IdentityHashMap<Passage, Chances> inFlow = new IdentityHashMap<>();

    /** What is known of the lines of one campaign. */
    private static final class Laws {
        final Chances ringing;
        /** How likely each moment is for a line dialed now, if it comes to the queue. */
        final double[] likely;

        Laws(Chances ringing, double[] likely) {
            this.ringing = ringing;
            this.likely = likely;
        }
    }

    private final Arrivals arrivals = new Arrivals(MOMENTS);
    private final ExpectedCallers expected;

    /** By moment and part: the agents released before such a caller gives up, as expectation and variance. */
    private final double[] released = new double[MOMENTS * PARTS];

    private final double[] releasedVariance = new double[MOMENTS * PARTS];
    /** By moment: the chance that a caller who comes then finds no agent, with this number of free ones. */
    private final double[] noAgent = new double[MOMENTS];

    private double noAgentWith;
    /** How many moments of it are known. */
    private int noAgentUntil;
    /** The same with one more line of the campaign that {@link #oneMore} is of. */
    private final double[] noAgentAfterOne = new double[MOMENTS];

    private double afterOneWith;
    /** By moment, of one campaign: see {@link #chanceOfOneMore}. */
    private double[] oneMore = new double[0];

    private @Nullable CampaignFloor oneMoreOf;
    private double oneMoreWith;
    private long seen;
    private long learnedWith;
    private long computedAt = NEVER;
    private long computedChanges = -1;

    Outlook(AgentPool pool, PoolMemory learned, PacingMemory all) {
        this.pool = pool;
        this.learned = learned;
        this.all = all;
        expected = new ExpectedCallers(pool, all, arrivals);
    }

    /**
     * The probability that a line dialed now finds no agent in time, if it comes to the queue.
     *
     * @param free free agents minus the callers who need one; may be negative
     * @param more assume that this many more lines of the campaign were just dialed
     */
    double chanceOfAbandon(double free, CampaignFloor own, int more) {
        return chanceOfAbandon(free, own, own, more);
    }

    /** Whether {@link #chanceOfAbandon} without more lines is at most a limit. Looks at no more moments than that takes. */
    boolean isWithin(double limit, double free, CampaignFloor own) {
        compute();
        var likely = laws(own).likely;
        double sum = 0;
        for (int moment = 0; moment < MOMENTS && sum <= limit; moment++) {
            sum += likely[moment] * noAgent(free, moment);
        }
        return sum <= limit;
    }

    /**
     * The probability that a line of {@code of} that was dialed now finds no agent in time, if it comes to the queue.
     *
     * @param free free agents minus the callers who need one; may be negative
     * @param more assume that this many more lines of {@code by}, or a part of one, were just dialed
     */
    double chanceOfAbandon(double free, CampaignFloor of, CampaignFloor by, double more) {
        compute();
        var likely = laws(of).likely;
        if (more == 0) {
            return sum(likely, noAgent(free));
        }
        var chanceOfOne = chanceOfOneMore(by);
        double sum = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            sum += likely[moment] * chanceOfNoAgent(free, moment, chanceOfOne[moment], more);
        }
        return sum;
    }

    /**
     * Whether {@link #chanceOfAbandon} with a part of one more line is at most {@code limit}. It grows with that part, so that
     * it needs to be computed only where the limit lies between the chances with no more line and with a whole one, which are the
     * same for all campaigns. Only where hardly anybody finds an agent a part may lower it by a trifle; no limit lies there.
     */
    boolean staysWithin(double limit, double free, CampaignFloor of, CampaignFloor by, double part) {
        compute();
        var likely = laws(of).likely;
        if (sum(likely, noAgent(free)) > limit) {
            return false;
        }
        return part == 0
                || sum(likely, noAgentAfterOne(free, by)) <= limit
                || chanceOfAbandon(free, of, by, part) <= limit;
    }

    private static double sum(double[] likely, double[] chances) {
        double sum = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            sum += likely[moment] * chances[moment];
        }
        return sum;
    }

    /** The same for all campaigns, which are asked one after another. */
    private double[] noAgent(double free) {
        for (int moment = 0; moment < MOMENTS; moment++) {
            noAgent(free, moment);
        }
        return noAgent;
    }

    private double noAgent(double free, int moment) {
        if (free != noAgentWith) {
            noAgentWith = free;
            noAgentUntil = 0;
        }
        while (noAgentUntil <= moment) {
            noAgent[noAgentUntil] = chanceOfNoAgent(free, noAgentUntil, 0, 0);
            noAgentUntil++;
        }
        return noAgent[moment];
    }

    private double[] noAgentAfterOne(double free, CampaignFloor by) {
        var chanceOfOne = chanceOfOneMore(by);
        if (free != afterOneWith) {
            afterOneWith = free;
            for (int moment = 0; moment < MOMENTS; moment++) {
                noAgentAfterOne[moment] = chanceOfNoAgent(free, moment, chanceOfOne[moment], 1);
            }
        }
        return noAgentAfterOne;
    }

    private double chanceOfNoAgent(double free, int moment, double chanceOfOne, double more) {
        double left = free - arrivals.callers[moment] - more * chanceOfOne;
        double variance = arrivals.variance[moment] + more * chanceOfOne * (1 - chanceOfOne);
        double sum = 0;
        for (int at = moment * parts; at < (moment + 1) * parts; at++) {
            sum += Normal.below(0.5, left + released[at], variance + releasedVariance[at]);
        }
        return sum / parts;
    }

    /** By moment: the probability that a line dialed now has come to the queue. */
    private double[] chanceOfOneMore(CampaignFloor own) {
        double rate = all.of(own).ringing.chance.now();
        if (own != oneMoreOf || rate != oneMoreWith) {
            oneMoreOf = own;
            oneMoreWith = rate;
            afterOneWith = Double.NaN;
            oneMore = chanceOfOneMore(laws(own).ringing, rate);
        }
        return oneMore;
    }

    private static double[] chanceOfOneMore(Chances laws, double rate) {
        var chances = new double[MOMENTS];
        for (int moment = 0; moment < MOMENTS; moment++) {
            chances[moment] = laws.of(0).arrived(rate, moment);
        }
        return chances;
    }

    private Laws laws(CampaignFloor campaign) {
        var known = known(campaign);
        return known == null ? laws(all.of(campaign)) : known;
    }

    private @Nullable Laws known(CampaignFloor campaign) {
        return campaign.number() < laws.length ? laws[campaign.number()] : null;
    }

    private Laws laws(CampaignMemory campaign) {
        return new Laws(Chances.ringing(campaign, ahead), likely(campaign));
    }

    private double[] likely(CampaignMemory campaign) {
        var shares = new double[MOMENTS];
        double later = 1;
        for (int moment = 0; moment < MOMENTS; moment++) {
            double left = moment == MOMENTS - 1 ? 0 : campaign.timeToQueue.survival(until[moment]);
            shares[moment] = later - left;
            later = left;
        }
        return shares;
    }

    /** Prepares for lines of a campaign. */
    void prepareFor(CampaignFloor campaign) {
        if (all.outlooksAreRead() && known(campaign) == null) {
            laws = Arrays.copyOf(laws, Math.max(laws.length, campaign.number() + 1));
            laws[campaign.number()] = laws(all.of(campaign));
            expected.learned();
        }
    }

    /** Prepares for callers at a stage of the flow. */
    void prepareFor(Passage fromStage) {
        if (all.outlooksAreRead()) {
            inFlow.computeIfAbsent(fromStage, some -> {
                expected.learned();
                return Chances.inFlow(some, ahead);
            });
        }
    }

    /** Of calls that ring, or stand at a stage of the flow. */
    Chances chances(LinesByAge lines) {
        if (lines.stage() == null) {
            return laws(lines.campaign()).ringing;
        }
        var passage = passage(lines);
        var known = inFlow.get(passage);
        return known == null ? Chances.inFlow(passage, ahead) : known;
    }

    private Passage passage(LinesByAge lines) {
        return all.of(lines.campaign()).fromStage(Objects.requireNonNull(lines.stage()));
    }

    /** Answered callers of all campaigns whose flow may lead to the pool. */
    int inFlow() {
        return expected.inFlow();
    }

    /** Expected callers in the queue, of those who ring or are in the flow. */
    double expectedCallers() {
        compute();
        return arrivals.ever;
    }

    /** Agents who are expected to become free while the ringing lines are answered. */
    double expectedReleases() {
        compute();
        return released[MOMENTS / 2 * parts];
    }

    double expectedAbandons(double free) {
        compute();
        double agents = free + released[MOMENTS / 2 * parts];
        return Normal.expectedExcess(
                arrivals.ever, arrivals.everVariance + releasedVariance[MOMENTS / 2 * parts], Math.max(0, agents));
    }

    private void compute() {
        if (computedAt == pool.now() && computedChanges == pool.changes()) {
            return;
        }
        computedAt = pool.now();
        computedChanges = pool.changes();
        noAgentWith = Double.NaN;
        oneMoreOf = null;
        arrivals.begin(learned.others.waiting(), learned.others.perSecond(), ahead);
        expected.compute(this);
        addReleases();
    }

    /** Called after each observation. The probabilities are computed again when they may have changed by a few percent. */
    void observed() {
        seen++;
        if (seen - learnedWith >= Math.min(100, 5 + learnedWith / 20)) {
            learnLaws();
        }
    }

    void learnLaws() {
        if (!all.outlooksAreRead()) {
            return;
        }
        learnedWith = seen;
        computedAt = NEVER;
        var patience = learned.patience(PARTS);
        parts = patience[0] == patience[PARTS - 1] ? 1 : PARTS;
        ahead = new double[MOMENTS];
        var times = new double[MOMENTS * parts];
        for (int moment = 0; moment < MOMENTS; moment++) {
            ahead[moment] = learned.timeToQueue.quantile((moment + 0.5) / MOMENTS);
            until[moment] = learned.timeToQueue.quantile((moment + 1.0) / MOMENTS);
            for (int part = 0; part < parts; part++) {
                times[moment * parts + part] = ahead[moment] + patience[part];
            }
        }
        releases = new Releases(learned.talk, learned.wrapUp, times);
        Arrays.fill(laws, null);
        inFlow.clear();
        expected.learned();
        for (var queue : pool.queues()) {
            queue.campaigns().forEach(this::prepareFor);
            queue.ringing().forEach(lines -> prepareFor(lines.campaign()));
            queue.inFlow().forEach(lines -> prepareFor(passage(lines)));
        }
    }

    private void addReleases() {
        int talking = pool.agents(AgentPhase.TALKING);
        var afterTalk = releases.afterTalk();
        for (int at = 0; at < afterTalk.length; at++) {
            released[at] = talking * afterTalk[at];
            releasedVariance[at] = talking * afterTalk[at] * (1 - afterTalk[at]);
        }
        pool.forEach(AgentPhase.WRAPPING_UP, this::addWrapUp);
    }

    private void addWrapUp(double elapsed) {
        var chances = releases.afterWrapUp(elapsed);
        for (int at = 0; at < chances.length; at++) {
            double chance = chances[at];
            released[at] += chance;
            releasedVariance[at] += chance * (1 - chance);
        }
    }
}
