package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Phones on the line, and callers who wait: what becomes of them when something fails. */
class AsteriskLinesTest {
    private static final UUID QUEUE = new UUID(2, 1);
    private static final UUID ANNA = new UUID(4, 1);
    private static final UUID CALL = new UUID(5, 1);
    private static final Phone PHONE = new Phone("PJSIP", "agent101");

    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(told::add, 1);
    private final FakeAsterisk asterisk = exchange.asterisk;

    private void run(long millis) {
        exchange.clock.run(Duration.ofMillis(millis));
    }

    private static void connect(AsteriskTelephony telephony, AgentStatus status) {
        var queue = new Queue(
                QUEUE,
                "",
                "",
                "",
                List.of(),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL.withAgentsStay(true),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
        var agent = new Agent(
                ANNA,
                "",
                "",
                "",
                "",
                status,
                AwayReason.BREAK,
                0,
                List.of(),
                List.of(),
                PHONE,
                Stamps.NONE,
                Json.Obj.EMPTY);
        telephony.assign(List.of(queue), List.of(agent));
        telephony.connect();
    }

    private void joins(Duration maxWait) {
        var to = new Address("tel", "+12125550100", "", "", "");
        exchange.telephony().originate(new CallRequest(CALL, new UUID(1, 0), to, null, Duration.ofSeconds(30)));
        run(2_000);
        exchange.telephony().joinQueue(CALL, QUEUE, maxWait);
        run(50);
        assertThat(told).hasAtLeastOneElementOfType(QueueJoined.class);
    }

    private void talking() {
        connect(exchange.telephony(), AgentStatus.AVAILABLE);
        run(3_000);
        joins(Duration.ZERO);
        assertThat(told).hasAtLeastOneElementOfType(AgentConnected.class);
    }

    private AgentNow anna() {
        return told.stream()
                .filter(AgentChanged.class::isInstance)
                .map(input -> ((AgentChanged) input).now())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private <I extends EngineInput> I only(Class<I> type) {
        var found = told.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private AsteriskTelephony nextRun(AgentStatus status) {
        exchange.telephony().close();
        told.clear();
        var next = exchange.telephony(told::add, AsteriskExchange.SETTINGS);
        connect(next, status);
        run(20);
        return next;
    }

    @Test
    void thePhoneIsCalledOnceAndTheTalkIsNoCallOfItsOwn() {
        talking();
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(2);
        assertThat(asterisk.commands("outpace-test-" + CALL))
                .anySatisfy(command -> assertThat(command)
                        .startsWith("EXEC Bridge \"outpace-test-agent-" + ANNA)
                        .endsWith(",pF(outpace^agi^1)\""));
        assertThat(told)
                .filteredOn(AgentChanged.class::isInstance)
                .noneMatch(input -> ((AgentChanged) input).now().otherCall());
    }

    @Test
    void anAgentWhoHangsUpIsAwayAndIsCalledWhenAvailableAgain() {
        connect(exchange.telephony(), AgentStatus.AVAILABLE);
        run(3_000);
        exchange.agentLeavesLine(ANNA);
        run(60_000);
        assertThat(anna().status()).isEqualTo(AgentStatus.AWAY);
        assertThat(asterisk.lineTo(PHONE.dialString())).isNull();

        exchange.telephony().changeAgent(new OrderId(1), ANNA, AgentStatus.AVAILABLE, AwayReason.BREAK);
        run(3_000);
        assertThat(anna().line()).isEqualTo(PhoneLine.CONNECTED);
    }

    @Test
    void anAgentWhoHangsUpInATalkLeavesTheCallerAndIsAwayAfterTheWork() {
        talking();
        exchange.agentLeavesLine(ANNA);
        run(500);
        assertThat(only(AgentReleased.class).how()).isEqualTo(Released.AGENT);
        assertThat(anna().isWrappingUp()).isTrue();
        run(11_000);
        assertThat(anna().status()).isEqualTo(AgentStatus.AWAY);
    }

    @Test
    void aPhoneThatNobodyAnswersThreeTimesSetsItsAgentAway() {
        asterisk.phonesMiss(Missed.NO_ANSWER);
        connect(exchange.telephony(), AgentStatus.AVAILABLE);
        run(300_000);
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(LongCalls.MOST_TRIES);
        assertThat(anna().status()).isEqualTo(AgentStatus.AWAY);
        assertThat(anna().why()).isEqualTo(AwayReason.MISSED);
    }

    @Test
    void afterAsteriskWasRestartedThePhoneIsCalledAgain() {
        connect(exchange.telephony(), AgentStatus.AVAILABLE);
        run(3_000);
        asterisk.restart();
        run(6_000);
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(2);
        assertThat(anna().line()).isEqualTo(PhoneLine.CONNECTED);
    }

    @Test
    void aLinkThatWasLostLeavesThePhoneOnTheLine() {
        talking();
        asterisk.cut();
        run(2_000);
        told.clear();
        asterisk.restore();
        run(3_000);
        var now = only(LinkUp.class).now();
        assertThat(now.calls())
                .extractingByKey(CALL)
                .satisfies(call -> assertThat(call.stage()).isEqualTo(CallStage.TALKING));
        assertThat(now.agents())
                .extractingByKey(ANNA)
                .satisfies(agent -> assertThat(agent.line()).isEqualTo(PhoneLine.CONNECTED));
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(2);
    }

    @Test
    void theNextRunTakesThePhoneOverWithItsTalk() {
        talking();
        nextRun(AgentStatus.AVAILABLE);
        var now = only(LinkUp.class).now();
        assertThat(now.calls()).extractingByKey(CALL).satisfies(call -> {
            assertThat(call.stage()).isEqualTo(CallStage.TALKING);
            assertThat(call.agentId()).isEqualTo(ANNA);
        });
        assertThat(now.agents()).extractingByKey(ANNA).satisfies(agent -> {
            assertThat(agent.status()).isEqualTo(AgentStatus.BUSY);
            assertThat(agent.line()).isEqualTo(PhoneLine.CONNECTED);
        });
        exchange.telephony().hangUp(CALL);
        Objects.requireNonNull(asterisk.dialAt(PHONE.dialString())).callerHangsUp();
        run(12_000);
        assertThat(anna().status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(2);
    }

    @Test
    void aPhoneThatTheNextRunDoesNotNeedIsHungUp() {
        connect(exchange.telephony(), AgentStatus.AVAILABLE);
        run(3_000);
        nextRun(AgentStatus.OFFLINE);
        run(100);
        assertThat(asterisk.lineTo(PHONE.dialString())).isNull();
    }

    @Test
    void aCallerWhoWaitedWaitsOnInTheNextRunWithHisTimeAndHisLimit() {
        connect(exchange.telephony(), AgentStatus.OFFLINE);
        run(10);
        joins(Duration.ofSeconds(20));
        var joined = only(QueueJoined.class).at();
        run(5_000);
        nextRun(AgentStatus.OFFLINE);
        var now = Objects.requireNonNull(only(LinkUp.class).now().calls().get(CALL));
        assertThat(now.stage()).isEqualTo(CallStage.WAITING);
        assertThat(now.queueId()).isEqualTo(QUEUE);
        assertThat(now.since()).isBetween(joined.minusMillis(20), joined.plusMillis(20));

        run(20_000);
        var left = only(QueueLeft.class);
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(Duration.between(joined, left.at())).isBetween(Duration.ofMillis(19_900), Duration.ofMillis(20_100));
    }

    @Test
    void aCallerWhoWaitedIsPutThroughInTheNextRun() {
        connect(exchange.telephony(), AgentStatus.OFFLINE);
        run(10);
        joins(Duration.ZERO);
        nextRun(AgentStatus.AVAILABLE);
        run(4_000);
        assertThat(only(AgentConnected.class).agentId()).isEqualTo(ANNA);
    }

    @Test
    void aCallerWhoLeftTheQueueDoesNotWaitInTheNextRun() {
        connect(exchange.telephony(), AgentStatus.OFFLINE);
        run(10);
        joins(Duration.ZERO);
        exchange.telephony().leaveQueue(CALL);
        run(10);
        nextRun(AgentStatus.OFFLINE);
        assertThat(only(LinkUp.class).now().calls())
                .extractingByKey(CALL)
                .satisfies(call -> assertThat(call.stage()).isEqualTo(CallStage.IDLE));
    }

    @Test
    void aWaitThatIsOverByItsLimitIsOverInTheNextRunToo() {
        var note = WaitingNote.of(QUEUE, Instant.EPOCH.plusSeconds(10), Duration.ofSeconds(5));
        assertThat(note.left(Instant.EPOCH.plusSeconds(60))).isZero();
    }
}
