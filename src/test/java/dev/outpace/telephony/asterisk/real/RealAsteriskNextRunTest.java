package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that is gone, and the next that finds what it left on a real exchange. Phones are as in the other tests of the floor. */
@Tag("asterisk")
class RealAsteriskNextRunTest {
    private static final UUID QUEUE = new UUID(4, 0);
    private static final UUID CALL = new UUID(9, 1);

    private final AsteriskSettings settings = RealAsterisk.settings("PJSIP/carrier");
    private final List<EngineInput> told = new ArrayList<>();
    private RealAsterisk exchange = new RealAsterisk(told::add, settings);

    @AfterEach
    void close() {
        exchange.telephony().hangUp(CALL);
        await(CallEnded.class);
        exchange.close();
    }

    private Snapshot connect(boolean stay, Integer... phones) {
        var queue = new Queue(
                QUEUE,
                "",
                "",
                "",
                List.of(),
                Ids.NIL,
                0,
                0,
                new QueueService(1_000, 15_000, stay),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
        exchange.telephony()
                .assign(
                        List.of(queue),
                        List.of(phones).stream().map(RealFloorFixture::agent).toList());
        exchange.telephony().connect();
        return await(LinkUp.class).now();
    }

    private Snapshot nextRun(boolean stay, Integer... phones) {
        exchange.close();
        told.clear();
        exchange = new RealAsterisk(told::add, settings);
        return connect(stay, phones);
    }

    private <I extends EngineInput> I await(Class<I> expected) {
        while (true) {
            for (var input : told) {
                if (expected.isInstance(input)) {
                    return expected.cast(input);
                }
            }
            assertThat(exchange.hear())
                    .as("waiting for %s in %s", expected, told)
                    .isNotNull();
        }
    }

    private QueueJoined joins(Duration maxWait) {
        return joins("200", maxWait);
    }

    private QueueJoined joins(String party, Duration maxWait) {
        exchange.telephony()
                .originate(new CallRequest(
                        CALL, new UUID(1, 0), RealAsterisk.number(party), null, Duration.ofSeconds(20)));
        await(CallAnswered.class);
        exchange.telephony().joinQueue(CALL, QUEUE, maxWait);
        return await(QueueJoined.class);
    }

    private static void isAt(Snapshot now, CallStage stage) {
        assertThat(now.calls())
                .extractingByKey(CALL)
                .satisfies(call -> assertThat(call.stage()).isEqualTo(stage));
    }

    @Test
    void aCallerWhoWaitedWaitsOnWithHisTimeAndHisLimit() {
        connect(false);
        var joined = joins(Duration.ofSeconds(8));
        var now = nextRun(false);
        isAt(now, CallStage.WAITING);
        assertThat(now.calls()).extractingByKey(CALL).satisfies(call -> {
            assertThat(call.queueId()).isEqualTo(QUEUE);
            assertThat(Duration.between(joined.at(), call.since()).abs()).isLessThan(Duration.ofMillis(200));
        });
        var left = await(QueueLeft.class);
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(Duration.between(joined.at(), left.at()))
                .isBetween(Duration.ofMillis(7_800), Duration.ofMillis(8_300));
    }

    @Test
    void aCallerWhoWaitedIsTakenByAnAgentOfTheNextRun() {
        connect(false);
        joins(Duration.ZERO);
        isAt(nextRun(false, 101), CallStage.WAITING);
        assertThat(await(AgentConnected.class).agentId()).isEqualTo(RealFloorFixture.agentId(101));
    }

    @Test
    void aCallerForWhomAPhoneRingsWaitsOnWhenItIsMissed() {
        connect(false, 132);
        joins(Duration.ZERO);
        await(AgentRinging.class);
        isAt(nextRun(false, 132), CallStage.AGENT_RINGING);
        // Declined after half a second; nobody else is there, so that the same phone is tried again after a rest.
        await(EngineInput.AgentMissed.class);
        await(AgentRinging.class);
    }

    @Test
    void aTalkGoesOn() {
        connect(false, 101);
        joins(Duration.ZERO);
        await(AgentConnected.class);
        isAt(nextRun(false, 101), CallStage.TALKING);
        assertThat(await(AgentReleased.class).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void aTalkOnAPhoneThatStaysGoesOnAndThePhoneStays() {
        connect(true, 142);
        joins(Duration.ZERO);
        await(AgentConnected.class);
        var now = nextRun(true, 142);
        isAt(now, CallStage.TALKING);
        assertThat(now.agents())
                .extractingByKey(RealFloorFixture.agentId(142))
                .satisfies(agent -> assertThat(agent.line()).isEqualTo(PhoneLine.CONNECTED));
    }

    /** Nobody listens unseen: without a word from the program that listened, the next one hangs the supervisor's phone up. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSupervisorHearsNobodyAfterTheProgramIsGoneAndTheTalkGoesOn(boolean stay) throws Exception {
        // Another phone each time: one that stays on the line is left by its test.
        int phone = stay ? 144 : 143;
        connect(stay, phone);
        joins("302", Duration.ZERO);
        await(AgentConnected.class);
        var heard = new LinkedBlockingQueue<Listening>();
        var supervisor = exchange.telephony().supervisorPhone(heard::add);
        exchange.clock.execute(
                () -> supervisor.listen(Phone.read("PJSIP/super").orElseThrow(), CALL, ListenMode.LISTEN));
        while (Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS)).stage() != Listening.Stage.HEARING) {
            // Until it hears the talk.
        }
        assertThat(supervisors()).isOne();
        isAt(nextRun(stay, phone), CallStage.TALKING);
        exchange.settle();
        exchange.settle();
        assertThat(supervisors()).isZero();
        assertThat(told).noneMatch(AgentReleased.class::isInstance).noneMatch(CallEnded.class::isInstance);
    }

    private static long supervisors() throws IOException {
        return RealFloorFixture.rows("Action: CoreShowChannels", "EventList: Complete").stream()
                .filter(line -> line.startsWith("Channel: PJSIP/super-"))
                .count();
    }
}
