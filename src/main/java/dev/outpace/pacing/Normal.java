package dev.outpace.pacing;

/** Probabilities of a sum of many independent random values, approximated by a normal distribution. */
final class Normal {
    private static final double CERTAIN = 1e-9;

    private Normal() {}

    /** The probability of a value below a bound. */
    static double below(double bound, double mean, double variance) {
        if (variance < CERTAIN) {
            return mean < bound ? 1 : 0;
        }
        return distribution((bound - mean) / Math.sqrt(variance));
    }

    /** Mean of the amount by which a value exceeds a bound; values below the bound count as 0. */
    static double expectedExcess(double mean, double variance, double bound) {
        if (variance < CERTAIN) {
            return Math.max(0, mean - bound);
        }
        double deviation = Math.sqrt(variance);
        double score = (bound - mean) / deviation;
        double density = Math.exp(-score * score / 2) / Math.sqrt(2 * Math.PI);
        return Math.max(0, deviation * (density - score * distribution(-score)));
    }

    /** Abramowitz and Stegun 26.2.17; the error is below 8e-8. */
    private static double distribution(double score) {
        double x = Math.abs(score);
        double t = 1 / (1 + 0.2316419 * x);
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return score >= 0 ? 1 - tail : tail;
    }
}
