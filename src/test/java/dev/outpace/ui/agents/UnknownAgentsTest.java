package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.Contrast;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Queues and agents while the link is lost. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class UnknownAgentsTest {
    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");
    private static final PseudoClass AVAILABLE = PseudoClass.getPseudoClass("available");

    private UiRig rig;
    private Floor floor;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        floor = new Floor(
                rig.texts,
                Facts.queue(10, "Renewals"),
                Facts.agent(20, "Ada Berg", Facts.id(10)),
                Facts.agent(21, "Bo Lund", Facts.id(10)));
        floor.set(20, AgentStatus.AVAILABLE, 8);
        floor.set(21, AgentStatus.AWAY, 9);
        floor.beat();
        rig.show(stage, AgentsFixture.screen(rig, floor.live), 1024 - 168, 620);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void theyAreShownAsUnknownUntilItIsBack(FxRobot robot) {
        robot.interact(() -> floor.link(false));
        assertThat(words(robot, "Ada Berg")).contains("Unknown", "Last known: Available");
        assertThat(tile(robot, "Ada Berg").getPseudoClassStates())
                .contains(LAST_KNOWN)
                .doesNotContain(AVAILABLE);
        assertThat(words(robot, "Bo Lund")).as("as it was ordered here").contains("Away", "Break");
        assertThat(Seen.words(robot, ".team-cell .label"))
                .filteredOn("Unknown"::equals)
                .hasSize(2);
        assertThat(Seen.words(robot, ".agent-title .muted"))
                .containsExactly("2 agents, 2 signed in, 1 queue, as of 10:42:18");
        robot.clickOn("Table");
        assertThat(Seen.words(robot, ".table-row-cell .icon-word")).containsExactlyInAnyOrder("Unknown", "Away");
        robot.interact(() -> floor.link(true));
        assertThat(Seen.words(robot, ".table-row-cell .icon-word")).containsExactlyInAnyOrder("Available", "Away");
        robot.clickOn("Board");
        assertThat(words(robot, "Ada Berg")).contains("Available", "Waiting for a call");
        assertThat(tile(robot, "Ada Berg").getPseudoClassStates())
                .contains(AVAILABLE)
                .doesNotContain(LAST_KNOWN);
        assertThat(Seen.words(robot, ".team-cell .label"))
                .contains("1 of 2 available")
                .doesNotContain("Unknown");
    }

    @Test
    void thatNobodyKnowsIsReadAsWellAsAllElse(FxRobot robot) {
        robot.interact(() -> floor.link(false));
        readable(robot, ".agent-tile", 3);
        robot.clickOn("Table");
        readable(robot, ".table-row-cell", 3);
    }

    /** @param places where it is said, of the queues and the agents */
    private static void readable(FxRobot robot, String beside, int places) {
        WaitForAsyncUtils.waitForFxEvents();
        var scene = robot.lookup(beside).query().getScene();
        robot.interact(() -> assertThat(Contrast.inBothThemes(scene, "Unknown"))
                .hasSize(2 * places)
                .allSatisfy(contrast -> assertThat(contrast.ratio()).isGreaterThanOrEqualTo(Contrast.LEAST)));
    }

    private static AgentTile tile(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> node instanceof AgentTile tile
                        && tile.isVisible()
                        && tile.row() != null
                        && tile.row().agent().name().equals(name))
                .query();
    }

    private static List<String> words(FxRobot robot, String name) {
        return tile(robot, name).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
