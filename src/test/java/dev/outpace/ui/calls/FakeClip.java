package dev.outpace.ui.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.Clip;
import javax.sound.sampled.Control;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineListener;
import org.jspecify.annotations.Nullable;

/** A line of a computer without sound: it keeps what reaches it, and its time passes when it is told. */
final class FakeClip implements Clip {
    byte[] data = {};
    private @Nullable AudioFormat format;
    private long frame;
    private boolean running;
    private boolean open;

    @Override
    public void open(AudioInputStream stream) throws IOException {
        format = stream.getFormat();
        data = stream.readAllBytes();
        open = true;
    }

    @Override
    public void open(AudioFormat wanted, byte[] bytes, int offset, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open() {
        throw new UnsupportedOperationException();
    }

    /** What would have been heard by then; it stops at the end by itself. */
    void pass(Duration time) {
        if (running) {
            frame = Math.min(getFrameLength(), frame + frames(time.toNanos() / 1_000));
            running = frame < getFrameLength();
        }
    }

    private long frames(long micros) {
        return Math.round(micros * (double) getFormat().getFrameRate() / 1e6);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isActive() {
        return running;
    }

    @Override
    public void close() {
        open = false;
        running = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public AudioFormat getFormat() {
        return Objects.requireNonNull(format);
    }

    @Override
    public int getFrameLength() {
        return data.length / getFormat().getFrameSize();
    }

    @Override
    public long getMicrosecondLength() {
        return Math.round(getFrameLength() * 1e6 / getFormat().getFrameRate());
    }

    @Override
    public int getFramePosition() {
        return (int) frame;
    }

    @Override
    public long getLongFramePosition() {
        return frame;
    }

    @Override
    public long getMicrosecondPosition() {
        return Math.round(frame * 1e6 / getFormat().getFrameRate());
    }

    @Override
    public void setFramePosition(int frames) {
        frame = frames;
    }

    @Override
    public void setMicrosecondPosition(long microseconds) {
        frame = frames(microseconds);
    }

    @Override
    public void setLoopPoints(int start, int end) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void loop(int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drain() {}

    @Override
    public void flush() {}

    @Override
    public int getBufferSize() {
        return data.length;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public float getLevel() {
        return 0;
    }

    @Override
    public Line.Info getLineInfo() {
        return new Line.Info(Clip.class);
    }

    @Override
    public Control[] getControls() {
        return new Control[0];
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        return false;
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new IllegalArgumentException("none");
    }

    @Override
    public void addLineListener(LineListener listener) {}

    @Override
    public void removeLineListener(LineListener listener) {}
}
