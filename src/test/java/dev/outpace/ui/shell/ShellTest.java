package dev.outpace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.ListenMode;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ShellTest {

    private ShellFixture shell;

    @Start
    void start(Stage stage) {
        shell = new ShellFixture();
        shell.shell.openIn(stage, 1024, 700);
        stage.show();
    }

    @Test
    void eachEntryShowsItsScreenByClickAndByItsKeys(FxRobot robot) {
        robot.clickOn("Target lists");
        assertThat(shell.content()).isEqualTo(shell.targets.node());
        assertThat(shell.campaigns.notes).containsExactly("show", "hide");
        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        assertThat(shell.content()).isEqualTo(shell.settings.node());
        assertThat(selectedEntry(robot)).isEqualTo("Settings");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertThat(shell.content()).isEqualTo(shell.campaigns.node());
    }

    @Test
    void arrowsMoveTheFocusBetweenEntriesAndSpaceGoesThere(FxRobot robot) {
        robot.clickOn("Campaigns").type(KeyCode.DOWN);
        assertThat(shell.content()).isEqualTo(shell.campaigns.node());
        robot.type(KeyCode.SPACE);
        assertThat(shell.content()).isEqualTo(shell.targets.node());
        assertThat(selectedEntry(robot)).isEqualTo("Target lists");
    }

    @Test
    void altLeftGoesBackToWhereTheUserWas(FxRobot robot) {
        robot.clickOn("Target lists").clickOn("Settings");
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        assertThat(shell.content()).isEqualTo(shell.targets.node());
        assertThat(selectedEntry(robot)).isEqualTo("Target lists");
    }

    @Test
    void aScreenThatRefusesToBeLeftStaysAndItsEntryStaysMarked(FxRobot robot) {
        shell.campaigns.refusesToLeave = true;
        robot.clickOn("Target lists");
        assertThat(shell.content()).isEqualTo(shell.campaigns.node());
        assertThat(selectedEntry(robot)).isEqualTo("Campaigns");
    }

    @Test
    void controlBFoldsTheNavigationToARailOfIcons(FxRobot robot) {
        var bar = robot.lookup(".navigation").queryAs(javafx.scene.layout.VBox.class);
        assertThat(bar.getWidth()).isEqualTo(168);
        robot.press(KeyCode.CONTROL, KeyCode.B).release(KeyCode.B, KeyCode.CONTROL);
        assertThat(bar.getWidth()).isEqualTo(56);
        var entry = robot.lookup(".navigation-entry").queryAs(ToggleButton.class);
        assertThat(entry.getTooltip().getText()).contains("Campaigns");
        assertThat(entry.getAccessibleText()).isEqualTo("Campaigns");
    }

    @Test
    void controlFPutsTheFocusIntoTheFilterOfTheScreen(FxRobot robot) {
        robot.interact(shell.campaigns.button::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        assertThat(shell.campaigns.filter.isFocused()).isTrue();
    }

    @Test
    void f6MovesBetweenTheRegions(FxRobot robot) {
        robot.interact(shell.campaigns.button::requestFocus);
        robot.type(KeyCode.F6);
        assertThat(focused().getStyleClass()).contains("navigation-entry");
        robot.type(KeyCode.F6);
        assertThat(focused().getStyleClass()).contains("workspace-chip");
        robot.type(KeyCode.F6);
        assertThat(shell.campaigns.filter.isFocused()).isTrue();
    }

    @Test
    void theBarTellsWhomTheSupervisorHearsAndChangesIt(FxRobot robot) {
        var orders = new ArrayList<String>();
        var ofBar = new ListenLine.Orders(
                mode -> orders.add(mode.name()), follows -> orders.add("follows " + follows), () -> orders.add("end"));
        var bar = robot.lookup(".listen-bar").query();
        assertThat(bar.isVisible()).isFalse();
        robot.interact(() -> shell.model
                .listeningProperty()
                .set(new ListenLine(
                        "Ada Berg with Nadia Corbett",
                        "Your phone is on the call, 0:07",
                        ListenMode.LISTEN,
                        false,
                        true,
                        ofBar)));
        assertThat(bar.isVisible()).isTrue();
        assertThat(robot.from(bar).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Ada Berg with Nadia Corbett", "Your phone is on the call, 0:07");

        robot.clickOn("Whisper");
        assertThat(orders).containsExactly("WHISPER");
        assertThat(robot.from(bar).lookup(".toggle-button").queryAllAs(ToggleButton.class))
                .as("until the exchange has told it")
                .filteredOn(ToggleButton::isSelected)
                .extracting(ToggleButton::getAccessibleText)
                .containsExactly("Listen");
        robot.interact(() -> shell.model
                .listeningProperty()
                .set(new ListenLine("Ada Berg", "0:08", ListenMode.WHISPER, false, true, ofBar)));
        robot.interact(shell.campaigns.button::requestFocus);
        robot.type(KeyCode.F6)
                .type(KeyCode.F6)
                .type(KeyCode.F6)
                .type(KeyCode.RIGHT)
                .type(KeyCode.RIGHT);
        assertThat(orders).containsExactly("WHISPER", "BARGE");
        robot.clickOn("Stay for the next call").clickOn("End");
        assertThat(orders).containsExactly("WHISPER", "BARGE", "follows true", "end");
        robot.interact(() -> shell.model.listeningProperty().set(null));
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void theThemeIsSwitchedByItsKeys(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).release(KeyCode.L, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(shell.theme.getMode()).isEqualTo(Theme.Mode.DARK);
        assertThat(robot.lookup(".top-bar > .button.icon-button")
                        .queryAs(Button.class)
                        .getAccessibleText())
                .isEqualTo("Switch to light");
    }

    @Test
    void thePaletteFindsByLettersAndRunsByEnter(FxRobot robot) {
        var ran = new ArrayList<String>();
        shell.palette.addSource(() -> List.of(
                command("Open Welcome calls", ran), command("Stop Welcome calls", ran), command("Payment", ran)));
        robot.interact(shell.campaigns.button::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("wel");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        assertThat(ran).containsExactly("Stop Welcome calls");
        assertThat(shell.palette.isVisible()).isFalse();
        assertThat(shell.campaigns.button.isFocused()).isTrue();
    }

    @Test
    void thePaletteClosesOnEscapeAndSaysWhenNothingMatches(FxRobot robot) {
        robot.clickOn(".palette-field");
        robot.write("zzz");
        assertThat(robot.lookup(".palette-none").queryAs(Label.class).isVisible())
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(shell.palette.isVisible()).isFalse();
    }

    @Test
    void thePaletteLeadsToEveryEntryOfTheNavigation(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("target");
        robot.type(KeyCode.ENTER);
        assertThat(shell.content()).isEqualTo(shell.targets.node());
    }

    @Test
    void aLostLinkShowsTheBannerAndTheMomentOfTheValues(FxRobot robot) {
        var banner = robot.lookup("#banner").query();
        assertThat(banner.isVisible()).isFalse();
        robot.interact(() -> {
            shell.model.lostAtProperty().set(Instant.parse("2026-05-12T10:42:14Z"));
            shell.model.linkUpProperty().set(false);
        });
        assertThat(banner.isVisible()).isTrue();
        assertThat(words(robot)).anyMatch(text -> text.contains("Values are from 10:42:14."));
        assertThat(words(robot)).contains("Connection to Simulated telephony lost");
    }

    @Test
    void theChipShowsHowTheWorkspaceStandsWithItsTelephony(FxRobot robot) {
        var chip = robot.lookup("#chip").queryAs(MenuButton.class);
        var done = new ArrayList<String>();
        robot.interact(() -> {
            shell.model.workspaceProperty().set("Nordhavn");
            shell.model.telephonyProperty().set("Asterisk");
            shell.model.telephonyWordsProperty().set("Linked for 12 min: real numbers ring");
            shell.model.telephonyStateProperty().set(TelephonyState.UNLINKED);
            shell.model
                    .telephonyCommands()
                    .setAll(new Command("Link", Symbol.of(Feather.LINK), "", () -> done.add("linked")));
        });
        assertThat(chip.getAccessibleText())
                .isEqualTo("Workspace Nordhavn, Asterisk. Linked for 12 min: real numbers ring");
        assertThat(chip.getTooltip().getText()).isEqualTo("Linked for 12 min: real numbers ring");
        assertThat(shell.shell.root().getPseudoClassStates())
                .extracting(PseudoClass::getPseudoClassName)
                .contains("unlinked")
                .doesNotContain("faults");
        robot.interact(chip::requestFocus);
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(done).containsExactly("linked");
    }

    @Test
    void whatBecameOfTheCallsStandsInOneLineUntilItIsClosed(FxRobot robot) {
        var done = new ArrayList<String>();
        var line = robot.lookup(".link-notice").query();
        assertThat(line.isVisible()).isFalse();
        robot.interact(() -> shell.model
                .noticeProperty()
                .set(new LinkNotice(
                        false,
                        "Linked again at 10:52:26, after 17 s.",
                        "18 calls: 13 go on, 5 had ended.",
                        "Show the 5",
                        () -> done.add("shown"),
                        () -> shell.model.noticeProperty().set(null))));
        assertThat(line.isVisible()).isTrue();
        assertThat(line.getAccessibleText())
                .isEqualTo("Linked again at 10:52:26, after 17 s. 18 calls: 13 go on, 5 had ended.");
        robot.clickOn("Show the 5");
        assertThat(done).containsExactly("shown");
        robot.clickOn(robot.lookup(".link-notice .icon-button").queryButton());
        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void aLostLinkSaysWhatIsKnownAndLeadsToTheLog(FxRobot robot) {
        var done = new ArrayList<String>();
        robot.interact(() -> {
            shell.model.retryProperty().set(() -> done.add("tried"));
            shell.model.logProperty().set(() -> done.add("log"));
            shell.model.lostTitleProperty().set("The link to pbx was lost at 10:52:09.");
            shell.model.lostTextProperty().set("Nothing is dialed.");
            shell.model.linkUpProperty().set(false);
        });
        assertThat(words(robot)).contains("The link to pbx was lost at 10:52:09.", "Nothing is dialed.");
        robot.clickOn("Log…").clickOn("Try now");
        assertThat(done).containsExactly("log", "tried");
    }

    @Test
    void theStatusLineTellsTheTotalsAndTheTime(FxRobot robot) {
        assertThat(words(robot))
                .contains(
                        "Connected to Simulated telephony",
                        "41 dialing",
                        "94 in progress",
                        "Tue 12 May 2026, 10:42:18");
    }

    @Test
    void whileADialogIsOpenKeysReachNothingBehindIt(FxRobot robot) {
        var answers = new ArrayList<Boolean>();
        robot.interact(() -> new ConfirmDialog("Stop?", "Calls finish first.", "Stop campaign", "Cancel", true)
                .askIn(shell.dialogs)
                .thenAccept(answers::add));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(shell.content()).isEqualTo(shell.campaigns.node());
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.TAB);
            assertThat(((Labeled) focused()).getText()).isIn("Cancel", "Stop campaign");
        }
        robot.type(KeyCode.ESCAPE);
        assertThat(answers).containsExactly(false);
        assertThat(shell.dialogs.isShowing()).isFalse();
    }

    @Test
    void f1ListsEveryShortcutWithItsKeys(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(shell.dialogs.isShowing()).isTrue();
        assertThat(robot.from(robot.lookup(".shortcuts")).lookup(".key-cap").queryAllAs(Label.class).stream()
                        .map(Label::getText))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Shortcut.values()).map(Shortcut::label).toList());
        assertThat(words(robot)).contains("Start or stop the selected campaign", "Ctrl Shift S", "Undo", "Ctrl Z");
        robot.type(KeyCode.ESCAPE);
        assertThat(shell.dialogs.isShowing()).isFalse();
    }

    @Test
    void theHelpButtonTellsTheVersionAndWhereTheFilesLie(FxRobot robot) {
        robot.clickOn("#helpButton").clickOn("About Outpace");
        assertThat(words(robot)).contains("1.2.3", "25");
        assertThat(robot.lookup(".dialog-box .text-field").queryAllAs(TextField.class).stream()
                        .map(TextField::getText))
                .containsExactly(
                        ShellFixture.ABOUT.workspace().toString(),
                        ShellFixture.ABOUT.log().toString());
        robot.clickOn("Close");
        assertThat(shell.dialogs.isShowing()).isFalse();
    }

    private Node focused() {
        return shell.shell.root().getScene().getFocusOwner();
    }

    private static Command command(String title, List<String> ran) {
        return new Command(title, Symbol.SQUARE, "Command", () -> ran.add(title));
    }

    private static String selectedEntry(FxRobot robot) {
        return robot.lookup(".navigation-entry").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList()
                .toString()
                .replaceAll("[\\[\\]]", "");
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
