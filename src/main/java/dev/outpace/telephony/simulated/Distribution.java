package dev.outpace.telephony.simulated;

/** How long something takes, in seconds. */
public sealed interface Distribution {
    /** In seconds. */
    double mean();

    /**
     * A value of this distribution, the same from the same numbers, and longer with a longer mean.
     *
     * @param first above 0 and below 1
     * @param second above 0 and below 1
     * @return seconds, never negative
     */
    double seconds(double first, double second);

    /** @param sd standard deviation of the variable itself, not of its logarithm; seconds */
    record Lognormal(double mean, double sd) implements Distribution {
        @Override
        public double seconds(double first, double second) {
            if (mean == 0) {
                return 0;
            }
            double variation = sd / mean;
            double ofLogarithm = Math.log1p(variation * variation);
            double normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
            return mean * Math.exp(Math.sqrt(ofLogarithm) * normal - ofLogarithm / 2);
        }
    }

    record Exponential(double mean) implements Distribution {
        @Override
        public double seconds(double first, double second) {
            return -mean * Math.log(first);
        }
    }

    record Constant(double mean) implements Distribution {
        @Override
        public double seconds(double first, double second) {
            return mean;
        }
    }
}
