package dev.outpace.ui.controls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The course of a campaign's pacing: a ring of samples, oldest first, each with its wall time in milliseconds and good
 * until the next. NaN says "unknown" (the line has a gap) or, for the limit, "none".
 */
public final class PacingSamples {

    /** A change of a setting, told beside the line at its moment. */
    public record Mark(long time, String words) {}

    private static final int MAX_MARKS = 50;

    private final long[] times;
    private final float[] available;
    private final float[] limit;
    private final float[] dialing;
    private final List<Mark> marks = new ArrayList<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private int first;
    private int size;

    /** @param capacity how many samples are kept; the oldest go first */
    public PacingSamples(int capacity) {
        times = new long[capacity];
        available = new float[capacity];
        limit = new float[capacity];
        dialing = new float[capacity];
    }

    /** Samples come in the order of time; one that is older than the last is left out. */
    public void add(long time, double newAvailable, double newLimit, double newDialing) {
        if (size > 0 && time < time(size - 1)) {
            return;
        }
        int slot = (first + size) % times.length;
        if (size == times.length) {
            first = (first + 1) % times.length;
        } else {
            size++;
        }
        times[slot] = time;
        available[slot] = (float) newAvailable;
        limit[slot] = (float) newLimit;
        dialing[slot] = (float) newDialing;
        revision.set(revision.get() + 1);
    }

    /** Nothing is known from here to the next sample. */
    public void gap(long time) {
        add(time, Double.NaN, Double.NaN, Double.NaN);
    }

    public void mark(long time, String words) {
        if (marks.size() == MAX_MARKS) {
            marks.removeFirst();
        }
        marks.add(new Mark(time, words));
        revision.set(revision.get() + 1);
    }

    /** Takes a mark back. */
    public void unmark(long time, String words) {
        if (marks.remove(new Mark(time, words))) {
            revision.set(revision.get() + 1);
        }
    }

    public void clear() {
        first = 0;
        size = 0;
        marks.clear();
        revision.set(revision.get() + 1);
    }

    /** Grows with each change. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public int size() {
        return size;
    }

    public long time(int index) {
        return times[(first + index) % times.length];
    }

    public double available(int index) {
        return available[(first + index) % times.length];
    }

    public double limit(int index) {
        return limit[(first + index) % times.length];
    }

    public double dialing(int index) {
        return dialing[(first + index) % times.length];
    }

    public List<Mark> marks() {
        return Collections.unmodifiableList(marks);
    }

    /** The last sample at or before the time; -1 if there is none. */
    public int indexAt(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
