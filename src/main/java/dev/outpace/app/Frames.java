package dev.outpace.app;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/** Tells when what stands in the window now is on the screen. On the FX thread. */
final class Frames extends AnimationTimer {
    /** A frame is begun only once the one before is on the screen, so at the third the first surely is. */
    private static final int SURELY = 3;

    private final CompletableFuture<Boolean> painted = new CompletableFuture<>();
    private int begun;

    private Frames() {}

    static CompletableFuture<Boolean> painted() {
        var frames = new Frames();
        frames.start();
        return frames.painted;
    }

    @Override
    public void handle(long now) {
        if (++begun == SURELY) {
            stop();
            painted.complete(true);
        }
    }
}
