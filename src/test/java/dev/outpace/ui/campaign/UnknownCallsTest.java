package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Contrast;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The calls of a campaign while the link is lost. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class UnknownCallsTest {
    private static final String SETTLED = "settled by a list from the exchange as soon as it is back";

    private final Preview preview = Preview.running();
    private LiveTabController controller;

    @Start
    void start(Stage stage) {
        controller = LiveTabFixture.controller(preview, LiveTabFixture.orders(preview));
        UiRig.put(stage, new Scene(new Views(preview.texts).load(controller), 1200, 800));
        new Theme(Theme.Mode.LIGHT).install(stage.getScene());
        stage.show();
        controller.onShow();
        controller.tick(Preview.NOW);
    }

    @Test
    void theyAreShownAsTheyWereLastKnownUntilItIsBack(FxRobot robot) {
        var table = robot.lookup(".table-view").<CallRow>queryTableView();
        assertThat(heads(table)).contains("Agent", "Duration");
        var before = row(robot, table);
        assertThat(Seen.says(robot, SETTLED)).isFalse();

        link(robot, false);
        assertThat(heads(table)).contains("Last known", "Time then").doesNotContain("Agent", "Duration");
        assertThat(Seen.says(robot, SETTLED)).isTrue();
        assertThat(table.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("last-known"));
        assertThat(Seen.words(robot, ".table-row-cell .icon-word")).isNotEmpty().containsOnly("Unknown");
        assertThat(row(robot, table)).contains("Dialing", "0:07");
        robot.interact(() -> controller.tick(Preview.NOW.plusSeconds(60)));
        assertThat(row(robot, table)).as("time stands still").contains("0:07");

        link(robot, true);
        assertThat(heads(table)).contains("Agent", "Duration");
        assertThat(Seen.says(robot, SETTLED)).isFalse();
        assertThat(table.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("last-known"));
        assertThat(Seen.words(robot, ".table-row-cell .icon-word"))
                .contains("Dialing")
                .doesNotContain("Unknown");
        robot.interact(() -> controller.tick(Preview.NOW));
        assertThat(row(robot, table)).isEqualTo(before);
    }

    @Test
    void thatNobodyKnowsIsReadAsWellAsAllElse(FxRobot robot) {
        link(robot, false);
        var scene = robot.lookup(".table-view").query().getScene();
        robot.interact(() -> assertThat(Contrast.inBothThemes(scene, "Unknown"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(contrast -> assertThat(contrast.ratio()).isGreaterThanOrEqualTo(Contrast.LEAST)));
    }

    private void link(FxRobot robot, boolean up) {
        robot.interact(() -> {
            preview.listener().linkChanged(up, up ? "" : "cable");
            preview.beat();
        });
    }

    private static List<String> heads(TableView<CallRow> table) {
        return table.getColumns().stream().map(TableColumnBase::getText).toList();
    }

    private static List<String> row(FxRobot robot, TableView<CallRow> table) {
        return Seen.cells(robot, table, Objects.requireNonNull(table.getItems().getFirst()));
    }
}
