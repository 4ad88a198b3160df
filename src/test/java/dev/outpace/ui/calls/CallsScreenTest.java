package dev.outpace.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.WorkspaceListener;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CallsScreenTest {
    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");

    private CallsFixture fixture;
    private CallsScreen screen;

    @Start
    void start(Stage stage) {
        fixture = new CallsFixture();
        screen = fixture.screen();
        UiRig.put(stage, new Scene(screen.node(), 1024 - 168, 620));
        new Theme(Theme.Mode.LIGHT).install(stage.getScene());
        stage.show();
        screen.onShow();
    }

    @Test
    void filtersLeadToACallAndItsTimeline(FxRobot robot) {
        fixture.history.tellLife(fixture.history.newestSuccess(), CallsFixture.QUEUE, CallsFixture.AGENT);
        choose(robot, "Campaign", "Spring renewal 2026");
        choose(robot, "Result", "Success");
        robot.interact(() -> screen.perform(Shortcut.FIND));
        robot.write("Hartmann");
        assertThat(calls(robot)).isNotEmpty().allSatisfy(call -> {
            assertThat(call.campaignId()).isEqualTo(Facts.id(511));
            assertThat(call.cause()).isEqualTo(EndCause.NORMAL);
            assertThat(call.targetName()).isEqualTo("Ilse Hartmann");
        });
        robot.interact(() -> ((TextField) Seen.field(robot, "Name or number")).clear());
        choose(robot, "Campaign", "All campaigns");
        robot.clickOn(cell(robot, fixture.history.newestSuccess()));
        assertThat(Seen.words(robot, ".step-title"))
                .startsWith("Placed", "Ringing", "Answered", "Action answer", "Action skipped")
                .endsWith("Agent ringing", "Agent connected", "Ended");
        assertThat(Seen.words(robot, ".step-offset"))
                .startsWith("+0:00", "+0:02")
                .endsWith("+0:14", "+1:36");
        assertThat(Seen.words(robot, ".step-row .label")).contains("play: cannot run here", "Aiko Tanaka", "Renewals");
        robot.clickOn("Explain this call");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Seen.words(robot, ".step-title")).contains("Mina Okafor is available", "Decided to place it");
        robot.type(KeyCode.ESCAPE);
        assertThat(Seen.words(robot, ".step-title")).isEmpty();
    }

    @Test
    void aCallTakenLateSaysSoAndIsFoundAmongTheAbandoned(FxRobot robot) {
        var success = fixture.history.newestSuccess();
        var late = success.connected(CallsFixture.AGENT, success.createdAt().plusSeconds(14), true)
                .ended(EndCause.NORMAL, success.createdAt().plusSeconds(96));
        robot.interact(() -> fixture.history.replace(late));
        choose(robot, "Result", "Abandoned");
        assertThat(calls(robot))
                .contains(late)
                .allSatisfy(call -> assertThat(call.isAbandoned()).isTrue());
        robot.clickOn(cell(robot, late));
        assertThat(Seen.says(robot, "With an agent, late")).isTrue();
        assertThat(Seen.says(
                        robot,
                        "An agent took the caller later than the campaign allows. The call counts as abandoned."))
                .isTrue();
    }

    @Test
    void whatMatchesNothingSaysSoAndIsCleared(FxRobot robot) {
        robot.clickOn(Seen.field(robot, "Name or number")).write("nobody");
        assertThat(Seen.says(robot, "No call matches")).isTrue();
        robot.clickOn("Clear filter");
        assertThat(calls(robot)).hasSize(60);
    }

    @Test
    void newCallsWaitBehindAButton(FxRobot robot) {
        var first = calls(robot).getFirst();
        robot.interact(() -> {
            fixture.history.add(Facts.call(900, CallsFixture.CAMPAIGNS.getFirst()));
            fixture.beat();
        });
        assertThat(calls(robot).getFirst()).isEqualTo(first);
        robot.clickOn("1 new call");
        assertThat(calls(robot).getFirst().targetName()).isEqualTo("Target 900");
        assertThat(Seen.says(robot, "1 new call")).isFalse();
    }

    @Test
    void callsInProgressComeAndGoAndOneCanBeHungUp(FxRobot robot) {
        var running = fixture.history.inProgress();
        robot.clickOn("In progress");
        assertThat(calls(robot)).containsExactlyElementsOf(running.reversed());
        robot.clickOn(cell(robot, running.getFirst())).clickOn("Hang up");
        assertThat(fixture.hungUp).containsExactly(running.getFirst());
        robot.clickOn("Never call again");
        assertThat(fixture.neverCalled).containsExactly(running.getFirst());
        var ended = running.getFirst().ended(EndCause.CANCELLED, Facts.NOW.plusSeconds(1));
        robot.interact(() -> {
            fixture.history.replace(ended);
            fixture.source.tell(listener -> listener.callChanged(ended));
            fixture.beat();
        });
        assertThat(calls(robot))
                .containsExactlyElementsOf(running.subList(1, running.size()).reversed());
        assertThat(Seen.words(robot, ".call-detail .icon-word")).contains("Cancelled");
        assertThat(Seen.says(robot, "Hang up")).isFalse();
    }

    @Test
    void whileTheLinkIsLostNobodyKnowsHowACallStands(FxRobot robot) {
        robot.clickOn("In progress");
        tell(robot, listener -> listener.linkChanged(false, "cable"));
        assertThat(Seen.says(robot, "Last known")).isTrue();
        assertThat(Seen.says(robot, "Time then")).isTrue();
        var running = fixture.history.inProgress();
        assertThat(Seen.words(robot, ".table-row-cell .icon-word"))
                .hasSameSizeAs(running)
                .containsOnly("Unknown");
        var table = robot.lookup(".table-view").queryTableView();
        assertThat(table.getPseudoClassStates()).contains(LAST_KNOWN);
        tell(robot, listener -> listener.linkChanged(true, ""));
        assertThat(Seen.words(robot, ".table-row-cell .icon-word")).doesNotContain("Unknown");
        assertThat(table.getPseudoClassStates()).doesNotContain(LAST_KNOWN);
        assertThat(Seen.says(robot, "Last known")).isFalse();
    }

    @Test
    void someCallsAreShownAndNoOthersUntilAnotherFilterIsChosen(FxRobot robot) {
        var wanted = List.of(
                fixture.history.newestSuccess(), fixture.history.inProgress().getFirst());
        robot.interact(
                () -> screen.showOnly(wanted.stream().map(CampaignCall::id).collect(Collectors.toSet())));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(calls(robot)).containsExactlyInAnyOrderElementsOf(wanted);
        robot.clickOn("2 calls that had ended");
        assertThat(calls(robot)).hasSize(60);
        robot.interact(
                () -> screen.showOnly(wanted.stream().map(CampaignCall::id).collect(Collectors.toSet())));
        WaitForAsyncUtils.waitForFxEvents();
        choose(robot, "Result", "Success");
        assertThat(calls(robot)).hasSizeGreaterThan(2);
        assertThat(Seen.says(robot, "2 calls that had ended")).isFalse();
    }

    private void tell(FxRobot robot, Consumer<WorkspaceListener> what) {
        robot.interact(() -> {
            fixture.source.tell(what);
            fixture.beat();
        });
    }

    @Test
    void scrollingReadsOnAndWhatIsLookedAtStaysInPlace(FxRobot robot) {
        fixture.history.upTo(6 * CallPages.PAGE);
        robot.interact(fixture::beat);
        robot.clickOn(robot.lookup((Node node) ->
                        node instanceof Button button && button.getText().endsWith("new calls"))
                .<Button>query());
        var lines = table(robot).getItems();
        for (int step = 0; step < 8; step++) {
            scrollTo(robot, lines.size() - 1);
        }
        assertThat(lines.getLast().id()).isEqualTo(fixture.history.first().id());
        assertThat(lines.size()).isLessThanOrEqualTo(4 * CallPages.PAGE);
        var first = lines.getFirst();
        scrollTo(robot, 0);
        assertThat(lines.indexOf(first)).isEqualTo(CallPages.PAGE);
    }

    /** What is asked for by the scrolling is answered after it, and moves nothing that is seen. */
    private void scrollTo(FxRobot robot, int index) {
        robot.interact(() -> {
            fixture.history.hold();
            table(robot).scrollTo(index);
            table(robot).layout();
        });
        var before = shown(robot);
        robot.interact(fixture.history::release);
        robot.interact(table(robot)::layout);
        assertThat(shown(robot)).isEqualTo(before);
    }

    private static List<UUID> shown(FxRobot robot) {
        return robot.from(table(robot)).lookup(".table-row-cell").<TableRow<?>>queryAll().stream()
                .filter(Node::isVisible)
                .map(TableRow::getItem)
                .filter(CallLine.class::isInstance)
                .map(line -> ((CallLine) line).id())
                .sorted()
                .toList();
    }

    @Test
    void anEmptyWorkspaceHasNoCallsAndItsScreenIsNotKeptAlive(FxRobot robot) throws Exception {
        try (var rig = WaitForAsyncUtils.asyncFx(() -> new UiRig()).get()) {
            robot.interact(() -> robot.window(0).getScene().setRoot(shown(rig)));
            UiRig.waitFor(() -> Seen.says(robot, "No calls yet"));
            UiRig.assertGoesAway(robot, () -> screen(rig));
            assertThat(rig.failures).isEmpty();
        }
    }

    private static Parent shown(UiRig rig) {
        var shown = screen(rig);
        shown.onShow();
        return shown.node();
    }

    private static CallsScreen screen(UiRig rig) {
        return new CallsScreen(
                rig.texts,
                rig.workspace,
                rig.live,
                rig.tasks,
                rig.pulse,
                rig.toasts,
                FileChoice.ofPlatform(),
                call -> {},
                ListenOrders.NONE,
                campaign -> {});
    }

    private static void choose(FxRobot robot, String picker, String name) {
        ComboBox<?> box = (ComboBox<?>) Seen.named(robot, picker);
        robot.interact(() -> {
            for (int i = 0; i < box.getItems().size(); i++) {
                if (box.getItems().get(i).toString().equals(name)) {
                    box.getSelectionModel().select(i);
                }
            }
        });
    }

    private static List<CampaignCall> calls(FxRobot robot) {
        return table(robot).getItems().stream().map(CallLine::call).toList();
    }

    private static TableView<CallLine> table(FxRobot robot) {
        return robot.lookup(".table-view").queryTableView();
    }

    private static Node cell(FxRobot robot, CampaignCall call) {
        return robot.from(table(robot))
                .lookup((Node node) -> node instanceof TableRow<?> row
                        && row.getItem() instanceof CallLine line
                        && line.id().equals(call.id()))
                .query();
    }
}
