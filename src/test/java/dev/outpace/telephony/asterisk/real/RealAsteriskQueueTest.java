package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Listened;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.InputLedger;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers in Asterisk's own queues, with its members, pauses and wrap-up. */
@Tag("asterisk")
class RealAsteriskQueueTest {
    private static final UUID QUEUE = new UUID(2, 1);
    private static final String STAYS = "200";
    /** And speaks on and on. */
    private static final String SPEAKS = "302";

    private static final int STAYS_ON = 141;
    private static final String HANGS_UP_AFTER_FOUR_SECONDS = "201";
    /** Has 101 and 102 as fixed members, and three seconds of wrap-up. */
    private static final String FIXED = "support";
    /** Has no members, and rings each for four seconds. */
    private static final String OPEN = "short";

    private final InputLedger ledger = new InputLedger();
    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskSettings settings = RealAsterisk.settings("PJSIP/carrier");
    private RealAsterisk exchange = new RealAsterisk(this::hear, settings);
    private final List<Integer> loggedIn = new ArrayList<>();
    private long orders;
    private int calls;

    private void hear(EngineInput input) {
        told.add(input);
        ledger.accept(input);
    }

    @AfterEach
    void close() throws IOException {
        ledger.openCalls().forEach(call -> exchange.telephony().hangUp(call));
        exchange.settle();
        for (int phone : loggedIn) {
            order(phone, AgentStatus.OFFLINE, AwayReason.BREAK);
        }
        exchange.settle();
        assertThat(ledger.openCalls()).isEmpty();
        exchange.close();
    }

    private static UUID agentId(int phone) {
        return RealFloorFixture.agentId(phone);
    }

    private void assign(String name, Integer... phones) {
        var queue = new Queue(
                QUEUE,
                "",
                "",
                "",
                List.of(),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                new ExchangeQueue(name),
                Stamps.NONE,
                Json.Obj.EMPTY);
        exchange.telephony()
                .assign(
                        List.of(queue),
                        List.of(phones).stream().map(RealFloorFixture::agent).toList());
    }

    private void connect(String name, Integer... phones) {
        assign(name, phones);
        exchange.telephony().connect();
        await(LinkUp.class, _ -> true);
    }

    /** This run ends without a word to its calls, and the next one finds what lives. */
    private Snapshot nextRun(String name, Integer... phones) {
        exchange.close();
        told.clear();
        exchange = new RealAsterisk(this::hear, settings);
        assign(name, phones);
        exchange.telephony().connect();
        return await(LinkUp.class, _ -> true).now();
    }

    private OrderId order(int phone, AgentStatus status, AwayReason why) {
        var order = new OrderId(++orders);
        exchange.telephony().changeAgent(order, agentId(phone), status, why);
        return order;
    }

    private void logIn(int phone) {
        var order = order(phone, AgentStatus.AVAILABLE, AwayReason.BREAK);
        await(OrderAccepted.class, accepted -> accepted.order().equals(order));
        loggedIn.add(phone);
    }

