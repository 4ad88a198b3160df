package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Listened;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Phone;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supervisor who hears talks of Asterisk's own queues. */
@Tag("asterisk")
class RealAsteriskQueueListenTest extends RealQueueFixture {
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
}
