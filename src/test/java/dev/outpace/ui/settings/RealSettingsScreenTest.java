package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Problem;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.secrets.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The settings of a workspace whose calls are real. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RealSettingsScreenTest {
    private static final int CLOSED_PORT = 1;

    private UiRig rig;

    @Start
    void start(Stage stage) {
        rig = new UiRig(RealSettingsScreenTest::chooseAsterisk);
        rig.show(stage, SettingsFixture.screen(rig), 1024 - 168, 620);
    }

    private static void chooseAsterisk(Path folder) {
        try (var orders = new OfflineOrders(folder, "a test", new JacksonJson(), Clock.systemUTC())) {
            var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone\n");
            PrivateFiles.makePrivate(secret);
            var connection = new AsteriskConnection(
                    "127.0.0.1",
                    CLOSED_PORT,
                    "console",
                    new SecretFile(secret),
                    false,
                    "",
                    "PJSIP/carrier",
                    false,
                    "",
                    "outpace",
                    "agi");
            assertThat(orders.useAsterisk(connection, null).problems()).noneMatch(Problem::isError);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void nothingOfTheSimulatedWorldIsShown(FxRobot robot) {
        assertThat(Seen.says(robot, "Concurrent calls")).isTrue();
        assertThat(Seen.says(robot, "Answered by a person")).isFalse();
    }
}
