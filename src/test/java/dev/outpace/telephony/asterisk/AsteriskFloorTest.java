package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queues and agents beyond the contract: what Asterisk is told, and what an earlier run of the program left. */
class AsteriskFloorTest {
    private static final UUID QUEUE = new UUID(2, 1);
    private static final UUID ANNA = new UUID(4, 1);
    private static final UUID CALL = new UUID(5, 1);
    private static final Phone PHONE = new Phone("PJSIP", "agent101");

    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(told::add, 1);
    private final FakeAsterisk asterisk = exchange.asterisk;

    private void run(long millis) {
        exchange.clock.run(Duration.ofMillis(millis));
    }

    private static void connect(AsteriskTelephony telephony, @Nullable Phone phone) {
        connect(telephony, phone, QueueService.USUAL);
    }

    private static void connect(AsteriskTelephony telephony, @Nullable Phone phone, QueueService service) {
        var queue = new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, service, null, Stamps.NONE, Json.Obj.EMPTY);
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
                phone,
                Stamps.NONE,
                Json.Obj.EMPTY);
        telephony.assign(List.of(queue), List.of(agent));
        telephony.connect();
    }

    private void talking() {
        connect(exchange.telephony(), PHONE);
        joined(exchange.telephony());
        run(4_000);
        assertThat(told).hasAtLeastOneElementOfType(AgentConnected.class);
    }

    private void joined(AsteriskTelephony telephony) {
        joined(telephony, () -> {});
    }

    private void joined(AsteriskTelephony telephony, Runnable before) {
        run(10);
        var to = new Address("tel", "+12125550100", "Anna \"<1>\\ Miller", "", "");
        telephony.originate(new CallRequest(CALL, new UUID(1, 0), to, null, Duration.ofSeconds(30)));
        run(2_000);
        assertThat(told).hasAtLeastOneElementOfType(CallAnswered.class);
        before.run();
        telephony.joinQueue(CALL, QUEUE, Duration.ZERO);
    }

    private FakeDial dial() {
        var dial = asterisk.dialAt(PHONE.dialString());
        assertThat(dial).isNotNull();
        return Objects.requireNonNull(dial);
    }

    private <I extends EngineInput> I only(Class<I> type) {
        var found = told.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void thePhoneShowsTheCallersNumberAndNameWhateverTheNameIs() {
        talking();
        assertThat(asterisk.commands("outpace-test-" + CALL))
                .containsSubsequence(
                        "SET CALLERID \"\\\"Anna 1 Miller\\\" <+12125550100>\"", "EXEC Dial \"PJSIP/agent101,15,gm\"");
    }

    /** The channel can do one of the two, and the caller is to be connected. */
    @Test
    void aTextThatNobodyWaitsForIsBrokenOffWhenAPhoneIsToRing() {
        connect(exchange.telephony(), null);
        joined(
                exchange.telephony(),
                () -> exchange.telephony()
                        .execute(new OrderId(1), CALL, new MediaOrder.Talk("A long text", "", "", "", false, false)));
        run(1_000);
        assertThat(asterisk.received()).as("while nobody is free").doesNotContain("ControlPlayback");
        connect(exchange.telephony(), PHONE);
        run(50);
        assertThat(asterisk.received()).contains("ControlPlayback");
        assertThat(asterisk.commands("outpace-test-" + CALL)).last().asString().startsWith("EXEC Dial");
    }

    @Test
    void thePhoneRingsAsLongAsTheQueueSays() {
        connect(exchange.telephony(), PHONE, new QueueService(0, 7_500));
        joined(exchange.telephony());
        run(100);
        assertThat(asterisk.commands("outpace-test-" + CALL)).endsWith("EXEC Dial \"PJSIP/agent101,7.5,gm\"");
    }

    @Test
    void whoeverWaitsHearsTheClassOfMusicThatTheWorkspaceIsSetTo() {
        var telephony = new AsteriskTelephony(
                exchange.clock,
                told::add,
                asterisk,
                AsteriskExchange.SETTINGS,
                new MediaSettings("", "hold-2"),
                new FakeSpeech(),
                Runnable::run);
        connect(telephony, null);
        joined(telephony);
        run(100);
        assertThat(asterisk.commands("outpace-test-" + CALL)).endsWith("SET MUSIC ON \"hold-2\"");
        connect(telephony, PHONE);
        run(100);
        assertThat(asterisk.commands("outpace-test-" + CALL)).endsWith("EXEC Dial \"PJSIP/agent101,15,gm(hold-2)\"");
    }

    @Test
    void aTransferThatIsToldAfterAllThatFollowsFromItIsOne() {
        talking();
        dial().agentPassesOn(true);
        run(1_000);
        assertThat(only(AgentReleased.class).how()).isEqualTo(Released.TRANSFERRED);
    }

    @Test
    void anAgentWhoAsksAnotherFirstStaysInTheTalkUntilTheCallerIsPassedOn() {
        talking();
        dial().agentAsksAndPassesOn();
        run(1_300);
        assertThat(told).doesNotHaveAnyElementsOfTypes(AgentReleased.class);
        run(1_000);
        assertThat(only(AgentReleased.class).how()).isEqualTo(Released.TRANSFERRED);
    }

    @Test
    void aTalkOfAnEarlierRunOfTheProgramIsTakenOverWithItsAgent() {
        talking();
        exchange.telephony().close();
        told.clear();
        var next = exchange.telephony(told::add, AsteriskExchange.SETTINGS);
        connect(next, PHONE);
        run(20);

        var now = only(LinkUp.class).now();
        assertThat(now.calls()).extractingByKey(CALL).satisfies(call -> {
            assertThat(call.stage()).isEqualTo(CallStage.TALKING);
            assertThat(call.agentId()).isEqualTo(ANNA);
        });
        assertThat(now.agents()).extractingByKey(ANNA).satisfies(agent -> {
            assertThat(agent.status()).isEqualTo(AgentStatus.BUSY);
            assertThat(agent.otherCall()).isFalse();
        });

        dial().agentHangsUp();
        run(1_000);
        assertThat(only(AgentReleased.class).how()).isEqualTo(Released.AGENT);
    }

    @Test
    void anAgentWithoutAPhoneIsMissingAndTakesNoOrders() {
        connect(exchange.telephony(), null);
        run(10);
        assertThat(only(LinkUp.class).now().missingAgents()).containsExactly(ANNA);

        exchange.telephony().changeAgent(new OrderId(1), ANNA, AgentStatus.AVAILABLE, AwayReason.BREAK);
        run(10);
        assertThat(only(OrderRefused.class).order()).isEqualTo(new OrderId(1));
    }
}
