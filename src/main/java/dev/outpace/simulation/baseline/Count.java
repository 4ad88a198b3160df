package dev.outpace.simulation.baseline;

import java.util.Arrays;

/** The law of the number of independent events, each with a chance of its own, that happen. */
final class Count {
    /** Less likely numbers at the upper end are left out. */
    private static final double NEVER = 1e-9;

    private double[] chances = new double[16];
    private int length = 1;

    Count() {
        chances[0] = 1;
    }

    void add(double chance) {
        if (chance <= 0) {
            return;
        }
        if (length == chances.length) {
            chances = Arrays.copyOf(chances, 2 * length);
        }
        chances[length] = chances[length - 1] * chance;
        for (int number = length - 1; number > 0; number--) {
            chances[number] += chance * (chances[number - 1] - chances[number]);
        }
        chances[0] *= 1 - chance;
        length++;
        while (length > 1 && chances[length - 1] < NEVER) {
            chances[--length] = 0;
        }
    }

    /** The chance that it is so many or more. */
    double atLeast(int number) {
        if (number <= 0) {
            return 1;
        }
        double sum = 0;
        for (int i = number; i < length; i++) {
            sum += chances[i];
        }
        return sum;
    }

    /** The chance that it is at least {@code number} more than another count, which is independent of it. */
    double reaches(int number, Count other) {
        double sum = 0;
        double atLeast = atLeast(number);
        for (int i = 0; i < other.length; i++) {
            sum += other.chances[i] * atLeast;
            int passed = number + i;
            atLeast = passed < 0 ? 1 : Math.max(0, atLeast - (passed < length ? chances[passed] : 0));
        }
        return sum;
    }
}
