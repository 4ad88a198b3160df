package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
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
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Callers and agents on a real exchange. The phones 101 to 120 ring for a second, are picked up, and hang up three seconds later; 130
 * rings for ever, 131 is busy, 132 declines, 133 is silent, 901 can't be reached.
 */
@Tag("asterisk")
class RealAsteriskFloorTest extends RealFloorFixture {
    @Test
    void aCallerTalksWithAnAgentWhoWrapsUpAndTakesTheNext() {
        connect(101);
        var first = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(first));
        var second = joins(STAYS, Duration.ZERO);

        var released = await(AgentReleased.class, _ -> true);
        assertThat(released.how()).isEqualTo(Released.AGENT);
        assertThat(ledger.openCalls()).contains(first, second);
        exchange.telephony().hangUp(first);

        var next = await(AgentRinging.class, ringing -> ringing.callId().equals(second));
        var wrappingUp = await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        var until = Objects.requireNonNull(wrappingUp.now().wrapUpUntil());
        assertThat(Duration.between(until, next.at())).isBetween(Duration.ofMillis(-20), Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"130, NO_ANSWER", "131, REJECTED", "132, REJECTED", "133, UNREACHABLE"})
    void aCallerWhomAPhoneMissesIsOfferedToTheNext(int phone, Missed why) {
        connect(phone);
        var call = joins(STAYS, Duration.ZERO);
        if (why != Missed.UNREACHABLE) {
            await(AgentRinging.class, ringing -> ringing.agentId().equals(agentId(phone)));
        }
        assign(phone, 102);
        var missed = await(AgentMissed.class, _ -> true);
        assertThat(missed.why()).isEqualTo(why);
        var next = await(AgentRinging.class, ringing -> ringing.agentId().equals(agentId(102)));
        assertThat(between(missed, next)).isLessThan(Duration.ofMillis(500));
        await(AgentConnected.class, connected -> connected.callId().equals(call));
    }

    @Test
    void aPhoneThatCannotBeReachedIsKnownAndNeverDialed() {
        connect(901);
        var snapshot = await(LinkUp.class, _ -> true).now();
        assertThat(snapshot.agents())
                .extractingByKey(agentId(901))
                .satisfies(agent -> assertThat(agent.reachable()).isFalse());
        var call = joins(STAYS, Duration.ofSeconds(2));
        var left = await(QueueLeft.class, _ -> true);
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(AgentMissed.class);
    }

    @Test
    void aLimitEndsTheWaitToTheMillisecond() {
        connect();
        var call = joins(STAYS, Duration.ofMillis(1_500));
        var left = await(QueueLeft.class, _ -> true);
        var joined = await(EngineInput.QueueJoined.class, one -> one.callId().equals(call));
        assertThat(left.how()).isEqualTo(Left.TIMEOUT);
        assertThat(between(joined, left)).isBetween(Duration.ofMillis(1_495), Duration.ofMillis(1_560));
    }

    @Test
    void aCallerWhoHangsUpWhileWaitingHasAbandoned() {
        connect();
        var call = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        var ended = await(CallEnded.class, _ -> true);
        assertThat(ended.by()).isEqualTo(EndedBy.CALLER);
        assertThat(await(QueueLeft.class, left -> left.callId().equals(call)).how())
                .isEqualTo(Left.ABANDONED);
    }

    @Test
    void aCallerWhoHangsUpWhileAPhoneRingsSetsTheAgentFree() {
        connect(130);
        var call = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        await(AgentRinging.class, _ -> true);
        var ended = await(CallEnded.class, _ -> true);
        assertThat(await(QueueLeft.class, left -> left.callId().equals(call)).how())
                .isEqualTo(Left.ABANDONED);
        var free = await(
                AgentChanged.class,
                changed -> changed.now().status() == AgentStatus.AVAILABLE
                        && !changed.at().isBefore(ended.at()));
        assertThat(Duration.between(ended.at(), free.at())).isLessThan(Duration.ofMillis(200));
        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(AgentMissed.class);
    }

    @Test
    void aCallerWhoHangsUpInATalkSetsTheAgentToWrapUp() {
        connect(101);
        var call = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        var ended = await(CallEnded.class, _ -> true);
        assertThat(ended.by()).isEqualTo(EndedBy.CALLER);
        await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(AgentReleased.class);
    }

    @Test
    void aCallerForWhomAPhoneRingsIsTakenOutOfTheQueueAndStays() {
        connect(130);
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
    void anAgentSetAwayInATalkIsAwayAfterIt() {
        connect(101);
        joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        exchange.telephony().changeAgent(new OrderId(1), agentId(101), AgentStatus.AWAY, AwayReason.LUNCH);
        await(AgentReleased.class, _ -> true);
        var away = await(AgentChanged.class, changed -> changed.now().status() == AgentStatus.AWAY);
        assertThat(away.now().why()).isEqualTo(AwayReason.LUNCH);
    }

    @Test
    void aTalkThatGoesOnWhileTheLinkIsLostIsInTheNextSnapshot() {
        connect(101);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        exchange.dropLink();
        await(EngineInput.LinkDown.class, _ -> true);
        told.clear();
        exchange.restoreLink();
        var now = await(LinkUp.class, _ -> true).now();
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(agentId(101));
        });
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void anAgentInACallOfHisOwnIsBusyWithAnotherCallAndOfferedNobody() throws IOException {
        connect(101);
        elsewhere(
                "Action: Originate\r\nChannel: PJSIP/agent101\r\nApplication: Wait\r\nData: 60\r\nAsync: true",
                "Message: Originate");
        var busy = await(AgentChanged.class, changed -> changed.now().otherCall());
        assertThat(busy.now().status()).isEqualTo(AgentStatus.BUSY);
        var call = joins(STAYS, Duration.ZERO);

        var ringing = await(AgentRinging.class, one -> one.callId().equals(call));
        assertThat(between(busy, ringing)).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater() throws IOException {
        connect(101);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        var leg = elsewhere("Action: CoreShowChannels", "Channel: PJSIP/agent101-");
        elsewhere("Action: BlindTransfer\r\n" + leg + "\r\nContext: from-agent\r\nExten: 103", "Message: Transfer");
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.TRANSFERRED);
        await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        assertThat(ledger.openCalls()).containsExactly(call);

        // The other hangs up after three seconds, and the dialplan ends the call.
        await(CallEnded.class, ended -> ended.callId().equals(call));
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
    }
}
