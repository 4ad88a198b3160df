package dev.outpace.simulation;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A clock whose time stands still while work is done and jumps to the next timer when it is told to. Timers of one moment
 * run in the order in which they were set, so the same orders give the same course.
 */
public final class VirtualClock implements EngineClock {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Instant origin;
    private long now;
    private long readAt;
    private Instant read;
    private long sequence;
    /** Stands in the places that are free, so that no task is held after it ran. */
    private final Task none = new Task(Long.MAX_VALUE, Long.MAX_VALUE, () -> {});

    private Task[] heap = new Task[64];
    private int size;

    public VirtualClock(Instant start) {
        origin = start;
        read = start;
    }

    @Override
    public Instant wallTime() {
        if (readAt != now) {
            readAt = now;
            read = origin.plusNanos(now);
        }
        return read;
    }

    @Override
    public long monotonicNanos() {
        return now;
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return wallTime().plus(engineTime);
    }

    @Override
    public Duration until(Instant wallTime) {
        var left = Duration.between(wallTime(), wallTime);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        var timer = new Task(momentAfter(delay), sequence++, task);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        rise(size++, timer);
        return timer;
    }

    /** Jumps to the next timer and runs it; false when there is none. */
    public boolean runNext() {
        if (size == 0) {
            return false;
        }
        var next = heap[0];
        now = next.at;
        remove(0);
        next.task.run();
        return true;
    }

    /** Runs every timer of the given time, then stands at its end. */
    public void run(Duration engineTime) {
        long end = momentAfter(engineTime);
        while (nextNanos() <= end && runNext()) {}
        now = end;
    }

    /** Runs every timer up to a moment on the wall, then stands there. */
    public void runUntil(Instant wallTime) {
        run(until(wallTime));
    }

    /** The moment of the next timer, comparable with {@link #monotonicNanos}; the largest number when there is none. */
    public long nextNanos() {
        return size == 0 ? Long.MAX_VALUE : heap[0].at;
    }

    public int pending() {
        return size;
    }

    /** Sets the clock on the wall, as a person or a time server does: monotonic time and timers don't notice. */
    public void setWallTime(Instant wallTime) {
        origin = wallTime.minusNanos(now);
        readAt = now;
        read = wallTime;
    }

    private long momentAfter(Duration delay) {
        if (delay.isNegative()) {
            return now;
        }
        long nanos = delay.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : delay.toNanos();
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    private void remove(int place) {
        heap[place].place = Task.GONE;
        var last = heap[--size];
        heap[size] = none;
        if (place < size) {
            sink(place, last);
            if (heap[place] == last) {
                rise(place, last);
            }
        }
    }

    private void rise(int from, Task task) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!task.before(heap[parent])) {
                break;
            }
            put(place, heap[parent]);
            place = parent;
        }
        put(place, task);
    }

    private void sink(int from, Task task) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1].before(heap[child])) {
                child++;
            }
            if (!heap[child].before(task)) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, task);
    }

    private void put(int place, Task task) {
        heap[place] = task;
        task.place = place;
    }

    private final class Task implements Timer {
        private static final int GONE = -1;

        private final long at;
        private final long order;
        private final Runnable task;
        private int place;

        private Task(long at, long order, Runnable task) {
            this.at = at;
            this.order = order;
            this.task = task;
        }

        private boolean before(Task other) {
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
