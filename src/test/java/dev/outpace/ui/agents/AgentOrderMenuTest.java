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
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AgentOrderMenuTest {

    private static final int ADA = 20;

    private final Campaign campaign = Facts.campaign(Floor.CAMPAIGN, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL);
    private final List<CampaignRow> opened = new ArrayList<>();
    private UiRig rig;
    private Floor floor;
    private AgentOrderMenu orders;
    private final List<ListenMode> heard = new ArrayList<>();
    private boolean canListen;
    private final ListenOrders listen = new ListenOrders() {
        @Override
        public boolean isPossible() {
            return canListen;
        }

        @Override
        public void listen(CampaignCall call, ListenMode mode) {
            assertThat(call.agentId()).isEqualTo(floor.row(ADA).id());
            heard.add(mode);
        }
    };

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        floor = new Floor(rig.texts, campaign, Facts.agent(ADA, "Ada Berg", Ids.NIL));
        orders = new AgentOrderMenu(
                rig.texts,
                rig.workspace.teams(),
                rig.workspace.calls(),
                floor.live,
                rig.tasks,
                rig.dialogs,
                rig.toasts,
                listen,
                opened::add);
        var scene = new Scene(rig.framed(), 800, 500);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<MenuItem> menu(FxRobot robot) {
        var items = new ArrayList<MenuItem>();
        robot.interact(() ->
                items.addAll(orders.menu(floor.row(ADA), row -> {}, row -> {}).getItems()));
        return items.stream().filter(item -> item.getText() != null).toList();
    }

    private static MenuItem item(List<MenuItem> menu, String words) {
        return menu.stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasNoCallChangesAtOnce(FxRobot robot) {
        robot.interact(() -> floor.set(ADA, AgentStatus.AWAY, 5));
        robot.interact(floor::beat);
        var menu = menu(robot);
        assertThat(menu)
                .extracting(MenuItem::getText)
                .containsExactly("Available", "Away", "Sign out", "Edit…", "Delete…");
        assertThat(menu).noneMatch(MenuItem::isDisable);
        var reasons = ((Menu) item(menu, "Away")).getItems();
        assertThat(reasons).extracting(MenuItem::getText).containsExactly("Break", "Lunch", "Training");
        assertThat(reasons).filteredOn(MenuItem::isDisable).containsExactly(item(reasons, "Break"));
    }

    @Test
    void whoHasACallChangesAfterItAndTheCallIsShownAndEnded(FxRobot robot) {
        robot.interact(() -> {
            floor.set(ADA, AgentStatus.BUSY, 5);
            floor.beat();
            floor.call(ADA, campaign);
        });
        var menu = menu(robot);
        assertThat(menu)
                .extracting(MenuItem::getText)
                .containsExactly(
                        "Available after this call",
                        "Away after this call",
                        "Sign out after this call",
                        "Show Spring renewal",
                        "End the call…",
                        "Edit…",
                        "Delete…");
        robot.interact(item(menu, "Show Spring renewal")::fire);
        assertThat(opened).extracting(CampaignRow::campaign).containsExactly(campaign);
        robot.interact(item(menu, "End the call…")::fire);
        assertThat(Seen.words(robot, ".confirm-dialog .label").getFirst())
                .startsWith("End the call of Ada Berg with Target ");
        robot.clickOn("End the call");
        UiRig.waitFor(() -> !Seen.words(robot, ".toast .label").isEmpty());
        assertThat(rig.dialogs.isShowing()).isFalse();
    }

    @Test
    void aTalkIsHeardWhereTheTelephonyCan(FxRobot robot) {
        robot.interact(() -> {
            floor.set(ADA, AgentStatus.BUSY, 5);
            floor.beat();
            floor.talk(ADA, campaign);
        });
        assertThat(menu(robot)).extracting(MenuItem::getText).doesNotContain("Listen");
        canListen = true;
        var menu = menu(robot);
        robot.interact(item(menu, "Listen")::fire);
        robot.interact(item(menu, "Whisper: only the agent hears you")::fire);
        robot.interact(item(menu, "Barge in…")::fire);
        assertThat(heard).containsExactly(ListenMode.values());
    }
}
