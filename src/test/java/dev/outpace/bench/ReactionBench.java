package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.LineLimits;
import dev.outpace.model.OutdialTarget;
import dev.outpace.store.Store;
import dev.outpace.store.TargetWrites;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from an agent who becomes available to the order of the next call, its commit included, on a floor whose
 * other 999 agents talk.
 */
@Tag("bench")
@SuppressWarnings("NullAway")
class ReactionBench {
    private static final CallCentre CENTRE = new CallCentre(20, 10, 1_000);
    private static final int WARM_UP = 4_000;
    private static final int SAMPLES = 10_000;
    private static final int IMPORTED_ROWS = 50_000;
    private static final int MAX_IMPORTS = 8;

    /** How rows come in while the engine works. */
    private interface Importer {
        void add(Store store, UUID list, Iterator<OutdialTarget> rows);
    }

    private static final Importer IMPORTER =
            (store, list, rows) -> store.targets().addAll(list, rows, new TargetWrites.Watch() {});

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(1);
    private final EngineThread engine = new EngineThread(1);
    private final Watcher watcher = new Watcher(true);
    private final Floor floor = new Floor(engine::accept);
    private final UUID[] callOf = new UUID[CENTRE.agents()];
    private Store store;

    /** Everybody answers at once, and gets the agent who just became available. */
    private static final class Floor extends MuteTelephony {
        final Semaphore connected = new Semaphore(0);
        volatile UUID freeAgent;
        volatile UUID call;
        volatile long orderedAt;

        private final CountDownLatch linked = new CountDownLatch(1);
        private final Consumer<EngineInput> sink;

        Floor(Consumer<EngineInput> sink) {
            this.sink = sink;
        }

        @Override
        public void connect() {
            sink.accept(new EngineInput.LinkUp(Instant.now(), false, new Snapshot(Map.of(), Map.of())));
            linked.countDown();
        }

        @Override
        public void originate(CallRequest request) {
            orderedAt = System.nanoTime();
            call = request.callId();
            sink.accept(new CallAccepted(Instant.now(), request.callId()));
            sink.accept(new CallRinging(Instant.now(), request.callId()));
            sink.accept(new CallAnswered(Instant.now(), request.callId()));
        }

        @Override
        public void execute(OrderId order, UUID callId, MediaOrder media) {
            sink.accept(new EngineInput.OrderEnded(Instant.now(), order, callId, MediaResult.DONE));
        }

        @Override
        public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
            var agent = freeAgent;
            sink.accept(new QueueJoined(Instant.now(), callId, queueId));
            sink.accept(new AgentChanged(Instant.now(), agent, AgentNow.of(AgentStatus.RINGING)));
            sink.accept(new AgentRinging(Instant.now(), callId, agent));
            sink.accept(new AgentConnected(Instant.now(), callId, agent));
            sink.accept(new AgentChanged(Instant.now(), agent, AgentNow.of(AgentStatus.BUSY)));
            connected.release();
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        store = CENTRE.store(folder, 5_000);
        var state = store.engineState(new LineLimits(2_000, 100_000), 1, true);
        engine.start(inbox -> new CampaignEngine(
                engine, floor, store.targetPool(), store.factLog(), watcher, state, new JacksonJson(), inbox::accept));
        // Of whom the exchange's first snapshot does not know, nothing can have been told before.
        floor.linked.await();
    }

    @AfterEach
    void close() {
        engine.endCalls(Duration.ZERO).join();
        engine.close();
        store.close();
    }

    @Test
    void fromAnAvailableAgentToAnOrderedCall() throws IOException, InterruptedException {
        for (int agent = 0; agent < CENTRE.agents(); agent++) {
            measure(agent);
        }
        samples(WARM_UP, () -> true);
        var idle = samples(SAMPLES, () -> true);
        var importing = new Samples();
        double seconds = 0;
        int imports = 0;
        while (imports < MAX_IMPORTS && importing.size() < SAMPLES) {
            int list = imports++;
            long begun = System.nanoTime();
            var running = CompletableFuture.runAsync(() -> importRows(list));
            while (!running.isDone()) {
                importing.add(cycle());
            }
            running.join();
            seconds += (System.nanoTime() - begun) / 1e9;
        }
        assertThat(watcher.launches()).isEqualTo(CENTRE.agents() + WARM_UP + SAMPLES + (long) importing.size());
        new Table(
                        1,
                        "From *agent available* to *call ordered*, commit included; 1,000 agents, 20 campaigns",
                        "",
                        "p50",
                        "p99",
                        "p99.9",
                        "samples")
                .row("console idle", idle.cell(.5), idle.cell(.99), idle.cell(.999), Table.number(idle.size()))
                .row(
                        "during an import of 50,000 rows",
                        importing.cell(.5),
                        importing.cell(.99),
                        importing.cell(.999),
                        Table.number(importing.size()))
                .row("published platform: looks again every", "", "", "5,000 ms", "")
                .note("999 agents talk meanwhile. An import took " + Table.number(seconds / imports) + " s (" + imports
                        + " were made).")
                .write();
    }

    private void importRows(int number) {
        var list = CallCentre.listId(number);
        IMPORTER.add(
                store,
                list,
                IntStream.range(0, IMPORTED_ROWS)
                        .mapToObj(row -> CallCentre.target(list, 1_000_000 + row))
                        .iterator());
    }

    private Samples samples(int count, BooleanSupplier goOn) throws InterruptedException {
        var samples = new Samples();
        while (samples.size() < count && goOn.getAsBoolean()) {
            samples.add(cycle());
        }
        return samples;
    }

    private long cycle() throws InterruptedException {
        int agent = random.nextInt(CENTRE.agents());
        engine.accept(new CallEnded(Instant.now(), callOf[agent], Outcome.COMPLETED, EndedBy.UNKNOWN));
        engine.accept(new AgentChanged(Instant.now(), CallCentre.agentId(agent), AgentNow.wrappingUp(Instant.now())));
        LockSupport.parkNanos(random.nextLong(200_000, 1_500_000));
        return measure(agent);
    }

    /** @return nanoseconds */
    private long measure(int agent) throws InterruptedException {
        floor.freeAgent = CallCentre.agentId(agent);
        long begun = System.nanoTime();
        engine.accept(new AgentChanged(Instant.now(), CallCentre.agentId(agent), AgentNow.of(AgentStatus.AVAILABLE)));
        assertThat(floor.connected.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        callOf[agent] = floor.call;
        return floor.orderedAt - begun;
    }
}
