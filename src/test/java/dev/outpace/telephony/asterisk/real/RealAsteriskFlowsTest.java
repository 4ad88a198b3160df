package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.telephony.InputLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows order, on a real exchange. */
@Tag("asterisk")
@SuppressWarnings("NullAway") // The exchange is there before each test.
class RealAsteriskFlowsTest {
    /** The folder {@code monitor} of Asterisk's spool. */
    private static final String RECORDINGS = "OUTPACE_ASTERISK_RECORDINGS";

    private static final UUID CALL = UUID.randomUUID();
    private static final String ANSWERS = "200";
    private static final String PRESSES_1_2_POUND = "212";
    private static final String SPEAKS_FOR_3_SECONDS = "300";
    private static final String SPEAKS_AND_SENDS_NO_MORE = "301";

    private final InputLedger ledger = new InputLedger();
    private RealAsterisk exchange;
    private long orders;

    @BeforeEach
    void connect() {
        exchange = new RealAsterisk(ledger, RealAsterisk.settings("PJSIP/carrier"));
        exchange.telephony().connect();
        await(LinkUp.class);
    }

    @AfterEach
    void close() {
        ledger.openCalls().forEach(exchange.telephony()::hangUp);
        exchange.settle();
        exchange.close();
    }

    private <I extends EngineInput> I await(Class<I> expected) {
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s", expected).isNotNull();
        } while (!expected.isInstance(input));
        return expected.cast(input);
    }

    private void answered(String party) {
        originate(CALL, party);
        await(CallAnswered.class);
    }

    private void originate(UUID call, String party) {
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), RealAsterisk.number(party), null, Duration.ofSeconds(20)));
    }

    private OrderId order(UUID call, MediaOrder media) {
        var order = new OrderId(++orders);
        exchange.telephony().execute(order, call, media);
        return order;
    }

    private MediaResult result(MediaOrder media) {
        var order = order(CALL, media);
        var ended = await(OrderEnded.class);
        assertThat(ended.order()).isEqualTo(order);
        return ended.result();
    }

    private static MediaOrder.Talk talk(String text, boolean untilKey) {
        return new MediaOrder.Talk(text, "en-us", "", "", untilKey, true);
    }

    @Test
    void aMenuIsSpokenUntilAKeyAndTheKeysAreCollected() {
        answered(PRESSES_1_2_POUND);
        long begun = System.nanoTime();
        assertThat(result(talk("For sales press one, for support press two. ".repeat(5), true)))
                .isEqualTo(MediaResult.DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(result(new MediaOrder.ReceiveDigits(Duration.ofSeconds(10), 0, "#")))
                .isEqualTo(MediaResult.DONE);
        assertThat(ledger.of(CALL))
                .filteredOn(KeyPressed.class::isInstance)
                .extracting(input -> ((KeyPressed) input).key())
                .containsExactly('1', '2', '#');
    }

    @Test
    void aMachineIsFoundAndSilenceIsAPerson() {
        answered(SPEAKS_FOR_3_SECONDS);
        assertThat(result(new MediaOrder.DetectMachine(true))).isEqualTo(new MediaResult("", true));
        exchange.telephony().hangUp(CALL);
        await(CallEnded.class);
        var other = UUID.randomUUID();
        originate(other, ANSWERS);
        await(CallAnswered.class);
        order(other, new MediaOrder.DetectMachine(true));
        assertThat(await(OrderEnded.class).result()).isEqualTo(MediaResult.DONE);
    }

    @Test
    void aMissingSoundAndAnAddressWithoutASoundEndNoCall() {
        answered(SPEAKS_FOR_3_SECONDS);
        for (var name : List.of("no-such-sound", "http://127.0.0.1:9/none.wav", "a&b", "../../../etc/passwd")) {
            assertThat(result(new MediaOrder.Play(List.of(name))).problem()).isEqualTo("flow.failed.sound");
        }
        assertThat(result(new MediaOrder.Play(List.of("no-such-sound", "hello-world")))
                        .problem())
                .isEqualTo("flow.failed.sound");
        assertThat(result(new MediaOrder.Play(List.of("hello-world", "beep")))).isEqualTo(MediaResult.DONE);
    }

    @Test
    void aRecordingIsInAsterisksFolder() throws Exception {
        answered(SPEAKS_FOR_3_SECONDS);
        assertThat(result(new MediaOrder.StartRecording("wav", Duration.ZERO, "", Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(result(talk("This call is recorded.", false))).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.StopRecording())).isEqualTo(MediaResult.DONE);
        exchange.settle();
        assertThat(Files.size(recording(1))).isGreaterThan(16_000);
        long stopped = Files.size(recording(1));
        assertThat(result(new MediaOrder.Play(List.of("hello-world")))).isEqualTo(MediaResult.DONE);
        assertThat(Files.size(recording(1))).as("after the stop").isEqualTo(stopped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav16", "wav49", "gsm", "ulaw", "alaw", "g722", "sln", "sln16", "ogg"})
    void aRecordingIsWrittenInTheFormatOfTheFlow(String format) throws Exception {
        answered(SPEAKS_FOR_3_SECONDS);
        assertThat(result(new MediaOrder.StartRecording(format, Duration.ZERO, "", Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.Play(List.of("hello-world")))).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.StopRecording())).isEqualTo(MediaResult.DONE);
        exchange.settle();
        var ending = format.equals("wav49") ? "WAV" : format;
        assertThat(Files.size(recording(1, ending))).isGreaterThan(1_000);
    }

    @Test
    void aWholeCallIsRecordedWhateverItsFlowRecords() throws Exception {
        exchange.telephony()
                .originate(new CallRequest(
                        CALL, new UUID(1, 0), RealAsterisk.number("302"), null, Duration.ofSeconds(20), true));
        long answered = await(CallAnswered.class).at().toEpochMilli();
        assertThat(result(new MediaOrder.StartRecording("wav", Duration.ZERO, "", Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.Play(List.of("hello-world")))).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.StopRecording())).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.Play(List.of("hello-world", "hello-world"))))
                .isEqualTo(MediaResult.DONE);
        exchange.telephony().hangUp(CALL);
        long ended = await(CallEnded.class).at().toEpochMilli();
        exchange.settle();

        var whole = Path.of(RealAsterisk.given(RECORDINGS), "outpace", CALL + ".wav");
        assertThat(Loudness.seconds(whole)).isCloseTo((ended - answered) / 1e3, Offset.offset(0.5));
        assertThat(Files.size(recording(1))).isBetween(8_000L, Files.size(whole) * 2 / 3);
        assertThat(Loudness.of(whole)).as("the caller and what is played").isGreaterThan(500);
    }

    /** The person speaks for three seconds after the answer, of which the first is over. */
    @Test
    void aRecordingStopsAfterSilence() throws Exception {
        answered(SPEAKS_FOR_3_SECONDS);
        assertThat(result(new MediaOrder.StartRecording("wav", Duration.ofSeconds(2), "", Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.ReceiveDigits(Duration.ofSeconds(9), 0, "")))
                .isEqualTo(MediaResult.DONE);
        double seconds = (Files.size(recording(1)) - 44) / 16_000.0;
        assertThat(seconds).isBetween(3.5, 7.0);
    }

    /** Asterisk says nothing of a person whose network sends no more. */
    @Test
    void aRecordingStopsAfterSilenceAlsoWhereNoSoundComes() throws Exception {
        answered(SPEAKS_AND_SENDS_NO_MORE);
        assertThat(result(new MediaOrder.StartRecording("wav", Duration.ofSeconds(2), "", Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.ReceiveDigits(Duration.ofSeconds(12), 0, "")))
                .isEqualTo(MediaResult.DONE);
        // What comes from us is recorded too, so that the time is that until the stop.
        exchange.settle();
        double seconds = (Files.size(recording(1)) - 44) / 16_000.0;
        assertThat(seconds).isBetween(1.5, 7.0);
    }

    private static Path recording(int number) {
        return recording(number, "wav");
    }

    private static Path recording(int number, String ending) {
        return Path.of(RealAsterisk.given(RECORDINGS), "outpace", CALL + "-" + number + '.' + ending);
    }

    static Stream<MediaOrder> thatTakeLong() {
        return Stream.of(
                talk("Hello there. ".repeat(20), false),
                new MediaOrder.Echo(Duration.ofMinutes(1)),
                new MediaOrder.DetectMachine(true),
                new MediaOrder.SendDigits("123456789*0#", Duration.ofMillis(500), Duration.ofMillis(100)),
                new MediaOrder.ReceiveDigits(Duration.ofMinutes(1), 0, ""));
    }

    @ParameterizedTest
    @MethodSource("thatTakeLong")
    void whatIsCancelledEndsAndTheNextOrderFollows(MediaOrder media) {
        answered(ANSWERS);
        var order = order(CALL, media);
        exchange.settle();
        exchange.telephony().cancel(order);
        assertThat(await(OrderEnded.class).order()).isEqualTo(order);
        assertThat(result(new MediaOrder.Beep())).isEqualTo(MediaResult.DONE);
    }

    @Test
    void anEchoEndsByItselfAndKeysAreSent() {
        answered(ANSWERS);
        assertThat(result(new MediaOrder.Echo(Duration.ofSeconds(2)))).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.SendDigits("12#", Duration.ofMillis(100), Duration.ZERO)))
                .isEqualTo(MediaResult.DONE);
        assertThat(ledger.of(CALL)).doesNotHaveAnyElementsOfTypes(KeyPressed.class);
    }

    /** All ask for the same text at once, which nobody has heard before. */
    @Test
    void twentyCallsHearTheSameTextAtOnce() {
        var text = talk("Good morning, this is a call about your renewal, number " + System.nanoTime() % 1_000, false);
        Map<UUID, MediaResult> results = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            originate(UUID.randomUUID(), SPEAKS_FOR_3_SECONDS);
        }
        while (results.size() < 20) {
            switch (exchange.hear()) {
                case CallAnswered answered -> order(answered.callId(), text);
                case OrderEnded ended -> results.put(ended.callId(), ended.result());
                case CallEvent _ -> {}
                case null, default -> throw new AssertionError("no more than " + results.size() + " ended");
            }
        }
        assertThat(results.values()).containsOnly(MediaResult.DONE);
    }

    @Test
    void aCallerIsConnectedWithSomebodyElseAndTheFlowGoesOn() {
        answered(ANSWERS);
        var busy = new MediaOrder.Connect(List.of(RealAsterisk.number("486")), null, false);
        assertThat(result(busy).problem()).isEqualTo("flow.failed.nobody");
        var talks = new MediaOrder.Connect(
                List.of(RealAsterisk.number("486"), RealAsterisk.number("201")), RealAsterisk.number("200"), true);
        assertThat(result(talks)).isEqualTo(MediaResult.DONE);
        assertThat(result(new MediaOrder.Beep())).isEqualTo(MediaResult.DONE);
    }

    @Test
    void aConferenceIsLeftByOrder() {
        answered(ANSWERS);
        var order = order(CALL, new MediaOrder.Conference(UUID.randomUUID()));
        exchange.settle();
        exchange.telephony().cancel(order);
        assertThat(await(OrderEnded.class).order()).isEqualTo(order);
        assertThat(result(new MediaOrder.Beep())).isEqualTo(MediaResult.DONE);
    }
}
