package dev.outpace.ui.controls;

/**
 * A scale from 0 to a round maximum.
 *
 * @param step between two grid lines
 */
record ValueScale(int step, int steps) {

    private static final int[] ROUND = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90
    };

    /** The smallest round scale that holds the value. */
    static ValueScale holding(double greatest, int steps) {
        double wanted = Math.max(1, greatest) / steps;
        for (int factor = 1; ; factor *= 10) {
            for (int round : ROUND) {
                if (factor > 1 && round < 10) {
                    continue;
                }
                if ((double) round * factor >= wanted) {
                    return new ValueScale(round * factor, steps);
                }
            }
        }
    }

    int maximum() {
        return step * steps;
    }
}
