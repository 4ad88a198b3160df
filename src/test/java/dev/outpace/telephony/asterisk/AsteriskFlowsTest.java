package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Address;
import dev.outpace.telephony.InputLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows order, on an Asterisk that replays what a real one told. */
class AsteriskFlowsTest {
    private static final UUID CALL = new UUID(5, 1);
    private static final String ANSWERS = "00";
    private static final String HANGS_UP_AFTER_4_SECONDS = "01";
    private static final String PRESSES_1_2_POUND = "15";
    /** Commands begin at the next frame of sound, and Asterisk answers at once. */
    private static final Duration SOON = Duration.ofMillis(150);

    private final InputLedger ledger = new InputLedger();
    private final AsteriskExchange exchange = new AsteriskExchange(ledger, 1);
    private final FakeAsterisk asterisk = exchange.asterisk;
    private long orders;

    private void answered(String party) {
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
        originate(CALL, party);
        run(Duration.ofSeconds(2));
    }

    private void originate(UUID call, String party) {
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), Address.tel("+121255501" + party), null, Duration.ofSeconds(30)));
    }

    private OrderId order(MediaOrder media) {
        var order = new OrderId(++orders);
        ledger.during(() -> exchange.telephony().execute(order, CALL, media));
        return order;
    }

    private void run(Duration time) {
        exchange.clock.run(time);
    }

    private List<OrderEnded> ends() {
        return ledger.of(CALL).stream()
                .filter(OrderEnded.class::isInstance)
                .map(OrderEnded.class::cast)
                .toList();
    }

    private List<MediaResult> results() {
        return ends().stream().map(OrderEnded::result).toList();
    }

    private List<String> commands() {
        return asterisk.commands("outpace-test-" + CALL);
    }

    private static MediaOrder talk(String text) {
        return new MediaOrder.Talk(text, "", "", "", false, true);
    }

    private static MediaOrder untilKey(boolean waits) {
        return new MediaOrder.Talk("Press a key", "", "", "", true, waits);
    }

    private static MediaOrder keys(int length, String endKeys) {
        return new MediaOrder.ReceiveDigits(Duration.ofSeconds(20), length, endKeys);
    }

    private static StartRecordingRules recording() {
        return new StartRecordingRules(Duration.ZERO, "", Duration.ZERO);
    }

    private record StartRecordingRules(Duration silence, String endKey, Duration longest) {
        StartRecordingRules endsBy(String key) {
            return new StartRecordingRules(silence, key, longest);
        }

        StartRecordingRules endsAfter(Duration time) {
            return new StartRecordingRules(silence, endKey, time);
        }

        StartRecordingRules endsAfterSilence(Duration time) {
            return new StartRecordingRules(time, endKey, longest);
        }

        MediaOrder order() {
            return new MediaOrder.StartRecording("wav", silence, endKey, longest);
        }
    }

    @Test
    void anOrderWaitsUntilTheAnsweredCallWaitsForCommands() {
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
        originate(CALL, ANSWERS);
        while (ledger.of(CALL).stream().noneMatch(CallAnswered.class::isInstance)) {
            exchange.clock.runNext();
        }
        order(talk("Hello"));
        run(Duration.ofSeconds(5));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void keysBetweenOrdersAreToldAndAnOrderForKeysEndsByItsLastKey() {
        answered(PRESSES_1_2_POUND);
        order(keys(0, "#"));
        run(Duration.ofSeconds(4));
        assertThat(ledger.of(CALL))
                .filteredOn(KeyPressed.class::isInstance)
                .extracting(input -> ((KeyPressed) input).key())
                .containsExactly('1', '2', '#');
        assertThat(ledger.of(CALL)).last().isInstanceOf(OrderEnded.class);
        assertThat(commands()).as("Asterisk is told nothing").isEmpty();
    }

    @Test
    void enoughKeysEndAnOrderAndFurtherOnesAreStillTold() {
        answered(PRESSES_1_2_POUND);
        order(keys(2, ""));
        run(Duration.ofSeconds(4));
        assertThat(ledger.of(CALL).stream().skip(3))
                .extracting(Object::getClass)
                .isEqualTo(List.of(KeyPressed.class, KeyPressed.class, OrderEnded.class, KeyPressed.class));
    }

    /** The engine gave the order before it heard of the key, so it waits for one more than it would have. */
    @Test
    void aKeyThatIsHeardInTheMomentOfTheOrderCounts() {
        answered(PRESSES_1_2_POUND);
        while (ledger.of(CALL).stream().noneMatch(KeyPressed.class::isInstance)) {
            exchange.clock.runNext();
        }
        order(keys(1, ""));
        run(Duration.ZERO);
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void keysThatWereHeardBeforeTheOrderDoNotCountAgain() {
        answered(PRESSES_1_2_POUND);
        while (ledger.of(CALL).stream().noneMatch(KeyPressed.class::isInstance)) {
            exchange.clock.runNext();
        }
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(20), 1, "", 1));
        run(Duration.ZERO);
        assertThat(results()).isEmpty();
        run(Duration.ofSeconds(2));
        assertThat(results()).containsExactly(MediaResult.DONE);
        assertThat(ledger.of(CALL)).filteredOn(KeyPressed.class::isInstance).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void withoutKeysTheOrderEndsAfterItsTime() {
        answered(ANSWERS);
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(3), 1, ""));
        run(Duration.ofMillis(2_999));
        assertThat(ends()).isEmpty();
        run(Duration.ofMillis(1));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void aSoundThatIsMissingIsLeftOutAndTheCallLives() {
        answered(ANSWERS);
        order(new MediaOrder.Play(List.of("missing", "hello-world")));
        run(Duration.ofSeconds(5));
        assertThat(results()).containsExactly(MediaResult.failed(SoundOrder.NOT_PLAYED));
        assertThat(commands()).contains("EXEC Playback \"hello-world\"");
        assertThat(ledger.openCalls()).contains(CALL);
    }

    @Test
    void aTextThatCanNotBeSpokenIsLeftOutAndTheCallLives() {
        answered(ANSWERS);
        order(talk(FakeSpeech.UNSPEAKABLE));
        run(Duration.ofSeconds(1));
        assertThat(results()).containsExactly(MediaResult.failed(SoundOrder.NOT_SPOKEN));
        assertThat(commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b",
                "a&b",
                "a\" \"b",
                "a\r\nAction: Originate",
                "../../etc/passwd",
                "/etc/passwd",
                "${SHELL(id)}",
                "http://example.org/a.wav&/etc/passwd",
                "http://example.org/a b.wav",
                "http://example.org/\"a.wav",
                "file:///etc/passwd",
                "a\u2028b"
            })
    void whatIsNoNameOfASoundNeverReachesAsterisk(String name) {
        answered(ANSWERS);
        order(new MediaOrder.Play(List.of(name)));
        run(Duration.ofSeconds(1));
        assertThat(results()).containsExactly(MediaResult.failed(SoundOrder.NOT_PLAYED));
        assertThat(commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1\r\n2", "${X}", "1w2", "1 2"})
    void whatIsNoKeyIsNotSent(String keys) {
        answered(ANSWERS);
        order(new MediaOrder.SendDigits(keys, Duration.ZERO, Duration.ZERO));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.keys");
        assertThat(commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello-world", "digits/1", "https://example.org:8443/a/b.wav?x=1"})
    void soundsOfTheExchangeAndOfTheWebArePlayed(String name) {
        answered(ANSWERS);
        order(new MediaOrder.Play(List.of(name)));
        run(Duration.ofSeconds(3));
        assertThat(commands().getFirst()).isEqualTo("EXEC Playback \"" + name + '"');
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void aKeyStopsATextThatIsSaidUntilAKeyIsPressed() {
        answered(PRESSES_1_2_POUND);
        order(untilKey(true));
        while (ledger.of(CALL).stream().noneMatch(KeyPressed.class::isInstance)) {
            exchange.clock.runNext();
        }
        run(SOON);
        assertThat(results()).containsExactly(MediaResult.DONE);
        assertThat(asterisk.received()).contains("ControlPlayback");
    }

    @Test
    void aTextThatIsNotWaitedForCountsAsEndedAndTheNextSoundFollowsIt() {
        answered(ANSWERS);
        order(untilKey(false));
        run(Duration.ZERO);
        assertThat(results()).containsExactly(MediaResult.DONE);
        order(new MediaOrder.Beep());
        run(Duration.ofMillis(500));
        assertThat(results()).as("still waiting for the text").hasSize(1);
        run(Duration.ofSeconds(4));
        assertThat(results()).hasSize(2);
    }

    static Stream<MediaOrder> thatTakeLong() {
        return Stream.of(
                talk("Hello"),
                new MediaOrder.Play(List.of("hello-world", "hello-world")),
                keys(0, ""),
                new MediaOrder.Echo(Duration.ofMinutes(1)),
                new MediaOrder.DetectMachine(true),
                new MediaOrder.SendDigits("12#", Duration.ofMillis(100), Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("thatTakeLong")
    void whateverIsCancelledEndsWithin100MillisecondsAndTheNextOrderFollows(MediaOrder media) {
        answered(ANSWERS);
        var order = order(media);
        run(Duration.ofMillis(300));
        ledger.during(() -> exchange.telephony().cancel(order));
        run(Duration.ofMillis(100));
        assertThat(ends()).extracting(OrderEnded::order).containsExactly(order);
        order(new MediaOrder.Beep());
        run(Duration.ofSeconds(5));
        assertThat(ends()).hasSize(2).last().extracting(OrderEnded::result).isEqualTo(MediaResult.DONE);
    }

    /** The order to stop comes when the sound is about to begin, and Asterisk forgets it. */
    @ParameterizedTest
    @MethodSource("thatTakeLong")
    void whatIsCancelledInTheBreathInWhichItWasOrderedEndsToo(MediaOrder media) {
        answered(ANSWERS);
        var order = order(media);
        ledger.during(() -> exchange.telephony().cancel(order));
        run(Duration.ofMillis(100));
        assertThat(ends()).extracting(OrderEnded::order).containsExactly(order);
        run(Duration.ofMinutes(2));
        assertThat(ends()).hasSize(1);
    }

    @Test
    void anEchoEndsAfterItsTime() {
        answered(ANSWERS);
        order(new MediaOrder.Echo(Duration.ofSeconds(5)));
        run(Duration.ofMillis(4_990));
        assertThat(ends()).isEmpty();
        run(SOON);
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void aMachineIsToldFromAPersonAndOnlyASureVerdictCounts() {
        answered(FakeAsterisk.MACHINE);
        order(new MediaOrder.DetectMachine(true));
        run(Duration.ofSeconds(4));
        assertThat(results()).containsExactly(new MediaResult("", true));
        assertThat(commands())
                .containsExactly("EXEC AMD \"2500,1500,800,5000,100,50,3,256\"", "GET VARIABLE \"AMDSTATUS\"");
    }

    @Test
    void aVerdictThatNobodyWaitsForCostsTheCallerNothing() {
        answered(FakeAsterisk.MACHINE);
        order(new MediaOrder.DetectMachine(false));
        run(Duration.ZERO);
        assertThat(results()).extracting(MediaResult::problem).containsExactly(CallLeg.NOT_POSSIBLE);
        assertThat(commands()).isEmpty();
    }

    @Test
    void anOrderBesideAnotherIsRefusedAndTheFirstEnds() {
        answered(ANSWERS);
        var first = order(talk("Hello"));
        var second = order(new MediaOrder.Beep());
        run(Duration.ofSeconds(4));
        assertThat(ends()).extracting(OrderEnded::order).containsExactly(second, first);
        assertThat(results().getFirst().problem()).isEqualTo(CallLeg.NOT_READY);
    }

    @ParameterizedTest
    @MethodSource("thatTakeLong")
    void ofAnOrderInACallThatEndsNothingMoreIsHeard(MediaOrder media) {
        answered(HANGS_UP_AFTER_4_SECONDS);
        run(Duration.ofMillis(2_800));
        order(media);
        run(Duration.ofMinutes(2));
        assertThat(ledger.of(CALL)).last().isInstanceOf(CallEnded.class);
        assertThat(ledger.of(CALL)).filteredOn(OrderEnded.class::isInstance).isEmpty();
    }

    @Test
    void anOrderWhoseEndWasNotHeardEndsWhenTheLinkIsBack() {
        answered(ANSWERS);
        order(talk("Hello"));
        run(Duration.ofMillis(200));
        asterisk.cut();
        run(Duration.ofSeconds(3));
        asterisk.restore();
        run(Duration.ofSeconds(1));
        var up = ledger.inputs().stream()
                .filter(LinkUp.class::isInstance)
                .reduce((_, later) -> later)
                .map(LinkUp.class::cast)
                .orElseThrow();
        assertThat(up.now().calls()).containsEntry(CALL, CallNow.of(CallStage.IN_ORDER));
        run(Duration.ofSeconds(4));
        assertThat(results()).containsExactly(MediaResult.failed(CallLeg.LOST));
        order(new MediaOrder.Beep());
        run(Duration.ofSeconds(3));
        assertThat(results()).hasSize(2).last().isEqualTo(MediaResult.DONE);
    }

    @Test
    void anOrderThatLastsLongerThanTheLossOfTheLinkEndsAsIfNothingHadBeen() {
        answered(ANSWERS);
        order(new MediaOrder.Echo(Duration.ofSeconds(20)));
        run(Duration.ofMillis(200));
        asterisk.cut();
        run(Duration.ofSeconds(3));
        asterisk.restore();
        run(Duration.ofSeconds(10));
        assertThat(ends()).isEmpty();
        run(Duration.ofSeconds(10));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void keysThatNobodyPressesWhileTheLinkIsDownEndTheOrderAfterwards() {
        answered(ANSWERS);
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(1), 0, ""));
        asterisk.cut();
        run(Duration.ofSeconds(3));
        assertThat(ends()).isEmpty();
        asterisk.restore();
        run(Duration.ofSeconds(2));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    private boolean isUp(UUID call) {
        var told = ledger.of(call);
        return told.stream().anyMatch(CallAnswered.class::isInstance)
                && told.stream().noneMatch(CallEnded.class::isInstance);
    }

    private int recordingsStopped() {
        return Collections.frequency(asterisk.received(), "StopMixMonitor");
    }

    @Test
    void aRecordingGoesOnThroughOtherOrdersUntilItIsStopped() {
        answered(ANSWERS);
        order(recording().order());
        run(Duration.ofSeconds(1));
        assertThat(commands())
                .containsExactly(
                        "EXEC MixMonitor \"outpace/" + CALL + "-1.wav,i(OUTPACE_RECORDING)\"",
                        "GET VARIABLE \"OUTPACE_RECORDING\"");
        order(talk("Hello"));
        run(Duration.ofSeconds(3));
        assertThat(recordingsStopped()).isZero();
        order(new MediaOrder.StopRecording());
        run(SOON);
        assertThat(recordingsStopped()).isOne();
        assertThat(results()).containsOnly(MediaResult.DONE).hasSize(3);
    }

    @Test
    void aRecordingIsWrittenInTheFormatOfTheFlow() {
        answered(ANSWERS);
        order(new MediaOrder.StartRecording("wav49", Duration.ZERO, "", Duration.ZERO));
        run(Duration.ofSeconds(1));
        assertThat(commands())
                .containsExactly(
                        "GET VARIABLE \"IFMODULE(format_wav_gsm.so)\"",
                        "EXEC MixMonitor \"outpace/" + CALL + "-1.WAV,i(OUTPACE_RECORDING)\"",
                        "GET VARIABLE \"OUTPACE_RECORDING\"");
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ogg", "mp3", "", "wav,r(/etc/passwd)", "../x"})
    void whatTheExchangeDoesNotWriteIsNotedAndTheFlowGoesOn(String format) {
        answered(ANSWERS);
        order(new MediaOrder.StartRecording(format, Duration.ZERO, "", Duration.ZERO));
        run(Duration.ofSeconds(1));
        if (format.isEmpty()) {
            assertThat(commands().getFirst()).contains(".wav");
        } else {
            assertThat(results()).containsExactly(MediaResult.failed(RecordOrder.NO_FORMAT));
            assertThat(commands()).noneMatch(command -> command.contains("MixMonitor"));
        }
        order(new MediaOrder.Beep());
        run(Duration.ofSeconds(2));
        assertThat(results()).last().isEqualTo(MediaResult.DONE);
    }

    @Test
    void aRecordingStopsAfterItsTimeWhateverTheCallDoes() {
        answered(ANSWERS);
        order(recording().endsAfter(Duration.ofSeconds(3)).order());
        run(SOON);
        order(new MediaOrder.Echo(Duration.ofMinutes(1)));
        run(Duration.ofMillis(2_800));
        assertThat(recordingsStopped()).isZero();
        run(Duration.ofMillis(200));
        assertThat(recordingsStopped()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "#"})
    void aKeyStopsARecording(String key) {
        answered(PRESSES_1_2_POUND);
        order(recording().endsBy(key).order());
        run(Duration.ofSeconds(4));
        assertThat(recordingsStopped()).isOne();
    }

    @Test
    void anotherKeyStopsNoRecording() {
        answered(PRESSES_1_2_POUND);
        order(recording().endsBy("*").order());
        run(Duration.ofSeconds(4));
        assertThat(recordingsStopped()).isZero();
    }

    /** Asterisk tells that a person falls silent one second after it. */
    @Test
    void silenceStopsARecording() {
        answered(FakeAsterisk.SPEAKS);
        order(recording().endsAfterSilence(Duration.ofSeconds(3)).order());
        run(Duration.ofMillis(4_500));
        assertThat(recordingsStopped()).as("spoke until a second ago").isZero();
        run(Duration.ofSeconds(2));
        assertThat(recordingsStopped()).isOne();
    }

    /** A network that sends nothing while a person is silent leaves Asterisk without a word about it. */
    @Test
    void aPersonOfWhomNoPacketComesIsSilentToo() {
        answered(FakeAsterisk.FALLS_MUTE);
        order(recording().endsAfterSilence(Duration.ofSeconds(3)).order());
        run(Duration.ofMillis(3_900));
        assertThat(recordingsStopped()).isZero();
        run(Duration.ofSeconds(2));
        assertThat(recordingsStopped()).isOne();
    }

    @Test
    void whoNeverSpeaksIsSilentFromTheBegin() {
        answered(ANSWERS);
        order(recording().endsAfterSilence(Duration.ofSeconds(3)).order());
        run(Duration.ofMillis(3_500));
        assertThat(recordingsStopped()).isOne();
    }

    /** Orders, cancellations and hang-ups at random, and events that overtake each other. The ledger checks what is told. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrderEndsOnceOrItsCallDoes(long seed) {
        var random = new SplittableRandom(seed);
        asterisk.disorder(0.1);
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
        var parties = List.of(ANSWERS, HANGS_UP_AFTER_4_SECONDS, PRESSES_1_2_POUND, FakeAsterisk.MACHINE);
        var media = Stream.concat(
                        thatTakeLong(),
                        Stream.of(
                                untilKey(true),
                                untilKey(false),
                                keys(1, ""),
                                recording().order()))
                .toList();
        var calls = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            var call = new UUID(6, i);
            calls.add(call);
            originate(call, parties.get(random.nextInt(parties.size())));
        }
        var given = new ArrayList<OrderId>();
        for (int turn = 0; turn < 400; turn++) {
            run(Duration.ofMillis(random.nextInt(200)));
            var call = calls.get(random.nextInt(calls.size()));
            var order = new OrderId(++orders);
            switch (random.nextInt(20)) {
                case 0 -> exchange.telephony().hangUp(call);
                case 1, 2, 3 -> exchange.telephony().cancel(new OrderId(1 + random.nextLong(orders)));
                default -> {
                    if (isUp(call)) {
                        exchange.telephony().execute(order, call, media.get(random.nextInt(media.size())));
                        given.add(order);
                    }
                }
            }
        }
        run(Duration.ofMinutes(3));
        calls.forEach(exchange.telephony()::hangUp);
        run(Duration.ofSeconds(10));
        assertThat(ledger.openCalls()).isEmpty();
        assertThat(given).hasSizeGreaterThan(60);
    }

    @Test
    void othersAreCalledOverTheTrunkAndTheFlowGoesOnAfterThem() {
        answered(ANSWERS);
        order(new MediaOrder.Connect(
                List.of(Address.tel("+12125550177"), Address.tel("+12125550178")), Address.tel("+12125550190"), false));
        run(Duration.ofSeconds(6));
        assertThat(results()).containsExactly(MediaResult.DONE);
        assertThat(commands())
                .contains("EXEC Dial \"PJSIP/12125550177@carrier&PJSIP/12125550178@carrier,60,grf(+12125550190)\"");
    }

    private void connected() {
        answered(ANSWERS);
        order(new MediaOrder.Connect(List.of(Address.tel("+12125550177")), null, false));
        run(Duration.ofMillis(500));
        assertThat(kept()).as("while the other's phone rings").isNotEqualTo("0");
        run(Duration.ofSeconds(2));
    }

    private String kept() {
        return asterisk.kept("outpace-test-" + CALL);
    }

    @Test
    void whoTalksWithSomebodyElseTalksOnWithoutUsAndWhoIsAloneAgainDoesNot() {
        connected();
        assertThat(kept()).as("as long as they talk").isEqualTo("0");
        run(Duration.ofSeconds(6));
        assertThat(kept()).isEqualTo("15");
        assertThat(commands())
                .as("also if we are gone by then")
                .endsWith("SET VARIABLE \"TIMEOUT(absolute)\" \"15\"", "GET VARIABLE \"DIALSTATUS\"");
    }

    @Test
    void aTalkWithSomebodyElseIsTakenOverByTheNextRunAndEndsTheCallWhenItIsOver() {
        connected();
        exchange.telephony().close();
        var told = new ArrayList<EngineInput>();
        var next = exchange.telephony(told::add, AsteriskExchange.SETTINGS);
        next.connect();
        run(Duration.ofSeconds(1));
        assertThat(((LinkUp) told.getFirst()).now().calls()).containsEntry(CALL, CallNow.of(CallStage.TRANSFERRED));
        assertThat(kept()).isEqualTo("0");
        run(Duration.ofSeconds(6));
        assertThat(told)
                .filteredOn(CallEnded.class::isInstance)
                .singleElement()
                .extracting(input -> ((CallEnded) input).callId())
                .isEqualTo(CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12&Local/1@world", "1,2", "1\r\nAction: Originate", "${X}", "nobody"})
    void whoCanNotBeCalledIsNotCalled(String number) {
        answered(ANSWERS);
        order(new MediaOrder.Connect(List.of(Address.tel(number)), null, true));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.no_address");
        assertThat(commands()).isEmpty();
    }

    @Test
    void aConferenceLastsUntilTheCallerGoesOrItIsCancelled() {
        answered(ANSWERS);
        var order = order(new MediaOrder.Conference(CALL));
        run(Duration.ofMinutes(30));
        assertThat(ends()).isEmpty();
        assertThat(commands()).containsExactly("EXEC ConfBridge \"outpace-" + CALL + '"');
        ledger.during(() -> exchange.telephony().cancel(order));
        run(Duration.ofMillis(100));
        assertThat(ends()).extracting(OrderEnded::order).containsExactly(order);
    }

    @Test
    void aConferenceWithoutAnIdIsNone() {
        answered(ANSWERS);
        order(new MediaOrder.Conference(new UUID(0, 0)));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.no_conference");
    }
}
