package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every screen in both themes, in three sizes, with normal and with longer texts. */
class EveryScreenTest {
    private record Size(int width, int height) {}

    /** In this one words are measured for contrast too. */
    private static final Size USUAL = new Size(1440, 900);

    private static final Size LEAST = new Size(1024, 700);
    private static final List<Size> SIZES = List.of(USUAL, LEAST, new Size(1920, 1080));
    private static final List<Size> SIZES_OF_STATES = List.of(USUAL, LEAST);

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void nothingIsCutCoveredNamelessOrPale() {
        assertThat(faults(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), true))
                .isEmpty();
    }

    @Test
    void longerTextsHaveRoomToo() {
        assertThat(faults(new LongTexts(), false)).isEmpty();
    }

    private List<String> faults(ResourceBundle texts, boolean contrast) {
        var found = new ArrayList<String>();
        try (var tour = new Tour(folder, texts)) {
            tour.show(Theme.Mode.LIGHT, USUAL.width(), USUAL.height());
            tour.places().forEach((name, go) -> found.addAll(look(tour, name, go, SIZES, contrast)));
            tour.editorStates().forEach((name, go) -> found.addAll(look(tour, name, go, SIZES_OF_STATES, contrast)));
            assertThat(tour.failures).isEmpty();
        }
        return found;
    }

    /** In the theme that was there first, because another theme dresses everything anew. */
    private static List<String> look(Tour tour, String place, Runnable go, List<Size> sizes, boolean contrast) {
        var first = Tour.onFx(() -> {
            go.run();
            return tour.window().theme().getMode();
        });
        var found = new ArrayList<String>();
        for (var mode : List.of(first, first.other())) {
            for (var size : sizes) {
                tour.show(mode, size.width(), size.height());
                var faults = Tour.onFx(() -> LayoutFaults.of(tour.scene(), contrast && size.equals(USUAL)));
                faults.forEach(fault ->
                        found.add(place + " " + mode + " " + size.width() + "×" + size.height() + ": " + fault));
            }
        }
        return found;
    }
}
