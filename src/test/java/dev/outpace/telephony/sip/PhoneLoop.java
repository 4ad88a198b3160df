package dev.outpace.telephony.sip;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread on which phones and those who use them act. What fails there fails the one who closes it. */
public final class PhoneLoop implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("phones").factory());
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    public void run(Runnable task) {
        thread.execute(watched(task));
    }

    public Future<?> after(Duration delay, Runnable task) {
        return thread.schedule(watched(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    public Future<?> every(Duration period, Runnable task) {
        return thread.scheduleAtFixedRate(watched(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Runnable watched(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                failures.add(failure);
                throw failure;
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " failures of phones", failures.element());
        }
    }
}
