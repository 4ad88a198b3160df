package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members of Asterisk's own queues: who logs in and pauses where, and what an earlier run of the program left. */
class QueueMembersTest {
    private static final UUID SUPPORT = new UUID(2, 1);
    private static final UUID SALES = new UUID(2, 2);
    private static final UUID OWN = new UUID(2, 3);
    private static final UUID SUPPORT_TAG = new UUID(3, 1);
    private static final UUID SALES_TAG = new UUID(3, 2);
    private static final UUID OWN_TAG = new UUID(3, 3);
    private static final UUID ANNA = new UUID(4, 1);
    private static final UUID CALL = new UUID(5, 1);
    private static final String PHONE = "PJSIP/agent101";

    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(told::add, 1);
    private final FakeAsterisk asterisk = exchange.asterisk;
    private long orders;

    QueueMembersTest() {
        asterisk.queues.has("support", "", true, false);
        asterisk.queues.has("sales", "", true, false);
    }

    private void run(long millis) {
        exchange.clock.run(Duration.ofMillis(millis));
    }

    private static Queue queue(UUID id, UUID tag, String name) {
        return new Queue(
                id,
                name,
                "",
                "",
                List.of(tag),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                ExchangeQueue.read(name).orElse(null),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static Agent anna(UUID... tags) {
        return new Agent(
                ANNA,
                "",
                "Anna",
                "",
                "",
                AgentStatus.AVAILABLE,
                AwayReason.BREAK,
                0,
                List.of(tags),
                List.of(),
                new Phone("PJSIP", "agent101"),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private void connect(AsteriskTelephony telephony, UUID... tags) {
        telephony.assign(
                List.of(
                        queue(SUPPORT, SUPPORT_TAG, "support"),
                        queue(SALES, SALES_TAG, "sales"),
                        queue(OWN, OWN_TAG, "")),
                List.of(anna(tags)));
        telephony.connect();
        run(20);
    }

    private void connect(UUID... tags) {
        connect(exchange.telephony(), tags);
    }

    private void order(AgentStatus status, AwayReason why) {
        exchange.telephony().changeAgent(new OrderId(++orders), ANNA, status, why);
        run(20);
    }

    private <I extends EngineInput> I last(Class<I> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList().getLast();
    }

    private AgentNow now() {
        for (var input : told.reversed()) {
            if (input instanceof AgentChanged changed) {
                return changed.now();
            } else if (input instanceof LinkUp link) {
                return Objects.requireNonNull(link.now().agents().get(ANNA));
            }
        }
        throw new AssertionError("nothing of her in " + told);
    }

    @Test
    void whoIsNoMemberIsOfflineAndALoginMakesOneInEachQueue() {
        connect(SUPPORT_TAG, SALES_TAG);
        assertThat(now().status()).isEqualTo(AgentStatus.OFFLINE);

        order(AgentStatus.AVAILABLE, AwayReason.BREAK);

        assertThat(last(OrderAccepted.class).order()).isEqualTo(new OrderId(1));
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(asterisk.queues.takesCalls("support", PHONE)).isTrue();
        assertThat(asterisk.queues.takesCalls("sales", PHONE)).isTrue();
        assertThat(told).filteredOn(AgentChanged.class::isInstance).hasSize(1);

        order(AgentStatus.OFFLINE, AwayReason.BREAK);
        assertThat(now().status()).isEqualTo(AgentStatus.OFFLINE);
        assertThat(asterisk.queues.rows("")).noneMatch(row -> row.contains(PHONE));
    }

    @Test
    void aPauseIsOneInEachQueueWithItsReasonAndEndsInEach() {
        asterisk.queues.has("support", PHONE, false, false);
        asterisk.queues.has("sales", PHONE, true, false);
        connect(SUPPORT_TAG, SALES_TAG);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);

        order(AgentStatus.AWAY, AwayReason.LUNCH);
        assertThat(now()).isEqualTo(AgentNow.away(AwayReason.LUNCH));
        assertThat(asterisk.queues.rows(""))
                .filteredOn(row -> row.contains(PHONE))
                .allMatch(row -> row.contains("PausedReason: lunch\n"));

        order(AgentStatus.AVAILABLE, AwayReason.BREAK);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(asterisk.queues.takesCalls("support", PHONE)).isTrue();
        assertThat(asterisk.queues.takesCalls("sales", PHONE)).isTrue();
    }

    @Test
    void whatIsSetAtThePhoneShowsAndTheLaterCounts() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG);
        order(AgentStatus.AWAY, AwayReason.LUNCH);

        asterisk.queues.pause("support", PHONE, false, "");
        run(20);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);

        asterisk.queues.pause("support", PHONE, true, "Auto-Pause");
        run(20);
        assertThat(now()).isEqualTo(AgentNow.away(AwayReason.MISSED));

        order(AgentStatus.AVAILABLE, AwayReason.BREAK);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
    }

