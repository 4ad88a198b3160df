package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.EndCause;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine's thread. Tests wait for what happens, never for time; the limit only ends a test that hangs. */
@Timeout(60)
class EngineThreadTest {
    private static final double SPEED = 1_000;

    private final EngineRig rig = new EngineRig();
    private final EngineThread thread = new EngineThread(SPEED);

    @AfterEach
    void close() {
        thread.close();
    }

    private void start() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 3);
        thread.start(inbox -> engine(rig.store, inbox));
    }

    private CampaignEngine engine(TargetPool pool, EngineInbox inbox) {
        return new CampaignEngine(thread, rig, pool, rig.store, rig, rig.state(), new JacksonJson(), inbox::accept);
    }

    private void linkUp() {
        thread.accept(new EngineInput.LinkUp(
                Instant.now(), false, new Snapshot(Map.of(), Map.of(id(51), AgentNow.of(AgentStatus.AVAILABLE)))));
    }

    @Test
    void timersRunByTheirMomentsAndThoseOfOneMomentAsTheyWereSet() {
        start();
        var ran = new ArrayList<String>();
        var done = new CompletableFuture<Boolean>();
        thread.handIn(() -> {
            thread.schedule(Duration.ofSeconds(30), () -> ran.add("last"));
            thread.schedule(Duration.ofSeconds(30), () -> done.complete(true));
            thread.schedule(Duration.ofSeconds(20), () -> ran.add("middle"));
            thread.schedule(Duration.ofSeconds(-1), () -> ran.add("first"));
        });
        done.join();
        assertThat(ran).containsExactly("first", "middle", "last");
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        start();
        var ran = new ArrayList<String>();
        var done = new CompletableFuture<Boolean>();
        thread.handIn(() -> {
            var cancelled = thread.schedule(Duration.ofSeconds(5), () -> ran.add("cancelled"));
            thread.schedule(Duration.ofSeconds(1), cancelled::cancel);
            thread.schedule(Duration.ofSeconds(10), () -> done.complete(true));
        });
        done.join();
        assertThat(ran).isEmpty();
    }

    @Test
    void engineTimePassesFasterThanTheWallByTheSpeed() {
        var before = Instant.now();
        var after = thread.wallTimeAfter(Duration.ofHours(1));
        var wait = Duration.ofHours(1).dividedBy((long) SPEED);
        assertThat(after).isBetween(before.plus(wait), Instant.now().plus(wait));
        var inAnHour = thread.wallTime().plus(wait);
        assertThat(thread.until(inAnHour)).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(thread.until(before)).isZero();
    }

    @Test
    void aMomentBeyondAllTimeIsNoFailure() {
        start();
        var ran = new ArrayList<String>();
        var done = new CompletableFuture<Boolean>();
        thread.handIn(() -> {
            thread.schedule(thread.until(Instant.parse("9999-12-31T23:59:59Z")), () -> ran.add("never"));
            thread.schedule(Duration.ofDays(1_000_000), () -> ran.add("never"));
            thread.schedule(Duration.ZERO, () -> done.complete(true));
        });
        done.join();
        assertThat(ran).isEmpty();
        assertThat(thread.wallTimeAfter(Duration.ofDays(1_000_000))).isAfter(Instant.now());
    }

    @Test
    void ordersAreAnsweredAndPlaceCalls() {
        start();
        linkUp();
        assertThat(thread.order(new CampaignStarted(id(1))).join()).isEmpty();
        while (thread.ask(CampaignEngine::callsInProgress).join() == 0) {
            Thread.onSpinWait();
        }
        assertThat(thread.ask(_ -> List.copyOf(rig.ordered.values())).join()).hasSize(1);
        assertThat(thread.order(new CampaignStarted(id(9))).join())
                .extracting(Problem::code)
                .containsExactly("campaign.unknown");
    }

    @Test
    void closingWaitsForTheEndsOfCalls() {
        var slow = new EngineThread(1);
        try (slow) {
            var call = ringing(slow);
            var ends = slow.endCalls(Duration.ofMinutes(10));
            assertThat(slow.ask(_ -> Set.copyOf(rig.hungUp)).join()).containsExactly(call);
            assertThat(ends).isNotDone();
            slow.accept(new EngineInput.CallAnswered(Instant.now(), call));
            slow.accept(new EngineInput.CallEnded(Instant.now(), call, Outcome.COMPLETED, EngineInput.EndedBy.UNKNOWN));
            assertThat(ends.join()).isZero();
        }
        assertThat(rig.store.calls.values()).singleElement().satisfies(call -> {
            assertThat(call.answeredAt())
                    .as("an answer that crossed the order to hang up")
                    .isNotNull();
            assertThat(call.cause()).isEqualTo(EndCause.ABANDONED);
        });
    }

    @Test
    void aCallWithoutAnEndAtClosingIsLeftToTheNextOpening() {
        var slow = new EngineThread(1);
        try (slow) {
            ringing(slow);
            assertThat(slow.endCalls(Duration.ofMillis(1)).join()).isOne();
        }
        assertThat(rig.store.calls.values())
                .singleElement()
                .satisfies(call -> assertThat(call.endedAt()).isNull());
    }

    @Test
    void closingWaitsForNobodyWhoCannotBeAsked() {
        var slow = new EngineThread(1);
        try (slow) {
            ringing(slow);
            slow.accept(new EngineInput.LinkDown(Instant.now(), "cut"));
            assertThat(slow.endCalls(Duration.ofMinutes(10)).join()).isOne();
        }
    }

    private UUID ringing(EngineThread slow) {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 3);
        slow.start(inbox -> new CampaignEngine(
                slow, rig, rig.store, rig.store, rig, rig.state(), new JacksonJson(), inbox::accept));
        slow.accept(new EngineInput.LinkUp(
                Instant.now(), false, new Snapshot(Map.of(), Map.of(id(51), AgentNow.of(AgentStatus.AVAILABLE)))));
        slow.order(new CampaignStarted(id(1))).join();
        while (slow.ask(CampaignEngine::callsInProgress).join() == 0) {
            Thread.onSpinWait();
        }
        return slow.ask(_ -> rig.ordered.keySet().iterator().next()).join();
    }

    @Test
    void whatIsHandedInRunsInItsOrder() {
        start();
        var ran = new ArrayList<Integer>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            thread.handIn(() -> ran.add(number));
        }
        assertThat(thread.ask(_ -> List.copyOf(ran)).join()).hasSize(1_000).isSorted();
    }

    @Test
    void aTaskThatFailsDoesNotEndTheThread() {
        start();
        thread.handIn(() -> {
            throw new IllegalStateException("a task of this test fails");
        });
        thread.handIn(() -> thread.schedule(Duration.ZERO, () -> {
            throw new IllegalStateException("a timer of this test fails");
        }));
        var later = new CompletableFuture<Boolean>();
        thread.handIn(() -> thread.schedule(Duration.ofSeconds(1), () -> later.complete(true)));
        assertThat(later.join()).isTrue();
        var failing = thread.ask(_ -> {
            throw new IllegalStateException("a question of this test fails");
        });
        assertThatThrownBy(failing::join).isInstanceOf(CompletionException.class);
        assertThat(thread.ask(CampaignEngine::callsInProgress).join()).isZero();
    }

    @Test
    void anEngineThatCannotBeMadeAnswersEveryOrder() {
        thread.start(_ -> {
            throw new IllegalStateException("the engine of this test can't be made");
        });
        assertThatThrownBy(() -> thread.order(new CampaignStarted(id(1))).join())
                .hasRootCauseMessage("the engine did not start");
    }

    @Test
    void anOrderAfterTheEndIsAnswered() {
        start();
        thread.close();
        assertThatThrownBy(() -> thread.order(new CampaignStarted(id(1))).join())
                .hasRootCauseMessage("the engine is closed");
    }

    @Test
    void whatWasHandedInBeforeTheEndStillHappens() {
        start();
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 100; i++) {
            answers.add(thread.ask(CampaignEngine::callsInProgress));
        }
        thread.close();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(0));
    }

    @Test
    void whenMemoryRunsOutOnItTheProgramIsTold() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        var told = new CompletableFuture<Throwable>();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> told.complete(failure));
        try {
            start();
            var failure = new OutOfMemoryError("of a test");
            thread.handIn(() -> {
                throw failure;
            });
            assertThat(told.join()).isSameAs(failure);
            assertThatThrownBy(() -> thread.ask(CampaignEngine::callsInProgress).join())
                    .hasRootCauseMessage("the engine is closed");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
