package dev.outpace.pacing;

/** Counts events; earlier ones count less. Moments are nanoseconds of monotonic time. */
final class FadingCount {
    private final double memory;
    private double count;
    private long at;

    /** @param memory nanoseconds after which an event counts 1/e */
    FadingCount(double memory) {
        this.memory = memory;
    }

    void add(long now) {
        count = now(now) + 1;
        at = now;
    }

    double now(long now) {
        return count * Math.exp((at - now) / memory);
    }
}
