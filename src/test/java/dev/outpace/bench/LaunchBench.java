package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Snapshot;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.LineLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls a second are placed when nothing but engine and store hold them back. */
@Tag("bench")
class LaunchBench {
    private static final CallCentre CENTRE = new CallCentre(20, 0, 0);
    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 12;

    /** Its loop places a call of a campaign and waits this long. */
    private static final int PUBLISHED_PACE_MILLIS = 500;

    @TempDir
    Path folder;

    /** Accepts every call at once; nobody answers. */
    private static final class Carrier extends MuteTelephony {
        private static final Duration RINGING = Duration.ofMillis(200);
        private final Consumer<EngineInput> sink;
        private final EngineClock clock;

        Carrier(Consumer<EngineInput> sink, EngineClock clock) {
            this.sink = sink;
            this.clock = clock;
        }

        @Override
        public void connect() {
            sink.accept(new EngineInput.LinkUp(Instant.now(), false, new Snapshot(Map.of(), Map.of())));
        }

        @Override
        public void originate(CallRequest request) {
            sink.accept(new CallAccepted(Instant.now(), request.callId()));
            clock.schedule(
                    RINGING,
                    () -> sink.accept(
                            new CallEnded(Instant.now(), request.callId(), Outcome.NO_ANSWER, EndedBy.UNKNOWN)));
        }
    }

    @Test
    void sustained() throws IOException, InterruptedException {
        var watcher = new Watcher(true);
        long launchesBefore = 0;
        long measured;
        long engineTime = 0;
        long writerTime = 0;
        var perSecond = new ArrayList<Long>();
        try (var store = CENTRE.store(folder, 15_000)) {
            var state = store.engineState(new LineLimits(10_000, 1_000_000), 1, true);
            var engine = new EngineThread(1);
            engine.start(inbox -> new CampaignEngine(
                    engine,
                    new Carrier(inbox::accept, engine),
                    store.targetPool(),
                    store.factLog(),
                    watcher,
                    state,
                    new JacksonJson(),
                    inbox::accept));
            var never = new CountDownLatch(1);
            long before = 0;
            long next = System.nanoTime();
            for (int second = 0; second < WARM_UP_SECONDS + SECONDS; second++) {
                next += TimeUnit.SECONDS.toNanos(1);
                assertThat(never.await(next - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .isFalse();
                long launches = watcher.launches();
                if (second == WARM_UP_SECONDS - 1) {
                    launchesBefore = launches;
                    engineTime = -ProcessorTime.of("engine");
                    writerTime = -ProcessorTime.of("db-writer");
                }
                if (second >= WARM_UP_SECONDS) {
                    perSecond.add(launches - before);
                }
                before = launches;
            }
            measured = watcher.launches() - launchesBefore;
            engineTime += ProcessorTime.of("engine");
            writerTime += ProcessorTime.of("db-writer");
            engine.endCalls(Duration.ofSeconds(5)).join();
            engine.close();
            var ended = store.callCountsSince(Instant.EPOCH).join().values().stream()
                    .mapToLong(counts -> counts.success() + counts.fail())
                    .sum();
            assertThat(ended).isEqualTo(watcher.launches());
        }
        double mean = perSecond.stream().mapToLong(Long::longValue).average().orElseThrow();
        double published = CENTRE.campaigns() * 1_000d / PUBLISHED_PACE_MILLIS;
        new Table(
                        3,
                        "Launches per second, 20 campaigns, sustained for " + SECONDS + " s",
                        "",
                        "launches/s",
                        "slowest second",
                        "")
                .row(
                        "engine, store, telephony that accepts at once",
                        Table.number(mean),
                        Table.number(Collections.min(perSecond)),
                        Table.times(mean / published))
                .row("published platform: one per campaign and 500 ms", Table.number(published), "", Table.times(1))
                .note("Each launch is committed before it is ordered; its end 200 ms later is written too. Processor"
                        + " time of a launch and its end: "
                        + Table.number(engineTime / 1e6 / measured) + " ms of the engine's thread, "
                        + Table.number(writerTime / 1e6 / measured) + " ms of the writer's.")
                .write();
    }
}
