package dev.outpace.pacing;

import java.util.Arrays;

/**
 * How long callers wait before they give up. It is learned from all who wait: of those who waited for some time, some gave up
 * then and others did not (the estimate of Kaplan and Meier, by steps). Longer waits than callers were seen to bear are expected
 * to be borne hardly at all.
 */
final class Patience {
    /** Seconds. */
    private static final double STEP = 0.5;

    private static final int STEPS = 240;
    /** Seconds without an agent after which the law of several countries counts a call as abandoned. */
    private static final double SURE = 2;
    /** Before anybody was seen to wait for longer: so many callers waited for each step, and at the sure time, left so often. */
    private static final double GUESS_WEIGHT = 2;

    private static final double GUESS_LEAVE = 0.4;
    private static final double MEMORY = 4_000;

    private final double[] waited = new double[STEPS];
    private final double[] left = new double[STEPS];
    private double seen;

    /** @param gaveUp false if an agent came */
    void observe(double seconds, boolean gaveUp) {
        int steps = Math.min(STEPS - 1, (int) (seconds / STEP));
        for (int step = 0; step < steps; step++) {
            waited[step]++;
        }
        if (gaveUp) {
            waited[steps]++;
            left[steps]++;
        }
        if (++seen > MEMORY) {
            seen /= 2;
            for (int step = 0; step < STEPS; step++) {
                waited[step] /= 2;
                left[step] /= 2;
            }
        }
    }

    /**
     * The guess of how many left after a wait. Who has waited for longer leaves less often in each step, so that few callers who wait
     * for long are enough to learn that they do; where nobody was seen to wait so long, all are expected to leave soon.
     */
    private double guess(int step) {
        double seconds = step * STEP;
        if (seconds < SURE) {
            return 0;
        }
        return waited[step] == 0 ? GUESS_LEAVE : GUESS_LEAVE * SURE / seconds;
    }

    /** Seconds that so many equal parts of the callers wait, the least patient part first. */
    double[] parts(int count) {
        var parts = new double[count];
        Arrays.fill(parts, STEPS * STEP);
        double staying = 1;
        int part = 0;
        for (int step = 0; step < STEPS && part < count; step++) {
            double leave = (left[step] + guess(step)) / (waited[step] + GUESS_WEIGHT);
            staying *= 1 - Math.min(1, leave);
            while (part < count && staying <= 1 - (part + 0.5) / count + 1e-12) {
                parts[part++] = step * STEP;
            }
        }
        return parts;
    }
}
