package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Address;
import dev.outpace.telephony.InputLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An answered call on an Asterisk that replays what a real one told, and the orders of its flow. */
abstract class AsteriskFlowRig {
    static final UUID CALL = new UUID(5, 1);
    static final String ANSWERS = "00";
    static final String HANGS_UP_AFTER_4_SECONDS = "01";
    static final String PRESSES_1_2_POUND = "15";
    /** Commands begin at once, and Asterisk answers at once. */
    static final Duration SOON = Duration.ofMillis(20);

    final InputLedger ledger = new InputLedger();
    final AsteriskExchange exchange = new AsteriskExchange(ledger, 1);
    final FakeAsterisk asterisk = exchange.asterisk;
    /** How many orders were given; the number of each is its id. */
    long orders;

    void answered(String party) {
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
        originate(CALL, party);
        run(Duration.ofSeconds(2));
    }

    void originate(UUID call, String party) {
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), Address.tel("+121255501" + party), null, Duration.ofSeconds(30)));
    }

    OrderId order(MediaOrder media) {
        var order = new OrderId(++orders);
        ledger.during(() -> exchange.telephony().execute(order, CALL, media));
        return order;
    }

    void run(Duration time) {
        exchange.clock.run(time);
    }

    List<OrderEnded> ends() {
        return ledger.of(CALL).stream()
                .filter(OrderEnded.class::isInstance)
                .map(OrderEnded.class::cast)
                .toList();
    }

    List<MediaResult> results() {
        return ends().stream().map(OrderEnded::result).toList();
    }

    List<String> commands() {
        return asterisk.commands("outpace-test-" + CALL);
    }

    static MediaOrder talk(String text) {
        return new MediaOrder.Talk(text, "", "", "", false, true);
    }

    static MediaOrder untilKey(boolean waits) {
        return new MediaOrder.Talk("Press a key", "", "", "", true, waits);
    }

    static MediaOrder keys(int length, String endKeys) {
        return new MediaOrder.ReceiveDigits(Duration.ofSeconds(20), length, endKeys);
    }
}
