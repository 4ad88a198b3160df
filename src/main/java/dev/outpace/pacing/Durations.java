package dev.outpace.pacing;

import dev.outpace.floor.LinesByAge;

/**
 * A learned distribution of durations: a histogram in which older observations fade. It begins with a careful guess of little
 * weight.
 */
final class Durations {
    /** Seconds of one step of the histogram, the same as a step of the lines' age. */
    static final double STEP = LinesByAge.STEP_SECONDS;

    private static final double LARGEST_UNIT = 1e12;

    private final double[] weights;
    private double[] survival;
    private final double memory;
    /** Weight of a new observation. */
    private double unit = 1;

    private double total;
    private double sum;
    /** How many values of {@link #survival} are those of the present weights, and the weight beyond them. */
    private int computed;

    private double left;
    /** Whether somebody keeps the present survival function. */
    private boolean kept;

    /**
     * @param longest seconds; longer durations count as this
     * @param memory number of observations before older ones fade
     * @param guess mean of the exponential distribution that is assumed before the first observation, in seconds
     * @param guessWeight weight of the guess, in observations
     */
    Durations(double longest, double memory, double guess, double guessWeight) {
        weights = new double[(int) Math.ceil(longest / STEP)];
        survival = new double[weights.length + 1];
        this.memory = memory;
        for (int step = 0; step < weights.length; step++) {
            double share = Math.exp(-step * STEP / guess) - Math.exp(-(step + 1) * STEP / guess);
            add(step, guessWeight * share, (step + 0.5) * STEP);
        }
        add(weights.length - 1, guessWeight - total, longest);
    }

    void observe(double seconds) {
        if (total >= memory * unit) {
            // Older observations fade because newer ones weigh more.
            unit /= 1 - 1 / memory;
            if (unit > LARGEST_UNIT) {
                scale(1 / unit);
            }
        }
        add(Math.min(weights.length - 1, (int) (seconds / STEP)), unit, seconds);
    }

    private void add(int step, double weight, double seconds) {
        weights[step] += weight;
        total += weight;
        sum += weight * seconds;
        computed = 0;
    }

    private void scale(double factor) {
        for (int step = 0; step < weights.length; step++) {
            weights[step] *= factor;
        }
        total *= factor;
        sum *= factor;
        unit *= factor;
    }

    double mean() {
        return sum / total;
    }

    /** Share of durations longer than {@code seconds}; linear within a step. */
    double survival(double seconds) {
        compute(Math.min(survival.length, (int) (seconds / STEP) + 2));
        return survival(survival, seconds);
    }

    private static double survival(double[] survival, double seconds) {
        double steps = seconds / STEP;
        if (steps >= survival.length - 1) {
            return 0;
        }
        int step = (int) steps;
        double within = steps - step;
        return survival[step] + within * (survival[step + 1] - survival[step]);
    }

    /** Seconds within which a share of the durations ends. */
    double quantile(double share) {
        double reached = 0;
        int step = 0;
        while (step < weights.length - 1 && reached + weights[step] < share * total) {
            reached += weights[step];
            step++;
        }
        double within = weights[step] == 0 ? 0 : Math.min(1, (share * total - reached) / weights[step]);
        return (step + within) * STEP;
    }

    /** Computes the first {@code steps} values of the survival function, where they are not known; long durations are seldom asked for. */
    private void compute(int steps) {
        if (computed >= steps) {
            return;
        }
        if (computed == 0) {
            left = total;
            if (kept) {
                survival = new double[survival.length];
                kept = false;
            }
        }
        int end = Math.min(steps, weights.length);
        for (int step = computed; step < end; step++) {
            survival[step] = left / total;
            left -= weights[step];
        }
        // The last value stays 0.
        computed = steps;
    }

    /** What is known now; later observations do not change it. */
    Known known() {
        compute(survival.length);
        kept = true;
        return new Known(survival);
    }

    /** The distribution as it was known at one moment. */
    static final class Known {
        private final double[] survival;

        private Known(double[] survival) {
            this.survival = survival;
        }

        /** Share of durations longer than {@code seconds}; linear within a step. */
        double survival(double seconds) {
            return Durations.survival(survival, seconds);
        }

        /** Of the durations longer than {@code elapsed}, the share that ends within the next {@code seconds}. */
        double endsWithin(double elapsed, double seconds) {
            double now = survival(elapsed);
            return now < 1e-6 ? 0 : 1 - survival(elapsed + seconds) / now;
        }
    }
}
