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

    private static final List<Size> SIZES = List.of(new Size(1024, 700), new Size(1440, 900), new Size(1920, 1080));

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
            for (var place : tour.places().entrySet()) {
                Tour.onFx(() -> {
                    place.getValue().run();
                    return true;
                });
                for (var mode : Theme.Mode.values()) {
                    for (var size : SIZES) {
                        tour.show(mode, size.width(), size.height());
                        found.addAll(look(tour, place.getKey(), mode, size, contrast));
                    }
                }
            }
            assertThat(tour.failures).isEmpty();
        }
        return found;
    }

    private static List<String> look(Tour tour, String place, Theme.Mode mode, Size size, boolean contrast) {
        var faults = Tour.onFx(() -> LayoutFaults.of(tour.scene(), contrast && size.equals(SIZES.get(1))));
        return faults.stream()
                .map(fault -> place + " " + mode + " " + size.width() + "×" + size.height() + ": " + fault)
                .toList();
    }
}
