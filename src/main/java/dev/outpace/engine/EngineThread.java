package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Order;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which the engine and a simulated telephony live, and their clock. Other threads hand in tasks and inputs;
 * nothing waits for a lock. A speed of N lets engine time pass N times as fast as the wall's.
 */
public final class EngineThread implements EngineClock, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);

    private static final int BUSY_TURNS = 4;

    private final double speed;
    private final EngineInbox inbox = new EngineInbox();
    private final ConcurrentLinkedQueue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<TimedTask> timers = new PriorityQueue<>();
    private final Thread thread = new Thread(this::run, "engine");
    private final long origin = System.nanoTime();
    private long sequence;
    private @Nullable CampaignEngine engine;
    private volatile boolean parked;
    private volatile boolean closed;

    /** @param speed engine seconds in a second, at least 1 */
    public EngineThread(double speed) {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed under 1: " + speed);
        }
        this.speed = speed;
    }

    /** Starts the thread; the engine is made on it, with the inbox for its inputs and its telephony's. */
    public void start(Function<EngineInbox, CampaignEngine> wiring) {
        thread.setUncaughtExceptionHandler((_, failure) -> LOG.error("The engine thread failed", failure));
        thread.start();
        handIn(() -> {
            var made = wiring.apply(inbox);
            engine = made;
            made.begin();
        });
    }

    /** Hands in what others found out. */
    public void accept(EngineInput input) {
        handIn(() -> inbox.accept(input));
    }

    /** Gives an order; the answer says why it was refused, or warns. */
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
    }

    /** Runs a task on this thread, before the next turn. */
    public void handIn(Runnable task) {
        handedIn.add(task);
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Calls are placed once all events of the instant are applied, or after so many that they seem never to end. */
    private void run() {
        int busyTurns = 0;
        while (!closed) {
            try {
                var engineNow = engine;
                boolean worked = work(engineNow);
                if (worked && busyTurns++ < BUSY_TURNS) {
                    continue;
                }
                busyTurns = 0;
                boolean more = engineNow != null && engineNow.launch();
                if (!more && !worked && inbox.isEmpty()) {
                    park();
                }
            } catch (RuntimeException failure) {
                LOG.error("A turn of the engine failed", failure);
            }
        }
        // What was ordered last still happens.
        work(engine);
    }

    private boolean work(@Nullable CampaignEngine engineNow) {
        boolean worked = fireTimers();
        worked |= takeHandedIn();
        if (engineNow != null) {
            worked |= inbox.applyTo(engineNow);
        }
        return worked;
    }

    private boolean fireTimers() {
        boolean any = false;
        long now = System.nanoTime();
        for (var next = timers.peek(); next != null && next.at <= now; next = timers.peek()) {
            timers.poll();
            if (!next.cancelled) {
                next.task.run();
                any = true;
            }
        }
        return any;
    }

    private boolean takeHandedIn() {
        Runnable task;
        boolean any = false;
        while ((task = handedIn.poll()) != null) {
            task.run();
            any = true;
        }
        return any;
    }

    private void park() {
        parked = true;
        try {
            var next = timers.peek();
            if (handedIn.isEmpty() && !closed) {
                if (next == null) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, next.at - System.nanoTime());
                }
            }
        } finally {
            parked = false;
        }
    }

    @Override
    public Instant wallTime() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return (long) ((System.nanoTime() - origin) * speed);
    }

    @Override
    public Instant wallTimeAfter(Duration engineTime) {
        return wallTime().plusNanos((long) (engineTime.toNanos() / speed));
    }

    @Override
    public Duration until(Instant wallTime) {
        var left = Duration.between(wallTime(), wallTime);
        return left.isNegative() ? Duration.ZERO : Duration.ofNanos((long) (left.toNanos() * speed));
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        var timed = new TimedTask(System.nanoTime() + (long) (delay.toNanos() / speed), sequence++, task);
        timers.add(timed);
        return timed;
    }

    /** Ends the thread after what was handed in; waits for it. */
    @Override
    public void close() {
        handIn(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class TimedTask implements Timer, Comparable<TimedTask> {
        final long at;
        private final long sequence;
        final Runnable task;
        boolean cancelled;

        TimedTask(long at, long sequence, Runnable task) {
            this.at = at;
            this.sequence = sequence;
            this.task = task;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(TimedTask other) {
            int byMoment = Long.compare(at, other.at);
            return byMoment != 0 ? byMoment : Long.compare(sequence, other.sequence);
        }
    }
}
