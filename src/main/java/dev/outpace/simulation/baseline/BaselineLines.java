package dev.outpace.simulation.baseline;

import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import java.util.Arrays;

/** The moments at which the lines of a pool that still ring were dialed. */
final class BaselineLines implements FloorListener {
    private static final double NANOS = 1e9;

    private final QueueFloor queue;
    /** In order. */
    private long[] dialedAt = new long[64];

    private int size;

    BaselineLines(QueueFloor queue) {
        this.queue = queue;
        queue.listen(this);
    }

    int size() {
        return size;
    }

    /** Seconds since it was dialed; 0 is the oldest line. */
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
        // Dialed before this began to listen: it was never counted.
        if (place >= 0) {
            System.arraycopy(dialedAt, place + 1, dialedAt, place, size - place - 1);
            size--;
        }
    }
}
