package dev.outpace.simulation.baseline;

import dev.outpace.telephony.simulated.Distribution;
import java.util.Arrays;

/** The share of times that are longer than a given one, read from values that are spread evenly over a distribution. */
final class Survival {
    private static final int SIDE = 64;

    private final double[] sorted = new double[SIDE * SIDE];

    /** @param shortest what is shorter counts as this; likewise with {@code longest} */
    Survival(Distribution times, double shortest, double longest) {
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double value = times.seconds((i + 0.5) / SIDE, (j + 0.5) / SIDE);
                sorted[i * SIDE + j] = Math.clamp(value, shortest, longest);
            }
        }
        Arrays.sort(sorted);
    }

    double after(double seconds) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) (sorted.length - low) / sorted.length;
    }
}
