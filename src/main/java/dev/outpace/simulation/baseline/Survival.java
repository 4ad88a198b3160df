package dev.outpace.simulation.baseline;

import dev.outpace.telephony.simulated.Distribution;
import java.util.Arrays;

/** The share of times that are longer than a given time, computed from evenly spread quantiles of a distribution. */
final class Survival {
    private static final int SIDE = 64;

    /** Table entries per second. The table exists because the share is asked for each line many times a second. */
    private static final int STEPS = 64;

    private static final int MAX_STEPS = STEPS * 3_600;

    private final double[] table;

    /**
     * @param shortest lower times count as this one
     * @param longest higher times count as this one
     */
    Survival(Distribution times, double shortest, double longest) {
        var sorted = new double[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double value = times.seconds((i + 0.5) / SIDE, (j + 0.5) / SIDE);
                sorted[i * SIDE + j] = Math.clamp(value, shortest, longest);
            }
        }
        Arrays.sort(sorted);
        table = new double[(int) Math.min(MAX_STEPS, sorted[sorted.length - 1] * STEPS + 1)];
        int passed = 0;
        for (int step = 0; step < table.length; step++) {
            while (passed < sorted.length && sorted[passed] * STEPS <= step) {
                passed++;
            }
            table[step] = (double) (sorted.length - passed) / sorted.length;
        }
    }

    double after(double seconds) {
        int step = (int) (seconds * STEPS);
        return step < table.length ? table[step] : 0;
    }

    /** So many times that are each as likely as another, in ascending order. */
    double[] quantiles(int count) {
        var times = new double[count];
        int step = 0;
        for (int i = 0; i < count; i++) {
            while (step < table.length && table[step] > 1 - (i + 0.5) / count) {
                step++;
            }
            times[i] = (double) step / STEPS;
        }
        return times;
    }
}
