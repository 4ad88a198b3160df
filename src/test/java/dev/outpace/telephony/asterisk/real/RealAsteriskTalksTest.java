package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.InputLedger;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People whom a flow brings together, and a text that goes on while a caller waits, on a real exchange. */
@Tag("asterisk")
class RealAsteriskTalksTest {
    private static final UUID QUEUE = new UUID(4, 0);
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final String STAYS = "200";

    private final AsteriskSettings settings = RealAsterisk.settings("PJSIP/carrier");
    private long orders;

    private RealAsterisk linked(InputLedger ledger) {
        var exchange = new RealAsterisk(ledger, settings);
        exchange.telephony().connect();
        return exchange;
    }

    private static <I extends EngineInput> I await(RealAsterisk exchange, Class<I> expected, Predicate<I> which) {
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s", expected).isNotNull();
        } while (!expected.isInstance(input) || !which.test(expected.cast(input)));
        return expected.cast(input);
    }

    private static <I extends EngineInput> I await(RealAsterisk exchange, Class<I> expected) {
        return await(exchange, expected, _ -> true);
    }

    private static void answered(RealAsterisk exchange, UUID call) {
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), RealAsterisk.number(STAYS), null, Duration.ofSeconds(20)));
        await(exchange, CallAnswered.class);
    }

    private OrderId order(RealAsterisk exchange, UUID call, MediaOrder media) {
        var order = new OrderId(++orders);
        exchange.telephony().execute(order, call, media);
        return order;
    }

    /** Nobody speaks to Asterisk for longer than it keeps a caller who is alone. */
    private static LinkUp unheard(RealAsterisk exchange) {
        exchange.dropLink();
        await(exchange, LinkDown.class);
        assertThat(exchange.next()).isTrue();
        exchange.restoreLink();
        return await(exchange, LinkUp.class);
    }

    @Test
    void twoPeopleInOneConferenceTalkOnWithoutUsAndOneAloneDoesNot() {
        try (var exchange = linked(new InputLedger())) {
            await(exchange, LinkUp.class);
            answered(exchange, ANNA);
            answered(exchange, BEN);
            var room = new MediaOrder.Conference(UUID.randomUUID());
            var first = order(exchange, ANNA, room);
            // Asterisk tells who comes first that nobody else is there, and lets her in afterwards.
            order(exchange, BEN, new MediaOrder.ReceiveDigits(Duration.ofSeconds(5), 0, ""));
            await(exchange, OrderEnded.class);
            order(exchange, BEN, room);
            exchange.settle();
            assertThat(unheard(exchange).now().calls())
                    .containsEntry(ANNA, CallNow.of(CallStage.IN_ORDER))
                    .containsEntry(BEN, CallNow.of(CallStage.IN_ORDER));
            exchange.telephony().cancel(first);
            assertThat(await(exchange, OrderEnded.class).order()).isEqualTo(first);
            exchange.telephony().hangUp(ANNA);
            await(exchange, CallEnded.class);
            assertThat(unheard(exchange).now().calls()).isEmpty();
        }
    }

    @Test
    void whoTalksWithSomebodyElseTalksOnWhenWeDieAndIsTakenOver() {
        try (var gone = linked(new InputLedger())) {
            await(gone, LinkUp.class);
            answered(gone, ANNA);
            order(gone, ANNA, new MediaOrder.Connect(List.of(RealAsterisk.number(STAYS)), null, false));
            gone.settle();
            gone.settle();
        }
        var ledger = new InputLedger();
        try (var next = linked(ledger)) {
            assertThat(await(next, LinkUp.class).now().calls()).containsEntry(ANNA, CallNow.of(CallStage.TRANSFERRED));
            assertThat(unheard(next).now().calls()).containsEntry(ANNA, CallNow.of(CallStage.TRANSFERRED));
            next.telephony().hangUp(ANNA);
            await(next, CallEnded.class);
        }
    }

    @Test
    void whoIsLeftByTheOtherAfterWeDiedIsNotKeptInSilence() {
        try (var gone = linked(new InputLedger())) {
            await(gone, LinkUp.class);
            answered(gone, ANNA);
            order(gone, ANNA, new MediaOrder.Connect(List.of(RealAsterisk.number("201")), null, false));
            gone.settle();
            gone.settle();
        }
        var ledger = new InputLedger();
        try (var next = linked(ledger)) {
            assertThat(await(next, LinkUp.class).now().calls()).containsOnlyKeys(ANNA);
            await(next, CallEnded.class);
        }
    }

    @Test
    void aTextThatNobodyWaitsForGoesOnUntilAPhoneIsToRing() {
        try (var exchange = linked(new InputLedger())) {
            await(exchange, LinkUp.class);
            var queue = new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
            exchange.telephony().assign(List.of(queue), List.of());
            answered(exchange, ANNA);
            order(
                    exchange,
                    ANNA,
                    new MediaOrder.Talk("Thank you for waiting. ".repeat(20), "en-us", "", "", false, false));
            await(exchange, OrderEnded.class);
            exchange.telephony().joinQueue(ANNA, QUEUE, Duration.ZERO);
            await(exchange, QueueJoined.class);
            exchange.settle();
            exchange.telephony().assign(List.of(queue), List.of(RealAsteriskFloorTest.agent(101)));
            long asked = System.nanoTime();
            await(exchange, AgentRinging.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
            exchange.telephony().hangUp(ANNA);
            await(exchange, CallEnded.class);
        }
    }
}
