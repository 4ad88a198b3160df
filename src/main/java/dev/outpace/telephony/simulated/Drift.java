package dev.outpace.telephony.simulated;

/** How the share of people who answer changes in the course of a day. */
public sealed interface Drift {
    Drift NONE = new Step(1, 0);

    /** What the answered share is multiplied with, so many seconds after the world began. */
    double factor(double seconds);

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
    }

    /** From one moment on another share. @param at seconds */
    record Step(double times, double at) implements Drift {
        @Override
        public double factor(double seconds) {
            return seconds < at ? 1 : times;
        }
    }
}
