package dev.outpace.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneSoundTest {
    private static final int RATE = 8_000;
    /** Effective value of a tone of half the greatest loudness. */
    private static final double HALF = 32_767 / 2.0 / Math.sqrt(2);

    /** Effective value of the middle, where the filter is past the begin of the sound. */
    private static double loudness(byte[] wav) {
        var samples = ByteBuffer.wrap(wav, 44, wav.length - 44).order(ByteOrder.LITTLE_ENDIAN);
        double sum = 0;
        int from = 1_000;
        int to = 7_000;
        for (int i = from; i < to; i++) {
            double value = samples.getShort(44 + 2 * i);
            sum += value * value;
        }
        return Math.sqrt(sum / (to - from));
    }

    @ParameterizedTest
    @CsvSource({"22050, 1, 16", "44100, 2, 16", "16000, 1, 16", "48000, 2, 8", "8000, 1, 16", "11025, 1, 8"})
    void everyRateBecomesEightThousandSamplesOfSixteenBits(int rate, int channels, int bits) throws Exception {
        var wav = TelephoneSound.of(FakeVoice.tone(440, rate, channels, bits, 1));
        var header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(4)).isEqualTo(wav.length - 8);
        assertThat(header.getShort(22)).as("channels").isEqualTo((short) 1);
        assertThat(header.getInt(24)).isEqualTo(RATE);
        assertThat(header.getShort(34)).as("bits").isEqualTo((short) 16);
        assertThat(header.getInt(40)).isEqualTo(wav.length - 44).isCloseTo(2 * RATE, within(4));
        assertThat(loudness(wav)).isCloseTo(HALF, within(HALF * 0.01));
    }

    /** Without a filter, a tone of 5 kHz would come back as one of 3 kHz. */
    @ParameterizedTest
    @ValueSource(doubles = {4_500, 5_000, 7_500})
    void whatATelephoneCanNotCarryIsTakenOut(double hertz) throws Exception {
        assertThat(loudness(TelephoneSound.of(FakeVoice.tone(hertz, 22_050, 1, 16, 1))))
                .isLessThan(HALF / 1_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {200, 1_000, 2_500, 3_300})
    void whatATelephoneCarriesIsKept(double hertz) throws Exception {
        assertThat(loudness(TelephoneSound.of(FakeVoice.tone(hertz, 22_050, 1, 16, 1))))
                .isCloseTo(HALF, within(HALF * 0.05));
    }

    @Test
    void aSoundThatIsCutShortOrNoneIsRefused() {
        var whole = FakeVoice.tone(440, 22_050, 1, 16, 1);
        for (int length : new int[] {0, 3, 11, 20, 35, 44}) {
            assertThatExceptionOfType(SpeechException.class)
                    .isThrownBy(() -> TelephoneSound.of(Arrays.copyOf(whole, length)));
        }
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> TelephoneSound.of("ID3 something else".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void chunksThatSayNothingAboutTheSoundAreSkipped() throws Exception {
        var whole = FakeVoice.tone(440, RATE, 1, 16, 1);
        var with = ByteBuffer.allocate(whole.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        with.put(whole, 0, 12)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putInt(0)
                .put(whole, 12, whole.length - 12);
        assertThat(TelephoneSound.of(with.array())).isEqualTo(TelephoneSound.of(whole));
    }
}
