package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
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
class SettingsSectionsScreenTest {
    private UiRig rig;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        rig.show(
                stage,
                SettingsSectionsFixture.screen(rig, new FakeTelephony(FakeTelephony.SIMULATED)),
                1024 - 168,
                620);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void theKeyboardLeadsFromSectionToSection(FxRobot robot) {
        robot.interact(() -> section(robot, "General").requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE);
        assertThat(Seen.says(robot, "Simulated telephony")).isTrue();
        assertThat(section(robot, "Telephony").isSelected()).isTrue();
        robot.type(KeyCode.UP).type(KeyCode.SPACE);
        assertThat(Seen.field(robot, "Concurrent calls")).isNotNull();
    }

    @Test
    void aSectionWithChangesIsLeftOnlyWhenTheyMayGo(FxRobot robot) {
        robot.interact(() -> ((TextField) Seen.field(robot, "Concurrent calls")).setText("45"));
        robot.interact(() -> section(robot, "Telephony").fire());
        assertThat(section(robot, "General").isSelected()).isTrue();
        assertThat(section(robot, "Telephony").isSelected()).isFalse();
        robot.clickOn("Discard");
        assertThat(section(robot, "Telephony").isSelected()).isTrue();
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(
                robot, () -> SettingsSectionsFixture.screen(rig, new FakeTelephony(FakeTelephony.SIMULATED)));
    }

    private static ToggleButton section(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof ToggleButton button && words.equals(button.getText()))
                .query();
    }
}
