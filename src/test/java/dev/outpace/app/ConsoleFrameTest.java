package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.HandCrankedFx;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is seen while a workspace is opened. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ConsoleFrameTest {
    private final HandCrankedFx fx = new HandCrankedFx();
    private final AtomicInteger closed = new AtomicInteger();
    private Stage stage;
    private ConsoleFrame frame;

    @Start
    void start(Stage unused) {
        var texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
        stage = new Stage();
        frame = new ConsoleFrame(texts, stage, Path.of("none"), true, Theme.Mode.DARK);
        frame.show(closed::incrementAndGet);
        frame.tellLater(fx.pulse());
    }

    @Test
    void hasTheNavigationAndTheTitleOfTheFirstScreenInTheThemeThatItWasGiven(FxRobot robot) {
        var window = robot.targetWindow(stage);
        assertThat(frame.theme().getMode()).isEqualTo(Theme.Mode.DARK);
        assertThat(window.lookup(".navigation-entry").queryAllAs(ToggleButton.class))
                .hasSize(frame.navigator().entries().size());
        assertThat(window.lookup(".navigation-entry").queryAllAs(ToggleButton.class).stream()
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getText))
                .containsExactly("Campaigns");
        assertThat(Seen.words(window, ".page-title")).containsExactly("Campaigns");
    }

    @Test
    void saysThatTheWorkspaceIsOpenedOnlyWhenThatTakesItsTime(FxRobot robot) {
        var window = robot.targetWindow(stage);
        robot.interact(() -> fx.pass(1_400));
        assertThat(Seen.says(window, "Opening the workspace")).isFalse();
        robot.interact(() -> fx.pass(200));
        assertThat(Seen.says(window, "Opening the workspace")).isTrue();
    }

    @Test
    void saysNothingOnceItIsOpen(FxRobot robot) {
        robot.interact(frame::endWaiting);
        robot.interact(() -> fx.pass(5_000));
        assertThat(Seen.says(robot.targetWindow(stage), "Opening the workspace"))
                .isFalse();
    }

    @Test
    void claimsNothingOfWhatItDoesNotKnow(FxRobot robot) {
        assertThat(robot.lookup(".status-line .label").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(words -> ((Label) words).getText()))
                .noneMatch(text -> text != null && !text.isEmpty());
        assertThat(robot.lookup(".stop-all").query().isVisible()).isFalse();
    }

    @Test
    void takesNeitherKeysNorClicks(FxRobot robot) {
        var place = frame.navigator().getPlace();
        var window = robot.targetWindow(stage);
        window.clickOn("Target lists");
        window.clickOn(".palette-field");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(frame.navigator().getPlace()).isEqualTo(place);
        assertThat(window.lookup(".palette-layer").query().isVisible()).isFalse();
    }

    @Test
    void canBeClosed(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(closed).hasValue(1);
    }

    @Test
    void tellsWhenItIsPainted(FxRobot robot) {
        var painted = Tour.onFx(frame::painted);
        UiRig.waitFor(painted::isDone);
        assertThat(stage.isShowing()).isTrue();
    }
}
