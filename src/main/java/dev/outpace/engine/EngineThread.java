package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Order;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the engine and the simulated telephony, and their clock. Other threads hand in tasks and inputs without locks.
 * With a speed of N, engine time passes N times as fast as wall time.
 */
public final class EngineThread implements EngineClock, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);

    private static final int BUSY_TURNS = 4;
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final double speed;
    private final EngineInbox inbox = new EngineInbox();
    private final ConcurrentLinkedQueue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    /** By nanoseconds of wall time since {@code origin}. */
    private final TimerHeap timers = new TimerHeap();

    private final Thread thread = new Thread(this::run, "engine");
    private final long origin = System.nanoTime();
    private @Nullable CampaignEngine engine;
    /** Completes when all calls have ended; null unless the workspace is closing. Used on the engine thread only. */
    private @Nullable CompletableFuture<Integer> ending;

    private volatile boolean parked;
    private volatile boolean closed;
    /** From now on a task that is handed in may never run. */
    private volatile boolean over;

    /** @param speed engine seconds per wall-clock second, at least 1 */
    public EngineThread(double speed) {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed under 1: " + speed);
        }
        this.speed = speed;
    }

    /**
     * Starts the thread and makes the engine on it.
     *
     * @param wiring gets the inbox for the inputs of the engine and its telephony
     */
    public void start(Function<EngineInbox, CampaignEngine> wiring) {
        thread.start();
        handIn(() -> {
            var made = wiring.apply(inbox);
            engine = made;
            made.begin();
        });
    }

    /** Starts the thread without an engine, as a clock for an adapter alone. */
    public void startClock() {
        thread.start();
    }

    /** Hands in an input from any thread. */
    public void accept(EngineInput input) {
        handIn(() -> inbox.accept(input));
    }

    /** Gives an order. The answer contains the reasons of a refusal, or warnings. */
    public CompletableFuture<List<Problem>> order(Order order) {
        var answer = new CompletableFuture<List<Problem>>();
        ask(engineNow -> answer.complete(engineNow.accept(order)), answer);
        return answer;
    }

    /** Runs a question on the engine thread. */
    public <T> CompletableFuture<T> ask(Function<CampaignEngine, T> question) {
        var answer = new CompletableFuture<T>();
        ask(engineNow -> answer.complete(question.apply(engineNow)), answer);
        return answer;
    }

    /**
     * Orders the end of all calls and places no more.
     *
     * @param patience wall time to wait for the exchange to report the ends
     * @return completes when each end is reported or the patience is over, with the number of calls without an end; these stay
     *     unfinished
     */
    public CompletableFuture<Integer> endCalls(Duration patience) {
        var answer = new CompletableFuture<Integer>();
        ask(
                engineNow -> {
                    ending = answer;
                    timers.add(elapsed() + nanos(patience), this::settle);
                    engineNow.accept(new EngineInput.Closing());
                },
                answer);
        return answer;
    }

    /** Stops waiting for ends and writes all facts. */
    private void settle() {
        var answer = ending;
        var engineNow = engine;
        if (answer != null && engineNow != null) {
            ending = null;
            answer.complete(engineNow.settle());
        }
    }

    private void ask(Consumer<CampaignEngine> task, CompletableFuture<?> answer) {
        handIn(() -> {
            var engineNow = engine;
            if (engineNow == null) {
                answer.completeExceptionally(new IllegalStateException("the engine did not start"));
                return;
            }
            try {
                task.accept(engineNow);
            } catch (RuntimeException failure) {
                LOG.error("An order failed", failure);
                answer.completeExceptionally(failure);
            }
        });
        if (over) {
            answer.completeExceptionally(new IllegalStateException("the engine is closed"));
        }
    }

    /** Runs a task on this thread before the next turn. */
    public void handIn(Runnable task) {
        handedIn.add(task);
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Places calls after all events of the instant are applied, or after a limited number of rounds if events keep coming. */
    private void run() {
        try {
            turnUntilClosed();
        } finally {
            over = true;
        }
        // Tasks that were handed in last still run.
        work();
    }

    private void turnUntilClosed() {
        int busyTurns = 0;
        while (!closed) {
            boolean worked = work();
            if (worked && busyTurns++ < BUSY_TURNS) {
                continue;
            }
            busyTurns = 0;
            if (!launch() && !worked && inbox.isEmpty()) {
                park();
            }
        }
    }

    private boolean work() {
        boolean worked = fireTimers();
        worked |= takeHandedIn();
        var engineNow = engine;
        if (engineNow != null && !inbox.isEmpty()) {
            attempt(() -> inbox.applyTo(engineNow));
            worked = true;
        }
        if (ending != null && engineNow != null && engineNow.awaitedEnds() == 0) {
            attempt(this::settle);
        }
        return worked;
    }

    /**
     * Fires the timers that are due now. Timers that these set for now run in the next round, so that other work gets its turn.
     */
    private boolean fireTimers() {
        boolean any = false;
        long now = elapsed();
        while (timers.nextAt() <= now) {
            attempt(timers.take());
            any = true;
        }
        return any;
    }

    private boolean takeHandedIn() {
        Runnable task;
        boolean any = false;
        while ((task = handedIn.poll()) != null) {
            attempt(task);
            any = true;
        }
        return any;
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("A task of the engine failed", failure);
        }
    }

    /** After a failure, placing calls is not tried again before the next event. */
    private boolean launch() {
        try {
            return engine != null && engine.launch();
        } catch (RuntimeException failure) {
            LOG.error("Placing calls failed", failure);
            return false;
        }
    }

    private void park() {
        parked = true;
        try {
            if (handedIn.isEmpty() && !closed) {
                if (timers.isEmpty()) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, timers.nextAt() - elapsed());
                }
            }
        } finally {
            parked = false;
        }
    }

    private long elapsed() {
        return System.nanoTime() - origin;
    }

    @Override
    public Instant wallTime() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return (long) (elapsed() * speed);
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return wallTime().plusNanos(onTheWall(engineTime));
    }

    @Override
    public Duration until(Instant wallTime) {
        var left = Duration.between(wallTime(), wallTime);
        return left.isNegative() ? Duration.ZERO : Duration.ofNanos((long) (nanos(left) * speed));
    }

    /** Must be called on the engine thread. */
    @Override
    public Timer schedule(Duration delay, Runnable task) {
        long now = elapsed();
        long wait = Math.max(0, onTheWall(delay));
        return timers.add(wait > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + wait, task);
    }

    private long onTheWall(Duration engineTime) {
        return (long) (nanos(engineTime) / speed);
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    /** Ends the thread after the tasks that were handed in, and waits for that. */
    @Override
    public void close() {
        handIn(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
