package dev.outpace.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandVoiceTest {
    /** A program that is on every system where this test runs. */
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static CommandVoice voice(String command) {
        return new CommandVoice(command, "en", Duration.ofSeconds(20), 10_000_000);
    }

    /** A voice that is a class of this test. */
    private static String program(Class<?> main) {
        var classes =
                CommandVoiceTest.class.getProtectionDomain().getCodeSource().getLocation();
        return JAVA + " -cp " + Path.of(URI.create(classes.toString())) + ' ' + main.getName();
    }

    /** Writes its arguments, each in brackets. */
    static final class Arguments {
        private Arguments() {}

        public static void main(String[] args) {
            List.of(args).forEach(arg -> System.out.print('[' + arg + ']'));
        }
    }

    /** Never ends. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    private static CommandVoice writingItsArguments() {
        return voice(program(Arguments.class) + " {language} {text}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id) `id` ; id | id > x", "\"a\" 'b' \\", "{language} {text}", "* ? ~"})
    void aTextIsOneArgumentWhateverStandsInIt(String text) throws Exception {
        var heard = writingItsArguments().speak(new Utterance(text, "en-us"));
        assertThat(new String(heard, StandardCharsets.UTF_8)).isEqualTo("[en-us][" + text + ']');
    }

    @Test
    void aTextThatLooksLikeAnOptionIsNone() throws Exception {
        var heard = writingItsArguments().speak(new Utterance("-w x.wav", ""));
        assertThat(new String(heard, StandardCharsets.UTF_8)).isEqualTo("[en][ -w x.wav]");
    }

    @Test
    void aProgramThatFailsOrWritesTooMuchOrTakesTooLongSpeaksNothing() {
        var hello = new Utterance("Hello", "");
        var limit = Duration.ofSeconds(20);
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> voice(JAVA + " --no-such-option {text}").speak(hello))
                .withMessageContaining("failed with");
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> new CommandVoice(program(Arguments.class) + " {text}", "", limit, 6).speak(hello))
                .withMessageContaining("longer than");
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> new CommandVoice(program(Endless.class) + " {text}", "", Duration.ofMillis(50), 100)
                        .speak(hello));
    }

    @Test
    void whatIsNotInstalledOrGetsNoTextIsNoVoice() {
        assertThat(voice("no-such-program-here {text}").isInstalled()).isFalse();
        assertThat(voice("").isInstalled()).isFalse();
        assertThat(voice(JAVA + " -version").isInstalled()).isFalse();
        assertThat(voice(JAVA + " {text}").isInstalled()).isTrue();
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> voice("no-such-program-here {text}").speak(new Utterance("Hello", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-us", "de-de", "fr", ""})
    void theStandardVoiceSpeaks(String language) throws Exception {
        var settings = SpeechSettings.STANDARD;
        var voice = new CommandVoice(settings.command(), settings.language(), Duration.ofSeconds(20), 10_000_000);
        Assumptions.assumeTrue(voice.isInstalled(), "espeak-ng is not installed");
        var wav = TelephoneSound.of(voice.speak(Utterance.of("Good morning, this is Anna.", language)));
        assertThat(wav).hasSizeBetween(16_000, 80_000);
        assertThat(loudest(wav)).isGreaterThan(3_000);
    }

    private static int loudest(byte[] wav) {
        var samples = new short[(wav.length - 44) / 2];
        ByteBuffer.wrap(wav, 44, wav.length - 44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        int loudest = 0;
        for (var sample : samples) {
            loudest = Math.max(loudest, Math.abs((int) sample));
        }
        return loudest;
    }

    @Test
    void theProgramIsNamedByAllThatMakesItsSound() {
        assertThat(Arrays.asList(
                        voice("a {text}").name(), voice("a -s 90 {text}").name()))
                .doesNotHaveDuplicates();
    }
}
