package dev.outpace.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class EmptyCampaignsTest {
    private UiRig rig;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        var parts = CampaignsPreview.parts(rig, rig.live, FileChoice.ofPlatform(), _ -> {});
        rig.show(stage, new CampaignsScreen(parts), 1000, 700);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theTitleKeepsItsDistanceFromTheTable(FxRobot robot) {
        double title = bottom(robot.lookup(".page-title").query());
        var table = robot.lookup(".campaigns-table").query();
        assertThat(table.localToScene(table.getLayoutBounds()).getMinY() - title)
                .isGreaterThanOrEqualTo(16);
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
