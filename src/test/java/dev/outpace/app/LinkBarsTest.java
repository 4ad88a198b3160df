package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window says and asks where the link is not tried any more. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LinkBarsTest {
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

    private void kept(SecretPlace place) throws IOException {
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
            assertThat(orders.useAsterisk(connection, place, "correct horse", null))
                    .isInstanceOf(Answer.Done.class);
        }
    }

    @Test
    void aLockedSecretIsAskedForWhenTheWorkspaceIsOpenAndThenItIsOpenedAgain(FxRobot robot) throws IOException {
        kept(SecretPlace.VAULT);
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "Unlock the secret of the exchange"));
        assertThat(Seen.says(robot, "The secret of the exchange is locked.")).isTrue();
        var field = robot.lookup((Node node) -> node instanceof PasswordField).<PasswordField>query();
        robot.interact(() -> field.setText("correct horse"));
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof Button button && "Unlock and link".equals(button.getText()))
                .queryButton()
                .fire());
        UiRig.waitFor(() -> rig.reopened.get() == 1);
        rig.workspace().close();
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "Connection to Asterisk was lost."));
        assertThat(Seen.says(robot, "The secret of the exchange is locked.")).isFalse();
    }

    @Test
    void anEncryptedFileThatIsGoneLeadsToThePageOfTheConnection(FxRobot robot) throws IOException {
        kept(SecretPlace.VAULT);
        Files.delete(rig.folder().resolve("exchange.secret"));
        rig.passphrases.remember("correct horse".toCharArray());
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "The secret of the exchange can\u2019t be read."));
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof Button button && "Enter secret\u2026".equals(button.getText()))
                .queryButton()
                .fire());
        UiRig.waitFor(() -> Seen.says(robot, "Secret kept in"));
    }
}
