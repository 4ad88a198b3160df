package dev.outpace.bench;

import java.util.Arrays;

/** Measured durations in nanoseconds. */
final class Samples {
    private static final double MILLI = 1e6;

    private long[] nanos = new long[1 << 10];
    private int size;

    void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    int size() {
        return size;
    }

    /** In milliseconds: the duration that this share of the samples does not exceed. */
    double millis(double share) {
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / MILLI;
    }

    String cell(double share) {
        return Table.number(millis(share)) + " ms";
    }
}
