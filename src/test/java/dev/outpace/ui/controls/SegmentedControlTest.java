package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
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
class SegmentedControlTest {

    private final SegmentedControl<String> control = new SegmentedControl<>();

    /** Controls can't be made before. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        control.setSegments(List.of(
                new SegmentedControl.Segment<>("all", "All"),
                new SegmentedControl.Segment<>("run", "Running"),
                new SegmentedControl.Segment<>("stop", "Stopped")));
        var scene = new Scene(new VBox(control), 400, 100);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void theFirstIsSelectedAtTheBeginning() {
        assertThat(control.getValue()).isEqualTo("all");
    }

    @Test
    void aClickSelectsAndASecondClickKeepsTheSelection(FxRobot robot) {
        robot.clickOn("Running").clickOn("Running");
        assertThat(control.getValue()).isEqualTo("run");
        assertThat(button(1).isSelected()).isTrue();
    }

    @Test
    void arrowKeysMoveTheSelection(FxRobot robot) {
        robot.clickOn("All").type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(control.getValue()).isEqualTo("stop");
        assertThat(button(2).isSelected()).isTrue();
    }

    @Test
    void aCountIsShownAndReadOut(FxRobot robot) {
        robot.interact(() -> control.setCount("run", "6"));
        assertThat(button(1).getAccessibleText()).isEqualTo("Running 6");
        robot.interact(() -> control.setCount("run", ""));
        assertThat(button(1).getAccessibleText()).isEqualTo("Running");
    }

    @Test
    void aValueSetFromOutsideIsShown(FxRobot robot) {
        robot.interact(() -> control.setValue("stop"));
        assertThat(button(2).isSelected()).isTrue();
        assertThat(button(0).isSelected()).isFalse();
    }

    private ToggleButton button(int index) {
        return (ToggleButton) control.getChildren().get(index);
    }
}
