package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.RingingLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Expects the next seconds of a pool: for some moments ahead, how many ringing lines will have been answered and how many
 * agents will have become free. The moments are those at which a line dialed now would be answered; all are equally likely.
 *
 * <p>A line that has rung for some time counts less, because most people answer early. An agent in wrap-up becomes free
 * according to the time already spent in wrap-up; a talking agent according to the average talk and a wrap-up. Agents may also
 * become free while callers wait.
 */
final class Outlook {
    private static final int MOMENTS = 6;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int WRAP_UP_STEPS = 240;
    private static final double MIN_ALIVE = 1e-9;
    private static final double[] NONE = new double[MOMENTS];

    private final AgentPool pool;
    private final PoolMemory learned;
    private final PacingMemory all;
    private final double[] ahead = new double[MOMENTS];
    private final double[][] wrapUpEnds = new double[MOMENTS][WRAP_UP_STEPS];
    private final double[] talkEnds = new double[MOMENTS];
    private final Map<CampaignFloor, Ages> ages = new HashMap<>();

    /** By moment: the lines answered and agents released until then, as expectation and variance. */
    private final double[] answers = new double[MOMENTS];

    private final double[] answersVariance = new double[MOMENTS];
    private final double[] released = new double[MOMENTS];
    private final double[] releasedVariance = new double[MOMENTS];
    private double everAnswered;
    private double everAnsweredVariance;
    private long seen;
    private long learnedWith;
    private long computedAt = NEVER;
    private long computedChanges = -1;

    Outlook(AgentPool pool, PoolMemory learned, PacingMemory all) {
        this.pool = pool;
        this.learned = learned;
        this.all = all;
    }

    /** The probabilities of one campaign's lines, by age. */
    private static final class Ages {
        final double[] unansweredYet = new double[RingingLines.STEPS];
        final double[] notFailedYet = new double[RingingLines.STEPS];
        final double[][] answeredBy = new double[MOMENTS][RingingLines.STEPS];

        Ages(CampaignMemory lines, double[] ahead) {
            for (int age = 0; age < RingingLines.STEPS; age++) {
                double seconds = (age + 0.5) * Durations.STEP;
                unansweredYet[age] = lines.timeToAnswer.survival(seconds);
                notFailedYet[age] = lines.timeToFail.survival(seconds);
                for (int moment = 0; moment < MOMENTS; moment++) {
                    answeredBy[moment][age] = unansweredYet[age] - lines.timeToAnswer.survival(seconds + ahead[moment]);
                }
            }
        }

        /**
         * The probability that a line of this age still rings.
         *
         * @param rate the campaign's answer rate
         */
        double alive(double rate, int age) {
            return rate * unansweredYet[age] + (1 - rate) * notFailedYet[age];
        }
    }

    /**
     * The probability that a line dialed now finds no agent in time when it is answered.
     *
     * @param free free agents minus the callers who need one; may be negative
     * @param more assume that this many more lines of the campaign were just dialed
     */
    double chanceOfAbandon(double free, CampaignFloor own, int more) {
        compute();
        return chanceOfAbandon(free, more == 0 ? NONE : chanceOfOneMore(own), more);
    }

