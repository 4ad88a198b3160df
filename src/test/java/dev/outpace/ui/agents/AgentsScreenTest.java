package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Phone;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Shortcut;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AgentsScreenTest {

    private static final int RENEWALS = 10;
    private static final int FRONT_DESK = 11;

    private UiRig rig;
    private AgentsScreen screen;

    @Start
    void start(Stage stage) {
        rig = new UiRig(
                Facts.queue(RENEWALS, "Renewals"),
                Facts.queue(FRONT_DESK, "Front desk"),
                Facts.campaign(1, "Spring renewal", Facts.id(RENEWALS), Ids.NIL, Ids.NIL),
                Facts.agent(20, "Ada Berg", Facts.id(RENEWALS)),
                Facts.agent(21, "Bo Lund", Facts.id(RENEWALS)),
                Facts.agent(22, "Cy Moss", Facts.id(FRONT_DESK)));
        screen = AgentsFixture.screen(rig);
        rig.show(stage, screen, 1024 - 168, 620);
    }

    @BeforeEach
    void waitUntilTheyAreAtWork() {
        UiRig.waitFor(() -> rig.live.agents().stream().allMatch(row -> row.status() == AgentStatus.AVAILABLE));
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void aStateIsChangedByKeysAndTheTileGoesWithItsAgent(FxRobot robot) {
        var ada = tile(robot, "Ada Berg");
        robot.clickOn("Ada Berg").type(KeyCode.ENTER);
        assertThat(Seen.says(robot, "Change state of Ada Berg")).isTrue();
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        UiRig.waitFor(() -> words(ada).contains("Away"));
        robot.moveTo("All agents");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(ada)).contains("Ada Berg", "Lunch");
        assertThat(tile(robot, "Ada Berg")).isSameAs(ada);
        assertThat(ada.getLayoutX()).isGreaterThan(tile(robot, "Cy Moss").getLayoutX());
        robot.type(KeyCode.ENTER);
        assertThat(menu().getItems())
                .filteredOn(item -> "Away".equals(item.getText()))
                .singleElement()
                .satisfies(item -> assertThat(((Menu) item).getItems())
                        .filteredOn(MenuItem::isDisable)
                        .extracting(MenuItem::getText)
                        .containsExactly("Lunch"));
        robot.type(KeyCode.ESCAPE, KeyCode.LEFT, KeyCode.DELETE);
        robot.clickOn(".confirm-dialog .danger-filled");
        UiRig.waitFor(() -> rig.live.agents().size() == 2);
        assertThat(rig.live.agents()).extracting(row -> row.agent().name()).containsExactly("Ada Berg", "Bo Lund");
    }

    @Test
    void nobodyMovesUnderThePointer(FxRobot robot) {
        var ada = tile(robot, "Ada Berg");
        double before = ada.getLayoutX();
        // From elsewhere: a pointer that is there already does not enter.
        robot.moveTo("All agents").moveTo("Bo Lund");
        UiRig.waitFor(() -> tile(robot, "Bo Lund").isHover());
        rig.workspace
                .teams()
                .changeStatus(Facts.id(20), AgentStatus.AWAY, AwayReason.LUNCH)
                .join();
        UiRig.waitFor(() -> words(ada).contains("Away"));
        assertThat(ada.getLayoutX()).isEqualTo(before);
        robot.moveTo("All agents");
        UiRig.waitFor(() -> ada.getLayoutX() > tile(robot, "Cy Moss").getLayoutX());
    }

    @Test
    void anAgentIsAddedToTheQueueThatIsShown(FxRobot robot) {
        robot.clickOn("Front desk");
        assertThat(title(robot)).containsExactly("Front desk", "1 agent, 1 signed in");
        robot.interact(() -> screen.perform(Shortcut.CREATE));
        robot.write("Di Ray").type(KeyCode.ENTER);
        assertThat(Seen.errors(robot)).containsExactly("An agent needs a user name.");
        robot.write("USER20").type(KeyCode.ENTER);
        assertThat(Seen.errors(robot)).containsExactly("Ada Berg already has the user name USER20.");
        robot.write("5")
                .clickOn(robot.from(robot.lookup(".queue-checks"))
                        .lookup("Renewals")
                        .<Node>query());
        robot.clickOn("#phone").write("PJSIP/a,b");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        assertThat(Seen.errors(robot))
                .singleElement()
                .asString()
                .startsWith("PJSIP/a,b is not a phone: it has to be a technology and a name such as PJSIP/agent101");
        robot.eraseText(2);
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        UiRig.waitFor(() -> rig.live.agents().size() == 4);
        var made = rig.live.agents().getLast().agent();
        assertThat(made)
                .returns("USER205", Agent::username)
                .returns("Di Ray", Agent::name)
                .returns(new Phone("PJSIP", "a"), Agent::phone);
        assertThat(made.tagIds()).containsExactlyInAnyOrder(Facts.id(RENEWALS), Facts.id(FRONT_DESK));
        UiRig.waitFor(() -> words(tile(robot, "Di Ray")).contains("Signed out"));
        assertThat(title(robot)).containsExactly("Front desk", "2 agents, 1 signed in");
    }

    @Test
    void aQueueIsAddedStandsEmptyIsEditedAndDeleted(FxRobot robot) {
        robot.clickOn(Seen.named(robot, "Add queue")).write("Onboarding");
        robot.clickOn(Seen.field(robot, "Longest wait")).write("x").type(KeyCode.ENTER);
        assertThat(Seen.errors(robot)).containsExactly("Enter a number, 0 or higher.");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("90.5");
        var ringTime = (TextField) Seen.field(robot, "Agent ring time");
        robot.interact(() -> ringTime.setText("0.5"));
        robot.type(KeyCode.ENTER);
        assertThat(Seen.errors(robot)).containsExactly("The ring time is from 1 s to 600 s.");
        robot.interact(() -> ringTime.setText("7.5"));
        var ofExchange = (TextField) Seen.field(robot, "Asterisk's own queue");
        robot.interact(() -> ofExchange.setText("support,c"));
        robot.type(KeyCode.ENTER);
        assertThat(Seen.errors(robot))
                .containsExactly(
                        "support,c cannot be the name of a queue of an Asterisk: it has to be letters, digits, "
                                + "dots, dashes and underscores.");
        CheckBox stay = robot.lookup((Node node) ->
                        node instanceof CheckBox box && box.getText().equals("Agents stay connected"))
                .query();
        robot.interact(() -> {
            ofExchange.setText("support");
            stay.setSelected(true);
        });
        robot.type(KeyCode.ENTER);
        assertThat(Seen.errors(robot))
                .containsExactly("Agents can’t stay connected where the queue support of an Asterisk rings them. "
                        + "Choose one of the two: agents who stay connected, or Asterisk’s own queue.");
        robot.interact(() -> stay.setSelected(false));
        assertThat(Seen.errors(robot)).isEmpty();
        robot.type(KeyCode.ENTER);
        UiRig.waitFor(() -> rig.live.queues().size() == 3);
        UiRig.waitFor(() -> title(robot).contains("Onboarding"));
        assertThat(Seen.says(robot, "No agents in this queue")).isTrue();
        robot.clickOn("Onboarding");
        var made = rig.live.queues().getLast().queue();
        assertThat(made.waitTimeout()).isEqualTo(90_500);
        assertThat(made.service().ringTime()).isEqualTo(7_500);
        assertThat(made.exchangeQueue()).isEqualTo(new ExchangeQueue("support"));
        assertThat(made.tagIds()).as("a tag of its own").hasSize(1);
        robot.type(KeyCode.ENTER)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Welcome")
                .type(KeyCode.ENTER);
        UiRig.waitFor(() -> Seen.says(robot, "Edit Welcome") || title(robot).contains("Welcome"));
        robot.type(KeyCode.DELETE).clickOn(".confirm-dialog .danger-filled");
        UiRig.waitFor(() -> rig.live.queues().size() == 2);
        assertThat(Seen.says(robot, "Welcome")).isFalse();
    }

    @Test
    void theTableShowsTheSameAndKeepsTheSelection(FxRobot robot) {
        robot.clickOn("Bo Lund").clickOn("Table");
        var table = robot.lookup(".table-view").<AgentRow>queryTableView();
        assertThat(table.getSelectionModel().getSelectedItem().agent().name()).isEqualTo("Bo Lund");
        var cells = Seen.cells(robot, table, table.getSelectionModel().getSelectedItem());
        assertThat(cells).startsWith("Bo Lund").contains("Waiting for a call").contains("Renewals");
        robot.interact(() -> screen.perform(Shortcut.FIND));
        robot.write("cy");
        assertThat(table.getItems()).extracting(row -> row.agent().name()).containsExactly("Cy Moss");
        robot.write("x").clickOn("Clear filter");
        assertThat(table.getItems()).hasSize(3);
        robot.clickOn("Renewals");
        assertThat(title(robot)).containsExactly("Renewals", "2 agents, 2 signed in, used by Spring renewal");
        assertThat(table.getItems()).extracting(row -> row.agent().name()).containsExactly("Ada Berg", "Bo Lund");
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> AgentsFixture.screen(rig));
    }

    private static AgentTile tile(FxRobot robot, String name) {
        return robot.lookup(".agent-tile").<AgentTile>queryAll().stream()
                .filter(tile -> tile.isVisible() && words(tile).contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(AgentTile tile) {
        return tile.lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private static List<String> title(FxRobot robot) {
        return Seen.words(robot, ".agent-title > .label");
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
