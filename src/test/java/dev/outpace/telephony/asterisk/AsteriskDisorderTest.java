package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.telephony.InputLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded calls, told in every order in which Asterisk may tell them, with links that are lost and hang-ups at any moment. */
class AsteriskDisorderTest {
    private static final UUID CAMPAIGN = new UUID(1, 0);
    private static final Duration RING = Duration.ofSeconds(20);
    private static final int SEEDS = 60;

    private final InputLedger ledger = new InputLedger();
    private AsteriskExchange exchange = new AsteriskExchange(ledger, 0);

    private void begin(long seed) {
        exchange = new AsteriskExchange(ledger, seed);
        exchange.asterisk.disorder(0.2);
        ledger.during(exchange.telephony()::connect);
        exchange.clock.run(Duration.ofSeconds(1));
        assertThat(ledger.isUp()).isTrue();
    }

    private UUID originate(long number, int party) {
        var call = new UUID(5, number);
        var to = Address.tel("+121255501" + String.format("%02d", party));
        ledger.ordered(call);
        ledger.during(() -> exchange.telephony().originate(new CallRequest(call, CAMPAIGN, to, null, RING)));
        return call;
    }

    @ParameterizedTest
    @CsvSource({
        "1, COMPLETED, CALLER",
        "3, NO_ANSWER, EXCHANGE",
        "4, BUSY, EXCHANGE",
        "5, REJECTED, CALLER",
        "6, BAD_NUMBER, EXCHANGE",
        "8, CONGESTED, EXCHANGE",
        "9, UNREACHABLE, EXCHANGE",
        "10, COMPLETED, CALLER",
        "11, BUSY, EXCHANGE",
        "12, CONGESTED, EXCHANGE"
    })
    void aCallEndsInTheSameWayInWhicheverOrderItIsTold(int party, Outcome outcome, EndedBy by) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            begin(seed);
            var call = originate(100L * party + seed, party);
            exchange.clock.run(Duration.ofSeconds(60));

            assertThat(ledger.of(call)).first().isInstanceOf(CallAccepted.class);
            assertThat(ledger.of(call)).last().isInstanceOfSatisfying(CallEnded.class, ended -> {
                assertThat(ended.outcome()).isEqualTo(outcome);
                assertThat(ended.by()).isEqualTo(by);
            });
            assertThat(ledger.of(call))
                    .filteredOn(CallAnswered.class::isInstance)
                    .hasSize(outcome == Outcome.COMPLETED ? 1 : 0);
            exchange.telephony().close();
            again();
        }
    }

    /** The next exchange begins with a link of its own. */
    private void again() {
        ledger.accept(new LinkDown(exchange.clock.wallTime(), "next seed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13})
    void whatNeverReachedTheNetworkIsRefusedOnce(int party) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            begin(seed);
            var call = originate(100L * party + seed, party);
            exchange.clock.run(Duration.ofSeconds(60));
            assertThat(ledger.of(call)).singleElement().isInstanceOf(CallRefused.class);
            exchange.telephony().close();
            again();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyCallIsAccountedForOnceWhateverHappensToTheLink(long seed) {
        begin(seed);
        exchange.asterisk.forget(seed % 2 == 0 ? 0.05 : 0);
        var random = new SplittableRandom(seed);
        var calls = new ArrayList<UUID>();
        for (int turn = 0; turn < 400; turn++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> calls.add(originate(calls.size() + 1L, random.nextInt(14)));
                case 5, 6 -> {
                    if (!calls.isEmpty()) {
                        var call = calls.get(random.nextInt(calls.size()));
                        ledger.during(() -> exchange.telephony().hangUp(call));
                    }
                }
                case 7 -> fault(random.nextInt(6));
                default -> exchange.clock.run(Duration.ofMillis(random.nextInt(3_000)));
            }
        }
        exchange.clock.run(Duration.ZERO);
        exchange.asterisk.restore();
        exchange.asterisk.stall(false);
        exchange.asterisk.forget(0);
        exchange.clock.run(Duration.ofSeconds(30));
        for (var call : List.copyOf(calls)) {
            ledger.during(() -> exchange.telephony().hangUp(call));
        }
        exchange.clock.run(Duration.ofSeconds(60));

        assertThat(ledger.isUp()).isTrue();
        assertThat(ledger.openCalls()).isEmpty();
        for (var call : calls) {
            assertThat(ledger.of(call)).as("call %s", call).last().isInstanceOfAny(CallEnded.class, CallRefused.class);
        }
        assertThat(exchange.asterisk.channels())
                .as("no phone rings or talks for nobody")
                .isZero();
    }

    private void fault(int which) {
        switch (which) {
            case 0 -> exchange.clock.schedule(Duration.ZERO, exchange.asterisk::cut);
            case 1 -> exchange.clock.schedule(Duration.ZERO, exchange.asterisk::restart);
            case 2 -> exchange.asterisk.stall(true);
            case 3 -> exchange.asterisk.stall(false);
            case 4 -> ledger.during(exchange.telephony()::requestSnapshot);
            default -> exchange.asterisk.restore();
        }
    }
}
