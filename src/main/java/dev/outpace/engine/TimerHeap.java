package dev.outpace.engine;

import java.util.Arrays;

/**
 * The timers of a clock: a heap by moment; timers of the same moment keep the order in which they were set. A cancelled timer
 * is removed at once, with everything that its task refers to.
 */
public final class TimerHeap {
    /** With four, a timer that is set or cancelled passes half as many levels as with two. */
    private static final int CHILDREN = 4;

    /** Fills free places, so that no task is referenced after it ran. */
    private final Entry none = new Entry(Long.MAX_VALUE, Long.MAX_VALUE, () -> {});

    private Entry[] heap = new Entry[64];
    private int size;
    private long sequence;

    public TimerHeap() {
        Arrays.fill(heap, none);
    }

    /** @param at moment in nanoseconds of the clock */
    public EngineClock.Timer add(long at, Runnable task) {
        var entry = new Entry(at, sequence++, task);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            Arrays.fill(heap, size, heap.length, none);
        }
        rise(size++, entry);
        return entry;
    }

    /** The moment of the next timer; {@link Long#MAX_VALUE} if there is none. */
    public long nextAt() {
        return heap[0].at;
    }

    /** Removes the next timer and returns its task. There must be one. */
    public Runnable take() {
        var next = heap[0];
        remove(0);
        return next.task;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    private void remove(int place) {
        heap[place].place = Entry.GONE;
        var last = heap[--size];
        heap[size] = none;
        if (place < size) {
            sink(place, last);
            if (heap[place] == last) {
                rise(place, last);
            }
        }
    }

    private void rise(int from, Entry entry) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!entry.before(heap[parent])) {
                break;
            }
            put(place, heap[parent]);
            place = parent;
        }
        put(place, entry);
    }

    private void sink(int from, Entry entry) {
        int place = from;
        while (true) {
            int child = CHILDREN * place + 1;
            if (child >= size) {
                break;
            }
            int end = Math.min(size, child + CHILDREN);
            for (int other = child + 1; other < end; other++) {
                if (heap[other].before(heap[child])) {
                    child = other;
                }
            }
            if (!heap[child].before(entry)) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, entry);
    }

    private void put(int place, Entry entry) {
        heap[place] = entry;
        entry.place = place;
    }

    private final class Entry implements EngineClock.Timer {
        private static final int GONE = -1;

        private final long at;
        private final long order;
        private final Runnable task;
        private int place;

        private Entry(long at, long order, Runnable task) {
            this.at = at;
            this.order = order;
            this.task = task;
        }

        private boolean before(Entry other) {
            return at < other.at || (at == other.at && order < other.order);
        }

        @Override
        public void cancel() {
            if (place != GONE) {
                remove(place);
            }
        }
    }
}
