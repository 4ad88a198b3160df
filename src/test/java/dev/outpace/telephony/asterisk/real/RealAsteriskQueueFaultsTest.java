package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.AgentStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of callers in Asterisk's own queues when the link is lost, Outpace is gone, or Asterisk begins anew. */
@Tag("asterisk")
class RealAsteriskQueueFaultsTest extends RealQueueFixture {
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
    void aCallerForWhomAPhoneRingsWhenTheProgramIsGoneIsTakenByItsAgent() {
        connect(OPEN, STAYS_ON);
        logIn(STAYS_ON);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentRinging.class, _ -> true);
        var now = nextRun(OPEN, STAYS_ON);
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isIn(CallStage.AGENT_RINGING, CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(agentId(STAYS_ON));
        });
        exchange.settle();
        exchange.settle();
        assertThat(status(STAYS_ON)).isEqualTo(AgentStatus.BUSY);
        exchange.telephony().hangUp(call);
        await(CallEnded.class, ended -> ended.callId().equals(call));
    }

    @Test
    void aCallerWhomAnAgentMissesWhoseRingAnEarlierRunSawGoesToTheNext() {
        connect(OPEN, 130, 102);
        logIn(130);
        var call = joins(STAYS, Duration.ZERO);
        await(AgentRinging.class, _ -> true);
        var now = nextRun(OPEN, 130, 102);
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.AGENT_RINGING);
            assertThat(there.agentId()).isEqualTo(agentId(130));
        });
        assertThat(await(AgentMissed.class, _ -> true).why()).isEqualTo(Missed.NO_ANSWER);
        logIn(102);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
    }

    @Test
    void theTalkOfAMemberWhomNobodyHereKnowsIsOneForTheNextRun() throws IOException {
        var member = "\r\nQueue: " + OPEN + "\r\nInterface: PJSIP/agent" + STAYS_ON;
        RealFloorFixture.elsewhere("Action: QueueAdd" + member, "Response: Success");
        try {
            connect(OPEN);
            var call = joins(STAYS, Duration.ZERO);
            var connected = await(AgentConnected.class, one -> one.callId().equals(call));
            var now = nextRun(OPEN);
            assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
                assertThat(there.stage()).isEqualTo(CallStage.TALKING);
                assertThat(there.agentId()).isEqualTo(connected.agentId());
            });
            exchange.telephony().hangUp(call);
            await(CallEnded.class, ended -> ended.callId().equals(call));
        } finally {
            RealFloorFixture.elsewhere("Action: QueueRemove" + member, "Response: Success");
        }
    }

    /** A local channel is left out of the talk where both sides send sound. */
    @ParameterizedTest
    @CsvSource({
        "PJSIP/agent141, 200",
        "Local/141@from-agent, 200",
        "Local/141@from-agent, 302",
        "Local/141@from-agent/n, 302"
    })
    void aTalkOfAnyMemberIsOneAfterALostLinkAndForTheNextRun(String phone, String party) throws IOException {
        var member = "\r\nQueue: " + OPEN + "\r\nInterface: " + phone;
        RealFloorFixture.elsewhere("Action: QueueAdd" + member, "Response: Success");
        try {
            connect(OPEN);
            var call = joins(party, Duration.ZERO);
            await(AgentConnected.class, one -> one.callId().equals(call));
            exchange.settle();
            exchange.dropLink();
            await(LinkDown.class, _ -> true);
            told.clear();
            exchange.restoreLink();
            var after = await(LinkUp.class, _ -> true).now();
            assertThat(after.calls())
                    .extractingByKey(call)
                    .satisfies(there -> assertThat(there.stage()).isEqualTo(CallStage.TALKING));
            var now = nextRun(OPEN);
            assertThat(now.calls())
                    .extractingByKey(call)
                    .satisfies(there -> assertThat(there.stage()).isEqualTo(CallStage.TALKING));
            hangsUp();
            assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
        } finally {
            RealFloorFixture.elsewhere("Action: QueueRemove" + member, "Response: Success");
        }
    }

    private static void hangsUp() throws IOException {
        RealFloorFixture.elsewhere("Action: Hangup\r\n" + leg(STAYS_ON), "Message: Channel Hungup");
    }

    @Test
    void asterisksRestartEndsWaitsAndTalksAndBringsMembersBack() {
        connect(OPEN, STAYS_ON);
        logIn(STAYS_ON);
        var talks = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(talks));
        var waits = joins(STAYS, Duration.ZERO);
        await(QueueJoined.class, joined -> joined.callId().equals(waits));
        told.clear();
        exchange.restart();
        await(LinkUp.class, LinkUp::restarted);
        exchange.settle();
        for (var call : List.of(talks, waits)) {
            assertThat(ledger.of(call))
                    .filteredOn(CallEnded.class::isInstance)
                    .singleElement()
                    .satisfies(ended -> assertThat(((CallEnded) ended).by()).isEqualTo(EndedBy.EXCHANGE));
        }
        assertThat(status(STAYS_ON)).isEqualTo(AgentStatus.AVAILABLE);
        told.clear();
        var next = joins(STAYS, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(next));
    }
}