    private double chanceOfAbandon(double free, double[] chanceOfOne, int more) {
        double sum = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            double chance = chanceOfOne[moment];
            double left = free + released[moment] - answers[moment] - more * chance;
            double variance = answersVariance[moment] + releasedVariance[moment] + more * chance * (1 - chance);
            sum += Normal.below(0.5, left, variance);
        }
        return sum / MOMENTS;
    }

    /** By moment: the probability that a line dialed now has been answered. */
    private double[] chanceOfOneMore(CampaignFloor own) {
        var laws = laws(own);
        double rate = all.of(own).answerRate.now();
        var chances = new double[MOMENTS];
        double alive = laws.alive(rate, 0);
        for (int moment = 0; moment < MOMENTS && alive >= MIN_ALIVE; moment++) {
            chances[moment] = rate * laws.answeredBy[moment][0] / alive;
        }
        return chances;
    }

    private Ages laws(CampaignFloor campaign) {
        var known = ages.get(campaign);
        return known == null ? new Ages(all.of(campaign), ahead) : known;
    }

    /** Prepares for lines of a campaign. */
    void prepareFor(CampaignFloor campaign) {
        if (all.outlooksAreRead() && !ages.containsKey(campaign)) {
            ages.put(campaign, new Ages(all.of(campaign), ahead));
        }
    }

    /** Expected answers of the ringing lines of all campaigns. */
    double expectedAnswers() {
        compute();
        return everAnswered;
    }

    /** Agents who are expected to become free while the ringing lines are answered. */
    double expectedReleases() {
        compute();
        return released[MOMENTS / 2];
    }

    double expectedAbandons(double free) {
        compute();
        double agents = free + released[MOMENTS / 2];
        return Normal.expectedExcess(
                everAnswered, everAnsweredVariance + releasedVariance[MOMENTS / 2], Math.max(0, agents));
    }

    private void compute() {
        if (computedAt == pool.now() && computedChanges == pool.changes()) {
            return;
        }
        computedAt = pool.now();
        computedChanges = pool.changes();
        addLines();
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
        for (int moment = 0; moment < MOMENTS; moment++) {
            ahead[moment] = learned.timeToAnswer.quantile((moment + 0.5) / MOMENTS);
            double seconds = ahead[moment] + learned.patience();
            for (int step = 0; step < WRAP_UP_STEPS; step++) {
                wrapUpEnds[moment][step] = learned.wrapUp.endsWithin((step + 0.5) * Durations.STEP, seconds);
            }
            talkEnds[moment] = talkAndWrapUpEnd(seconds);
        }
        ages.clear();
        for (var queue : pool.queues()) {
            queue.campaigns().forEach(this::prepareFor);
            queue.ringing().forEach(lines -> prepareFor(lines.campaign()));
        }
    }

    /**
     * The probability that a talking agent is free within {@code seconds}: the talk ends at a random moment, then the wrap-up
     * follows.
     */
    private double talkAndWrapUpEnd(double seconds) {
        double sum = 0;
        for (double at = Durations.STEP / 2; at < seconds; at += Durations.STEP) {
            sum += 1 - learned.wrapUp.survival(seconds - at);
        }
        return Math.min(1, sum * Durations.STEP / learned.talk.mean());
    }

    private void addLines() {
        Arrays.fill(answers, 0);
        Arrays.fill(answersVariance, 0);
        everAnswered = 0;
        everAnsweredVariance = 0;
        long now = pool.now();
        for (var queue : pool.queues()) {
            for (var lines : queue.ringing()) {
                addLines(lines, now);
            }
        }
    }

    private void addLines(RingingLines lines, long now) {
        int left = lines.count();
        if (left == 0) {
            return;
        }
        var laws = laws(lines.campaign());
        double rate = all.of(lines.campaign()).answerRate.now();
        for (int age = 0; age < RingingLines.STEPS && left > 0; age++) {
            int count = lines.ofAge(age, now);
            if (count > 0) {
                left -= count;
                addLines(laws, age, count, rate);
            }
        }
    }

    private void addLines(Ages laws, int age, int count, double rate) {
        double alive = laws.alive(rate, age);
        if (alive < MIN_ALIVE) {
            return;
        }
        double ever = rate * laws.unansweredYet[age] / alive;
        everAnswered += count * ever;
        everAnsweredVariance += count * ever * (1 - ever);
        for (int moment = 0; moment < MOMENTS; moment++) {
            double chance = rate * laws.answeredBy[moment][age] / alive;
            answers[moment] += count * chance;
            answersVariance[moment] += count * chance * (1 - chance);
        }
    }

    private void addReleases() {
        int talking = pool.agents(AgentPhase.TALKING);
        for (int moment = 0; moment < MOMENTS; moment++) {
            released[moment] = talking * talkEnds[moment];
            releasedVariance[moment] = talking * talkEnds[moment] * (1 - talkEnds[moment]);
        }
        pool.forEach(AgentPhase.WRAPPING_UP, this::addWrapUp);
    }

    private void addWrapUp(double elapsed) {
        int step = Math.min(WRAP_UP_STEPS - 1, (int) (elapsed / Durations.STEP));
        for (int moment = 0; moment < MOMENTS; moment++) {
            double chance = wrapUpEnds[moment][step];
            released[moment] += chance;
            releasedVariance[moment] += chance * (1 - chance);
        }
    }
}
