package dev.outpace.ui.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.OutdialRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
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
class TargetListsScreenTest {

    private final List<OutdialRow> opened = new ArrayList<>();
    private TargetRig rig;

    @Start
    void start(Stage stage) {
        rig = new TargetRig();
        rig.store(TargetFacts.mixed(TargetRig.LIST));
        rig.ui.show(stage, TargetListsFixture.screen(rig.ui, opened::add), 1024 - 168, 620);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.ui.failures).isEmpty();
    }

    @Test
    void aListTellsHowFarItIsAndIsOpenedByEnter(FxRobot robot) {
        UiRig.waitFor(() -> cells(robot, TargetRig.LIST).contains("24"));
        assertThat(cells(robot, TargetRig.LIST))
                .containsExactly("Home policies Q2", "24", "null", "14", "0", "Spring renewal 2026");
        assertThat(Seen.says(robot, "41\u00a0%")).isTrue();
        robot.clickOn("Home policies Q2").type(KeyCode.ENTER);
        assertThat(opened).containsExactly(rig.row(TargetRig.LIST));
    }

    @Test
    void aListIsMadeRenamedAndDeleted(FxRobot robot) {
        robot.clickOn("New list").clickOn("Add list");
        assertThat(Seen.errors(robot)).containsExactly("Enter a name.");
        robot.clickOn(Seen.field(robot, "Name")).write("Autumn").clickOn("Add list");
        UiRig.waitFor(() -> Seen.says(robot, "Autumn"));
        robot.clickOn("Autumn").clickOn("Edit");
        robot.clickOn(Seen.field(robot, "Name")).write(" 2026").type(KeyCode.ENTER);
        UiRig.waitFor(() -> Seen.says(robot, "Autumn 2026"));
        robot.clickOn("Autumn 2026").type(KeyCode.DELETE).clickOn(".confirm-dialog .danger-filled");
        UiRig.waitFor(() -> table(robot).getItems().size() == 2);
    }

    @Test
    void beforeADeletionItsUsersAndItsTargetsAreNamed(FxRobot robot) {
        UiRig.waitFor(() -> cells(robot, TargetRig.LIST).contains("24"));
        robot.clickOn("Home policies Q2").clickOn("Delete");
        assertThat(Seen.words(robot, ".confirm-dialog .label"))
                .anyMatch(text -> text.contains("24 targets") && text.contains("Spring renewal 2026"));
        robot.type(KeyCode.ESCAPE);
        assertThat(table(robot).getItems()).hasSize(2);
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> TargetListsFixture.screen(rig.ui, row -> {}));
    }

    private static TableView<OutdialRow> table(FxRobot robot) {
        return robot.lookup(".table-view").queryTableView();
    }

    private List<String> cells(FxRobot robot, int list) {
        return Seen.cells(robot, table(robot), rig.row(list));
    }
}
