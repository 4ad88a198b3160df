package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.model.AgentStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers of others in Asterisk's own queues. */
@Tag("asterisk")
class RealAsteriskQueueOthersTest extends RealQueueFixture {
    private final List<String> others = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (var channel : List.copyOf(others)) {
            goes(channel);
        }
    }

    /** Somebody calls the queue by himself. */
    private String comes(String queue) throws IOException {
        var channel = "others." + System.nanoTime();
        others.add(channel);
        RealFloorFixture.elsewhere(
                String.join(
                        "\r\n",
                        "Action: Originate",
                        "Channel: PJSIP/2005550101@carrier",
                        "ChannelId: " + channel,
                        "Application: Queue",
                        "Data: " + queue,
                        "Async: true"),
                "Message: Originate");
        return channel;
    }

    private void goes(String channel) throws IOException {
        others.remove(channel);
        RealFloorFixture.elsewhere("Action: Hangup\r\nChannel: " + channel, "Message: Channel Hungup");
    }

    private void wait(int callers) {
        await(OthersWait.class, wait -> wait.queueId().equals(QUEUE) && wait.callers() == callers);
    }

    @Test
    void callersOfOthersAreToldWhileTheyWaitAndNoPhoneRings() throws IOException {
        connect(OPEN, 102);
        wait(0);
        var first = comes(OPEN);
        wait(1);
        var second = comes(OPEN);
        wait(2);
        told.clear();
        var call = joins(STAYS, Duration.ZERO);
        await(QueueJoined.class, joined -> joined.callId().equals(call));
        goes(first);
        wait(1);
        // The one who waits longest is rung for.
        logIn(102);
        wait(0);
        await(
                AgentChanged.class,
                changed ->
                        changed.agentId().equals(agentId(102)) && changed.now().otherCall());
        goes(second);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
    }

    @Test
    void callersOfOthersAreCountedAnewAfterALostLinkAndByTheNextRun() throws IOException {
        connect(OPEN, 102);
        var first = comes(OPEN);
        wait(1);
        exchange.dropLink();
        await(LinkDown.class, _ -> true);
        var second = comes(OPEN);
        exchange.restoreLink();
        wait(2);
        nextRun(OPEN, 102);
        wait(2);
        goes(first);
        wait(1);
        goes(second);
        told.clear();
        wait(0);
    }

    @Test
    void aCallerOfOthersKeepsTheAgentBusyAndIsFollowedByWrapUp() throws IOException {
        connect(FIXED, 101, 102);
        comes(FIXED);
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
        others.clear();
    }
}
