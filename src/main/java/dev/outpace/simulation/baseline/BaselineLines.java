package dev.outpace.simulation.baseline;

import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PoolListener;
import java.util.Arrays;
import java.util.UUID;

/** The moments at which the lines of a pool that still ring were dialed. */
final class BaselineLines implements PoolListener {
    private static final double NANOS = 1e9;

    private final AgentPool pool;
    /** In order. */
    private long[] dialedAt = new long[64];

    private int size;

    BaselineLines(AgentPool pool) {
        this.pool = pool;
        pool.listen(this);
    }

    int size() {
        return size;
    }

    /** Seconds since it was dialed; 0 is the oldest line. */
    double age(int line) {
        return (pool.now() - dialedAt[line]) / NANOS;
    }

    @Override
    public void dialed(UUID campaignId) {
        if (size == dialedAt.length) {
            dialedAt = Arrays.copyOf(dialedAt, 2 * size);
        }
        dialedAt[size++] = pool.now();
    }

    @Override
    public void answered(UUID campaignId, double seconds) {
        remove(seconds);
    }

    @Override
    public void unanswered(UUID campaignId, double seconds) {
        remove(seconds);
    }

    private void remove(double age) {
        int place = Arrays.binarySearch(dialedAt, 0, size, pool.now() - Math.round(age * NANOS));
        // Dialed before this began to listen: it was never counted.
        if (place >= 0) {
            System.arraycopy(dialedAt, place + 1, dialedAt, place, size - place - 1);
            size--;
        }
    }
}
