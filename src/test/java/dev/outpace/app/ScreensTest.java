package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.Snapshots;
import dev.outpace.ui.theme.Theme;
import dev.outpace.whatif.WhatIfEffort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Writes every screen of a demo that has run for a while, light and dark, into {@code target/screens}. */
@Tag("screens")
class ScreensTest {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int POINTS = 8;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void writesEveryScreen() throws Exception {
        try (var demo = Tour.demo(folder);
                var tour = new Tour(
                        demo, ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), WhatIfEffort.FULL)) {
            letRun(tour);
            tour.show(Theme.Mode.LIGHT, WIDTH, HEIGHT);
            var places = new LinkedHashMap<>(tour.places());
            places.putAll(tour.editorStates());
            for (var place : places.entrySet()) {
                Tour.onFx(() -> {
                    place.getValue().run();
                    return true;
                });
                for (var mode : Theme.Mode.values()) {
                    tour.show(mode, WIDTH, HEIGHT);
                    var name = place.getKey() + "-" + mode.name().toLowerCase(Locale.ROOT);
                    Tour.onFx(() -> {
                        Snapshots.write(tour.scene(), name);
                        return true;
                    });
                    assertThat(Files.size(Path.of("target", "screens", name + ".png")))
                            .isPositive();
                }
            }
        }
    }

    /** Some eighty seconds, so that charts have something to show. */
    private static void letRun(Tour tour) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.MINUTES,
                () -> tour.window().live().campaigns().stream()
                        .anyMatch(row -> row.rate().series().size() >= POINTS));
    }
}
