package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Agents: what is told of them, and orders about them. */
public abstract class AgentContractTest extends TelephonyContract {
    @Test
    void whoeverIsAssignedAnewAppearsAndWhoStaysGoesOnAsBefore() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentConnected(AT, call, ANNA));
        var carla = new UUID(4, 3);

        assign(agent(ANNA, AgentStatus.OFFLINE, SALES_TAG), agent(carla, AgentStatus.AVAILABLE, SALES_TAG));
        settle();

        assertThat(ledger.agents()).containsEntry(ANNA, AgentStatus.BUSY).containsEntry(carla, AgentStatus.AVAILABLE);
        awaitAvailable(ANNA);
    }

    @Test
    void anIdleAgentChangesAtOnce() {
        for (var status : List.of(AgentStatus.AVAILABLE, AgentStatus.OFFLINE, AgentStatus.AWAY)) {
            change(ANNA, status);
            assertThat(ledger.inputs()).last().isEqualTo(new AgentChanged(AT, ANNA, AgentNow.of(status)));
        }
    }

    @Test
    void anAgentInACallChangesAfterIt() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentConnected(AT, call, ANNA));

        change(ANNA, AgentStatus.OFFLINE);
        await(new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.OFFLINE)));

        assertThat(ledger.inputs())
                .containsSubsequence(
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.CALLER),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.OFFLINE)));
    }

    @Test
    void everyOrderAboutAnAgentIsAnsweredAndOneAboutNobodyIsRefused() {
        change(ANNA, AgentStatus.AVAILABLE);
        assertThat(ledger.inputs()).contains(new OrderAccepted(AT, latestOrder));

        change(new UUID(4, 9), AgentStatus.AWAY);
        assertThat(ledger.inputs())
                .last()
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refused -> assertThat(refused.order()).isEqualTo(latestOrder));
    }

    @Test
    void whatAnAgentIsAwayForIsToldAsItWasOrdered() {
        order(() -> telephony().changeAgent(nextOrder(), ANNA, AgentStatus.AWAY, AwayReason.TRAINING));
        settle();
        assertThat(ledger.inputs()).last().isEqualTo(new AgentChanged(AT, ANNA, AgentNow.away(AwayReason.TRAINING)));
    }

    @Test
    void anAgentWhoHangsUpLeavesTheCallerOnTheLine() {
        var call = talking();
        exchange.agentHangsUp(ANNA);
        await(new AgentReleased(AT, call, ANNA, Released.AGENT));
        awaitAvailable(ANNA);
        assertThat(ledger.openCalls()).containsExactly(call);

        order(() -> telephony().hangUp(call));
        awaitEnd(call);
    }

    @Test
    void anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater() {
        var call = talking();
        exchange.agentPassesOn(ANNA);
        await(new AgentReleased(AT, call, ANNA, Released.TRANSFERRED));
        awaitAvailable(ANNA);
        assertThat(ledger.openCalls()).containsExactly(call);

        awaitEnd(call);
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
    }
}
