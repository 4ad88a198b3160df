package dev.outpace.telephony.simulated;

import java.util.List;

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

    /**
     * Below a shape of 1 ever less likely to end the longer it lasts, above it ever more; 1 is the exponential law.
     *
     * @param shape above 0
     */
    record Weibull(double mean, double shape) implements Distribution {
        @Override
        public double seconds(double first, double second) {
            return mean / gamma(1 + 1 / shape) * Math.pow(-Math.log(first), 1 / shape);
        }

        /** The gamma function of a number of 1 or more, by the approximation of Lanczos; 14 digits. */
        private static double gamma(double number) {
            double sum = LANCZOS[0];
            for (int i = 1; i < LANCZOS.length; i++) {
                sum += LANCZOS[i] / (number - 1 + i);
            }
            double base = number + LANCZOS.length - 2.5;
            return Math.sqrt(2 * Math.PI) * Math.pow(base, number - 0.5) * Math.exp(-base) * sum;
        }

        private static final double[] LANCZOS = {
            0.9999999999998099,
            676.5203681218851,
            -1259.1392167224028,
            771.3234287776531,
            -176.6150291621406,
            12.507343278686905,
            -0.13857109526572012,
            9.984369578019572e-6,
            1.5056327351493116e-7
        };
    }

    /**
     * What was seen, in place of a formula: equal parts of all take so long.
     *
     * @param seconds one time for each part
     */
    record Parts(List<Double> seconds) implements Distribution {
        public Parts {
            seconds = List.copyOf(seconds);
        }

        @Override
        public double mean() {
            return seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }

        @Override
        public double seconds(double first, double second) {
            return seconds.isEmpty() ? 0 : seconds.get((int) (first * seconds.size()));
        }
    }

    /**
     * No time at all for some.
     *
     * @param share of those
     */
    record AtOnce(double share, Distribution others) implements Distribution {
        @Override
        public double mean() {
            return (1 - share) * others.mean();
        }

        @Override
        public double seconds(double first, double second) {
            return first < share ? 0 : others.seconds((first - share) / (1 - share), second);
        }
    }
}
