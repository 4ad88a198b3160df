package dev.outpace.simulation.baseline;

/** Counts how often something happened within a sliding window. */
final class RecentCount {
    private static final double NANOS = 1e9;

    private final long window;
    private long[] moments = new long[64];
    private int oldest;
    private int size;

    RecentCount(double seconds) {
        window = (long) (seconds * NANOS);
    }

    void happened(long now) {
        forget(now);
        if (size == moments.length) {
            var straight = new long[2 * size];
            for (int i = 0; i < size; i++) {
                straight[i] = moments[(oldest + i) % size];
            }
            moments = straight;
            oldest = 0;
        }
        moments[(oldest + size++) % moments.length] = now;
    }

    int count(long now) {
        forget(now);
        return size;
    }

    private void forget(long now) {
        while (size > 0 && moments[oldest] <= now - window) {
            oldest = (oldest + 1) % moments.length;
            size--;
        }
    }
}
