package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Telephony;
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
import dev.outpace.model.Stamps;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What every adapter must do, and what its tests have in common. An adapter extends the contract of each subject. */
@SuppressWarnings("NullAway") // The exchange is made before each test.
public abstract class TelephonyContract {
    static final UUID CAMPAIGN = new UUID(1, 0);
    static final UUID SALES = new UUID(2, 1);
    static final UUID SUPPORT = new UUID(2, 2);
    static final UUID SALES_TAG = new UUID(3, 1);
    static final UUID SUPPORT_TAG = new UUID(3, 2);
    static final UUID ANNA = new UUID(4, 1);
    static final UUID BEN = new UUID(4, 2);

    final InputLedger ledger = new InputLedger();
    private long calls;
    OrderId latestOrder = new OrderId(0);

    final OrderId nextOrder() {
        latestOrder = new OrderId(latestOrder.number() + 1);
        return latestOrder;
    }

    TestedExchange exchange;

    /** The adapter, that tells the sink. */
    protected abstract TestedExchange exchange(Consumer<EngineInput> sink);

    final Telephony telephony() {
        return exchange.telephony();
    }

    final Address number(Party party) {
        return exchange.number(party);
    }

    final void phonesMiss(@Nullable Missed how) {
        exchange.phonesMiss(how);
    }

    final boolean next() {
        return exchange.next();
    }

    final void settle() {
        exchange.settle();
    }

    @BeforeEach
    final void connectWithTwoAgentsAway() {
        exchange = exchange(ledger);
        assign(agent(ANNA, AgentStatus.AWAY, SALES_TAG), agent(BEN, AgentStatus.AWAY, SALES_TAG));
        order(telephony()::connect);
        settle();
    }

    final UUID originate(Party party) {
        var call = originateWithoutSettling(party);
        settle();
        return call;
    }

    final UUID originateWithoutSettling(Party party) {
        var call = nextCall();
        var to = number(party);
        ledger.ordered(call);
        order(() -> telephony().originate(new CallRequest(call, CAMPAIGN, to, null, Duration.ofSeconds(30))));
        return call;
    }

    final UUID nextCall() {
        return new UUID(5, ++calls);
    }

    final UUID answered(Party party) {
        var call = originate(party);
        await(new CallAnswered(AT, call));
        return call;
    }

    final UUID queued(Party party, Duration maxWait) {
        var call = answered(party);
        order(() -> telephony().joinQueue(call, SALES, maxWait));
        await(new QueueJoined(AT, call, SALES));
        return call;
    }

    final void change(UUID agentId, AgentStatus status) {
        order(() -> telephony().changeAgent(nextOrder(), agentId, status, AwayReason.BREAK));
        settle();
    }

    final void assign(Agent... agents) {
        order(() -> telephony()
                .assign(List.of(queue(SALES, SALES_TAG), queue(SUPPORT, SUPPORT_TAG)), Arrays.asList(agents)));
    }

    final void order(Runnable order) {
        ledger.during(order);
    }

    final void await(EngineInput expected) {
        await(expected, 1);
    }

    final void await(EngineInput expected, int times) {
        while (ledger.inputs().stream().filter(expected::equals).count() < times) {
            assertThat(next())
                    .as("waiting for %s in %s", expected, ledger.inputs())
                    .isTrue();
        }
    }

    final void awaitEnd(UUID call) {
        while (ledger.openCalls().contains(call) || ledger.of(call).isEmpty()) {
            assertThat(next()).as("waiting for the end in %s", ledger.inputs()).isTrue();
        }
    }

    final void awaitAvailable(UUID agentId) {
        while (ledger.agents().get(agentId) != AgentStatus.AVAILABLE) {
            assertThat(next()).as("waiting for an agent in %s", ledger.inputs()).isTrue();
        }
    }

    final int lastAvailable(UUID agentId) {
        return ledger.inputs().lastIndexOf(new AgentChanged(AT, agentId, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    final Stream<EngineInput> sinceJoined(UUID call) {
        return ledger.inputs().stream().skip(ledger.inputs().indexOf(new QueueJoined(AT, call, SALES)));
    }

    static MediaOrder talk(String text) {
        return new MediaOrder.Talk(text, "", "", "", false, true);
    }

    static Queue queue(UUID id, UUID tag) {
        return new Queue(id, "", "", "random", List.of(tag), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
    }

    static Agent agent(UUID id, AgentStatus status, UUID... tags) {
        return new Agent(
                id,
                "",
                "",
                "",
                "ringall",
                status,
                AwayReason.BREAK,
                0,
                List.of(tags),
                List.of(),
                phone(id),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    /** Where this agent is reached. */
    public static Phone phone(UUID agentId) {
        return new Phone("PJSIP", "agent" + (100 + agentId.getLeastSignificantBits()));
    }

    final void await(Class<? extends EngineInput> expected) {
        while (ledger.inputs().stream().noneMatch(expected::isInstance)) {
            assertThat(next())
                    .as("waiting for %s in %s", expected, ledger.inputs())
                    .isTrue();
        }
    }

    /** A caller who talks with Anna. */
    final UUID talking() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentConnected(AT, call, ANNA));
        return call;
    }
}
