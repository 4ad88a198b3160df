package dev.outpace.truth;

import java.util.List;
import java.util.Locale;

/**
 * Where a figure of one half hour lies among many.
 *
 * @param low under it lie 2.5 of a hundred
 * @param high above it lie 2.5 of a hundred
 */
record Interval(double mean, double low, double high) {
    private static final double TAIL = 0.025;

    static Interval of(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        int tail = (int) (sorted.size() * TAIL);
        return new Interval(
                sorted.stream().mapToDouble(figure -> figure).average().orElseThrow(),
                sorted.get(tail),
                sorted.get(sorted.size() - 1 - tail));
    }

    boolean holds(double figure) {
        return figure >= low && figure <= high;
    }

    /** In percent. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * mean, 100 * low, 100 * high);
    }
}
