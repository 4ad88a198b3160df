package dev.outpace.pacing;

/** Counts events; earlier ones count less. Moments are nanoseconds of monotonic time. */
final class FadingCount {
    private final Fading fading;
    private double count;
    private long at;
    /** How much of the count is left at the reference moment of {@link #fading}. */
    private double left;

    private long leftAt = Long.MIN_VALUE;

    /** @param memory nanoseconds after which an event counts 1/e */
    FadingCount(double memory) {
        this(new Fading(memory));
    }

    FadingCount(Fading fading) {
        this.fading = fading;
    }

    void add(long now) {
        count = now(now) + 1;
        at = now;
        leftAt = Long.MIN_VALUE;
    }

    double now(long now) {
        long reference = fading.reference(now);
        if (leftAt != reference) {
            left = count * fading.factor(reference - at);
            leftAt = reference;
        }
        return left * fading.sinceReference();
    }

    /**
     * How events fade, for all counts with the same memory: from a reference moment on they fade alike, so that many counts at one
     * moment need one exponential function.
     */
    static final class Fading {
        private final double memory;
        private final long step;
        private long now;
        private long reference;
        private double factorNow = 1;

        /** @param memory nanoseconds after which an event counts 1/e */
        Fading(double memory) {
            this.memory = memory;
            step = (long) memory;
        }

        /** The reference for a moment: a little before it. */
        private long reference(long at) {
            if (at != now) {
                now = at;
                reference = Math.floorDiv(at, step) * step;
                factorNow = factor(at - reference);
            }
            return reference;
        }

        private double factor(long nanos) {
            return Math.exp(-nanos / memory);
        }

        private double sinceReference() {
            return factorNow;
        }
    }
}