    private UUID joins(String party, Duration maxWait) {
        var call = new UUID(7, ++calls);
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), RealAsterisk.number(party), null, Duration.ofSeconds(20)));
        await(CallAnswered.class, answered -> answered.callId().equals(call));
        exchange.telephony().joinQueue(call, QUEUE, maxWait);
        return call;
    }

    private <I extends EngineInput> I await(Class<I> expected, Predicate<I> which) {
        for (var input : told) {
            if (expected.isInstance(input) && which.test(expected.cast(input))) {
                return expected.cast(input);
            }
        }
        return next(expected, which);
    }

    /** One that was not told yet. */
    private <I extends EngineInput> I next(Class<I> expected, Predicate<I> which) {
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s in %s", expected, told).isNotNull();
        } while (!expected.isInstance(input) || !which.test(expected.cast(input)));
        return expected.cast(input);
    }

    private static Duration between(EngineInput.FromExchange from, EngineInput.FromExchange to) {
        return Duration.between(from.at(), to.at());
    }

    private AgentStatus status(int phone) {
        return Objects.requireNonNull(ledger.agents().get(agentId(phone)));
    }

    @Test
    void aCallerTalksWithAMemberWhoWrapsUpAsAsteriskCountsItAndTakesTheNext() {
        connect(FIXED, 101, 102);
        assertThat(status(101)).isEqualTo(AgentStatus.AVAILABLE);
        var first = joins(STAYS, Duration.ZERO);
        await(AgentRinging.class, ringing -> ringing.callId().equals(first));
        await(AgentConnected.class, connected -> connected.callId().equals(first));

        var released = await(AgentReleased.class, _ -> true);
        assertThat(released.how()).isEqualTo(Released.AGENT);
        assertThat(ledger.openCalls()).contains(first);
        exchange.telephony().hangUp(first);
        var wrappingUp = await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        var until = Objects.requireNonNull(wrappingUp.now().wrapUpUntil());
        assertThat(Duration.between(released.at(), until))
                .isBetween(Duration.ofMillis(1_900), Duration.ofMillis(3_100));
        var free = next(AgentChanged.class, changed -> changed.now().status() == AgentStatus.AVAILABLE);
        assertThat(Duration.between(until, free.at())).isBetween(Duration.ofMillis(-50), Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"130, NO_ANSWER", "131, REJECTED", "132, REJECTED", "133, UNREACHABLE"})
    void aCallerWhomAMemberMissesIsOfferedToTheNext(int phone, Missed why) {
        connect(OPEN, phone, 102);
        logIn(phone);
        var call = joins(STAYS, Duration.ZERO);
        var missed = await(AgentMissed.class, _ -> true);
        assertThat(missed.why()).isEqualTo(why);
        logIn(102);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        assertThat(ledger.of(call)).hasAtLeastOneElementOfType(AgentRinging.class);
    }

    @Test
    void aLimitEndsTheWaitToTheMillisecondWhileNobodyRings() {
        connect(OPEN, 102);
        var call = joins(STAYS, Duration.ofMillis(1_500));
        var left = await(QueueLeft.class, _ -> true);
        var joined = await(QueueJoined.class, one -> one.callId().equals(call));
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(between(joined, left)).isBetween(Duration.ofMillis(1_495), Duration.ofMillis(1_600));
        assertThat(ledger.openCalls()).containsExactly(call);
        var waits = new ArrayList<Duration>();
        for (int wait = 0; wait < 8; wait++) {
            exchange.telephony().joinQueue(call, QUEUE, Duration.ofMillis(700));
            var again = next(QueueJoined.class, _ -> true);
            waits.add(between(again, next(QueueLeft.class, one -> one.how() == Left.TIMEOUT)));
        }
        Collections.sort(waits);
        System.out.printf(
                "8 waits of 700 ms: %d to %d ms%n",
                waits.getFirst().toMillis(), waits.getLast().toMillis());
        assertThat(waits.getFirst()).isGreaterThanOrEqualTo(Duration.ofMillis(699));
    }

    @Test
    void aLimitCutsNoRing() {
        connect(OPEN, 130);
        logIn(130);
        var call = joins(STAYS, Duration.ofSeconds(2));
        var missed = await(AgentMissed.class, one -> one.callId().equals(call));
        var left = await(QueueLeft.class, _ -> true);
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(between(missed, left)).isBetween(Duration.ZERO, Duration.ofMillis(200));
    }

    @Test
    void aCallerWhoHangsUpWhileWaitingHasAbandoned() {
        connect(OPEN, 102);
        var call = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        assertThat(await(CallEnded.class, _ -> true).by()).isEqualTo(EndedBy.CALLER);
        assertThat(await(QueueLeft.class, left -> left.callId().equals(call)).how())
                .isEqualTo(Left.ABANDONED);
    }

    @Test
    void aMemberWhomNobodyHereKnowsTakesCallersToo() {
        connect(FIXED);
        var call = joins(STAYS, Duration.ofMillis(2_500));
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        // The limit is over in the middle of the talk, and cuts it not.
        var released = await(AgentReleased.class, _ -> true);
        assertThat(released.how()).isEqualTo(Released.AGENT);
        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(QueueLeft.class);
    }

    @Test
    void aCallerForWhomAPhoneRingsIsTakenOutOfTheQueueAndStays() {
        connect(OPEN, 130);
        logIn(130);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentRinging.class, _ -> true);
        var before = Instant.now();
        exchange.telephony().leaveQueue(call);
        var left = await(QueueLeft.class, _ -> true);
        assertThat(left.how()).isEqualTo(Left.WITHDRAWN);
        assertThat(Duration.between(before, left.at())).isLessThan(Duration.ofMillis(200));
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aQueueThatAsteriskDoesNotHaveIsMissingAndLeftAtOnce() {
        connect("nosuch", 102);
        assertThat(await(LinkUp.class, _ -> true).now().missingQueues()).containsExactly(QUEUE);
        joins(STAYS, Duration.ZERO);
        assertThat(await(QueueLeft.class, _ -> true).how()).isEqualTo(Left.QUEUE_GONE);
    }

    @Test
    void aQueueThatTakesNobodyWithoutMembersLetsTheCallerGoOn() {
        connect("empty", 102);
        joins(STAYS, Duration.ZERO);
        assertThat(await(QueueLeft.class, _ -> true).how()).isEqualTo(Left.NO_AGENTS);
    }

    @Test
    void loginAndPauseFromHereReachTheQueue() throws IOException {
        connect(OPEN, 102);
        assertThat(status(102)).isEqualTo(AgentStatus.OFFLINE);
        logIn(102);
        exchange.settle();
        assertThat(status(102)).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(member("Paused: ")).isEqualTo("Paused: 0");
        order(102, AgentStatus.AWAY, AwayReason.LUNCH);
        exchange.settle();
        assertThat(status(102)).isEqualTo(AgentStatus.AWAY);
        assertThat(member("PausedReason: ")).isEqualTo("PausedReason: lunch");
        order(102, AgentStatus.AVAILABLE, AwayReason.BREAK);
        exchange.settle();
        assertThat(member("Paused: ")).isEqualTo("Paused: 0");
        order(102, AgentStatus.OFFLINE, AwayReason.BREAK);
        exchange.settle();
        assertThat(status(102)).isEqualTo(AgentStatus.OFFLINE);
        loggedIn.clear();
    }

    private static String member(String field) throws IOException {
        return RealFloorFixture.elsewhere("Action: QueueStatus\r\nQueue: " + OPEN, field);
    }

    @Test
    void loginAndPauseElsewhereShowHereWithinTheSecond() throws IOException {
        connect(OPEN, 102);
        var member = "\r\nQueue: " + OPEN + "\r\nInterface: PJSIP/agent102";
        shows("QueueAdd" + member, AgentStatus.AVAILABLE, AwayReason.BREAK);
        shows("QueuePause" + member + "\r\nPaused: true\r\nReason: Training", AgentStatus.AWAY, AwayReason.TRAINING);
        shows("QueuePause" + member + "\r\nPaused: false", AgentStatus.AVAILABLE, AwayReason.BREAK);
        shows("QueueRemove" + member, AgentStatus.OFFLINE, AwayReason.BREAK);
    }

    private void shows(String action, AgentStatus status, AwayReason why) throws IOException {
        var before = Instant.now();
        RealFloorFixture.elsewhere("Action: " + action, "Response: Success");
        var changed = next(AgentChanged.class, one -> one.now().status() == status);
        assertThat(changed.now().why()).isEqualTo(why);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aFixedMemberCannotBeLoggedOutAndTheReasonIsASentence() {
        connect(FIXED, 101);
        order(101, AgentStatus.OFFLINE, AwayReason.BREAK);
        assertThat(await(OrderRefused.class, _ -> true).reason())
                .isEqualTo(
                        "the phone is a fixed member of the queue support of the Asterisk, and can't be logged out of"
                                + " it");
        assertThat(status(101)).isEqualTo(AgentStatus.AVAILABLE);
    }

    private void hearsUntilItEnds(UUID call) throws InterruptedException {
        var heard = new LinkedBlockingQueue<Listening>();
        var supervisor = exchange.telephony().supervisorPhone(heard::add);
        exchange.clock.execute(
                () -> supervisor.listen(Phone.read("PJSIP/super").orElseThrow(), call, ListenMode.WHISPER));
        Listening now;
        do {
            now = Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS));
        } while (now.stage() == Listening.Stage.CALLING);
        assertThat(now.stage()).isEqualTo(Listening.Stage.HEARING);
        await(CallListened.class, listened -> listened.what() == Listened.WHISPER);
        exchange.telephony().hangUp(call);
        do {
            now = Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS));
        } while (now.stage() != Listening.Stage.ENDED);
        assertThat(now.ending()).isEqualTo(Listening.Ending.TALK_OVER);
    }

    private UUID talksOn() {
        connect(OPEN, STAYS_ON);
        logIn(STAYS_ON);
        var call = joins(SPEAKS, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        return call;
    }

    @Test
    void aSupervisorHearsATalkUntilItEnds() throws InterruptedException {
        hearsUntilItEnds(talksOn());
    }

    @Test
    void aSupervisorHearsATalkAfterALostLink() throws InterruptedException {
        var call = talksOn();
        exchange.dropLink();
        await(LinkDown.class, _ -> true);
        told.clear();
        exchange.restoreLink();
        await(LinkUp.class, _ -> true);
        hearsUntilItEnds(call);
    }

    @Test
    void aSupervisorHearsATalkThatTheNextRunTookOver() throws InterruptedException {
        var call = talksOn();
        nextRun(OPEN, STAYS_ON);
        hearsUntilItEnds(call);
    }

    @Test
    void aSupervisorHearsATalkOfAMemberWhomNobodyHereKnowsAfterALostLink() throws Exception {
        var member = "\r\nQueue: " + OPEN + "\r\nInterface: PJSIP/agent" + STAYS_ON;
        RealFloorFixture.elsewhere("Action: QueueAdd" + member, "Response: Success");
        try {
            connect(OPEN);
            var call = joins(SPEAKS, Duration.ZERO);
            await(AgentConnected.class, connected -> connected.callId().equals(call));
            exchange.dropLink();
            await(LinkDown.class, _ -> true);
            told.clear();
            exchange.restoreLink();
            await(LinkUp.class, _ -> true);
            hearsUntilItEnds(call);
        } finally {
            RealFloorFixture.elsewhere("Action: QueueRemove" + member, "Response: Success");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/agent141", "Local/141@from-agent", "Local/141@from-agent/n"})
    void aSupervisorHearsATalkOfAMemberWhomNobodyHereKnows(String phone) throws Exception {
        var member = "\r\nQueue: " + OPEN + "\r\nInterface: " + phone;
        RealFloorFixture.elsewhere("Action: QueueAdd" + member, "Response: Success");
        try {
            connect(OPEN);
            var call = joins(SPEAKS, Duration.ZERO);
            await(AgentConnected.class, connected -> connected.callId().equals(call));
            hearsUntilItEnds(call);
        } finally {
            RealFloorFixture.elsewhere("Action: QueueRemove" + member, "Response: Success");
        }
    }

    @Test
    void aTalkThatGoesOnWhileTheLinkIsLostIsInTheNextSnapshot() {
        connect(OPEN, 102);
        logIn(102);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        exchange.dropLink();
        await(LinkDown.class, _ -> true);
        told.clear();
        exchange.restoreLink();
        var now = await(LinkUp.class, _ -> true).now();
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(agentId(102));
        });
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void aCallerWhoWaitsWhenTheProgramIsGoneIsTakenOverByTheNext() {
        connect(OPEN, 102);
        var call = joins(STAYS, Duration.ZERO);
        await(QueueJoined.class, _ -> true);
        exchange.settle();
        var now = nextRun(OPEN, 102);
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.WAITING);
            assertThat(there.queueId()).isEqualTo(QUEUE);
        });
        logIn(102);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void aTalkThatGoesOnWhenTheProgramIsGoneIsTakenOverByTheNext() {
        connect(OPEN, 102);
        logIn(102);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        var now = nextRun(OPEN, 102);
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(agentId(102));
        });
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void aCallerOfOthersKeepsTheAgentBusyAndIsFollowedByWrapUp() throws IOException {
        connect(FIXED, 101, 102);
        RealFloorFixture.elsewhere(
                String.join(
                        "\r\n",
                        "Action: Originate",
                        "Channel: PJSIP/2005550101@carrier",
                        "Application: Queue",
                        "Data: support",
                        "Async: true"),
                "Message: Originate");
        var busy = await(AgentChanged.class, changed -> changed.now().otherCall());
        assertThat(busy.now().status()).isEqualTo(AgentStatus.BUSY);
        next(
                AgentChanged.class,
                changed -> changed.agentId().equals(busy.agentId())
                        && changed.now().isWrappingUp());
        next(
                AgentChanged.class,
                changed -> changed.agentId().equals(busy.agentId())
                        && changed.now().status() == AgentStatus.AVAILABLE);
    }

    @Test
    void anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater() throws IOException {
        connect(OPEN, 102);
        logIn(102);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        var leg = RealFloorFixture.elsewhere("Action: CoreShowChannels", "Channel: PJSIP/agent102-");
        RealFloorFixture.elsewhere(
                "Action: BlindTransfer\r\n" + leg + "\r\nContext: from-agent\r\nExten: 103", "Message: Transfer");
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.TRANSFERRED);
        assertThat(ledger.openCalls()).containsExactly(call);
        await(CallEnded.class, ended -> ended.callId().equals(call));
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
    }
}
