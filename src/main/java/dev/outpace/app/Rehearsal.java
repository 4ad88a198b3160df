package dev.outpace.app;

import java.util.ArrayList;
import java.util.Locale;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * What the build asks of a window by the system property {@value #PROPERTY}: {@code paint} says on the error output when the
 * frame of the window is painted and when its first screen is, and closes it; {@code stay} only says so; {@code walk} goes
 * through the screens before, so that the cache of loaded classes that is trained meanwhile knows them.
 */
final class Rehearsal {
    static final String PROPERTY = "outpace.rehearsal";
    static final String FRAME_PAINTED = "frame painted";
    static final String PAINTED = "painted";

    private static final double MILLIS_A_SCREEN = 700;

    private final ConsoleWindow window;

    private Rehearsal(ConsoleWindow window) {
        this.window = window;
    }

    /** Nobody is there who would close a window. */
    static boolean isAsked() {
        return System.getProperty(PROPERTY) != null;
    }

    static void of(ConsoleFrame frame) {
        if (isAsked()) {
            var _ = frame.painted().thenRun(() -> System.err.println(FRAME_PAINTED));
        }
    }

    /** Does what was asked of a window that was just shown; nothing, as a rule. */
    static void of(ConsoleWindow window) {
        var rehearsal = new Rehearsal(window);
        switch (System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT)) {
            case "paint" -> rehearsal.whenPainted(window::close);
            case "stay" -> rehearsal.whenPainted(() -> {});
            case "walk" -> rehearsal.whenPainted(rehearsal::walk);
            default -> {}
        }
    }

    private void whenPainted(Runnable next) {
        var _ = window.painted().thenRun(() -> {
            System.err.println(PAINTED);
            next.run();
        });
    }

    private void walk() {
        var steps = new ArrayList<Runnable>();
        for (var entry : window.navigator().entries()) {
            steps.add(() -> window.navigator().go(entry.id()));
        }
        steps.add(() -> window.live().campaigns().stream()
                .findFirst()
                .ifPresent(campaign -> window.screens().openCampaign(campaign)));
        steps.add(() -> {});
        steps.add(window::close);
        var walk = new Timeline();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            walk.getKeyFrames().add(new KeyFrame(Duration.millis((i + 1) * MILLIS_A_SCREEN), event -> step.run()));
        }
        walk.play();
    }
}
