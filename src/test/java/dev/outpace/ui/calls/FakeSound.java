package dev.outpace.ui.calls;

import java.time.Duration;

/** A sound that nobody hears. */
final class FakeSound implements SoundPlayer {
    boolean playing;
    boolean closed;
    Duration position = Duration.ZERO;

    @Override
    public void play() {
        playing = true;
        closed = false;
    }

    @Override
    public void pause() {
        playing = false;
    }

    @Override
    public boolean isPlaying() {
        return playing;
    }

    @Override
    public Duration position() {
        return position;
    }

    @Override
    public void seek(Duration to) {
        position = to;
    }

    @Override
    public void close() {
        playing = false;
        closed = true;
    }
}
