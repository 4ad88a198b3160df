package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.speech.SpeechSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SpeechCheckTest {
    private static final Path VOICE = Path.of("src/test/asterisk/voice").toAbsolutePath();

    private static CheckLine check(String command) {
        return new SpeechCheck(new SpeechSettings(command, "en", "127.0.0.1", 0)).run();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aVoiceThatSpeaksIsFine() {
        assertThat(check(VOICE + " {text}"))
                .returns("speech", CheckLine::name)
                .returns(CheckLine.State.OK, CheckLine::state);
    }

    @Test
    void aVoiceThatIsNotInstalledIsToldWithWhatToDo() {
        assertThat(check("voice-of-nobody {text}"))
                .returns(CheckLine.State.WARN, CheckLine::state)
                .satisfies(line -> assertThat(line.detail()).contains("voice-of-nobody", "--voice"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatWritesNoSoundIsNoVoice() {
        assertThat(check("echo {text}"))
                .returns(CheckLine.State.WARN, CheckLine::state)
                .satisfies(line -> assertThat(line.detail()).startsWith("echo does not speak: "));
    }
}
