package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.app.ConsoleRig;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A supervisor's ways through the editor of a flow, in the whole console. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FlowJourneyTest {
    private static final double SPEED = 200;

    @TempDir
    private Path folder;

    private Stage stage;
    private ConsoleRig rig;
    private FlowCanvas canvas;

    /** The console keeps its window from getting small: other tests share the first stage, and go on without that. */
    @Start
    void start(Stage first) {
        stage = new Stage();
        rig = new ConsoleRig(folder, stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        rig.close();
        robot.interact(stage::close);
    }

    @Test
    void pressOneToAgentIsBuiltByMouseBrokenRepairedSavedRunAndCounted(FxRobot robot) {
        openActions(robot, SPEED);
        empty(robot);
        buildPressOne(robot);
        assertThat(types()).containsExactly("answer", "talk", "digits_receive", "branch", "hangup", "talk");
        assertThat(canvas.editor().problems()).isEmpty();

        breakAndRepair(robot);
        robot.clickOn(saveButton(robot));
        UiRig.waitFor(() -> rig.campaign().actions().size() == 6);
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
        assertThat(new FlowCheck(rig.campaign().actions(), context()).check()).isEmpty();

        robot.clickOn((Button button) -> "Start".equals(button.getText()) && button.isVisible());
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.RUN);
        UiRig.waitFor(() -> canvas.state().counts.taken().size() == 2);
        UiRig.waitFor(() -> rig.campaign().status() == CampaignStatus.STOP);
    }

    @Test
    void everythingIsUndoneBackToTheEmptyFlow(FxRobot robot) {
        openActions(robot, 1);
        empty(robot);
        buildPressOne(robot);
        int steps = 0;
        while (!types().isEmpty() && steps++ < 60) {
            robot.interact(() -> canvas.editor().undo());
        }
        assertThat(types()).isEmpty();
        robot.interact(() -> canvas.editor().undo());
        assertThat(types()).as("the flow that was there at first").containsExactly("talk");
        assertThat(canvas.editor().canUndo()).isFalse();
        assertThat(canvas.editor().changes()).isZero();
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
    }

    /** Takes away what the default leads to: told, and not to be saved until something is there again. */
    private void breakAndRepair(FxRobot robot) {
        robot.clickOn(card(types().indexOf("hangup")));
        robot.type(KeyCode.DELETE);
        assertThat(saveButton(robot).isDisabled()).isTrue();
        UiRig.waitFor(() -> Seen.says(robot, "1 error"));
        assertThat(Seen.says(robot, "Save is off until errors are fixed")).isTrue();
        drop(robot, "hangup", ghost());
        UiRig.waitFor(() -> Seen.says(robot, "No problems"));
        assertThat(saveButton(robot).isDisabled()).isFalse();
    }

    private static FlowContext context() {
        return new FlowContext(CampaignType.CALL, new UUID(4, 4), _ -> true, _ -> false);
    }

    private void openActions(FxRobot robot, double speed) {
        rig.importSetUp();
        rig.open(robot, speed);
        robot.clickOn(ConsoleRig.CAMPAIGN).type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        UiRig.waitFor(() -> robot.lookup("#flowCanvas").tryQuery().isPresent());
        canvas = robot.lookup("#flowCanvas").query();
        UiRig.waitFor(() -> !types().isEmpty() && canvas.editor().isPlaced());
    }

    private void empty(FxRobot robot) {
        robot.clickOn(canvas.localToScreen(canvas.getWidth() - 20, canvas.getHeight() - 20));
        robot.push(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE);
        assertThat(types()).isEmpty();
    }

    /** Key 1 leads to the end of the flow, where the campaign's queue follows; all else hangs up. */
    private void buildPressOne(FxRobot robot) {
        drop(robot, "answer", canvas.localToScreen(canvas.getWidth() / 2, 60));
        drop(robot, "talk", under(0));
        write(robot, "Press 1 for an agent.");
        drop(robot, "digits_receive", under(1));
        drop(robot, "branch", under(2));
        drop(robot, "hangup", ghost());
        robot.clickOn(card(3));
        robot.clickOn((Button button) -> "Add value".equals(button.getText()) && button.isVisible());
        robot.interact(() -> {
            canvas.editor().selectIndex(3);
            canvas.reveal();
        });
        drop(robot, "talk", ghost());
        write(robot, "One moment.");
    }

    private void write(FxRobot robot, String text) {
        robot.interact(() -> ((TextInputControl) Seen.field(robot, "Text")).setText(text));
    }

    /** Finds an action in the palette and drags it out. */
    private void drop(FxRobot robot, String type, Point2D to) {
        TextInputControl search = robot.lookup(".flow-palette .text-field").query();
        robot.interact(() -> {
            search.setText(type);
            // The rows have their places before one of them is pressed.
            search.getScene().getRoot().applyCss();
            search.getScene().getRoot().layout();
        });
        var row = robot.lookup(".palette-cell .label")
                .match((Node node) -> node.isVisible() && type.equals(((Label) node).getText()))
                .<Node>query();
        robot.drag(row).dropTo(to);
        robot.interact(search::clear);
    }

    private Button saveButton(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Button button
                        && "Save".equals(button.getText())
                        && button.isVisible()
                        && button.getParent().isVisible()
                        && button.localToScene(0, 0).getY() < 300)
                .query();
    }

    private List<String> types() {
        return canvas.editor().actions().stream().map(action -> action.type()).toList();
    }

    private Point2D under(int index) {
        var at = canvas.editor().document().cards().get(index).at();
        return screen(at.x() + FlowCard.WIDTH / 2, at.y() + FlowEdits.ROW + FlowCard.HEIGHT);
    }

    private Point2D card(int index) {
        var at = canvas.editor().document().cards().get(index).at();
        return screen(at.x() + FlowCard.WIDTH / 2, at.y() + FlowCard.HEIGHT / 2);
    }

    /** The first place where an action is missing. */
    private Point2D ghost() {
        var scene = canvas.scene();
        var ghost = scene.ghostsNear(scene.bounds()).iterator().next().at();
        return screen(ghost.x() + FlowCard.WIDTH / 2, ghost.y() + FlowCard.HEIGHT / 2);
    }

    private Point2D screen(double worldX, double worldY) {
        var view = canvas.view();
        return canvas.localToScreen(view.toScreenX(worldX), view.toScreenY(worldY));
    }
}
