package dev.outpace.pacing;

import dev.outpace.floor.RingingLines;

/**
 * How long something lasts, learned from what was seen: a histogram in which earlier observations fade, begun with a careful
 * guess of little weight.
 */
final class Durations {
    /** Seconds of one step of the histogram: that in which the age of lines is counted. */
    static final double STEP = RingingLines.STEP_SECONDS;

    private static final double LARGEST_UNIT = 1e12;

    private final double[] weights;
    private final double[] survival;
    private final double memory;
    /** What an observation of now weighs. */
    private double unit = 1;

    private double total;
    private double sum;
    private boolean fresh;

    /**
     * @param longest seconds; longer ones count as this
     * @param memory how many observations count before earlier ones fade
     * @param guess seconds that are expected before anything was seen, exponentially distributed
     * @param guessWeight of how many observations
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

    void saw(double seconds) {
        if (total >= memory * unit) {
            // Earlier ones fade as later ones weigh more.
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
        fresh = false;
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

    /** Share that lasts longer than so many seconds; linear within a step. */
    double survival(double seconds) {
        if (!fresh) {
            computeSurvival();
        }
        double steps = seconds / STEP;
        if (steps >= weights.length) {
            return 0;
        }
        int step = (int) steps;
        double within = steps - step;
        return survival[step] + within * (survival[step + 1] - survival[step]);
    }

    /** Seconds within which so large a share ends. */
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

    private void computeSurvival() {
        double left = total;
        for (int step = 0; step < weights.length; step++) {
            survival[step] = left / total;
            left -= weights[step];
        }
        survival[weights.length] = 0;
        fresh = true;
    }

    /** Share of what lasted so long already that ends within further seconds. */
    double endsWithin(double elapsed, double seconds) {
        double now = survival(elapsed);
        return now < 1e-6 ? 0 : 1 - survival(elapsed + seconds) / now;
    }
}
