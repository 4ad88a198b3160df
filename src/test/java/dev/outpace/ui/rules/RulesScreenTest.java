package dev.outpace.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Shortcut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RulesScreenTest {
    @TempDir
    private Path folder;

    private final List<Path> files = new ArrayList<>();
    private UiRig rig;
    private RulesScreen screen;

    @Start
    void start(Stage stage) {
        var campaign = Facts.campaign(2, "Spring renewal", Ids.NIL, Facts.id(3), Ids.NIL);
        rig = new UiRig(
                Facts.outdial(3, "Home policies"),
                RuleSet.named(Facts.id(1), "Clinic reminders"),
                campaign.withOptions(campaign.options().withRules(Facts.id(1))));
        screen = RulesFixture.screen(rig, files);
        rig.show(stage, screen, 1_272, 852);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    private RuleSet stored(String name) {
        return rig.workspace.resourceBook().ruleSets().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void begin(FxRobot robot, String choice) {
        robot.interact(() -> assertThat(screen.perform(Shortcut.CREATE)).isTrue());
        robot.clickOn(choice);
    }

    private static Node window(FxRobot robot, String start) {
        return robot.lookup((Node node) -> node.getStyleClass().contains("week-window")
                        && String.valueOf(node.getAccessibleText()).startsWith(start))
                .query();
    }

    @Test
    void aReadySetIsCopiedEditedByKeysAndSaved(FxRobot robot) {
        begin(robot, "France, facts of 2026-11-01");
        robot.write("Home calling hours");
        var friday = window(robot, "Fri, 14:00-20:00");
        robot.interact(friday::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.LEFT);
        robot.interact(() -> window(robot, "Mon, 10:00-13:00").requestFocus());
        robot.type(KeyCode.DELETE);
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> rig.live.ruleSets().size() == 2 && Seen.says(robot, "No unsaved changes"));

        var hours = stored("Home calling hours").hours();
        assertThat(hours).isNotNull();
        assertThat(hours.on(DayOfWeek.FRIDAY)).containsExactly(new CallWindow(600, 780), new CallWindow(840, 1_170));
        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(new CallWindow(840, 1_200));
        assertThat(hours.on(DayOfWeek.THURSDAY)).containsExactly(new CallWindow(600, 780), new CallWindow(840, 1_200));
        assertThat(stored("Home calling hours").attempts()).hasSize(1);
        assertThat(Seen.says(robot, "used by no campaign; a change counts for every call from the save on"))
                .isTrue();
    }

    /** Each set that is made from a ready one, or copied, is one of its own and keeps where its rules come from. */
    @Test
    void aReadySetCanBeTakenAgainAndCopied(FxRobot robot) {
        begin(robot, "France, facts of 2026-11-01");
        robot.write("Home");
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> rig.live.ruleSets().size() == 2 && Seen.says(robot, "No unsaved changes"));
        begin(robot, "France, facts of 2026-11-01");
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> rig.live.ruleSets().size() == 3 && Seen.says(robot, "No unsaved changes"));
        robot.interact(() -> robot.lookup("Copy").queryButton().fire());
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> rig.live.ruleSets().size() == 4 && Seen.says(robot, "No unsaved changes"));

        assertThat(stored("France 2"))
                .usingRecursiveComparison()
                .ignoringFields("id", "name", "stamps")
                .isEqualTo(stored("Home"));
        assertThat(stored("France").asOf()).isEqualTo(stored("France 2").asOf()).isNotNull();
    }

    @Test
    void aWindowIsTypedAndRevertTakesItBack(FxRobot robot) {
        assertThat(Seen.says(robot, "used by 1 campaign; a change counts for every call from the save on"))
                .isTrue();
        robot.clickOn("Only within hours");
        robot.interact(() -> window(robot, "Wed, 09:00-17:00").requestFocus());
        robot.clickOn(Seen.field(robot, "Calls until"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("18:30")
                .type(KeyCode.ENTER);
        assertThat(window(robot, "Wed, 09:00-18:30")).isNotNull();
        // Five days have hours, and there are hours.
        assertThat(Seen.says(robot, "6 unsaved changes")).isTrue();
        robot.clickOn("Revert");
        assertThat(Seen.says(robot, "No unsaved changes")).isTrue();
        assertThat(stored("Clinic reminders").hours()).isNull();
    }

    /** Without a click, which would miss the field when the look at the list above it grows meanwhile. */
    private static void ask(FxRobot robot, String number) {
        var field = Seen.field(robot, "Why can\u2019t this number be called?");
        robot.interact(field::requestFocus);
        robot.write(number);
    }

    @Test
    void aNumberIsCheckedAgainstWhatIsBeingEdited(FxRobot robot) {
        ask(robot, "+1 212 555 0134");
        UiRig.waitFor(() -> Seen.says(robot, "May be called now"));
        for (var line : List.of(
                "Time zone: America/New_York",
                "Hours: any hour",
                "Attempts: no limit",
                "Quiet days: no rest after calls",
                "Do not call: no list counts",
                "Consent: none is needed")) {
            assertThat(Seen.says(robot, line)).as(line).isTrue();
        }
        robot.clickOn("Only within hours");
        for (int day = 0; day < 5; day++) {
            robot.interact(() -> window(robot, "").requestFocus());
            robot.type(KeyCode.DELETE);
        }
        UiRig.waitFor(() -> Seen.says(robot, "Not called under these rules"));
    }

    /** Of the list of the campaign that calls by the set, and of the set as it is edited. */
    @Test
    void theEditorTellsWhatWouldHappenNow(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            var added = rig.workspace.targetLists().add(target(i)).join();
            assertThat(added.problems()).isEmpty();
        }
        robot.clickOn("Only within hours");
        UiRig.waitFor(() -> Seen.says(robot, "Targets that are not done"));
        robot.clickOn("Every hour of every day");
        UiRig.waitFor(() -> row(robot, "Callable now").equals("3"));
        robot.clickOn("Only within hours");
        for (int day = 0; day < 5; day++) {
            robot.interact(() -> window(robot, "").requestFocus());
            robot.type(KeyCode.DELETE);
        }
        UiRig.waitFor(() -> row(robot, "Callable now").equals("0"));
    }

    private static OutdialTarget target(int number) {
        return new OutdialTarget(
                Facts.id(100 + number),
                Facts.id(3),
                0,
                "Person " + number,
                "",
                "{}",
                TargetStatus.IDLE,
                Arrays.asList(Address.tel("+1212555010" + number), null, null, null, null),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    /** The number beside a name. */
    private static String row(FxRobot robot, String name) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup((Node node) -> node instanceof HBox line
                                && line.getChildren().stream()
                                        .anyMatch(part -> part instanceof VBox words
                                                && words.getChildren().getFirst() instanceof Label label
                                                && label.getText().equals(name)))
                        .<HBox>tryQuery()
                        .map(line -> ((Label) line.getChildren().getLast()).getText())
                        .orElse(""));
    }

    @Test
    void aListOfNumbersIsAddedFromAFileAndAskedByTheSet(FxRobot robot) throws IOException {
        var file = folder.resolve("registry.txt");
        Files.writeString(file, "+12125550101\n+12125550102\n");
        files.add(file);
        var add = robot.lookup("Add list\u2026").queryButton();
        robot.interact(add::fire);
        UiRig.waitFor(() -> Seen.says(robot, "2 numbers"));
        UiRig.waitFor(() -> Seen.says(robot, "1 unsaved change"));
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> !stored("Clinic reminders").doNotCall().isEmpty());
        ask(robot, "+12125550101");
        UiRig.waitFor(() -> Seen.says(robot, "Not called under these rules"));
    }

    @Test
    void holidaysComeFromACalendar(FxRobot robot) throws IOException {
        var file = folder.resolve("days.ics");
        Files.writeString(file, """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260514
            SUMMARY:Ascension
            END:VEVENT
            END:VCALENDAR
            """);
        files.add(file);
        var calendar = robot.lookup("From calendar\u2026").queryButton();
        robot.interact(calendar::fire);
        UiRig.waitFor(() -> Seen.says(robot, "1 unsaved change"));
        robot.interact(() -> assertThat(screen.perform(Shortcut.SAVE)).isTrue());
        UiRig.waitFor(() -> stored("Clinic reminders").holidays().size() == 1);
        assertThat(stored("Clinic reminders").holidays().getFirst().name()).isEqualTo("Ascension");
    }

    @Test
    void unsavedChangesAreAskedForBeforeAnotherSetIsShown(FxRobot robot) {
        robot.clickOn("Only within hours");
        begin(robot, "Empty: every hour of every day");
        assertThat(rig.dialogs.isShowing()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(Seen.says(robot, "6 unsaved changes")).isTrue();
    }

    @Test
    void theScreenCanBeForgotten(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> RulesFixture.screen(rig, files));
    }
}
