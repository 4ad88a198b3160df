package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.Listened;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Listening.Ending;
import dev.outpace.model.Listening.Stage;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.SupervisorPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A supervisor hears talks on a real exchange, whose caller speaks on and on and whose agent stays. */
@Tag("asterisk")
class RealAsteriskListenTest extends RealFloorFixture {
    private static final String SPEAKS = "302";
    private static final int STAYS_ON = 141;
    private static final Phone SUPERVISOR = Phone.read("PJSIP/super").orElseThrow();

    private final BlockingQueue<Listening> heard = new LinkedBlockingQueue<>();
    private final SupervisorPhone supervisor = exchange.telephony().supervisorPhone(heard::add);

    @Override
    Queue queue() {
        var service = QueueService.USUAL.withWrapUp(0);
        return new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, service, null, Stamps.NONE, Json.Obj.EMPTY);
    }

    @BeforeEach
    void connect() {
        connect(STAYS_ON);
    }

    @AfterEach
    void stop() {
        order(supervisor::stop);
    }

    private void order(Runnable order) {
        exchange.clock.execute(order);
    }

    private Listening await(Stage stage) throws InterruptedException {
        Listening now;
        do {
            now = heard.poll(20, TimeUnit.SECONDS);
            assertThat(now).as("waiting for %s", stage).isNotNull();
        } while (now.stage() != stage);
        return now;
    }

    private UUID talks() {
        var call = joins(SPEAKS, Duration.ZERO);
        await(AgentConnected.class, connected -> connected.callId().equals(call));
        return call;
    }

    private CallListened listened(UUID call, Listened what) {
        return await(CallListened.class, input -> input.callId().equals(call) && input.what() == what);
    }

    @Test
    void theSupervisorListensWhispersAndBargesInOnOneLeg() throws Exception {
        var call = talks();
        order(() -> supervisor.listen(SUPERVISOR, call, ListenMode.LISTEN));
        assertThat(await(Stage.HEARING).mode()).isEqualTo(ListenMode.LISTEN);
        for (var mode : List.of(ListenMode.WHISPER, ListenMode.BARGE, ListenMode.LISTEN)) {
            order(() -> supervisor.change(mode));
            assertThat(await(Stage.HEARING).mode()).isEqualTo(mode);
        }
        order(supervisor::stop);
        assertThat(await(Stage.ENDED).ending()).isEqualTo(Ending.STOPPED);
        listened(call, Listened.ENDED);
        assertThat(told)
                .filteredOn(CallListened.class::isInstance)
                .extracting(input -> ((CallListened) input).what())
                .containsExactly(Listened.LISTEN, Listened.WHISPER, Listened.BARGE, Listened.LISTEN, Listened.ENDED);
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void theSupervisorHearsTheTalk() throws Exception {
        var call = talks();
        order(() -> supervisor.listen(SUPERVISOR, call, ListenMode.LISTEN));
        await(Stage.HEARING);
        var file = "heard-" + call + ".wav";
        var leg = elsewhere("Action: CoreShowChannels", "Channel: PJSIP/super-");
        // What is sent to the phone, without what comes from it.
        elsewhere("Action: MixMonitor\r\n" + leg + "\r\noptions: t(" + file + ")", "Response: Success");
        exchange.settle();
        exchange.settle();
        exchange.telephony().hangUp(call);
        await(Stage.ENDED);
        exchange.settle();
        var heardSound =
                Path.of(RealAsterisk.given("OUTPACE_ASTERISK_RECORDINGS")).resolve(file);
        assertThat(Loudness.seconds(heardSound)).isGreaterThan(1);
        assertThat(Loudness.of(heardSound)).isGreaterThan(500);
    }

    @Test
    void itEndsWithTheCall() throws Exception {
        var call = talks();
        order(() -> supervisor.listen(SUPERVISOR, call, ListenMode.WHISPER));
        listened(call, Listened.WHISPER);
        exchange.telephony().hangUp(call);
        await(CallEnded.class, ended -> ended.callId().equals(call));
        assertThat(await(Stage.ENDED).ending()).isEqualTo(Ending.TALK_OVER);
    }

    @Test
    void itFollowsTheAgentToTheNextCallOnTheSameLeg() throws Exception {
        var first = talks();
        order(() -> {
            supervisor.follow(true);
            supervisor.listen(SUPERVISOR, first, ListenMode.WHISPER);
        });
        listened(first, Listened.WHISPER);
        exchange.telephony().hangUp(first);
        await(Stage.WAITING);
        var second = talks();
        var heardNext = await(Stage.HEARING);
        assertThat(heardNext.callId()).isEqualTo(second);
        listened(second, Listened.WHISPER);
        order(supervisor::stop);
        assertThat(await(Stage.ENDED).ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void aSupervisorWhoHangsUpIsHeardOfAndTheTalkGoesOn() throws Exception {
        var call = talks();
        // This phone hangs up after three seconds.
        order(() -> supervisor.listen(Phone.read("PJSIP/agent101").orElseThrow(), call, ListenMode.LISTEN));
        await(Stage.HEARING);
        assertThat(await(Stage.ENDED).ending()).isEqualTo(Ending.HUNG_UP);
        listened(call, Listened.ENDED);
        assertThat(ledger.openCalls()).containsExactly(call);
        assertThat(told).doesNotHaveAnyElementsOfTypes(AgentReleased.class);
    }

    @Test
    void aPhoneThatIsBusyOrCannotBeReachedIsTold() throws Exception {
        var call = talks();
        for (var phone : List.of("PJSIP/agent131", "PJSIP/agent902", "PJSIP/nobody")) {
            order(() -> supervisor.listen(Phone.read(phone).orElseThrow(), call, ListenMode.LISTEN));
            assertThat(await(Stage.ENDED).ending()).as(phone).isEqualTo(Ending.NOT_REACHED);
        }
    }

    @Test
    void itGoesOnWhileTheLinkIsLostAndIsKnownAfterIt() throws Exception {
        var call = talks();
        order(() -> supervisor.listen(SUPERVISOR, call, ListenMode.LISTEN));
        await(Stage.HEARING);
        exchange.dropLink();
        await(Stage.UNKNOWN);
        exchange.restoreLink();
        assertThat(await(Stage.HEARING).callId()).isEqualTo(call);
        order(() -> supervisor.change(ListenMode.BARGE));
        listened(call, Listened.BARGE);
        exchange.telephony().hangUp(call);
        assertThat(await(Stage.ENDED).ending()).isEqualTo(Ending.TALK_OVER);
    }
}
