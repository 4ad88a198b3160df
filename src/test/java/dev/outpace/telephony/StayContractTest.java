package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue whose agents stay connected, and one whose agents' phones ring. */
public abstract class StayContractTest extends TelephonyContract {
    private static final AgentNow CONNECTED = connected(AgentStatus.AVAILABLE);

    private static AgentNow connected(AgentStatus status) {
        return new AgentNow(status, AwayReason.BREAK, null, false, true, PhoneLine.CONNECTED);
    }

    @BeforeEach
    final void annaStaysConnected() {
        assign(agent(ANNA, AgentStatus.AWAY, SALES_TAG, SUPPORT_TAG));
        settle();
    }

    private void assign(Agent agent) {
        var stays = new Queue(
                SALES,
                "",
                "",
                "",
                List.of(SALES_TAG),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL.withAgentsStay(true),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
        order(() -> telephony().assign(List.of(stays, queue(SUPPORT, SUPPORT_TAG)), List.of(agent)));
    }

    private void annaIsConnected() {
        change(ANNA, AgentStatus.AVAILABLE);
        await(new AgentChanged(AT, ANNA, CONNECTED));
    }

    private UUID joins(UUID queueId) {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().joinQueue(call, queueId, Duration.ZERO));
        await(new QueueJoined(AT, call, queueId));
        return call;
    }

    @Test
    void aCallerIsPutThroughAndTheWorkAfterTheTalkCounts() {
        annaIsConnected();
        var call = joins(SALES);
        await(new AgentChanged(AT, ANNA, CONNECTED), 2);

        assertThat(sinceJoined(call).map(StayContractTest::withoutWrapUp))
                .containsExactly(
                        new QueueJoined(AT, call, SALES),
                        new AgentRinging(AT, call, ANNA),
                        new AgentConnected(AT, call, ANNA),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.CALLER),
                        new AgentChanged(AT, ANNA, connected(AgentStatus.BUSY)),
                        new AgentChanged(AT, ANNA, CONNECTED));
    }

    private static EngineInput withoutWrapUp(EngineInput input) {
        return input instanceof AgentChanged(var at, var agentId, var now) && now.isWrappingUp()
                ? new AgentChanged(at, agentId, connected(AgentStatus.BUSY))
                : input;
    }

    @Test
    void callersOfAllQueuesOfTheAgentArePutThrough() {
        annaIsConnected();
        var call = joins(SUPPORT);
        await(new AgentConnected(AT, call, ANNA));
        awaitEnd(call);
        await(new AgentChanged(AT, ANNA, CONNECTED), 2);
    }

    @Test
    void anAgentWhoIsSetAwayStaysConnectedAndOneWhoSignsOutIsNotConnectedAgainUntilAvailable() {
        annaIsConnected();
        change(ANNA, AgentStatus.AWAY);
        assertThat(ledger.inputs()).last().isEqualTo(new AgentChanged(AT, ANNA, connected(AgentStatus.AWAY)));
        change(ANNA, AgentStatus.OFFLINE);
        settle();
        assertThat(ledger.inputs())
                .last()
                .isEqualTo(new AgentChanged(
                        AT,
                        ANNA,
                        new AgentNow(AgentStatus.OFFLINE, AwayReason.BREAK, null, false, true, PhoneLine.CONNECTING)));
        change(ANNA, AgentStatus.AVAILABLE);
        await(new AgentChanged(AT, ANNA, CONNECTED), 2);
    }

    @Test
    void aCallerWhoIsTakenOutOfTheTalkByOrderOfItsEndLeavesTheAgentConnected() {
        annaIsConnected();
        var call = joins(SALES);
        await(new AgentConnected(AT, call, ANNA));
        order(() -> telephony().hangUp(call));
        awaitEnd(call);
        assertThat(ledger.of(call)).doesNotContain(new AgentReleased(AT, call, ANNA, Released.AGENT));
        await(new AgentChanged(AT, ANNA, CONNECTED), 2);
    }
}
