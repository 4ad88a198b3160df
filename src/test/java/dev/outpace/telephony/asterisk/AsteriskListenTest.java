package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.Listened;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
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
import dev.outpace.telephony.InputLedger;
import dev.outpace.telephony.SupervisorPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor hears the talks of an agent, with an Asterisk that replays what one told. */
class AsteriskListenTest {
    private static final UUID QUEUE = new UUID(2, 1);
    private static final UUID ANNA = new UUID(4, 1);
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);
    private static final Phone PHONE = new Phone("PJSIP", "agent101");
    private static final Phone SUPERVISOR = new Phone("PJSIP", "super");

    private final InputLedger ledger = new InputLedger();
    private final List<EngineInput> told = new ArrayList<>();
    private final List<Listening> heard = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(
            input -> {
                told.add(input);
                ledger.accept(input);
            },
            1);
    private final FakeAsterisk asterisk = exchange.asterisk;
    private final SupervisorPhone supervisor = exchange.telephony().supervisorPhone(heard::add);

    private void run(long millis) {
        exchange.clock.run(Duration.ofMillis(millis));
    }

    @BeforeEach
    void talk() {
        assign(null);
        exchange.telephony().connect();
        run(10);
        talks(FIRST);
    }

    private void assign(@Nullable ExchangeQueue ofExchange) {
        var service = QueueService.USUAL.withWrapUp(0);
        var queue = new Queue(
                QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, service, ofExchange, Stamps.NONE, Json.Obj.EMPTY);
        var agent = new Agent(
                ANNA,
                "",
                "",
                "",
                "",
                AgentStatus.AVAILABLE,
                AwayReason.BREAK,
                0,
                List.of(),
                List.of(),
                PHONE,
                Stamps.NONE,
                Json.Obj.EMPTY);
        exchange.telephony().assign(List.of(queue), List.of(agent));
    }

    private void talks(UUID call) {
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), Address.tel("+12125550100"), null, Duration.ofSeconds(30)));
        run(2_000);
        exchange.telephony().joinQueue(call, QUEUE, Duration.ZERO);
        run(4_000);
    }

    private void hears(UUID call, ListenMode mode) {
        supervisor.listen(SUPERVISOR, call, mode);
        run(3_000);
        assertThat(last().stage()).isEqualTo(Stage.HEARING);
        assertThat(last().callId()).isEqualTo(call);
        assertThat(last().agentId()).isEqualTo(ANNA);
        assertThat(last().mode()).isEqualTo(mode);
    }

    private Listening last() {
        return heard.getLast();
    }

    private Stream<Listened> noted(UUID call) {
        return told.stream()
                .filter(CallListened.class::isInstance)
                .map(CallListened.class::cast)
                .filter(input -> input.callId().equals(call))
                .peek(input -> assertThat(input.phone()).isEqualTo("PJSIP/super"))
                .map(CallListened::what);
    }

    private FakeDial dial() {
        return Objects.requireNonNull(asterisk.dialAt(PHONE.dialString()));
    }

    @Test
    void oneLegListensWhispersAndBargesInAndTheCallKeepsIt() {
        hears(FIRST, ListenMode.WHISPER);
        for (var mode : List.of(ListenMode.BARGE, ListenMode.LISTEN)) {
            supervisor.change(mode);
            run(100);
            assertThat(last().mode()).isEqualTo(mode);
        }
        supervisor.stop();
        run(100);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(last().ending()).isEqualTo(Ending.STOPPED);
        assertThat(noted(FIRST))
                .containsExactly(Listened.LISTEN, Listened.WHISPER, Listened.BARGE, Listened.LISTEN, Listened.ENDED);
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(2);
        assertThat(ledger.openCalls()).containsExactly(FIRST);
        assertThat(told).doesNotHaveAnyElementsOfTypes(AgentReleased.class);
    }

    @Test
    void itEndsWithTheTalkAndFollowsOnlyIfItIsTold() {
        hears(FIRST, ListenMode.LISTEN);
        dial().agentHangsUp();
        run(1_500);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(last().ending()).isEqualTo(Ending.TALK_OVER);
        assertThat(noted(FIRST)).endsWith(Listened.ENDED);
    }

    @Test
    void itFollowsTheAgentToTheNextTalkOnTheSameLegAndInTheSameWay() {
        supervisor.follow(true);
        hears(FIRST, ListenMode.WHISPER);
        dial().agentHangsUp();
        run(1_500);
        assertThat(last().stage()).isEqualTo(Stage.WAITING);
        talks(SECOND);
        assertThat(last().stage()).isEqualTo(Stage.HEARING);
        assertThat(last().callId()).isEqualTo(SECOND);
        assertThat(noted(SECOND)).containsExactly(Listened.LISTEN, Listened.WHISPER);
        assertThat(asterisk.received())
                .filteredOn("Originate"::equals)
                .as("two calls, one leg")
                .hasSize(3);
        supervisor.follow(false);
        supervisor.stop();
        run(100);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
    }

    /** @param member who serves the queue: the agent's phone, or one whom nobody here knows */
    private void talksInAsterisksOwnQueue(String member) {
        dial().agentHangsUp();
        exchange.telephony().hangUp(FIRST);
        run(1_500);
        asterisk.queues.has("support", member, false, false);
        assign(new ExchangeQueue("support"));
        run(10);
        talks(SECOND);
    }

    @Test
    void aTalkOfAsterisksOwnQueueIsHeardAfterItsLocalChannelWasLeftOut() {
        talksInAsterisksOwnQueue("Local/141@from-agent");
        var talk = (FakeQueueCall) Objects.requireNonNull(asterisk.dialAt("Local/141@from-agent"));
        talk.legIsShortened();
        run(1_500);
        supervisor.listen(SUPERVISOR, SECOND, ListenMode.LISTEN);
        run(3_000);
        assertThat(last().stage()).isEqualTo(Stage.HEARING);
        assertThat(noted(SECOND)).containsExactly(Listened.LISTEN);
        talk.agentHangsUp();
        run(1_500);
        assertThat(last().ending()).isEqualTo(Ending.TALK_OVER);
        assertThat(told.stream().filter(AgentReleased.class::isInstance)).hasSize(2);
    }

    @Test
    void aTalkOfAsterisksOwnQueueIsHeardUntilItEnds() {
        talksInAsterisksOwnQueue(PHONE.dialString());
        hears(SECOND, ListenMode.WHISPER);
        dial().agentHangsUp();
        run(1_500);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(last().ending()).isEqualTo(Ending.TALK_OVER);
        assertThat(noted(SECOND)).containsExactly(Listened.LISTEN, Listened.WHISPER, Listened.ENDED);
    }

    @Test
    void aCallWithoutAnAgentIsNotHeard() {
        supervisor.listen(SUPERVISOR, SECOND, ListenMode.LISTEN);
        run(100);
        assertThat(last().ending()).isEqualTo(Ending.NO_TALK);
        assertThat(asterisk.received()).filteredOn("Originate"::equals).hasSize(1);
    }

    @Test
    void aLegThatIsGivenUpBeforeAsteriskMadeItIsHungUp() {
        supervisor.listen(SUPERVISOR, FIRST, ListenMode.LISTEN);
        supervisor.stop();
        run(3_000);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(noted(FIRST)).isEmpty();
        assertThat(asterisk.channels()).isEqualTo(1);
    }

    @Test
    void whileTheLinkIsLostNothingIsKnownAndAfterItAllThatIsLeft() {
        hears(FIRST, ListenMode.LISTEN);
        exchange.dropLink();
        run(100);
        assertThat(last().stage()).isEqualTo(Stage.UNKNOWN);
        exchange.restoreLink();
        run(2_000);
        assertThat(last().stage()).isEqualTo(Stage.HEARING);

        exchange.dropLink();
        run(100);
        dial().agentHangsUp();
        exchange.restoreLink();
        run(4_000);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(last().ending()).isEqualTo(Ending.TALK_OVER);
    }

    @Test
    void whatIsGoneAfterARestartIsTold() {
        hears(FIRST, ListenMode.LISTEN);
        asterisk.restart();
        run(5_000);
        assertThat(last().stage()).isEqualTo(Stage.ENDED);
        assertThat(last().ending()).isEqualTo(Ending.LOST);
    }
}
