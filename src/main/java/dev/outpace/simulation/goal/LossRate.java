package dev.outpace.simulation.goal;

import java.util.function.DoubleUnaryOperator;

/**
 * Between which shares what a campaign loses lies in the mean, when so many of its calls were lost: the exact interval of a Poisson
 * distributed count (Garwood). Calls are lost in bunches, so that chance explains rather more than this.
 */
public record LossRate(double low, double high) {
    private static final int HALVINGS = 60;

    /**
     * @param answered at least 1
     * @param error the probability that the interval does not contain the true share, on each side
     */
    static LossRate of(long lost, long answered, double error) {
        double most = lost + 10 * Math.sqrt(lost + 1.0) + 20;
        double low = lost == 0 ? 0 : solved(mean -> atMost(lost - 1, mean), 1 - error, most);
        double high = solved(mean -> atMost(lost, mean), error, most);
        return new LossRate(low / answered, high / answered);
    }

    /** The mean at which a probability that falls with the mean has a value. */
    private static double solved(DoubleUnaryOperator falling, double value, double most) {
        double below = 0;
        double above = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (falling.applyAsDouble(middle) > value) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }

    /** The probability that a Poisson distributed count is at most {@code count}; summed by logarithms, as large means have none else. */
    private static double atMost(long count, double mean) {
        double term = -mean;
        double sum = Math.exp(term);
        for (long k = 1; k <= count; k++) {
            term += Math.log(mean / k);
            sum += Math.exp(term);
        }
        return sum;
    }
}