    @Test
    void aFixedMemberIsNotLoggedOutHalf() {
        asterisk.queues.has("support", PHONE, true, false);
        asterisk.queues.has("sales", PHONE, false, false);
        connect(SUPPORT_TAG, SALES_TAG);

        order(AgentStatus.OFFLINE, AwayReason.BREAK);

        assertThat(last(OrderRefused.class).reason()).contains("fixed member of the queue sales");
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(asterisk.queues.takesCalls("support", PHONE)).isTrue();
    }

    @Test
    void anAgentOfOtherQueuesWhoIsNoMemberIsAsSetHere() {
        connect(SUPPORT_TAG, OWN_TAG);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
    }

    @Test
    void membersAndPausesThatARestartTookComeBack() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG, SALES_TAG);
        order(AgentStatus.AWAY, AwayReason.TRAINING);

        asterisk.restart();
        run(3_000);

        assertThat(last(LinkUp.class).restarted()).isTrue();
        assertThat(now()).isEqualTo(AgentNow.away(AwayReason.TRAINING));
        assertThat(asterisk.queues.rows(""))
                .filteredOn(row -> row.contains(PHONE))
                .hasSize(2)
                .allMatch(row -> row.contains("Paused: 1\n"));
    }

    @Test
    void whatChangedWhileTheLinkWasLostIsInTheNextSnapshot() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG);
        asterisk.cut();
        run(100);
        asterisk.queues.pause("support", PHONE, true, "break");
        asterisk.restore();
        run(2_000);
        assertThat(now()).isEqualTo(AgentNow.away(AwayReason.BREAK));
    }

    private void waiting() {
        exchange.telephony()
                .originate(new CallRequest(
                        CALL, new UUID(1, 0), Address.tel("+12125550100"), null, Duration.ofSeconds(30)));
        run(2_000);
        exchange.telephony().joinQueue(CALL, SUPPORT, Duration.ofSeconds(30));
        run(500);
        assertThat(told).hasAtLeastOneElementOfType(QueueJoined.class);
    }

    @Test
    void aCallerForWhomAPhoneRingsIsTakenOutOfTheQueue() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG);
        waiting();
        assertThat(last(AgentRinging.class).agentId()).isEqualTo(ANNA);
        exchange.telephony().leaveQueue(CALL);
        run(100);
        assertThat(last(QueueLeft.class).how()).isEqualTo(Left.WITHDRAWN);
    }

    @Test
    void aCallerWhoJoinsAgainAtOnceIsNotTakenForOneWhoLeft() {
        connect(SUPPORT_TAG);
        waiting();
        exchange.telephony().leaveQueue(CALL);
        exchange.telephony().joinQueue(CALL, SUPPORT, Duration.ofSeconds(30));
        run(3_000);
        assertThat(told).filteredOn(QueueLeft.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(QueueJoined.class::isInstance).hasSize(2);
    }

    private LinkUp nextRun() {
        exchange.telephony().close();
        told.clear();
        connect(exchange.telephony(told::add, AsteriskExchange.SETTINGS), SUPPORT_TAG);
        return last(LinkUp.class);
    }

    @Test
    void aCallerOfAnEarlierRunWaitsOnAndIsTaken() {
        connect(SUPPORT_TAG);
        waiting();
        var there = nextRun().now().calls().get(CALL);
        assertThat(there).isNotNull();
        assertThat(there.stage()).isEqualTo(CallStage.WAITING);
        assertThat(there.queueId()).isEqualTo(SUPPORT);

        asterisk.queues.add("support", PHONE, false);
        run(3_000);
        assertThat(last(AgentConnected.class).agentId()).isEqualTo(ANNA);
        Objects.requireNonNull(asterisk.dialAt(PHONE)).agentHangsUp();
        run(1_000);
        assertThat(last(AgentReleased.class).agentId()).isEqualTo(ANNA);
        assertThat(now().isWrappingUp()).isTrue();
    }

    @Test
    void aTalkOfAnEarlierRunIsTakenOverWithItsAgent() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG);
        waiting();
        run(3_000);
        var now = nextRun().now();
        assertThat(now.calls().get(CALL)).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(ANNA);
        });
        assertThat(now().status()).isEqualTo(AgentStatus.BUSY);
        assertThat(now().otherCall()).isFalse();
    }

    @Test
    void aTalkOfAMemberWhomNobodyHereKnowsIsOneForTheNextRun() {
        asterisk.queues.has("support", "PJSIP/agent119", false, false);
        connect(SUPPORT_TAG);
        waiting();
        run(3_000);
        var other = last(AgentConnected.class).agentId();
        assertThat(nextRun().now().calls().get(CALL)).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(other);
        });
        Objects.requireNonNull(asterisk.dialAt("PJSIP/agent119")).agentHangsUp();
        run(1_000);
        assertThat(last(AgentReleased.class).agentId()).isEqualTo(other);
    }

    @Test
    void aTalkWithoutTheMembersLocalChannelIsOneForTheNextRun() {
        asterisk.queues.has("support", "Local/119@from-queue", false, false);
        connect(SUPPORT_TAG);
        waiting();
        run(3_000);
        var other = last(AgentConnected.class).agentId();
        ((FakeQueueCall) Objects.requireNonNull(asterisk.dialAt("Local/119@from-queue"))).legIsShortened();
        run(100);
        assertThat(nextRun().now().calls().get(CALL)).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(other);
        });
    }

    @Test
    void aMemberWhomNobodyHereKnowsTakesTheCallerToo() {
        asterisk.queues.has("support", "PJSIP/agent119", false, false);
        connect(SUPPORT_TAG);
        waiting();
        run(3_000);
        var other = last(AgentConnected.class).agentId();
        assertThat(other).isNotEqualTo(ANNA);
        run(40_000);
        assertThat(told).doesNotHaveAnyElementsOfTypes(QueueLeft.class, CallEnded.class);

        Objects.requireNonNull(asterisk.dialAt("PJSIP/agent119")).agentHangsUp();
        run(1_000);
        assertThat(last(AgentReleased.class).agentId()).isEqualTo(other);
        assertThat(told)
                .noneMatch(input -> input instanceof AgentChanged changed
                        && changed.agentId().equals(other));
    }

    @Test
    void aTalkOfOthersIsFollowedByWrapUpToo() {
        asterisk.queues.has("support", PHONE, false, false);
        connect(SUPPORT_TAG);
        asterisk.queues.talked(PHONE);
        asterisk.queues.status("support", PHONE);
        run(20);
        assertThat(now().isWrappingUp()).isTrue();
        run(3_000);
        assertThat(now().status()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(told).doesNotHaveAnyElementsOfTypes(CallEvent.class);
    }
}
