package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Ids;
import dev.outpace.model.StopMode;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.theme.Theme;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CampaignOrdersTest {

    private UiRig rig;
    private CampaignRow row;
    private CampaignOrders orders;

    @Start
    void start(Stage stage) {
        rig = new UiRig(Facts.campaign(1, "Welcome calls", Ids.NIL, Ids.NIL, Ids.NIL));
        row = Objects.requireNonNull(rig.live.campaign(Facts.id(1)));
        orders = new CampaignOrders(rig.workspace.campaigns(), rig.tasks, rig.dialogs, rig.toasts, rig.texts);
        var scene = new Scene(rig.framed(), 600, 400);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void aRefusedStartSaysThatItWasNotStarted(FxRobot robot) {
        robot.interact(() -> orders.startOrStop(row, waits -> {}));
        UiRig.waitFor(() -> told(robot).startsWith("Welcome calls was not started. No target list"));
    }

    @Test
    void aRefusedStopSaysThatItWasNotStopped(FxRobot robot) {
        rig.workspace.campaigns().delete(row.id(), true).join();
        robot.interact(() -> orders.stop(row, StopMode.FINISH_CALLS, waits -> {}));
        UiRig.waitFor(() -> told(robot).startsWith("Welcome calls was not stopped. "));
    }

    private static String told(FxRobot robot) {
        return String.join("", Seen.words(robot, ".toast .label"));
    }
}
