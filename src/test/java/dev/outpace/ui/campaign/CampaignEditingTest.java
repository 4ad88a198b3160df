package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Campaign;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.StopMode;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.shell.Shortcut;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Editing a campaign in its screen, in the smallest window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CampaignEditingTest {
    private UiRig rig;
    private CampaignScreen screen;

    @Start
    void start(Stage stage) {
        rig = new UiRig(EditRig.resources());
        screen = EditRig.screen(rig);
        screen.open(CampaignScreen.Tab.SETTINGS);
        rig.show(stage, screen, 1024 - 168, 700 - 80);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void theFormIsEditedAndSavedByKeys(FxRobot robot) {
        type(robot, "Name", "Summer renewal");
        type(robot, "Service level", "120");
        assertThat(Seen.words(robot, ".field-was")).contains("was Spring renewal 2026", "was 100\u00a0%");
        assertThat(Seen.says(robot, "2 unsaved changes")).isTrue();
        robot.interact(() -> screen.perform(Shortcut.SAVE));
        UiRig.waitFor(
                () -> campaign().name().equals("Summer renewal") && campaign().serviceLevel() == 120);
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
        assertThat(Seen.words(robot, ".field-was")).isEmpty();
        assertThat(campaign().actions()).noneMatch(action -> !Ids.isNil(action.id()));
    }

    @Test
    void aVeryLowLevelIsAskedForAndZeroHasASwitchOfItsOwn(FxRobot robot) {
        type(robot, "Service level", "0");
        assertThat(Seen.errors(robot)).containsExactly("Enter a whole number from 1 to 10,000.");
        type(robot, "Service level", "10");
        robot.interact(() -> screen.perform(Shortcut.SAVE));
        UiRig.waitFor(() -> Seen.says(robot, "Dial at a service level of 10\u00a0%?"));
        robot.clickOn("Cancel");
        assertThat(campaign().serviceLevel()).isEqualTo(100);
        robot.interact(() -> check(robot, "Dial regardless of free agents (service level 0\u00a0%)"));
        robot.interact(() -> screen.perform(Shortcut.SAVE));
        UiRig.waitFor(() -> Seen.says(robot, "Dial at a service level of 0\u00a0%?"));
        robot.clickOn("Set 0\u00a0%");
        UiRig.waitFor(() -> campaign().serviceLevel() == 0);
    }

    @Test
    void thePublishedRuleCanHoldAtTheAbandonLimit(FxRobot robot) {
        robot.interact(() -> check(robot, "Hold while abandons are over a target"));
        UiRig.waitFor(() -> Seen.says(
                robot,
                "No call is placed while more than 3.0\u00a0% of the calls that people answer are abandoned, over the"
                        + " last 30 days."));
        robot.interact(() -> screen.perform(Shortcut.SAVE));
        UiRig.waitFor(() -> campaign().options().pacing().holds());
    }

    @Test
    void waitsAreCountedFromAMomentThatIsChosen(FxRobot robot) {
        var begins = (ComboBox<?>) Seen.named(robot, "Waiting begins");
        assertThat(begins.isDisabled())
                .as("neither a message nor counted waits")
                .isTrue();
        robot.interact(() -> check(robot, "A caller whom an agent takes later counts as abandoned"));
        assertThat(begins.isDisabled()).isFalse();
        robot.interact(() -> begins.getSelectionModel().select(2));
        robot.interact(() -> screen.perform(Shortcut.SAVE));
        UiRig.waitFor(() ->
                campaign().options().compliance().equals(Compliance.DEFAULT.withWaits(true, AbandonFrom.GREETING)));
    }

    private static void check(FxRobot robot, String words) {
        var box = robot.lookup(".check-box").queryAllAs(CheckBox.class).stream()
                .filter(one -> one.getText().equals(words))
                .findFirst()
                .orElseThrow();
        box.setSelected(!box.isSelected());
    }

    @Test
    void whatIsWrongIsToldUnderItsFieldAndRevertTakesItBack(FxRobot robot) {
        type(robot, "Service level", "fast");
        type(robot, "Name", " ");
        assertThat(Seen.errors(robot))
                .containsExactlyInAnyOrder("A campaign needs a name.", "Enter a whole number from 1 to 10,000.");
        assertThat(Seen.says(robot, "2 problems to fix before saving")).isTrue();
        assertThat(button(robot, "Save").isDisabled()).isTrue();
        robot.clickOn("Revert");
        assertThat(Seen.errors(robot)).isEmpty();
        assertThat(text(robot, "Service level")).isEqualTo("100");
        assertThat(text(robot, "Name")).isEqualTo("Spring renewal 2026");
    }

    @Test
    void openingACampaignChangesNothingOfIt(FxRobot robot) {
        rig.workspace.campaigns().changeServiceLevel(EditRig.SPRING, 110).join();
        UiRig.waitFor(() -> text(robot, "Service level").equals("110"));
        var opened = EditRig.screen(rig);
        opened.open(CampaignScreen.Tab.SETTINGS);
        robot.interact(() -> rig.show((Stage) screen.node().getScene().getWindow(), opened, 1024 - 168, 700 - 80));
        assertThat(text(robot, "Service level")).isEqualTo("110");
        assertThat(Seen.says(robot, "No unsaved changes")).isTrue();
    }

    @Test
    void aLevelBeyondTheSliderStaysWhatItIs(FxRobot robot) {
        rig.workspace.campaigns().changeServiceLevel(EditRig.SPRING, 1_000).join();
        UiRig.waitFor(() -> text(robot, "Service level").equals("1000"));
        var slider = (Slider) Seen.named(robot, "Service level, slider");
        assertThat(slider.getValue()).isEqualTo(300);
        assertThat(Seen.says(robot, "No unsaved changes")).isTrue();
        robot.interact(slider::decrement);
        assertThat(text(robot, "Service level")).isEqualTo("290");
    }

    @Test
    void whatIsCalledUsualIsNotAskedFor(FxRobot robot) {
        var slider = (Slider) Seen.named(robot, "Service level, slider");
        assertThat(LowLevel.isLow((int) slider.getMin())).isFalse();
        assertThat(Seen.says(robot, "25\u00a0% to 300\u00a0% is usual")).isTrue();
    }

    @Test
    void aNextCampaignIsSearchedPickedAndCleared(FxRobot robot) {
        to(robot, "Next campaign");
        robot.clickOn(Seen.named(robot, "Next campaign")).write("energy").type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(Seen.errors(robot))
                .containsExactly("This would loop: Energy tariff switch already continues with Spring renewal 2026.");
        robot.clickOn(Seen.named(robot, "Clear the next campaign"));
        assertThat(Seen.errors(robot)).isEmpty();
        assertThat(Seen.says(robot, "No unsaved changes")).isTrue();
    }

    @Test
    void anEditedOutplanOfOthersIsChangedForAllOrSavedAsNew(FxRobot robot) {
        to(robot, "Less Max tries, Destination 1");
        robot.clickOn(Seen.named(robot, "Less Max tries, Destination 1"));
        assertThat(Seen.says(robot, "1 unsaved change")).isTrue();
        assertThat(Seen.words(robot, ".field-was")).containsExactly("Max tries: was 3, 2, 1, 0, 0");
        robot.clickOn("Save");
        assertThat(Seen.words(robot, ".confirm-dialog .label")).anyMatch(words -> words.contains("Welcome calls"));
        inDialog(robot, "Save as new");
        robot.clickOn("Add outplan");
        UiRig.waitFor(() -> !campaign().outplanId().equals(EditRig.DAYTIME));
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
        assertThat(outplanTries(campaign().outplanId())).isEqualTo(2);
        assertThat(outplanTries(EditRig.DAYTIME)).isEqualTo(3);
    }

    @Test
    void aRaisedMaximumAsksAboutFailedTargets(FxRobot robot) {
        to(robot, "More Max tries, Destination 1");
        robot.clickOn(Seen.named(robot, "More Max tries, Destination 1")).clickOn("Save");
        inDialog(robot, "Change for all");
        robot.clickOn("Call failed targets again");
        inDialog(robot, "Save");
        UiRig.waitFor(() -> outplanTries(EditRig.DAYTIME) == 4);
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
        assertThat(campaign().outplanId()).isEqualTo(EditRig.DAYTIME);
    }

    @Test
    void anOutplanSavedAsNewIsPickedAndShownBeforeTheCampaignIsSaved(FxRobot robot) {
        robot.interact(button(robot, "Save as new")::fire);
        robot.clickOn("Add outplan");
        UiRig.waitFor(() -> rig.live.outplans().size() == 3);
        UiRig.waitFor(() -> Seen.says(robot, "1 unsaved change"));
        assertThat(Seen.words(robot, ".field-was")).containsExactly("was Daytime, six attempts");
        assertThat(Seen.says(robot, "Daytime, six attempts (copy)")).isTrue();
        assertThat(Seen.field(robot, "Dial timeout")).isNotNull();
        assertThat(campaign().outplanId()).isEqualTo(EditRig.DAYTIME);
    }

    @Test
    void aFieldThatOthersChangedMeanwhileIsShownAndAskedAbout(FxRobot robot) {
        type(robot, "Service level", "120");
        rig.workspace.campaigns().changeServiceLevel(EditRig.SPRING, 140).join();
        UiRig.waitFor(() -> Seen.errors(robot).contains("Changed by someone else in the meantime, to 140\u00a0%."));
        robot.clickOn("Save");
        UiRig.waitFor(() -> Seen.says(robot, "Service level: theirs 140\u00a0%, yours 120\u00a0%"));
        assertThat(campaign().serviceLevel()).isEqualTo(140);
        robot.clickOn("Save mine");
        UiRig.waitFor(() -> campaign().serviceLevel() == 120);
    }

    @Test
    void actionsAreAddedAndEditedByKeysAndKeepWhatTheFormDoesNotKnow(FxRobot robot) {
        robot.interact(() -> screen.perform(Shortcut.PREVIOUS_TAB));
        var canvas = robot.lookup("#flowCanvas").query();
        robot.interact(canvas::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.INSERT).write("sleep").type(KeyCode.ENTER);
        type(robot, "Duration", "2.5");
        robot.interact(canvas::requestFocus);
        robot.type(KeyCode.DOWN);
        type(robot, "Text", "Good evening.");
        robot.clickOn("Save");
        UiRig.waitFor(() -> campaign().actions().size() == 5);
        var actions = campaign().actions();
        assertThat(actions)
                .extracting(action -> action.type())
                .containsExactly("answer", "sleep", "talk", "digits_receive", "hangup");
        assertThat(actions).noneMatch(action -> Ids.isNil(action.id()));
        assertThat(actions.get(1).options().integer("duration", 0)).isEqualTo(2_500);
        assertThat(actions.get(2).options().text("text", "")).isEqualTo("Good evening.");
        assertThat(actions.get(2).options().text("gender", "")).isEqualTo("female");
        UiRig.waitFor(() -> Seen.says(robot, "No unsaved changes"));
    }

    @Test
    void aTextWithNothingOfItsOwnToTakeBackLeavesUndoToTheFlow(FxRobot robot) {
        robot.interact(() -> screen.perform(Shortcut.PREVIOUS_TAB));
        var canvas = robot.lookup("#flowCanvas").query();
        robot.interact(canvas::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.INSERT).write("sleep").type(KeyCode.ENTER);
        assertThat(Seen.says(robot, "1 unsaved change")).isTrue();
        var field = robot.lookup(".text-field").queryAs(TextField.class);
        robot.interact(field::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(Seen.says(robot, "No unsaved changes")).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(Seen.says(robot, "1 unsaved change")).isTrue();
    }

    @Test
    void aRunningCampaignLocksWhatChangesOnlyInStop(FxRobot robot) {
        var stays = new CampaignEdit(campaign(), DraftCheck.atOnce(rig.workspace.campaigns()::check));
        stays.set(CampaignField.END_HANDLE, EndHandle.CONTINUE);
        rig.workspace
                .campaigns()
                .save(stays.draft(), stays.base(), false, false)
                .join();
        rig.workspace.campaigns().start(EditRig.SPRING, true).join();
        UiRig.waitFor(() -> Seen.named(robot, "Queue").isDisabled());
        assertThat(Seen.words(robot, ".field-hint")).contains("Can be changed while the campaign is stopped.");
        assertThat(Seen.says(robot, "Applies to calls made after saving")).isTrue();
        rig.workspace.campaigns().stop(EditRig.SPRING, StopMode.HANG_UP_ALL).join();
        UiRig.waitFor(() -> !Seen.named(robot, "Queue").isDisabled());
    }

    @Test
    void aCampaignThatLacksItsListSaysSoAndCannotBeStarted(FxRobot robot) {
        to(robot, "Clear the target list");
        robot.clickOn(Seen.named(robot, "Clear the target list")).clickOn("Save");
        UiRig.waitFor(() -> robot.lookup((Node node) -> node instanceof Label label
                        && label.isVisible()
                        && "no target list chosen".equals(label.getText()))
                .tryQuery()
                .isPresent());
        assertThat(button(robot, "Start").isDisabled()).isTrue();
    }

    @Test
    void leavingWithChangesAsks(FxRobot robot) {
        type(robot, "Name", "Summer renewal");
        var left = new AtomicBoolean();
        robot.interact(() -> screen.beforeLeave(() -> left.set(true)));
        robot.clickOn("Keep editing");
        assertThat(left).isFalse();
        robot.interact(() -> screen.beforeLeave(() -> left.set(true)));
        robot.clickOn("Discard");
        assertThat(left).isTrue();
        assertThat(campaign().name()).isEqualTo("Spring renewal 2026");
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> {
            var other = EditRig.screen(rig);
            other.open(CampaignScreen.Tab.ACTIONS);
            other.open(CampaignScreen.Tab.SETTINGS);
            return other;
        });
    }

    /** Scrolls the page until this control stands in its middle. */
    private static void to(FxRobot robot, String name) {
        var node = Seen.named(robot, name);
        robot.interact(() -> robot.lookup(".scroll-pane.page").<ScrollPane>queryAll().stream()
                .filter(Node::isVisible)
                .forEach(page -> {
                    var content = page.getContent();
                    var bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                    double shown = page.getViewportBounds().getHeight();
                    double hidden = content.getBoundsInLocal().getHeight() - shown;
                    page.setVvalue(hidden <= 0 ? 0 : Math.clamp((bounds.getCenterY() - shown / 2) / hidden, 0, 1));
                }));
    }

    private static void inDialog(FxRobot robot, String words) {
        robot.clickOn(robot.lookup(".confirm-dialog .button")
                .match((Node node) -> words.equals(((Labeled) node).getText()))
                .<Node>query());
    }

    private Campaign campaign() {
        return EditRig.row(rig).campaign();
    }

    private int outplanTries(UUID id) {
        return Objects.requireNonNull(rig.live.outplan(id))
                .outplan()
                .maxTryCounts()
                .getFirst();
    }

    private static void type(FxRobot robot, String field, String words) {
        var control = (TextInputControl) Seen.field(robot, field);
        robot.interact(() -> {
            control.requestFocus();
            control.selectAll();
        });
        robot.write(words);
    }

    private static String text(FxRobot robot, String field) {
        return ((TextInputControl) Seen.field(robot, field)).getText();
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Button button && words.equals(button.getText()))
                .query();
    }
}
