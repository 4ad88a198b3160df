package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every screen in three sizes, in both themes, and with longer texts in one of them: themes differ in colours alone. */
class EveryScreenTest {
    private record Size(int width, int height) {}

    /** In this one words are measured for contrast too. */
    private static final Size USUAL = new Size(1440, 900);

    private static final Size LEAST = new Size(1024, 700);
    private static final List<Size> SIZES = List.of(USUAL, LEAST, new Size(1920, 1080));
    private static final List<Size> SIZES_OF_STATES = List.of(USUAL, LEAST);

    @TempDir
    private static Path folder;

    private static @Nullable Workspace demo;

    @BeforeAll
    static void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        demo = Tour.demo(folder);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(demo).close();
    }

    @Test
    void nothingIsCutCoveredNamelessOrPale() {
        assertThat(faults(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), 2))
                .isEmpty();
    }

    @Test
    void longerTextsHaveRoomToo() {
        assertThat(faults(new LongTexts(), 1)).isEmpty();
    }

    /** @param themes how many of the two; words are measured for contrast where it is both */
    private static List<String> faults(ResourceBundle texts, int themes) {
        var found = new ArrayList<String>();
        try (var tour = new Tour(Objects.requireNonNull(demo), texts)) {
            tour.show(Theme.Mode.LIGHT, USUAL.width(), USUAL.height());
            tour.places().forEach((name, go) -> found.addAll(look(tour, name, go, SIZES, themes)));
            tour.editorStates().forEach((name, go) -> found.addAll(look(tour, name, go, SIZES_OF_STATES, themes)));
            assertThat(tour.failures).isEmpty();
        }
        return found;
    }

    /** In the theme that was there first, because another theme dresses everything anew. */
    private static List<String> look(Tour tour, String place, Runnable go, List<Size> sizes, int themes) {
        var first = Tour.onFx(() -> {
            go.run();
            return tour.window().theme().getMode();
        });
        var found = new ArrayList<String>();
        for (var mode : List.of(first, first.other()).subList(0, themes)) {
            for (var size : sizes) {
                tour.show(mode, size.width(), size.height());
                var faults = Tour.onFx(() -> {
                    // Words of the running demo may have changed since it was shown.
                    tour.layout();
                    return LayoutFaults.of(tour.scene(), themes == 2 && size.equals(USUAL));
                });
                faults.forEach(fault ->
                        found.add(place + " " + mode + " " + size.width() + "×" + size.height() + ": " + fault));
            }
        }
        return found;
    }
}
