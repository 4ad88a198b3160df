package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.telephony.InputLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many calls of all outcomes at once: every one is accounted for, with the outcome that its number has. */
@Tag("asterisk")
class RealAsteriskLoadTest {
    private static final int CALLS = Integer.getInteger("calls", 300);
    private static final Duration BETWEEN = Duration.ofMillis(1_000 / Integer.getInteger("callsPerSecond", 25));
    private static final Duration RING = Duration.ofSeconds(4);
    private static final Duration TALK = Duration.ofSeconds(2);
    /** By the first digits of a number; those who answer stay until we hang up, or hang up themselves. */
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "200", Outcome.COMPLETED,
            "201", Outcome.COMPLETED,
            "404", Outcome.BAD_NUMBER,
            "480", Outcome.NO_ANSWER,
            "486", Outcome.BUSY,
            "503", Outcome.CONGESTED,
            "603", Outcome.REJECTED);

    @Test
    void everyCallIsAccountedForWithItsOutcome() {
        var ledger = new InputLedger();
        var expected = new HashMap<UUID, Outcome>();
        var ends = new HashMap<UUID, EngineInput>();
        var orderedAt = new ConcurrentHashMap<UUID, Long>();
        var answeredAfter = new ArrayList<Duration>();
        try (var exchange = new RealAsterisk(ledger, RealAsterisk.settings("PJSIP/carrier"))) {
            var telephony = exchange.telephony();
            telephony.connect();
            assertThat(exchange.hear()).isInstanceOf(LinkUp.class);
            var digits = List.copyOf(OUTCOMES.keySet());
            for (int i = 0; i < CALLS; i++) {
                var digit = digits.get(i % digits.size());
                var call = new UUID(7, i);
                expected.put(call, OUTCOMES.get(digit));
                exchange.clock.schedule(BETWEEN.multipliedBy(i), () -> {
                    orderedAt.put(call, System.nanoTime());
                    telephony.originate(new CallRequest(call, new UUID(1, 0), RealAsterisk.number(digit), null, RING));
                });
            }
            while (ends.size() < CALLS) {
                var input = exchange.hear();
                assertThat(input)
                        .as("%d of %d calls have ended", ends.size(), CALLS)
                        .isNotNull();
                switch (input) {
                    case CallAccepted accepted ->
                        answeredAfter.add(Duration.ofNanos(
                                System.nanoTime() - Objects.requireNonNull(orderedAt.get(accepted.callId()))));
                    case CallAnswered answered ->
                        exchange.clock.schedule(TALK, () -> telephony.hangUp(answered.callId()));
                    case CallEnded ended -> ends.put(ended.callId(), ended);
                    case CallRefused refused -> ends.put(refused.callId(), refused);
                    default -> {}
                }
            }
        }
        System.out.println("from the order to its answer: " + Quantiles.of(answeredAfter));
        ends.forEach((call, end) -> assertThat(end)
                .isInstanceOfSatisfying(
                        CallEnded.class,
                        ended -> assertThat(ended.outcome())
                                .as("of %s", ledger.of(call))
                                .isEqualTo(expected.get(call))));
        assertThat(ledger.inputs().stream().filter(CallAccepted.class::isInstance))
                .hasSize(CALLS);
    }
}
