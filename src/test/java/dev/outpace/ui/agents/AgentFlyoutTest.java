package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.ListenMode;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pane of the selected agent, and how a supervisor hears the agent's call from it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AgentFlyoutTest {
    private static final int ADA = 20;
    private static final int BO = 21;

    private final Campaign campaign = Facts.campaign(Floor.CAMPAIGN, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL);
    private final List<ListenMode> heard = new ArrayList<>();
    private boolean possible = true;
    private UiRig rig;
    private Floor floor;
    private HBox frame;
    private Region queues;
    private AgentFlyout flyout;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        floor = new Floor(
                rig.texts, campaign, Facts.agent(ADA, "Ada Berg", Ids.NIL), Facts.agent(BO, "Bo Lund", Ids.NIL));
        floor.talk(ADA, campaign);
        floor.set(ADA, AgentStatus.BUSY, 68);
        floor.set(BO, AgentStatus.AVAILABLE, 5);
        floor.beat();
        var listen = new ListenOrders() {
            @Override
            public boolean isPossible() {
                return possible;
            }

            @Override
            public void listen(CampaignCall call, ListenMode mode) {
                assertThat(call.agentId()).isEqualTo(Facts.id(ADA));
                heard.add(mode);
            }
        };
        var orders = new AgentOrderMenu(
                rig.texts,
                rig.workspace.teams(),
                rig.workspace.calls(),
                floor.live,
                rig.tasks,
                rig.dialogs,
                rig.toasts,
                listen,
                _ -> {});
        var pane = new AgentPaneController(
                rig.texts, floor.live, new AgentWords(rig.texts, floor.live), orders, listen, () -> flyout.close());
        queues = new Region();
        frame = new HBox(queues, new Views(rig.texts).load(pane));
        flyout = new AgentFlyout(frame, queues, pane);
        var scene = new Scene(rig.framed(frame), 1200, 600);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    private void select(FxRobot robot, int agent) {
        robot.interact(() -> flyout.select(floor.row(agent), Facts.NOW));
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup((javafx.scene.Node node) -> node instanceof Button button && words.equals(button.getText()))
                .queryButton();
    }

    @Test
    void theCallOfTheSelectedAgentIsHeardByButtonsAndByKeys(FxRobot robot) {
        assertThat(flyout.isShown()).isFalse();
        select(robot, ADA);
        assertThat(flyout.isShown()).isTrue();
        assertThat(Seen.says(robot, "Ada Berg")).isTrue();
        for (var words : List.of("Listen", "Whisper", "Barge in")) {
            assertThat(button(robot, words).isDisabled()).isFalse();
            assertThat(button(robot, words).getTooltip().getText()).contains("Ctrl");
            robot.interact(button(robot, words)::fire);
        }
        assertThat(heard).containsExactly(ListenMode.LISTEN, ListenMode.WHISPER, ListenMode.BARGE);
        robot.interact(() -> assertThat(flyout.perform(Shortcut.WHISPER)).isTrue());
        assertThat(heard).hasSize(4).endsWith(ListenMode.WHISPER);
        robot.interact(() -> assertThat(flyout.perform(Shortcut.FIND)).isFalse());
    }

    @Test
    void whereNothingCanBeHeardTheButtonsAreOffAndSayWhy(FxRobot robot) {
        robot.interact(() -> floor.link(false));
        select(robot, ADA);
        assertThat(button(robot, "Listen").isDisabled()).isTrue();
        assertThat(Seen.says(robot, "Can be heard when the link is back.")).isTrue();
        robot.interact(() -> flyout.perform(Shortcut.LISTEN));
        robot.interact(() -> {
            floor.link(true);
            possible = false;
            flyout.update(Facts.NOW);
        });
        assertThat(button(robot, "Listen").isDisabled()).isTrue();
        assertThat(Seen.says(robot, "Simulated calls can’t be heard.")).isTrue();
        robot.interact(() -> flyout.perform(Shortcut.LISTEN));
        assertThat(heard).isEmpty();
    }

    @Test
    void anAgentWithoutACallHasNoneToHearAndAClosedPaneComesWithTheNext(FxRobot robot) {
        select(robot, BO);
        assertThat(Seen.says(robot, "Listen")).isFalse();
        robot.interact(() -> assertThat(flyout.perform(Shortcut.LISTEN)).isTrue());
        assertThat(heard).isEmpty();
        robot.interact(() -> flyout.close());
        robot.interact(() -> flyout.update(Facts.NOW));
        assertThat(flyout.isShown()).isFalse();
        select(robot, ADA);
        assertThat(flyout.isShown()).isTrue();
    }

    @Test
    void inANarrowWindowItTakesThePlaceOfTheQueuesAndComesOnlyWhenAskedFor(FxRobot robot) {
        robot.interact(() -> {
            frame.setMaxWidth(856);
            frame.getParent().layout();
        });
        UiRig.waitFor(() -> frame.getWidth() == 856);
        select(robot, ADA);
        assertThat(flyout.isShown()).isFalse();
        assertThat(queues.isVisible()).isTrue();
        robot.interact(flyout::open);
        assertThat(flyout.isShown()).isTrue();
        assertThat(queues.isVisible()).isFalse();
        robot.interact(() -> flyout.close());
        assertThat(queues.isVisible()).isTrue();
    }
}
