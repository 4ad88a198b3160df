package dev.outpace.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Runs tasks on threads of its own, and waits for them however long they take: a busy machine fails nothing. */
final class CountedTasks implements Executor, AutoCloseable {
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final Phaser open = new Phaser(1);

    @Override
    public void execute(Runnable task) {
        open.register();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                open.arriveAndDeregister();
            }
        });
    }

    /** Until all are done, also those that the others gave in. */
    void await() {
        open.arriveAndAwaitAdvance();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
