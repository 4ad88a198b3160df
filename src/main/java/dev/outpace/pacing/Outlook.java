package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.RingingLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What is to be expected of a pool: at some moments ahead, how many of the ringing lines will have been answered and how many
 * agents will have become free. The moments are those at which a line that is dialed now would be answered, each as likely
 * as the others.
 *
 * <p>A line that has rung for some time is discounted, since most people answer early. An agent in wrap-up becomes free by the
 * time already spent in it, a talking one by the average, after a wrap-up. While callers wait, agents may still become free.
 */
final class Outlook {
    private static final int MOMENTS = 6;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int WRAP_UP_STEPS = 240;
    private static final double LEAST_ALIVE = 1e-9;
    private static final double[] NONE = new double[MOMENTS];

    private final AgentPool pool;
    private final PoolMemory learned;
    private final PacingMemory all;
    private final double[] ahead = new double[MOMENTS];
    private final double[][] wrapUpEnds = new double[MOMENTS][WRAP_UP_STEPS];
    private final double[] talkEnds = new double[MOMENTS];
    private final Map<CampaignFloor, Ages> ages = new HashMap<>();

    /** By moment: lines answered until then and agents free by then, expectation and variance. */
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

    /** The laws of one campaign's lines, read by age. */
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

        /** The chance that a line of an age still rings. */
        double alive(double rate, int age) {
            return rate * unansweredYet[age] + (1 - rate) * notFailedYet[age];
        }
    }

    /**
     * The chance that a line dialed now finds no agent in time when it is answered.
     *
     * @param free agents who are free, less callers who need one; may be negative
     * @param more as if so many lines more of a campaign had just been dialed
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

    /** By moment: the chance that a line that is dialed now has been answered. */
    private double[] chanceOfOneMore(CampaignFloor own) {
        var laws = laws(own);
        double rate = all.of(own).answerRate.now();
        var chances = new double[MOMENTS];
        double alive = laws.alive(rate, 0);
        for (int moment = 0; moment < MOMENTS && alive >= LEAST_ALIVE; moment++) {
            chances[moment] = rate * laws.answeredBy[moment][0] / alive;
        }
        return chances;
    }

    private Ages laws(CampaignFloor campaign) {
        var known = ages.get(campaign);
        return known == null ? new Ages(all.of(campaign), ahead) : known;
    }

    /** Lines of a campaign are expected here from now on. */
    void expects(CampaignFloor campaign) {
        if (all.outlooksAreRead() && !ages.containsKey(campaign)) {
            ages.put(campaign, new Ages(all.of(campaign), ahead));
        }
    }

    /** Of the lines that ring now, all campaigns together. */
    double expectedAnswers() {
        compute();
        return everAnswered;
    }

    /** Agents who become free while the lines that ring now are answered. */
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

    /** One outcome more was learned: laws are read anew when they may have changed by a few percent. */
    void learned() {
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
            queue.campaigns().forEach(this::expects);
            queue.ringing().forEach(lines -> expects(lines.campaign()));
        }
    }

    /** The chance that one who talks is free within so many seconds: the talk ends at any moment of them, then the wrap-up. */
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
        if (alive < LEAST_ALIVE) {
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
