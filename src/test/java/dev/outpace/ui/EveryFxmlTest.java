package dev.outpace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.CssWarnings;
import dev.outpace.ui.theme.Snapshots;
import dev.outpace.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Loads every FXML of the program in light and dark. Each {@code Xy.fxml} has a test class {@code XyFixture} in its package
 * with {@code public static Parent build()}, which makes its controller from fakes and loads it; called on the FX thread.
 */
class EveryFxmlTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @TestFactory
    Stream<DynamicTest> loadsAndIsDrawnWithoutAWarningOfTheStyleEngine() throws IOException {
        return fxmlFiles().stream()
                .flatMap(file -> Arrays.stream(Theme.Mode.values())
                        .map(mode -> DynamicTest.dynamicTest(file + " " + mode, () -> draw(file, mode))));
    }

    private static List<Path> fxmlFiles() throws IOException {
        try (var files = Files.walk(CLASSES.resolve("dev/outpace/ui"))) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .map(CLASSES::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static void draw(Path file, Theme.Mode mode) throws Exception {
        var build = fixtureOf(file).getMethod("build");
        try (var warnings = new CssWarnings()) {
            WaitForAsyncUtils.asyncFx(() -> {
                        var theme = new Theme(mode);
                        var scene = new Scene((Parent) build.invoke(null), 1440, 900);
                        theme.install(scene);
                        Snapshots.write(scene, nameOf(file) + "-" + mode.name().toLowerCase(Locale.ROOT));
                        return scene;
                    })
                    .get();
            assertThat(warnings.messages()).isEmpty();
        }
    }

    private static Class<?> fixtureOf(Path file) throws ClassNotFoundException {
        var name = file.toString()
                .replace(".fxml", "Fixture")
                .replace(file.getFileSystem().getSeparator(), ".");
        return Class.forName(name);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".fxml", "").toLowerCase(Locale.ROOT);
    }
}
