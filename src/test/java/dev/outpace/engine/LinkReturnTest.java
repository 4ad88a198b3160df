package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.EndCause;
import dev.outpace.model.LinkReturn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of the calls when the link is back: true in every count. */
@SuppressWarnings("NullAway")
class LinkReturnTest {
    private final EngineRig rig = new EngineRig();

    @BeforeEach
    void sixCalls() {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), campaign(1, 20, 30, 40, 0));
        for (int number = 61; number <= 66; number++) {
            rig.with(agent(number, 40));
        }
        rig.targets(30, 6);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(6);
    }

    private void waits(UUID call) {
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
    }

    private void talks(UUID call, int agent) {
        waits(call);
        rig.happens(new AgentConnected(rig.now(), call, id(agent)));
    }

    private void back(boolean restarted, UUID... there) {
        var calls = new LinkedHashMap<UUID, CallNow>();
        for (var call : there) {
            calls.put(call, CallNow.of(CallStage.DIALING));
        }
        rig.happens(new LinkUp(rig.now(), restarted, new Snapshot(calls, new LinkedHashMap<>())));
    }

    private List<EndCause> causes() {
        return rig.store.calls.values().stream()
                .map(call -> call.cause())
                .filter(cause -> cause != null)
                .toList();
    }

    @Test
    void callsGoOnOrHadEnded() {
        var calls = rig.open(1);
        talks(calls.get(0), 61);
        waits(calls.get(1));
        var lostAt = rig.now();
        rig.happens(new LinkDown(rig.now(), "cable"));
        rig.wait(Duration.ofSeconds(17));
        back(false, calls.get(2), calls.get(3), calls.get(4));
        assertThat(rig.returns).singleElement().satisfies(told -> {
            assertThat(told.downSince()).isEqualTo(lostAt);
            assertThat(Duration.between(told.downSince(), told.backAt())).isEqualTo(Duration.ofSeconds(17));
            assertThat(told.restarted()).isFalse();
            assertThat(told.calls()).isEqualTo(6);
            assertThat(told.goOn()).isEqualTo(3);
            assertThat(told.ended()).containsExactlyInAnyOrder(calls.get(0), calls.get(1), calls.get(5));
            assertThat(told.talked()).isEqualTo(1);
        });
    }

    @Test
    void theFirstLinkAndASnapshotWithoutALossSayNothing() {
        back(false, rig.open(1).toArray(UUID[]::new));
        assertThat(rig.returns).isEmpty();
    }

    @Test
    void anotherReasonForTheSameLossBeginsNoOther() {
        var lostAt = rig.now();
        rig.happens(new LinkDown(rig.now(), "cable"));
        rig.wait(Duration.ofSeconds(5));
        rig.happens(new LinkDown(rig.now(), "refused"));
        back(false);
        assertThat(rig.returns)
                .singleElement()
                .extracting(LinkReturn::downSince)
                .isEqualTo(lostAt);
    }

    /** As a real Asterisk does it: all calls end, a second later the link does. */
    @Test
    void aRestartThatEndsItsCallsFirstFailsThemAndCountsThem() {
        var calls = rig.open(1);
        talks(calls.get(0), 61);
        waits(calls.get(1));
        rig.answered(calls.get(2));
        for (int i = 0; i < 3; i++) {
            rig.happens(new CallEnded(rig.now(), calls.get(i), Outcome.COMPLETED, EndedBy.EXCHANGE));
        }
        rig.wait(Duration.ofSeconds(1));
        rig.happens(new LinkDown(rig.now(), "Asterisk shuts down"));
        rig.wait(Duration.ofSeconds(4));
        back(true);
        assertThat(causes())
                .containsExactlyInAnyOrder(
                        EndCause.NORMAL,
                        EndCause.FAILED,
                        EndCause.FAILED,
                        EndCause.FAILED,
                        EndCause.FAILED,
                        EndCause.FAILED);
        assertThat(rig.returns).singleElement().satisfies(told -> {
            assertThat(told.restarted()).isTrue();
            assertThat(told.calls()).isEqualTo(6);
            assertThat(told.talked()).isEqualTo(1);
            assertThat(told.triedAgain()).isEqualTo(5);
            assertThat(told.over()).isZero();
        });
        assertThat(rig.alarms)
                .filteredOn(alarm -> alarm.problem().code().equals("alarm.exchange_restarted"))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.problem().args()).containsExactly(6));
    }

    @Test
    void whoHungUpBeforeARestartIsNoneOfItsCalls() {
        var calls = rig.open(1);
        waits(calls.get(0));
        rig.happens(new CallEnded(rig.now(), calls.get(0), Outcome.COMPLETED, EndedBy.CALLER));
        rig.answered(calls.get(1));
        rig.happens(new CallEnded(rig.now(), calls.get(1), Outcome.COMPLETED, EndedBy.EXCHANGE));
        rig.wait(Duration.ofSeconds(10));
        rig.happens(new LinkDown(rig.now(), "Asterisk shuts down"));
        back(true);
        assertThat(causes()).contains(EndCause.ABANDONED);
        assertThat(rig.returns).singleElement().extracting(LinkReturn::calls).isEqualTo(4);
    }
}
