package dev.outpace.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.RecordedFile;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RecordingListTest {
    private CallsFixture fixture;
    private CallDetailController detail;

    @Start
    void start(Stage stage) {
        fixture = new CallsFixture();
        var call = fixture.history.newestSuccess();
        fixture.history.recordings.addAll(List.of(
                new RecordedFile(call.id(), call.id() + ".wav", true, Facts.NOW, 1_000_000, Duration.ofSeconds(62)),
                new RecordedFile(call.id(), call.id() + "-1.gsm", false, Facts.NOW, 33, null)));
        detail = new CallDetailController(
                fixture.texts,
                fixture.history,
                fixture.live,
                fixture.tasks,
                new CallWords(fixture.texts, fixture.live),
                new CallDetailController.Orders(_ -> {}, ListenOrders.NONE, _ -> {}, _ -> {}),
                fixture.sounds());
        var scene = new Scene(new Views(fixture.texts).load(detail), 360, 800);
        new Theme(Theme.Mode.LIGHT).install(scene);
        stage.setScene(scene);
        stage.show();
        detail.show(new CallLine(call));
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(".recording-row .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup(".recording-row .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getAccessibleText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordingIsPlayedPausedAndMovedByKeys(FxRobot robot) {
        assertThat(words(robot)).contains("Whole call", "Part 1", "1:02");
        robot.interact(button(robot, "Play, Whole call")::fire);
        assertThat(fixture.player.playing).isTrue();
        fixture.player.position = Duration.ofSeconds(5);
        robot.interact(fixture::beat);
        assertThat(words(robot)).contains("0:05 of 1:02");

        var slider = robot.lookup(".recording-row .slider").queryAs(Slider.class);
        assertThat(slider.isDisabled()).isFalse();
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(fixture.player.position).isEqualTo(Duration.ofSeconds(10));

        robot.interact(button(robot, "Pause, Whole call")::fire);
        assertThat(fixture.player.playing).isFalse();
        robot.interact(button(robot, "Play, Whole call")::fire);
        assertThat(fixture.player.playing).isTrue();
        robot.interact(detail::close);
        assertThat(fixture.player.closed).isTrue();
    }

    @Test
    void withoutSoundOutputItSaysWhatToDo(FxRobot robot) {
        fixture.players = _ -> {
            throw new SoundPlayer.NoSoundOutput(new IllegalArgumentException("no line matching interface Clip"));
        };
        robot.interact(button(robot, "Play, Whole call")::fire);
        assertThat(fixture.toasts.lookupAll(".label"))
                .extracting(label -> ((Label) label).getText())
                .containsOnlyOnce(
                        "This computer has no sound output that is free. Save the recording and play it elsewhere.");
        assertThat(button(robot, "Play, Whole call").isDisabled()).isFalse();
    }

    @Test
    void aCallWithoutRecordingsShowsNothingOfThem(FxRobot robot) {
        robot.interact(() -> detail.show(new CallLine(fixture.history.first())));
        assertThat(robot.lookup("Recordings").query().getParent().isVisible()).isFalse();
    }
}
