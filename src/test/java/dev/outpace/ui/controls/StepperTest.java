package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StepperTest {

    private final Stepper stepper = new Stepper();
    private final Button elsewhere = new Button("Elsewhere");

    /** Controls can't be made before. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        stepper.setUnit("%");
        stepper.setMaximum(10_000);
        stepper.setStep(5);
        stepper.setValue(100);
        var scene = new Scene(new VBox(20, stepper, elsewhere), 300, 200);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void theButtonsStepAndStopAtTheEndsOfTheRange(FxRobot robot) {
        robot.clickOn(".more");
        assertThat(stepper.getValue()).isEqualTo(105);
        robot.clickOn(".less").clickOn(".less");
        assertThat(stepper.getValue()).isEqualTo(95);
        robot.interact(() -> stepper.setValue(3));
        robot.clickOn(".less");
        assertThat(stepper.getValue()).isZero();
        assertThat(robot.lookup(".less").query().isDisabled()).isTrue();
    }

    @Test
    void arrowsStepAndPagesStepTenTimesAsFar(FxRobot robot) {
        robot.clickOn(".stepper-value").type(KeyCode.UP);
        assertThat(stepper.getValue()).isEqualTo(105);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(stepper.getValue()).isEqualTo(55);
    }

    @Test
    void aTypedNumberCountsOnEnterAndIsWrittenWithItsUnit(FxRobot robot) {
        type(robot, "1200");
        robot.type(KeyCode.ENTER);
        assertThat(stepper.getValue()).isEqualTo(1200);
        assertThat(field(robot).getText()).isEqualTo("1,200\u00a0%");
    }

    @Test
    void aTypedNumberCountsWhenTheFocusLeaves(FxRobot robot) {
        type(robot, "80");
        robot.clickOn(elsewhere);
        assertThat(stepper.getValue()).isEqualTo(80);
    }

    @Test
    void whatIsNoNumberOfTheRangeIsPutBack(FxRobot robot) {
        for (var text : new String[] {"abc", "10001", "-3", ""}) {
            type(robot, text);
            robot.type(KeyCode.ENTER);
            assertThat(stepper.getValue()).as(text).isEqualTo(100);
            assertThat(field(robot).getText()).as(text).isEqualTo("100\u00a0%");
        }
    }

    @Test
    void inAFormANumberCountsAsItIsTypedAndAnythingElseIsWhatWasThereBefore(FxRobot robot) {
        robot.interact(() -> stepper.setEager(true));
        type(robot, "1200");
        assertThat(stepper.getValue()).isEqualTo(1200);
        assertThat(field(robot).getText())
                .as("nothing is written into what is typed")
                .isEqualTo("1200");
        type(robot, "12000");
        assertThat(stepper.getValue()).isEqualTo(100);
        type(robot, "80");
        robot.type(KeyCode.ESCAPE);
        assertThat(stepper.getValue()).isEqualTo(100);
        assertThat(field(robot).getText()).isEqualTo("100\u00a0%");
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup(".stepper-value").queryAs(TextField.class);
    }

    private static void type(FxRobot robot, String text) {
        robot.clickOn(".stepper-value");
        robot.interact(() -> field(robot).setText(text));
    }
}
