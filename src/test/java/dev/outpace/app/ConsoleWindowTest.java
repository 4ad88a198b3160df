package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import dev.outpace.model.CampaignStatus;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.Answer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How the window opens and how it is left. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ConsoleWindowTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private ConsoleRig rig;

    @Start
    void start(Stage primary) {
        stage = primary;
        rig = new ConsoleRig(folder, stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatWasRunningWaitsForTheWordToGoOn(FxRobot robot) {
        rig.importAndStart();
        rig.open(robot, 100);
        robot.clickOn("Resume");
        UiRig.waitFor(() -> rig.callsInProgress() > 0);
    }

    @Test
    void whatWasRunningCanBeStoppedInstead(FxRobot robot) {
        rig.importAndStart();
        rig.open(robot, 100);
        robot.clickOn("Stop it");
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.STOP);
        assertThat(rig.callsInProgress()).isZero();
    }

    @Test
    void anAlarmReachesBellAndToastAfterACollection(FxRobot robot) throws IOException {
        var setUp = Files.writeString(folder.resolve("chain.json"), """
            {
             "outplans": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0001", "name": "Once", "dial_timeout": 20000,
               "try_interval": 30000, "max_try_count_0": 1}],
             "outdials": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0002", "name": "Nobody"}],
             "campaigns": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0003", "type": "call", "name": "Renewals",
               "end_handle": "stop", "actions": [{"type": "hangup"}],
               "outplan_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0001",
               "outdial_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0002",
               "next_campaign_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0004"}]
            }
            """);
        try (var orders = rig.orders()) {
            assertThat(orders.importFiles(List.of(setUp), false)).isInstanceOf(Answer.Done.class);
            assertThat(orders.start("Renewals")).isInstanceOf(Answer.Done.class);
        }
        rig.open(robot, 1);
        JMemoryBuddy.assertCollectable(new WeakReference<>(new Object()));
        robot.clickOn("Resume");
        var sentence = "The campaign that should follow Renewals is missing: d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0004.";
        UiRig.waitFor(() -> Seen.says(robot, sentence));
        assertThat(robot.lookup(".alarm-count").queryLabeled().getText()).isEqualTo("1");
    }

    @Test
    void withoutCallsInProgressItClosesAtOnce(FxRobot robot) {
        rig.orders().close();
        rig.open(robot, 1);
        rig.askToClose(robot);
        rig.waitUntilClosed();
    }

    @Test
    void aWindowThatFillsTheScreenStaysOnItWhenAWorkspaceIsOpenedAgain(FxRobot robot) {
        rig.importSetUp();
        rig.open(robot, 1);
        rig.workspace().close();
        rig.open(robot, 1);
        var screen = Screen.getPrimary().getVisualBounds();
        assertThat(stage.isMaximized()).isTrue();
        assertThat(List.of(stage.getX(), stage.getY())).containsExactly(screen.getMinX(), screen.getMinY());
    }

    @Test
    void itStandsInTheMiddleWhereverTheStageStoodBefore(FxRobot robot) {
        rig.importSetUp();
        robot.interact(() -> {
            stage.setX(500);
            stage.setY(400);
        });
        rig.open(robot, 1);
        var screen = Screen.getPrimary().getVisualBounds();
        assertThat(stage.getX() + stage.getWidth() / 2).isCloseTo(screen.getWidth() / 2, within(2.0));
        assertThat(stage.getY() + stage.getHeight() / 2).isCloseTo(screen.getHeight() / 2, within(2.0));
    }

    @Test
    void whileItWaitsItTellsHowManyCallsAreLeftAndCanBeTakenBack(FxRobot robot) {
        rig.importAndStart();
        rig.open(robot, 1);
        robot.clickOn("Resume");
        UiRig.waitFor(() -> rig.callsInProgress() > 0);
        rig.askToClose(robot);
        robot.clickOn("Wait for the calls");
        UiRig.waitFor(() -> Seen.words(robot, ".closing-banner .label").stream()
                .anyMatch(words -> words.matches("([0-9]+ calls are|1 call is) left. No new calls.")));
        robot.clickOn("Stay open");
        assertThat(robot.lookup(".closing-banner").query().isVisible()).isFalse();
        assertThat(rig.exitCode()).isEqualTo(ConsoleRig.OPEN);
    }

    @Test
    void withCallsInProgressItAsksAndCanWaitForThem(FxRobot robot) {
        rig.importAndStart();
        rig.open(robot, 20);
        robot.clickOn("Resume");
        UiRig.waitFor(() -> rig.callsInProgress() > 0);
        rig.askToClose(robot);
        assertThat(rig.exitCode()).isEqualTo(ConsoleRig.OPEN);
        robot.clickOn("Wait for the calls");
        UiRig.waitFor(() -> rig.exitCode() == 0);
        assertThat(rig.callsInProgress()).isZero();
        assertThat(rig.campaign().status()).isEqualTo(CampaignStatus.RUN);
    }
}
