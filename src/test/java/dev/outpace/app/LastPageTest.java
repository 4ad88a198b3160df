package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is seen where no workspace is open. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LastPageTest {
    private final AtomicInteger exitCode = new AtomicInteger(ConsoleRig.OPEN);
    private Stage stage;
    private LastPage page;

    @Start
    void start(Stage unused) {
        var texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
        stage = new Stage();
        page = new LastPage(texts, stage, Theme.Mode.LIGHT, exitCode::set);
    }

    @Test
    void saysWhyAWorkspaceWasNotOpenedAndLeaves(FxRobot robot) {
        robot.interact(() -> page.refuse("The workspace is in use."));
        assertThat(Seen.says(robot.targetWindow(stage), "The workspace is in use."))
                .isTrue();
        robot.targetWindow(stage).clickOn("Close");
        assertThat(exitCode).hasValue(ExitCode.REFUSED);
    }

    @Test
    void saysWhyTheProgramStoppedInPlaceOfAllElse(FxRobot robot) {
        robot.interact(() -> UiRig.put(stage, new Scene(new Pane(), 1_200, 720)));
        robot.interact(() -> page.tell("opening.stopped", "Outpace ran out of memory."));
        assertThat(Seen.says(robot.targetWindow(stage), "Outpace has stopped")).isTrue();
        assertThat(Seen.says(robot.targetWindow(stage), "Outpace ran out of memory."))
                .isTrue();
        robot.targetWindow(stage).clickOn("Close");
        assertThat(exitCode).hasValue(ExitCode.REFUSED);
    }

    @Test
    void saysWhyAWorkspaceWasNotClosedInOrderAndLeaves(FxRobot robot) {
        robot.interact(() -> page.fail("closing.failed", "The disk is full."));
        assertThat(Seen.says(robot.targetWindow(stage), "The workspace was not closed properly"))
                .isTrue();
        robot.targetWindow(stage).clickOn("Close");
        assertThat(exitCode).hasValue(ExitCode.REFUSED);
    }
}
