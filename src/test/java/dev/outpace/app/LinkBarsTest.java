package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import dev.outpace.telephony.asterisk.ami.SelfSigned;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
        kept(place, CLOSED_PORT, "");
    }

    /** @param certificate that was accepted; empty for a connection without TLS */
    private void kept(@Nullable SecretPlace place, int port, String certificate) throws IOException {
        var file = Files.writeString(folder.resolve("site"), "hunter2-of-nobody");
        PrivateFiles.makePrivate(file);
        var connection = new AsteriskConnection(
                "127.0.0.1",
                port,
                "console",
                new SecretFile(file),
                !certificate.isEmpty(),
                certificate,
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

    private static void press(FxRobot robot, String title) {
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof Button button && title.equals(button.getText()))
                .queryButton()
                .fire());
    }

    @Test
    void aLockedSecretIsAskedForWhenTheWorkspaceIsOpenAndThenItIsOpenedAgain(FxRobot robot) throws IOException {
        kept(SecretPlace.VAULT);
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "Unlock the secret of the exchange"));
        assertThat(Seen.says(robot, "The secret of the exchange is locked.")).isTrue();
        var field = robot.lookup((Node node) -> node instanceof PasswordField).<PasswordField>query();
        robot.interact(() -> field.setText("correct horse"));
        press(robot, "Unlock and link");
        UiRig.waitFor(() -> !Seen.says(robot, "The secret of the exchange is locked."));
        UiRig.waitFor(() -> Seen.says(robot, "Connection to Asterisk lost"));
        assertThat(rig.reopened).hasValue(0);
    }

    @Test
    void anEncryptedFileThatIsGoneIsReplacedByASecretThatIsEnteredRightThere(FxRobot robot) throws IOException {
        kept(SecretPlace.VAULT);
        Files.delete(rig.folder().resolve("exchange.secret"));
        rig.passphrases.remember("correct horse".toCharArray());
        rig.open(robot, 1);
        UiRig.waitFor(() -> Seen.says(robot, "The secret of the exchange can\u2019t be read."));
        press(robot, "Enter secret\u2026");
        UiRig.waitFor(() -> Seen.says(robot, "Secret of the user console at 127.0.0.1"));
        press(robot, "Save and link");
        UiRig.waitFor(() -> Seen.errors(robot).size() == 2);
        type(robot, "Secret", "another-of-nobody");
        type(robot, "Passphrase", "battery staple");
        type(robot, "Passphrase again", "battery");
        press(robot, "Save and link");
        UiRig.waitFor(() -> Seen.errors(robot).size() == 1);
        type(robot, "Passphrase again", "battery staple");
        press(robot, "Save and link");
        UiRig.waitFor(() -> !Seen.says(robot, "The secret of the exchange can\u2019t be read."));
        assertThat(rig.folder().resolve("exchange.secret")).exists();
        assertThat(rig.reopened).hasValue(0);
    }

    private static void type(FxRobot robot, String name, String text) {
        robot.interact(() -> ((PasswordField) Seen.field(robot, name)).setText(text));
    }

    @Test
    void aRefusedUserIsTriedOnceMoreWhenAPersonSaysSoAndNotBefore(FxRobot robot) throws IOException {
        try (var manager = new RefusingManager()) {
            kept(SecretPlace.VAULT, manager.port(), "");
            rig.passphrases.remember("correct horse".toCharArray());
            rig.open(robot, 1);
            UiRig.waitFor(() -> Seen.says(robot, "The exchange refused the user console."));
            assertThat(manager.logins()).isEqualTo(1);
            press(robot, "Try once more");
            UiRig.waitFor(() -> manager.logins() == 2);
            UiRig.waitFor(() -> Seen.says(robot, "The exchange refused the user console."));
            press(robot, "Enter secret\u2026");
            UiRig.waitFor(() -> Seen.says(robot, "Secret of the user console at 127.0.0.1"));
            assertThat(manager.logins()).isEqualTo(2);
            type(robot, "Secret", "another-of-nobody");
            type(robot, "Passphrase", "battery staple");
            type(robot, "Passphrase again", "battery staple");
            press(robot, "Save and link");
            UiRig.waitFor(() -> manager.logins() == 3);
            UiRig.waitFor(() -> Seen.says(robot, "The exchange refused the user console."));
            assertThat(rig.reopened).hasValue(0);
        }
    }

    @Test
    void anotherCertificateIsTrustedByAPersonAloneAndNothingIsSaidBefore(FxRobot robot) throws Exception {
        var certificate = SelfSigned.in(folder);
        try (var manager = new RefusingManager(certificate.socket())) {
            kept(null, manager.port(), "ab".repeat(32));
            rig.open(robot, 1);
            UiRig.waitFor(() -> Seen.says(robot, "Trust the new one\u2026"));
            press(robot, "Trust the new one\u2026");
            UiRig.waitFor(() -> Seen.says(robot, "Trust the new certificate?"));
            press(robot, "Cancel");
            UiRig.waitFor(() -> !Seen.says(robot, "Trust the new certificate?"));
            assertThat(accepted()).isEqualTo("ab".repeat(32));
            press(robot, "Trust the new one\u2026");
            UiRig.waitFor(() -> Seen.says(robot, "Trust the new certificate?"));
            press(robot, "Trust it");
            UiRig.waitFor(() -> manager.logins() == 1);
            assertThat(accepted()).isEqualTo(certificate.fingerprint());
            assertThat(rig.reopened).hasValue(0);
        }
    }

    @Test
    void whoStaysUnlinkedIsAskedNoMoreAndNothingIsTrusted(FxRobot robot) throws Exception {
        try (var manager = new RefusingManager(SelfSigned.in(folder).socket())) {
            kept(null, manager.port(), "ab".repeat(32));
            rig.open(robot, 1);
            UiRig.waitFor(() -> Seen.says(robot, "Stay unlinked"));
            press(robot, "Stay unlinked");
            UiRig.waitFor(() -> !Seen.says(robot, "Stay unlinked"));
            assertThat(accepted()).isEqualTo("ab".repeat(32));
            assertThat(rig.reopened).hasValue(0);
            assertThat(manager.logins()).isZero();
        }
    }

    private String accepted() {
        return Objects.requireNonNull(rig.workspace().telephony().saved().connection())
                .certificate();
    }
}
