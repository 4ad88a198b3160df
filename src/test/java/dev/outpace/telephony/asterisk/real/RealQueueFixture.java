package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.InputLedger;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** Callers and agents in Asterisk's own queues, on a real one. */
abstract class RealQueueFixture {
    static final UUID QUEUE = new UUID(2, 1);
    static final String STAYS = "200";
    /** And speaks on and on. */
    static final String SPEAKS = "302";

    static final int STAYS_ON = 141;
    static final String HANGS_UP_AFTER_FOUR_SECONDS = "201";
    /** Has 101 and 102 as fixed members, and three seconds of wrap-up. */
    static final String FIXED = "support";
    /** Has no members, and rings each for four seconds. */
    static final String OPEN = "short";

    final InputLedger ledger = new InputLedger();
    final List<EngineInput> told = new ArrayList<>();
    private final AsteriskSettings settings = RealAsterisk.settings("PJSIP/carrier");
    RealAsterisk exchange = new RealAsterisk(this::hear, settings);
    final List<Integer> loggedIn = new ArrayList<>();
    private long orders;
    private int calls;

    private void hear(EngineInput input) {
        told.add(input);
        ledger.accept(input);
    }

    @AfterEach
    void close() throws IOException {
        ledger.openCalls().forEach(call -> exchange.telephony().hangUp(call));
        exchange.settle();
        for (int phone : loggedIn) {
            order(phone, AgentStatus.OFFLINE, AwayReason.BREAK);
        }
        exchange.settle();
        assertThat(ledger.openCalls()).isEmpty();
        exchange.close();
    }

    static UUID agentId(int phone) {
        return RealFloorFixture.agentId(phone);
    }

    private void assign(String name, Integer... phones) {
        var queue = new Queue(
                QUEUE,
                "",
                "",
                "",
                List.of(),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                new ExchangeQueue(name),
                Stamps.NONE,
                Json.Obj.EMPTY);
        exchange.telephony()
                .assign(
                        List.of(queue),
                        List.of(phones).stream().map(RealFloorFixture::agent).toList());
    }

    void connect(String name, Integer... phones) {
        assign(name, phones);
        exchange.telephony().connect();
        await(LinkUp.class, _ -> true);
    }

    /** This run ends without a word to its calls, and the next one finds what lives. */
    Snapshot nextRun(String name, Integer... phones) {
        exchange.close();
        told.clear();
        exchange = new RealAsterisk(this::hear, settings);
        assign(name, phones);
        exchange.telephony().connect();
        return await(LinkUp.class, _ -> true).now();
    }

    OrderId order(int phone, AgentStatus status, AwayReason why) {
        var order = new OrderId(++orders);
        exchange.telephony().changeAgent(order, agentId(phone), status, why);
        return order;
    }

    void logIn(int phone) {
        var order = order(phone, AgentStatus.AVAILABLE, AwayReason.BREAK);
        await(OrderAccepted.class, accepted -> accepted.order().equals(order));
        loggedIn.add(phone);
    }

    UUID joins(String party, Duration maxWait) {
        var call = answers(party);
        exchange.telephony().joinQueue(call, QUEUE, maxWait);
        return call;
    }

    UUID answers(String party) {
        var call = new UUID(7, ++calls);
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), RealAsterisk.number(party), null, Duration.ofSeconds(20)));
        await(CallAnswered.class, answered -> answered.callId().equals(call));
        return call;
    }

    /** The channel of a call. */
    String channel(UUID call) {
        return "outpace-" + settings.mark() + '-' + call;
    }

    /** A channel of a phone as Asterisk calls it. */
    static String leg(int phone) throws IOException {
        return RealFloorFixture.elsewhere("Action: CoreShowChannels", "Channel: PJSIP/agent" + phone + '-');
    }

    <I extends EngineInput> I await(Class<I> expected, Predicate<I> which) {
        for (var input : told) {
            if (expected.isInstance(input) && which.test(expected.cast(input))) {
                return expected.cast(input);
            }
        }
        return next(expected, which);
    }

    /** One that was not told yet. */
    <I extends EngineInput> I next(Class<I> expected, Predicate<I> which) {
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s in %s", expected, told).isNotNull();
        } while (!expected.isInstance(input) || !which.test(expected.cast(input)));
        return expected.cast(input);
    }

    static Duration between(EngineInput.FromExchange from, EngineInput.FromExchange to) {
        return Duration.between(from.at(), to.at());
    }

    AgentStatus status(int phone) {
        return Objects.requireNonNull(ledger.agents().get(agentId(phone)));
    }
}
