package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.AgentStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents of Asterisk's own queues who pass callers on. */
@Tag("asterisk")
class RealAsteriskQueueTransfersTest extends RealQueueFixture {
    private static final int STAYS_TOO = 142;

    private UUID talks(int phone) throws IOException {
        connect(OPEN, phone);
        logIn(phone);
        var call = answers(STAYS);
        // Of those features of a bridge that an agent has by keys, the one that Atxfer presses.
        RealFloorFixture.elsewhere(
                "Action: Setvar\r\nChannel: " + channel(call) + "\r\nVariable: BRIDGE_FEATURES\r\nValue: t",
                "Message: Variable Set");
        exchange.telephony().joinQueue(call, QUEUE, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        return call;
    }

    /** The agent asks another first, who is with him then. */
    private void asks(int phone, int other) throws IOException {
        RealFloorFixture.elsewhere(
                "Action: Atxfer\r\n" + leg(phone) + "\r\nContext: from-agent\r\nExten: " + other, "Message: Atxfer");
        exchange.settle();
        exchange.settle();
        exchange.settle();
    }

    private void hangsUp(int phone) throws IOException {
        RealFloorFixture.elsewhere("Action: Hangup\r\n" + leg(phone), "Message: Channel Hungup");
    }

    private void endsOnce(UUID call) {
        await(CallEnded.class, ended -> ended.callId().equals(call));
        exchange.settle();
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
        assertThat(ledger.of(call))
                .filteredOn(AgentReleased.class::isInstance)
                .as("released once")
                .hasSize(1);
    }

    @Test
    void anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater() throws IOException {
        connect(OPEN, 102);
        logIn(102);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, _ -> true);
        RealFloorFixture.elsewhere(
                "Action: BlindTransfer\r\n" + leg(102) + "\r\nContext: from-agent\r\nExten: 103", "Message: Transfer");
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.TRANSFERRED);
        assertThat(ledger.openCalls()).containsExactly(call);
        endsOnce(call);
    }

    @Test
    void aCallerIsTheAgentsWhileAnotherIsAskedAndIsPassedOnWhenTheAgentHangsUp() throws IOException {
        var call = talks(STAYS_ON);
        asks(STAYS_ON, STAYS_TOO);
        assertThat(told).as("still the agent's").noneMatch(AgentReleased.class::isInstance);
        hangsUp(STAYS_ON);
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.TRANSFERRED);
        await(
                AgentChanged.class,
                changed -> changed.agentId().equals(agentId(STAYS_ON))
                        && changed.now().status() == AgentStatus.AVAILABLE);
        exchange.settle();
        assertThat(ledger.openCalls()).containsExactly(call);
        hangsUp(STAYS_TOO);
        endsOnce(call);
    }

    @Test
    void aCallerWhomTheAgentTakesBackIsStillTheAgents() throws IOException {
        var call = talks(STAYS_ON);
        asks(STAYS_ON, 103);
        // The other hangs up after three seconds, and the agent is back with the caller.
        exchange.settle();
        exchange.settle();
        exchange.settle();
        exchange.settle();
        assertThat(told).noneMatch(AgentReleased.class::isInstance);
        assertThat(status(STAYS_ON)).isEqualTo(AgentStatus.BUSY);
        hangsUp(STAYS_ON);
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aCallerWhoWasPassedOnIsSoForTheNextRun() throws IOException {
        var call = talks(STAYS_ON);
        asks(STAYS_ON, STAYS_TOO);
        hangsUp(STAYS_ON);
        await(AgentReleased.class, _ -> true);
        assertThat(nextRun(OPEN, STAYS_ON).calls()).containsEntry(call, CallNow.of(CallStage.TRANSFERRED));
        exchange.settle();
        hangsUp(STAYS_TOO);
        await(CallEnded.class, ended -> ended.callId().equals(call));
    }

    @Test
    void aCallerWhoWasPassedOnWithoutAskingIsSoForTheNextRun() throws IOException {
        var call = talks(STAYS_ON);
        RealFloorFixture.elsewhere(
                "Action: BlindTransfer\r\n" + leg(STAYS_ON) + "\r\nContext: from-agent\r\nExten: " + STAYS_TOO,
                "Message: Transfer");
        await(AgentReleased.class, _ -> true);
        exchange.settle();
        exchange.settle();
        assertThat(nextRun(OPEN, STAYS_ON).calls()).containsEntry(call, CallNow.of(CallStage.TRANSFERRED));
        hangsUp(STAYS_TOO);
        await(CallEnded.class, ended -> ended.callId().equals(call));
    }
}
