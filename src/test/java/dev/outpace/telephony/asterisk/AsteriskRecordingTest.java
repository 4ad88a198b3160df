package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that flows order. */
class AsteriskRecordingTest extends AsteriskFlowRig {
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
}
