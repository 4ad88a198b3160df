package dev.outpace.telephony.asterisk.real;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, and the thread on which all happens. */
final class ThreadClock implements EngineClock, Executor, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);

    ThreadClock() {
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Instant wallTime() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return wallTime().plus(engineTime);
    }

    @Override
    public Duration until(Instant wallTime) {
        return Duration.between(wallTime(), wallTime);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        var scheduled = thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(() -> run(task));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
