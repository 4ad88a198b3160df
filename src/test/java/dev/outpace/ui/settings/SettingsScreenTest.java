package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.numbers.NumberReader;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.RegionPicker;
import dev.outpace.workspace.WorkspaceSettings;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
class SettingsScreenTest {

    private UiRig rig;
    private SettingsScreen screen;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        screen = SettingsFixture.screen(rig);
        rig.show(stage, screen, 1024 - 168, 620);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void aChangedLimitIsSavedAndThenNoChangeIsLeft(FxRobot robot) {
        type(robot, "Concurrent calls", "45");
        assertThat(Seen.says(robot, "1 unsaved change")).isTrue();
        assertThat(Seen.says(robot, "was 30")).isTrue();
        robot.clickOn("Save");
        UiRig.waitFor(() -> rig.live.settings().lines().concurrentCalls() == 45);
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
    }

    @Test
    void whatIsWrongIsToldUnderItsFieldAndNotSaved(FxRobot robot) {
        type(robot, "Answered by a person", "90");
        type(robot, "Busy", "soon");
        assertThat(Seen.errors(robot)).contains("Enter a number, such as 12 or 2.5.");
        type(robot, "Concurrent calls", "2.5");
        assertThat(Seen.errors(robot)).contains("Enter a whole number above 0.");
        type(robot, "Concurrent calls", "25");
        type(robot, "Busy", "20");
        assertThat(Seen.errors(robot)).contains("The shares add up to more than 100 %.");
        robot.type(KeyCode.ENTER);
        assertThat(rig.workspace.settings().simulatedWorld().busy()).isEqualTo(0.08);
    }

    @Test
    void numbersWithoutACountryAreOfTheRegionThatIsSet(FxRobot robot) {
        var picker = (RegionPicker) Seen.named(robot, "Default country");
        assertThat(picker.getValue()).isEqualTo("US");
        robot.interact(() -> picker.setValue("GB"));
        assertThat(Seen.says(robot, "was United States (US)")).isTrue();
        robot.clickOn("Save");
        UiRig.waitFor(() -> rig.workspace.settings().numberRegion().equals("GB"));
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
        assertThat(rig.workspace.targetLists().read("tel", "020 7946 0123"))
                .isEqualTo(new NumberReader("GB").read("tel", "020 7946 0123"));
        assertThat(rig.workspace.targetImports().lastRegion()).isEqualTo("GB");
    }

    @Test
    void theLookIsSavedAtOnce(FxRobot robot) {
        robot.interact(() -> segment(robot, "Dark").fire());
        UiRig.waitFor(() -> rig.live.settings().theme() == WorkspaceSettings.Theme.DARK);
    }

    @Test
    void leavingWithChangesAsks(FxRobot robot) {
        type(robot, "Talk time", "120");
        var left = new AtomicBoolean();
        robot.interact(() -> screen.beforeLeave(() -> left.set(true)));
        assertThat(left).isFalse();
        robot.clickOn("Discard");
        assertThat(left).isTrue();
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> SettingsFixture.screen(rig));
    }

    private static ToggleButton segment(FxRobot robot, String word) {
        Node at = robot.lookup(word).query();
        while (!(at instanceof ToggleButton button)) {
            at = at.getParent();
        }
        return button;
    }

    private static void type(FxRobot robot, String name, String text) {
        robot.interact(() -> ((TextField) Seen.field(robot, name)).setText(text));
    }
}
