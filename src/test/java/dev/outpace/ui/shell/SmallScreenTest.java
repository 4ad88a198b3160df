package dev.outpace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
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

    @Test
    void aLongReasonLeavesTheButtonsOfALostLinkTheirWords(FxRobot robot) {
        robot.interact(() -> {
            shell.model.retryProperty().set(() -> {});
            shell.model.logProperty().set(() -> {});
            shell.model.lostTitleProperty().set("The link to pbx.nordhavn.example was lost at 10:52:09.");
            shell.model.lostTextProperty().set("Nothing is dialed. 18 calls went on without us. Reason: ".repeat(4));
            shell.model.linkUpProperty().set(false);
            shell.shell.root().applyCss();
            shell.shell.root().layout();
        });
        for (var words : List.of("Log…", "Try now")) {
            var button = robot.lookup(words).queryAs(Button.class);
            assertThat(((Text) button.lookup(".text")).getText()).isEqualTo(words);
        }
    }
}
