package dev.outpace.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording as an exchange writes it, played on a line that keeps what reaches it. */
class SoundPlayerTest {
    /** As Asterisk writes wav. */
    private static final AudioFormat TELEPHONE = new AudioFormat(8_000, 16, 1, true, false);

    private static final int SECONDS = 3;

    @TempDir
    private Path folder;

    private final FakeClip line = new FakeClip();
    private final byte[] tone = tone();

    private static byte[] tone() {
        var samples = ByteBuffer.allocate(2 * 8_000 * SECONDS).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8_000 * SECONDS; i++) {
            samples.putShort((short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000)));
        }
        return samples.array();
    }

    private Path recording() throws IOException {
        var written = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(tone), TELEPHONE, tone.length / 2),
                AudioFileFormat.Type.WAVE,
                written);
        return Files.write(folder.resolve("call.wav"), written.toByteArray());
    }

    private SoundPlayer player() throws IOException {
        try (var file = Files.newInputStream(recording())) {
            return SoundPlayer.on(() -> line, file);
        }
    }

    @Test
    void everySampleOfTheFileReachesTheLine() throws IOException {
        try (var player = player()) {
            assertThat(line.data).isEqualTo(tone);
            assertThat(line.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(player.isPlaying()).as("not before it is asked for").isFalse();
            player.play();
            assertThat(line.isRunning()).isTrue();
            line.pass(Duration.ofMillis(1_250));
            assertThat(player.position()).isEqualTo(Duration.ofMillis(1_250));
        }
        assertThat(line.isOpen()).isFalse();
    }

    @Test
    void itIsPausedAndGoesOnWhereItWas() throws IOException {
        try (var player = player()) {
            player.play();
            line.pass(Duration.ofSeconds(1));
            player.pause();
            line.pass(Duration.ofSeconds(1));
            assertThat(player.isPlaying()).isFalse();
            assertThat(player.position()).isEqualTo(Duration.ofSeconds(1));
            player.play();
            line.pass(Duration.ofMillis(500));
            assertThat(player.position()).isEqualTo(Duration.ofMillis(1_500));
        }
    }

    @Test
    void itIsMovedButNotBeyondItsEnds() throws IOException {
        try (var player = player()) {
            player.seek(Duration.ofSeconds(2));
            assertThat(line.getFramePosition()).isEqualTo(16_000);
            player.seek(Duration.ofSeconds(-1));
            assertThat(player.position()).isZero();
            player.seek(Duration.ofHours(1));
            assertThat(player.position()).isEqualTo(Duration.ofSeconds(SECONDS));
        }
    }

    @Test
    void atItsEndItStopsAndIsPlayedFromItsBeginning() throws IOException {
        try (var player = player()) {
            player.play();
            line.pass(Duration.ofSeconds(SECONDS + 1));
            assertThat(player.isPlaying()).isFalse();
            player.play();
            assertThat(player.position()).isZero();
            assertThat(player.isPlaying()).isTrue();
        }
    }

    @Test
    void aFileOfAnotherKindAndABusyLineAreToldApart() throws IOException {
        assertThatThrownBy(() -> SoundPlayer.on(
                        () -> line,
                        new ByteArrayInputStream("no sound".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SoundPlayer.NoSoundOutput.class);
        try (var file = Files.newInputStream(recording())) {
            assertThatThrownBy(() -> SoundPlayer.on(
                            () -> {
                                throw new LineUnavailableException("busy");
                            },
                            file))
                    .isInstanceOf(SoundPlayer.NoSoundOutput.class);
        }
    }
}
