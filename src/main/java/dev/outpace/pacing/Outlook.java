package dev.outpace.pacing;

import java.util.Arrays;
import java.util.LinkedHashMap;
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
    private static final int WRAP_UP_STEPS = 240;
    private static final double NANOS = 1e9;

    private final AgentPool pool;
    private final double[] ahead = new double[MOMENTS];
    private final double[][] wrapUpEnds = new double[MOMENTS][WRAP_UP_STEPS];
    private final double[] talkEnds = new double[MOMENTS];
    private final Map<RingingLines, Ages> ages = new LinkedHashMap<>();

    /** By moment: lines answered until then and agents free by then, expectation and variance. */
    private final double[] answers = new double[MOMENTS];

    private final double[] answersVariance = new double[MOMENTS];
    private final double[] released = new double[MOMENTS];
    private final double[] releasedVariance = new double[MOMENTS];
    private double everAnswered;
    private double everAnsweredVariance;
    private long learnedWith = -1;
    private long computedAt = -1;
    private long computedChanges = -1;

    Outlook(AgentPool pool) {
        this.pool = pool;
    }

    /** The laws of one campaign's lines, read by age. */
    private static final class Ages {
        final double[] unansweredYet = new double[RingingLines.OLDEST];
        final double[] notFailedYet = new double[RingingLines.OLDEST];
        final double[][] answeredBy = new double[MOMENTS][RingingLines.OLDEST];

        Ages(RingingLines lines, double[] ahead) {
            for (int age = 0; age < RingingLines.OLDEST; age++) {
                double seconds = (age + 0.5) * Durations.STEP;
                unansweredYet[age] = lines.timeToAnswer.survival(seconds);
                notFailedYet[age] = lines.timeToFail.survival(seconds);
                for (int moment = 0; moment < MOMENTS; moment++) {
                    answeredBy[moment][age] = unansweredYet[age] - lines.timeToAnswer.survival(seconds + ahead[moment]);
                }
            }
        }
    }

    /**
     * The chance that a line dialed now finds no agent in time when it is answered.
     *
     * @param free agents who are free, less callers who need one; may be negative
     */
    double chanceOfAbandon(double free) {
        compute();
        double sum = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            double left = free + released[moment] - answers[moment];
            sum += Normal.below(0.5, left, answersVariance[moment] + releasedVariance[moment]);
        }
        return sum / MOMENTS;
    }

    /** As if one line more of a campaign were dialed, until it is forgotten. */
    void assumeLine(RingingLines own) {
        addLines(laws(own), 0, 1, own.answerRate.now());
    }

    void forgetAssumed() {
        computedChanges = -1;
    }

    private Ages laws(RingingLines lines) {
        return ages.computeIfAbsent(lines, _ -> new Ages(lines, ahead));
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
        learn();
        addLines();
        addReleases();
    }

    /** Laws are read anew when they may have changed by a few percent. */
    private void learn() {
        long seen = pool.seen();
        if (learnedWith >= 0 && seen - learnedWith < Math.min(100, 5 + learnedWith / 20)) {
            return;
        }
        learnedWith = seen;
        for (int moment = 0; moment < MOMENTS; moment++) {
            ahead[moment] = pool.timeToAnswer.quantile((moment + 0.5) / MOMENTS);
            double seconds = ahead[moment] + pool.patience();
            for (int step = 0; step < WRAP_UP_STEPS; step++) {
                wrapUpEnds[moment][step] = pool.wrapUp.endsWithin((step + 0.5) * Durations.STEP, seconds);
            }
            talkEnds[moment] = talkAndWrapUpEnd(seconds);
        }
        ages.clear();
    }

    /** The chance that one who talks is free within so many seconds: the talk ends at any moment of them, then the wrap-up. */
    private double talkAndWrapUpEnd(double seconds) {
        double sum = 0;
        for (double at = Durations.STEP / 2; at < seconds; at += Durations.STEP) {
            sum += 1 - pool.wrapUp.survival(seconds - at);
        }
        return Math.min(1, sum * Durations.STEP / pool.talk.mean());
    }

    private void addLines() {
        Arrays.fill(answers, 0);
        Arrays.fill(answersVariance, 0);
        everAnswered = 0;
        everAnsweredVariance = 0;
        for (var lines : pool.campaigns()) {
            lines.moveTo(pool.now());
            int left = lines.ringing();
            double rate = lines.answerRate.now();
            for (int age = 0; age < RingingLines.OLDEST && left > 0; age++) {
                int count = lines.ofAge(age);
                if (count > 0) {
                    left -= count;
                    addLines(laws(lines), age, count, rate);
                }
            }
        }
    }

    private void addLines(Ages laws, int age, int count, double rate) {
        double alive = rate * laws.unansweredYet[age] + (1 - rate) * laws.notFailedYet[age];
        if (alive < 1e-9) {
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
        var wrappingUp = pool.wrappingUp();
        for (int i = 0; i < wrappingUp.size(); i++) {
            double seconds = (pool.now() - wrappingUp.get(i).since()) / NANOS;
            int step = Math.min(WRAP_UP_STEPS - 1, (int) (seconds / Durations.STEP));
            for (int moment = 0; moment < MOMENTS; moment++) {
                double chance = wrapUpEnds[moment][step];
                released[moment] += chance;
                releasedVariance[moment] += chance * (1 - chance);
            }
        }
    }
}
