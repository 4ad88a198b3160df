package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.CssWarnings;
import dev.outpace.ui.theme.Snapshots;
import dev.outpace.ui.theme.Theme;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class GalleryTest {

    @Test
    void everyControlIsDrawnInLightAndDarkWithoutAWarningOfTheStyleEngine(FxRobot robot) {
        try (var warnings = new CssWarnings()) {
            robot.interact(() -> {
                var theme = new Theme(Theme.Mode.LIGHT);
                var scene = new Scene(Gallery.build(), 1440, 1380);
                theme.install(scene);
                for (var mode : Theme.Mode.values()) {
                    theme.setMode(mode);
                    Snapshots.write(scene, "gallery-" + mode.name().toLowerCase(Locale.ROOT));
                }
            });
            assertThat(warnings.messages()).isEmpty();
        }
    }
}
