package dev.outpace.ui.live;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** An FX thread for tests without a toolkit: tasks and time pass when the test says so. */
public final class HandCrankedFx {

    private record Later(long at, long order, Runnable task) {}

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingLong(Later::order));
    private long now;
    private long order;

    public void run(Runnable task) {
        tasks.add(task);
    }

    public Pulse pulse() {
        return new Pulse(this::run, millis -> task -> later.add(new Later(now + millis, order++, task)));
    }

    /** Work runs at once, results come to this thread. */
    public Tasks tasks(Pulse pulse) {
        return new Tasks(this::run, Runnable::run, pulse, failure -> {
            throw new AssertionError("A task failed", failure);
        });
    }

    public void settle() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    public void pass(long millis) {
        long until = now + millis;
        settle();
        while (!later.isEmpty() && later.peek().at() <= until) {
            var next = later.poll();
            now = next.at();
            next.task().run();
            settle();
        }
        now = until;
    }
}
