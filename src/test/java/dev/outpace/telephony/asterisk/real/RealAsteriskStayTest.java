package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents who stay connected. The phones 141 to 160 stay until they are hung up on; 101 hangs up three seconds after it was picked up. */
@Tag("asterisk")
class RealAsteriskStayTest extends RealFloorFixture {
    private static final int STAYS_ON = 141;
    private static final int HANGS_UP = 101;
    private static final QueueService SERVICE = new QueueService(1_000, 15_000, true);

    @Override
    Queue queue() {
        return new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, SERVICE, null, Stamps.NONE, Json.Obj.EMPTY);
    }

    private AgentChanged connected(int phone) {
        return await(
                AgentChanged.class,
                changed -> changed.agentId().equals(agentId(phone))
                        && changed.now().equals(free(PhoneLine.CONNECTED)));
    }

    private static AgentNow free(PhoneLine line) {
        return new AgentNow(AgentStatus.AVAILABLE, AwayReason.BREAK, null, false, true, line);
    }

    private AgentConnected talk(UUID call) {
        return await(AgentConnected.class, connected -> connected.callId().equals(call));
    }

    private static String leg(int phone) throws IOException {
        return elsewhere("Action: CoreShowChannels", "Channel: PJSIP/agent" + phone + "-");
    }

    @Test
    void callersArePutThroughWithoutARingAndThePhoneStays() throws IOException {
        connect(STAYS_ON);
        assertThat(await(LinkUp.class, _ -> true).now().agents())
                .containsEntry(agentId(STAYS_ON), free(PhoneLine.CONNECTING));
        connected(STAYS_ON);
        var leg = leg(STAYS_ON);

        var first = joins(STAYS, Duration.ZERO);
        var talk = talk(first);
        var answered = await(CallAnswered.class, one -> one.callId().equals(first));
        assertThat(between(answered, talk)).isLessThan(Duration.ofMillis(500));

        // The agent ends the talk by keys.
        for (var key : new String[] {"*", "0"}) {
            elsewhere("Action: PlayDTMF\r\n" + leg + "\r\nDigit: " + key + "\r\nReceive: true", "Message: DTMF");
        }
        var released = await(AgentReleased.class, _ -> true);
        assertThat(released.how()).isEqualTo(Released.AGENT);
        assertThat(ledger.openCalls()).containsExactly(first);
        await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        told.clear();

        var second = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        talk(second);
        assertThat(leg(STAYS_ON)).isEqualTo(leg);
        var ended = await(CallEnded.class, one -> one.callId().equals(second));
        assertThat(ended.by()).isEqualTo(EndedBy.CALLER);
        await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        told.clear();
        connected(STAYS_ON);
        assertThat(leg(STAYS_ON)).isEqualTo(leg);
    }

    @Test
    void anAgentWhoHangsUpIsAwayAndIsRungAgainWhenAvailable() {
        connect(HANGS_UP);
        connected(HANGS_UP);
        var call = joins(STAYS, Duration.ZERO);
        talk(call);
        assertThat(await(AgentReleased.class, _ -> true).how()).isEqualTo(Released.AGENT);
        await(AgentChanged.class, changed -> changed.now().isWrappingUp());
        await(AgentChanged.class, changed -> changed.now().status() == AgentStatus.AWAY);
        assertThat(ledger.openCalls()).containsExactly(call);
        told.clear();

        exchange.telephony().changeAgent(new OrderId(1), agentId(HANGS_UP), AgentStatus.AVAILABLE, AwayReason.BREAK);
        connected(HANGS_UP);
    }

    @Test
    void aCallThatSomethingElseEndsIsMadeAgain() throws IOException {
        connect(STAYS_ON);
        connected(STAYS_ON);
        var leg = leg(STAYS_ON);
        told.clear();
        elsewhere("Action: Hangup\r\n" + leg, "Message: Channel");
        await(AgentChanged.class, changed -> changed.now().equals(free(PhoneLine.CONNECTING)));
        connected(STAYS_ON);
        assertThat(leg(STAYS_ON)).isNotEqualTo(leg);
    }

    @Test
    void anAgentWhoIsSignedOutIsHungUpAfterTheTalk() {
        connect(STAYS_ON);
        connected(STAYS_ON);
        var call = joins(HANGS_UP_AFTER_FOUR_SECONDS, Duration.ZERO);
        talk(call);
        exchange.telephony().changeAgent(new OrderId(1), agentId(STAYS_ON), AgentStatus.OFFLINE, AwayReason.BREAK);
        var ended = await(CallEnded.class, one -> one.callId().equals(call));
        assertThat(ended.by()).isEqualTo(EndedBy.CALLER);
        await(AgentChanged.class, changed -> changed.now().status() == AgentStatus.OFFLINE);
    }

    @Test
    void aTalkThatGoesOnWhileTheLinkIsLostIsInTheNextSnapshot() {
        connect(STAYS_ON);
        connected(STAYS_ON);
        var call = joins(STAYS, Duration.ZERO);
        talk(call);
        exchange.dropLink();
        await(EngineInput.LinkDown.class, _ -> true);
        told.clear();
        exchange.restoreLink();
        var now = await(LinkUp.class, _ -> true).now();
        assertThat(now.calls()).extractingByKey(call).satisfies(there -> {
            assertThat(there.stage()).isEqualTo(CallStage.TALKING);
            assertThat(there.agentId()).isEqualTo(agentId(STAYS_ON));
        });
        assertThat(now.agents())
                .extractingByKey(agentId(STAYS_ON))
                .satisfies(agent -> assertThat(agent.line()).isEqualTo(PhoneLine.CONNECTED));
        exchange.telephony().hangUp(call);
        await(CallEnded.class, one -> one.callId().equals(call));
        told.clear();
        connected(STAYS_ON);
    }
}
