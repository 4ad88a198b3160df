package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.StopMode;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.secrets.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The first real start of a campaign is tried with one number, over an exchange that nobody answers at. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RealTrialJourneyTest {
    /** Where nothing listens. */
    private static final int CLOSED_PORT = 9;

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

    private void useAsterisk() throws IOException {
        var file = Files.writeString(folder.resolve("site"), "hunter2-of-nobody");
        PrivateFiles.makePrivate(file);
        var connection = new AsteriskConnection(
                "127.0.0.1",
                CLOSED_PORT,
                "console",
                new SecretFile(file),
                false,
                "",
                "PJSIP/carrier",
                false,
                "",
                "outpace",
                "agi");
        try (var orders = rig.orders()) {
            assertThat(orders.useAsterisk(connection, null, "", null)).isInstanceOf(Answer.Done.class);
        }
    }

    @Test
    void oneNumberIsAskedAboutTwiceCalledAndThenTheRestIsAskedFor(FxRobot robot) throws IOException {
        rig.importSetUp();
        useAsterisk();
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, ConsoleRig.CAMPAIGN));

        press(robot, "Start", ".table-view");
        UiRig.waitFor(() -> asks(robot, "40 real numbers may ring"));
        press(robot, "_Try with 1 number…", ".real-start");
        UiRig.waitFor(() -> asks(robot, "Try with 1 number?"));
        assertThat(Seen.words(robot, ".confirm-dialog .label"))
                .as("the number is told whole, and never broken over two lines")
                .anyMatch(words -> words.matches("(?s).*\\+[0-9]+(\u00a0[0-9]+)+, whose turn is next.*"));
        press(robot, "Cancel", ".confirm-dialog");
        UiRig.waitFor(() -> asks(robot, "40 real numbers may ring"));
        assertThat(rig.campaign().status()).isEqualTo(CampaignStatus.STOP);

        press(robot, "_Try with 1 number…", ".real-start");
        UiRig.waitFor(() -> asks(robot, "Try with 1 number?"));
        press(robot, "Call 1 number", ".confirm-dialog");
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.RUN);
        assertThat(robot.lookup(".confirm-dialog").tryQuery()).isEmpty();

        rig.workspace()
                .campaigns()
                .stop(rig.campaign().id(), StopMode.FINISH_CALLS)
                .join();
        UiRig.waitFor(() -> asks(robot, "40 real numbers may ring"));
        press(robot, "Cancel", ".real-start");
        UiRig.waitFor(() -> robot.lookup(".confirm-dialog").tryQuery().isEmpty());
        assertThat(rig.campaign().status()).isEqualTo(CampaignStatus.STOP);
    }

    private static boolean asks(FxRobot robot, String title) {
        return Seen.words(robot, ".confirm-dialog .pane-title").contains(title);
    }

    private static void press(FxRobot robot, String words, String within) {
        var button = robot.from(robot.lookup(within).queryAll())
                .lookup((Button shown) -> words.equals(shown.getText()) && shown.isVisible())
                .queryButton();
        robot.interact(button::fire);
    }
}
