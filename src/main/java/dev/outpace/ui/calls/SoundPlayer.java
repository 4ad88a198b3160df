package dev.outpace.ui.calls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A sound that is played by this computer. It is read whole before it is heard. */
interface SoundPlayer extends AutoCloseable {
    void play();

    void pause();

    boolean isPlaying();

    Duration position();

    /** No further than the end. */
    void seek(Duration position);

    @Override
    void close();

    /** Makes a player of what a stream holds; blocks. */
    interface Maker {
        /** @throws IOException also if there is nothing here that could play it */
        SoundPlayer make(InputStream sound) throws IOException;
    }

    /** This computer has nothing that could be heard. */
    final class NoSoundOutput extends IOException {
        private static final long serialVersionUID = 1L;

        NoSoundOutput(Exception cause) {
            super(cause);
        }
    }

    /** What a sound is played on. */
    interface Output {
        Clip clip() throws LineUnavailableException;
    }

    /**
     * By the sound system of this computer.
     *
     * @throws NoSoundOutput if it has none, or others keep it
     * @throws IOException if the sound can't be read or is of a kind that it does not know
     */
    static SoundPlayer ofComputer(InputStream sound) throws IOException {
        return on(AudioSystem::getClip, sound);
    }

    /** As {@link #ofComputer}, on this output. */
    static SoundPlayer on(Output output, InputStream sound) throws IOException {
        try (var read = AudioSystem.getAudioInputStream(new BufferedInputStream(sound))) {
            var clip = output.clip();
            clip.open(read);
            return new OfClip(clip);
        } catch (UnsupportedAudioFileException failure) {
            throw new IOException(failure.getMessage(), failure);
        } catch (LineUnavailableException | IllegalArgumentException failure) {
            throw new NoSoundOutput(failure);
        }
    }

    record OfClip(Clip clip) implements SoundPlayer {
        private static final long MICROS = 1_000;

        @Override
        public void play() {
            if (clip.getFramePosition() >= clip.getFrameLength()) {
                clip.setFramePosition(0);
            }
            clip.start();
        }

        @Override
        public void pause() {
            clip.stop();
        }

        @Override
        public boolean isPlaying() {
            return clip.isRunning();
        }

        @Override
        public Duration position() {
            return Duration.ofMillis(clip.getMicrosecondPosition() / MICROS);
        }

        @Override
        public void seek(Duration position) {
            clip.setMicrosecondPosition(Math.clamp(position.toMillis() * MICROS, 0, clip.getMicrosecondLength()));
        }

        @Override
        public void close() {
            clip.close();
        }
    }
}
