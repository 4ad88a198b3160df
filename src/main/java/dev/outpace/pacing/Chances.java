package dev.outpace.pacing;

import dev.outpace.floor.LinesByAge;

/**
 * The chances that a call which rings, or stands at a stage of the flow, for some time comes to the queue within some moments
 * ahead.
 */
final class Chances {
    private static final double MIN_ALIVE = 1e-9;
    /** The time from the answer to the queue is represented by so many durations of equal weight. */
    private static final int DELAYS = 6;

    private final double[] success = new double[LinesByAge.STEPS];
    private final double[] failure = new double[LinesByAge.STEPS];
    private final double[][] arrived;
    private final double reach;

    /** @param ahead seconds to each moment */
    static Chances ringing(CampaignMemory campaign, double[] ahead) {
        var after = campaign.fromAnswer;
        var delays = new double[DELAYS];
        boolean direct = true;
        for (int i = 0; i < DELAYS; i++) {
            double delay = after.toSuccess.quantile((i + 0.5) / DELAYS);
            // Less than a step of the learned durations is no delay.
            delays[i] = delay < Durations.STEP ? 0 : delay;
            direct &= delays[i] == 0;
        }
        return new Chances(campaign.ringing, after.chance.now(), direct ? new double[1] : delays, ahead);
    }

    static Chances inFlow(Passage stage, double[] ahead) {
        return new Chances(stage, 1, new double[1], ahead);
    }

    /** @param reach the share of the first way that comes to the queue, with these delays */
    private Chances(Passage passage, double reach, double[] delays, double[] ahead) {
        this.reach = reach;
        arrived = new double[ahead.length][LinesByAge.STEPS];
        double weight = reach / delays.length;
        for (int age = 0; age < LinesByAge.STEPS; age++) {
            double seconds = (age + 0.5) * Durations.STEP;
            success[age] = passage.toSuccess.survival(seconds);
            failure[age] = passage.toFailure.survival(seconds);
            if (success[age] == 0) {
                continue;
            }
            for (int moment = 0; moment < ahead.length; moment++) {
                double sum = 0;
                for (double delay : delays) {
                    double left = ahead[moment] - delay;
                    sum += left > 0 ? success[age] - passage.toSuccess.survival(seconds + left) : 0;
                }
                arrived[moment][age] = weight * sum;
            }
        }
    }

    /**
     * The probability that a call of this age is still there, or 0 if that is next to impossible.
     *
     * @param chance the present share that leaves by the first way
     */
    double alive(double chance, int age) {
        double alive = chance * success[age] + (1 - chance) * failure[age];
        return alive < MIN_ALIVE ? 0 : alive;
    }

    /** The probability that a call of this age leaves by the first way at all. */
    double ever(double chance, int age, double alive) {
        return chance * success[age] / alive;
    }

    /** The share of those who leave by the first way that comes to the queue. */
    double reach() {
        return reach;
    }

    /** The probability that a call of this age has come to the queue by a moment. */
    double arrived(double chance, int moment, int age, double alive) {
        return chance * arrived[moment][age] / alive;
    }
}
