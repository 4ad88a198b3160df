package dev.outpace.pacing;

import dev.outpace.floor.LinesByAge;
import org.jspecify.annotations.Nullable;

/**
 * The chances that a call which rings, or stands at a stage of the flow, for some time comes to the queue within some moments
 * ahead. They are those of the moment at which they were asked for, but each age is computed only when a call has it.
 */
final class Chances {
    private static final double MIN_ALIVE = 1e-9;
    /** The time from the answer to the queue is represented by so many durations of equal weight. */
    private static final int DELAYS = 6;

    private final Durations.Known success;
    private final Durations.Known failure;
    private final double[] delays;
    private final double[] ahead;
    private final double reach;
    private final @Nullable OfAge[] byAge = new @Nullable OfAge[LinesByAge.STEPS];

    /** Chances of a call of one age. */
    static final class OfAge {
        /** Share of those who leave by the first way that is still there. */
        final double success;
        /** The same of the others. */
        final double failure;
        /** By moment: of those who leave by the first way, the share that comes to the queue from now to then. */
        final double[] arrived;

        private OfAge(double success, double failure, double[] arrived) {
            this.success = success;
            this.failure = failure;
            this.arrived = arrived;
        }

        /**
         * The probability that a call of this age is still there, or 0 if that is next to impossible.
         *
         * @param chance the present share that leaves by the first way
         */
        double alive(double chance) {
            double alive = chance * success + (1 - chance) * failure;
            return alive < MIN_ALIVE ? 0 : alive;
        }

        /** The probability that a call of this age has come to the queue by a moment. */
        double arrived(double chance, int moment) {
            double alive = alive(chance);
            return alive == 0 ? 0 : chance * arrived[moment] / alive;
        }
    }

    /** @param ahead seconds to each moment; must not change later */
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

    /** @param ahead seconds to each moment; must not change later */
    static Chances inFlow(Passage stage, double[] ahead) {
        return new Chances(stage, 1, new double[1], ahead);
    }

    /** @param reach the share of the first way that comes to the queue, with these delays */
    private Chances(Passage passage, double reach, double[] delays, double[] ahead) {
        this.reach = reach;
        this.delays = delays;
        this.ahead = ahead;
        success = passage.toSuccess.known();
        failure = passage.toFailure.known();
    }

    OfAge of(int age) {
        var known = byAge[age];
        if (known == null) {
            known = compute(age);
            byAge[age] = known;
        }
        return known;
    }

    private OfAge compute(int age) {
        double seconds = (age + 0.5) * Durations.STEP;
        double now = success.survival(seconds);
        var arrived = new double[ahead.length];
        double weight = reach / delays.length;
        for (int moment = 0; moment < ahead.length && now > 0; moment++) {
            double sum = 0;
            for (double delay : delays) {
                double left = ahead[moment] - delay;
                sum += left > 0 ? now - success.survival(seconds + left) : 0;
            }
            arrived[moment] = weight * sum;
        }
        return new OfAge(now, failure.survival(seconds), arrived);
    }

    /** The share of those who leave by the first way that comes to the queue. */
    double reach() {
        return reach;
    }
}
