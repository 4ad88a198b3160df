package dev.outpace.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CssWarningsTest {

    @Test
    void anUnknownColourIsNoticed(FxRobot robot) {
        try (var warnings = new CssWarnings()) {
            robot.interact(() -> {
                var region = new Region();
                region.setStyle("-fx-background-color: -no-such-colour;");
                new Scene(region, 100, 100).snapshot(null);
            });
            assertThat(warnings.messages()).anyMatch(message -> message.contains("-fx-background-color"));
        }
    }
}
