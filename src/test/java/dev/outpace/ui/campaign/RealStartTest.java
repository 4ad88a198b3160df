package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RealStartTest {
    private UiRig rig;
    private CompletableFuture<RealStartController.Choice> answer;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        var scene = new Scene(rig.framed(), 700, 600);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
        answer = new RealStartController(rig.texts, RealStartFixture.REAL)
                .askIn(rig.dialogs)
                .toCompletableFuture();
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void itSaysHowManyRealNumbersMayRingAndOverWhat(FxRobot robot) {
        assertThat(robot.from(robot.lookup(".confirm-dialog")).lookup(".label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains(
                        "6,440 real numbers may ring",
                        "This is the first start of Heater recall notice on Asterisk. People will pick up, and agents"
                                + " of Onboarding will talk to them.",
                        "May ring now",
                        "6,400",
                        "40",
                        "Not callable",
                        "Targets of Heater recall",
                        "12,440",
                        "PJSIP/carrier, +1 212 555 0100",
                        "at most 60, at most 5",
                        "+1 212 555 0119, … 0138, … 0150",
                        "Type 6440 to start")
                .doesNotContain("In a call");
    }

    @Test
    void theBarSaysInWordsWhatItShows(FxRobot robot) {
        assertThat(robot.lookup("#bar").query().getAccessibleText())
                .startsWith("May ring now: 6,400, Wait for their next try, the first until ")
                .endsWith(": 40, Done before: 5,870, Not callable: 130");
    }

    @Test
    void oneNumberCanBeTriedWithoutTypingAnything(FxRobot robot) {
        robot.clickOn("#tryOne");
        assertThat(answer).isCompletedWithValue(RealStartController.Choice.TRY);
    }

    @Test
    void cancelIsTheDefaultButton(FxRobot robot) {
        assertThat(robot.lookup("#cancel").queryAs(Button.class).isDefaultButton())
                .isTrue();
        assertThat(robot.lookup("#start").queryAs(Button.class).isDefaultButton())
                .isFalse();
    }

    @Test
    void startIsOffUntilTheNumberIsTyped(FxRobot robot) {
        var start = robot.lookup("#start").queryAs(Button.class);
        assertThat(start.isDisabled()).isTrue();
        robot.write("644");
        assertThat(start.isDisabled()).isTrue();
        robot.write("0");
        assertThat(start.isDisabled()).isFalse();
        robot.clickOn(start);
        assertThat(answer).isCompletedWithValue(RealStartController.Choice.START);
    }

    @Test
    void returnCancelsEvenWithTheNumberTyped(FxRobot robot) {
        robot.write("6440").type(KeyCode.ENTER);
        assertThat(answer).isCompletedWithValue(RealStartController.Choice.CANCEL);
    }

    @Test
    void escapeCancels(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        assertThat(answer).isCompletedWithValue(RealStartController.Choice.CANCEL);
    }
}
