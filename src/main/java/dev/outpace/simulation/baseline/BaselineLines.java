package dev.outpace.simulation.baseline;

import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import java.util.Arrays;

/** Keeps the moment at which each ringing line of a pool was dialed. */
final class BaselineLines implements FloorListener {
    private static final double NANOS = 1e9;

    private final QueueFloor queue;
    /** In ascending order. */
    private long[] dialedAt = new long[64];

    private int size;

    BaselineLines(QueueFloor queue) {
        this.queue = queue;
        queue.listen(this);
    }

    int size() {
        return size;
    }

    /**
     * Seconds since a line was dialed.
     *
     * @param line 0 for the oldest line
     */
    double age(int line) {
        return (queue.now() - dialedAt[line]) / NANOS;
    }

    @Override
    public void dialed(Line line) {
        if (size == dialedAt.length) {
            dialedAt = Arrays.copyOf(dialedAt, 2 * size);
        }
        dialedAt[size++] = queue.now();
    }

    @Override
    public void answered(Line line, double seconds) {
        remove(seconds);
    }

    @Override
    public void unanswered(Line line, double seconds) {
        remove(seconds);
    }

    private void remove(double age) {
        int place = Arrays.binarySearch(dialedAt, 0, size, queue.now() - Math.round(age * NANOS));
        // The line was dialed before this object began to listen, so it was never counted.
        if (place >= 0) {
            System.arraycopy(dialedAt, place + 1, dialedAt, place, size - place - 1);
            size--;
        }
    }
}
