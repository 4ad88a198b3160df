package dev.outpace.pacing;

/**
 * The part of a wait that no free agent shortens, for the callers of one campaign that counts long waits: the time from where its
 * limit starts to the queue, and the time in which agents' phones ring.
 */
final class PickUp {
    /** Seconds. */
    private static final double LONGEST = 60;

    private static final double MEMORY = 1_000;
    /** Before anything is known, callers come to the queue and are taken at once. */
    private static final double AT_ONCE = 0.1;

    private static final double GUESS_WEIGHT = 1;
    private static final double GUESS_CALLERS = 20;

    private final Durations seconds = new Durations(LONGEST, MEMORY, AT_ONCE, GUESS_WEIGHT);
    private double callers = GUESS_CALLERS;
    private double late;

    /** @param limit the campaign's longest wait in seconds */
    void observe(double taken, double limit) {
        seconds.observe(taken);
        count(taken > limit);
    }

    /** A caller left while the phone of an agent rang who had been free. */
    void lost() {
        count(true);
    }

    private void count(boolean isLate) {
        if (callers >= MEMORY) {
            callers -= callers / MEMORY;
            late -= late / MEMORY;
        }
        callers++;
        late += isLate ? 1 : 0;
    }

    /** The share of callers who are late or gone although an agent is free. */
    double lateShare() {
        return late / callers;
    }

    /** Seconds within which a share of the callers is taken who wait for no agent. */
    double quantile(double share) {
        return seconds.quantile(share);
    }
}
