package dev.outpace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A laptop of 1440×900 pixels at twice the scale. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SmallScreenTest {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 450;

    private ShellFixture shell;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        shell = new ShellFixture();
        shell.shell.openIn(stage, WIDTH, HEIGHT);
        // Other tests may have left the stage larger; it can be made so small.
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }

    @Test
    void theWindowIsNoLargerThanTheScreenAndAllOfItCanBeReached(FxRobot robot) {
        assertThat(stage.getScene().getWidth()).isEqualTo(WIDTH);
        assertThat(stage.getScene().getHeight()).isEqualTo(HEIGHT);
        var root = shell.shell.root().getLayoutBounds();
        assertThat(root.getWidth()).isEqualTo(Shell.LEAST_WIDTH);
        assertThat(root.getHeight()).isEqualTo(Shell.LEAST_HEIGHT);
        var window = (ScrollPane) stage.getScene().getRoot();
        robot.interact(() -> {
            window.setHvalue(1);
            window.setVvalue(1);
        });
        var clock = robot.lookup(".status-line").query();
        assertThat(clock.localToScene(clock.getLayoutBounds()).getMaxY()).isLessThanOrEqualTo(HEIGHT);
        assertThat(clock.localToScene(clock.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(WIDTH);
    }
}
