package dev.outpace.telephony.simulated;

import java.util.ArrayList;
import java.util.List;

/** How the share of people who answer, or the number of those who call, changes in the course of a day. */
public sealed interface Drift {
    Drift NONE = new Step(1, 0);

    /** What the share or number is multiplied with, so many seconds after the world began. */
    double factor(double seconds);

    /**
     * The drift of one day: where chance decides it, factors can only be asked of this.
     *
     * @param chance the same for the same day
     */
    Drift on(Dice chance);

    /**
     * Up and down around the share itself, which it begins with.
     *
     * @param amplitude 0 to 1
     * @param period seconds
     */
    record Sine(double amplitude, double period) implements Drift {
        @Override
        public double factor(double seconds) {
            return 1 + amplitude * Math.sin(2 * Math.PI * seconds / period);
        }

        @Override
        public Drift on(Dice chance) {
            return this;
        }
    }

    /**
     * From one moment on another share.
     *
     * @param at seconds
     */
    record Step(double times, double at) implements Drift {
        @Override
        public double factor(double seconds) {
            return seconds < at ? 1 : times;
        }

        @Override
        public Drift on(Dice chance) {
            return this;
        }
    }

    /**
     * A factor for each hour from the beginning on; the last one stays.
     *
     * @param factors at least one
     */
    record Hourly(List<Double> factors) implements Drift {
        private static final double HOUR = 3_600;

        public Hourly {
            factors = List.copyOf(factors);
        }

        @Override
        public double factor(double seconds) {
            return factors.get((int) Math.min(seconds / HOUR, factors.size() - 1));
        }

        @Override
        public Drift on(Dice chance) {
            return this;
        }
    }

    /**
     * Up and down by chance, another way each day: its logarithm is a random walk that is drawn back to the mean. The mean factor is
     * 1.
     *
     * @param spread standard deviation of the logarithm
     * @param minutes after which 1/e of a deviation is left
     */
    record Walk(double spread, double minutes) implements Drift {
        @Override
        public double factor(double seconds) {
            throw new IllegalStateException("of which day?");
        }

        @Override
        public Drift on(Dice chance) {
            return new WalkedDay(this, chance);
        }
    }

    /** One day's walk, in steps of a minute. */
    final class WalkedDay implements Drift {
        private static final double MINUTE = 60;
        private static final Distribution.Lognormal STEP = new Distribution.Lognormal(1, Math.sqrt(Math.E - 1));

        private final Walk walk;
        private final Dice chance;
        private final List<Double> logarithms = new ArrayList<>();

        private WalkedDay(Walk walk, Dice chance) {
            this.walk = walk;
            this.chance = chance;
        }

        @Override
        public double factor(double seconds) {
            int minute = (int) (seconds / MINUTE);
            while (logarithms.size() <= minute) {
                logarithms.add(next());
            }
            return Math.exp(logarithms.get(minute) - walk.spread() * walk.spread() / 2);
        }

        @Override
        public Drift on(Dice chance) {
            return this;
        }

        private double next() {
            double normal = Math.log(chance.seconds(logarithms.size(), STEP)) + 0.5;
            double kept = Math.exp(-1 / walk.minutes());
            return logarithms.isEmpty()
                    ? walk.spread() * normal
                    : kept * logarithms.getLast() + walk.spread() * Math.sqrt(1 - kept * kept) * normal;
        }
    }
}
