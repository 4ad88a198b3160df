package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CampaignStatus;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A supervisor's ways through the whole console. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class JourneyTest {
    private static final double SPEED = 400;

    @TempDir
    private Path folder;

    private ConsoleRig rig;

    @Start
    void start(Stage stage) {
        rig = new ConsoleRig(folder, stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSmallCampaignIsStartedByAClickAndEndsByItself(FxRobot robot) {
        rig.importSetUp();
        rig.open(robot, SPEED);
        assertThat(Seen.says(robot, "Stopped")).isTrue();
        robot.clickOn((Button button) -> "Start".equals(button.getText()) && button.isVisible());
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.RUN);
        UiRig.waitFor(() -> Seen.says(robot, "Running"));
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.STOP);
        UiRig.waitFor(() -> Seen.says(robot, "100\u00a0%"));
        assertThat(rig.callsInProgress()).isZero();

        rig.askToClose(robot);
        rig.waitUntilClosed();
        rig.open(robot, SPEED);
        UiRig.waitFor(() -> Seen.says(robot, "100\u00a0%"));
        assertThat(Seen.says(robot, "Stopped")).isTrue();
    }

    @Test
    void settingsAreEditedSavedAndThereAgainAfterARestart(FxRobot robot) {
        rig.importSetUp();
        rig.open(robot, 1);
        robot.clickOn(ConsoleRig.CAMPAIGN).type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN).push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        type(robot, "Name", "");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertThat(Seen.errors(robot)).contains("A campaign needs a name.");
        assertThat(rig.campaign().name()).isEqualTo(ConsoleRig.CAMPAIGN);
        type(robot, "Name", "Autumn renewal");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        UiRig.waitFor(() -> rig.campaign().name().equals("Autumn renewal"));
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));

        rig.askToClose(robot);
        rig.waitUntilClosed();
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "Autumn renewal"));
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> ((TextField) Seen.field(robot, field)).setText(text));
    }
}
