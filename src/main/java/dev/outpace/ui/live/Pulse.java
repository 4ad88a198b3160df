package dev.outpace.ui.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.slf4j.LoggerFactory;

/**
 * Carries what happens on any thread to the FX thread: the latest per key is kept, and all of it is handed over a few times
 * a second, the next only once the last was worked off. So a slow view sees fewer, never more and more.
 */
public final class Pulse {
    /** Milliseconds between two batches, 8 a second. */
    public static final long LIVELY = 125;

    /** For a window that nobody sees. */
    public static final long CALM = 1_000;

    private final Executor fx;
    private final LongFunction<Executor> fxAfter;
    private final Map<Object, Runnable> pending = new LinkedHashMap<>();
    private boolean scheduled;
    private boolean hurried;
    private volatile long period = LIVELY;

    /**
     * @param fx runs on the FX thread, later
     * @param fxAfter the same after some milliseconds
     */
    public Pulse(Executor fx, LongFunction<Executor> fxAfter) {
        this.fx = fx;
        this.fxAfter = fxAfter;
    }

    public static Pulse ofToolkit() {
        return new Pulse(
                Platform::runLater,
                millis -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Platform::runLater));
    }

    /** The last {@code show} of a key runs on the FX thread with the next batch. */
    public void put(Object key, Runnable show) {
        boolean now;
        boolean later;
        synchronized (pending) {
            pending.put(key, show);
            now = hurried;
            later = !scheduled && !now;
            hurried = false;
            scheduled |= later;
        }
        if (now) {
            fx.execute(this::drain);
        } else if (later) {
            fxAfter.apply(period).execute(this::drainInTurn);
        }
    }

    /** After a command's result: what waits, or else what comes next, is shown at once. */
    public void hurry() {
        boolean now;
        synchronized (pending) {
            now = !pending.isEmpty();
            hurried = !now;
        }
        if (now) {
            fx.execute(this::drain);
        }
    }

    /** Milliseconds between two batches from now on. */
    public void setPeriod(long millis) {
        period = millis;
    }

    /** Runs a task on the FX thread again and again, until the subscription ends. */
    public Subscription every(long millis, Runnable task) {
        var beat = new Beat(millis, task);
        beat.schedule();
        return () -> beat.ended = true;
    }

    private void drainInTurn() {
        drain();
        boolean again;
        synchronized (pending) {
            again = !pending.isEmpty();
            scheduled = again;
        }
        if (again) {
            fxAfter.apply(period).execute(this::drainInTurn);
        }
    }

    private void drain() {
        List<Runnable> batch;
        synchronized (pending) {
            batch = new ArrayList<>(pending.values());
            pending.clear();
        }
        batch.forEach(Pulse::run);
    }

    private static void run(Runnable show) {
        try {
            show.run();
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(Pulse.class).error("A change could not be shown", failure);
        }
    }

    private final class Beat {
        private final long millis;
        private final Runnable task;
        private volatile boolean ended;

        Beat(long millis, Runnable task) {
            this.millis = millis;
            this.task = task;
        }

        void schedule() {
            fxAfter.apply(millis).execute(() -> {
                if (!ended) {
                    Pulse.run(task);
                    schedule();
                }
            });
        }
    }
}
