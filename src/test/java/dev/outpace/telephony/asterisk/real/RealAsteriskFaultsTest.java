package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.telephony.InputLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carriers that are dead, and an Asterisk that stops. */
@Tag("asterisk")
class RealAsteriskFaultsTest {
    /** The process of Asterisk, to stop it for a while. */
    private static final String PROCESS = "OUTPACE_ASTERISK_PROCESS";

    private static final UUID CALL = new UUID(7, 1);

    private final InputLedger ledger = new InputLedger();

    private RealAsterisk connect(String trunk) {
        var exchange = new RealAsterisk(ledger, RealAsterisk.settings(trunk));
        exchange.telephony().connect();
        await(exchange, LinkUp.class);
        return exchange;
    }

    private static <I extends EngineInput> I await(RealAsterisk exchange, Class<I> expected) {
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s", expected).isNotNull();
        } while (!expected.isInstance(input));
        return expected.cast(input);
    }

    private static void originate(RealAsterisk exchange, Address to, Duration ring) {
        exchange.telephony().originate(new CallRequest(CALL, new UUID(1, 0), to, null, ring));
    }

    @ParameterizedTest
    @CsvSource({
        "486, BUSY",
        "503, CONGESTED",
        "603, REJECTED",
        "404, BAD_NUMBER",
        "480, NO_ANSWER",
        "201, COMPLETED",
        "183, COMPLETED"
    })
    void aLocalChannelWhichTellsLessEndsInTheSameWay(String digits, Outcome outcome) {
        try (var exchange = connect("Local/world")) {
            originate(exchange, RealAsterisk.number(digits), Duration.ofSeconds(6));
            assertThat(await(exchange, CallEnded.class).outcome()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/nosuch", "PJSIP/agent901", "PJSIP/agent902", "Nope/carrier"})
    void aTrunkThatIsNotThereOrOutOfReachRefuses(String trunk) {
        try (var exchange = connect(trunk)) {
            originate(exchange, RealAsterisk.number("200"), Duration.ofSeconds(3));
            assertThat(await(exchange, CallRefused.class).callId()).isEqualTo(CALL);
        }
    }

    /** Nothing listens at this address: the network is silent to the end. */
    @Test
    void aCarrierThatIsDeadIsOutOfReachAndNotAPersonWhoDoesNotAnswer() {
        try (var exchange = connect("PJSIP/carrier")) {
            originate(exchange, Address.sip("dead@127.0.0.1:9"), Duration.ofSeconds(3));
            assertThat(await(exchange, CallEnded.class).outcome()).isEqualTo(Outcome.UNREACHABLE);
        }
    }

    @Test
    void aStalledAsteriskIsFoundAndWhatItCarriesOutLateIsHungUp() throws Exception {
        try (var exchange = connect("PJSIP/carrier")) {
            signal("STOP");
            try {
                originate(exchange, RealAsterisk.number("480"), Duration.ofSeconds(20));
                assertThat(await(exchange, LinkDown.class).reason()).contains("silent");
            } finally {
                signal("CONT");
            }
            var up = await(exchange, LinkUp.class);
            if (up.now().calls().isEmpty()) {
                assertThat(await(exchange, CallRefused.class).callId()).isEqualTo(CALL);
            } else {
                exchange.telephony().hangUp(CALL);
                await(exchange, CallEnded.class);
            }
            exchange.settle();
            exchange.telephony().requestSnapshot();
            assertThat(await(exchange, LinkUp.class).now().calls()).isEmpty();
        }
    }

    @Test
    void aCallThatNobodyLooksAfterIsEndedByAsterisk() {
        var settings = RealAsterisk.settings("PJSIP/carrier");
        try (var gone = new RealAsterisk(ledger, settings)) {
            gone.telephony().connect();
            await(gone, LinkUp.class);
            originate(gone, RealAsterisk.number("200"), Duration.ofSeconds(5));
            await(gone, CallAnswered.class);
        }
        var later = new InputLedger();
        try (var next = new RealAsterisk(later, settings)) {
            next.telephony().connect();
            assertThat(await(next, LinkUp.class).now().calls()).as("taken over").containsOnlyKeys(CALL);
            next.dropLink();
            await(next, LinkDown.class);
            assertThat(next.next())
                    .as("nobody speaks to Asterisk for longer than it keeps a caller")
                    .isTrue();
            next.restoreLink();
            assertThat(await(next, LinkUp.class).now().calls()).isEmpty();
        }
    }

    @Test
    void whatRingsIsToldBeforeItsAnswer() {
        try (var exchange = connect("PJSIP/carrier")) {
            originate(exchange, RealAsterisk.number("200"), Duration.ofSeconds(5));
            var ringing = await(exchange, CallRinging.class);
            var answered = await(exchange, CallAnswered.class);
            assertThat(Duration.between(ringing.at(), answered.at())).isPositive();
            exchange.telephony().hangUp(CALL);
            await(exchange, CallEnded.class);
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, RealAsterisk.given(PROCESS))
                .start()
                .waitFor();
    }
}
