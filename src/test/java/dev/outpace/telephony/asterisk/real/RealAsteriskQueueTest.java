package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers in Asterisk's own queues, with its members, pauses and wrap-up. */
@Tag("asterisk")
class RealAsteriskQueueTest extends RealQueueFixture {
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
}
