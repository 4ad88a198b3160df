package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.live.HandCrankedFx;
import dev.outpace.ui.texts.Texts;
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

/** What is seen before a workspace is open. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class OpeningPageTest {
    private final HandCrankedFx fx = new HandCrankedFx();
    private final AtomicInteger exitCode = new AtomicInteger(ConsoleRig.OPEN);
    private Stage stage;
    private OpeningPage page;

    @Start
    void start(Stage unused) {
        var texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
        stage = new Stage();
        page = new OpeningPage(texts, stage, exitCode::set);
    }

    @Test
    void isSeenOnlyWhenAnOpeningTakesItsTime(FxRobot robot) {
        robot.interact(() -> page.showLater(fx.pulse()));
        robot.interact(() -> fx.pass(1_400));
        assertThat(stage.isShowing()).isFalse();
        robot.interact(() -> fx.pass(200));
        assertThat(stage.isShowing()).isTrue();
        assertThat(Seen.says(robot.targetWindow(stage), "Opening the workspace"))
                .isTrue();
    }

    @Test
    void leavesTheWindowAsLargeAsTheConsoleWantsIt(FxRobot robot) {
        robot.interact(page::show);
        robot.interact(() -> {
            page.close();
            stage.setScene(new Scene(new Pane(), 1_200, 720));
        });
        assertThat(stage.getScene().getWidth()).isEqualTo(1_200);
        assertThat(stage.getScene().getHeight()).isEqualTo(720);
    }

    @Test
    void isNotSeenWhenTheWorkspaceIsThereSoonEnough(FxRobot robot) {
        robot.interact(() -> page.showLater(fx.pulse()));
        robot.interact(page::close);
        robot.interact(() -> fx.pass(5_000));
        assertThat(stage.isShowing()).isFalse();
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
        robot.interact(() -> stage.setScene(new Scene(new Pane(), 1_200, 720)));
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
