package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows order, on an Asterisk that replays what a real one told. */
class AsteriskFlowsTest extends AsteriskFlowRig {
    @Test
    void aWholeCallIsRecordedFirstOfAllAndNotStoppedByItsFlow() {
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
        exchange.telephony()
                .originate(new CallRequest(
                        CALL, new UUID(1, 0), Address.tel("+12125550100"), null, Duration.ofSeconds(30), true));
        run(Duration.ofSeconds(2));
        order(new MediaOrder.StopRecording());
        order(new MediaOrder.Play(List.of("hello-world")));
        run(Duration.ofSeconds(2));
        assertThat(commands()).startsWith("EXEC MixMonitor \"outpace/" + CALL + ".wav\"");
        assertThat(asterisk.received()).doesNotContain("StopMixMonitor");
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
    void aCommandBeginsAtOnceAlsoWhereNobodyIsHeard() {
        answered(ANSWERS);
        int before = commands().size();
        order(talk("Hello"));
        run(Duration.ofMillis(5));
        assertThat(commands()).hasSizeGreaterThan(before);
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

    private boolean isUp(UUID call) {
        var told = ledger.of(call);
        return told.stream().anyMatch(CallAnswered.class::isInstance)
                && told.stream().noneMatch(CallEnded.class::isInstance);
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
                                new MediaOrder.StartRecording("wav", Duration.ZERO, "", Duration.ZERO)))
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
}
