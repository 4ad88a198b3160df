package dev.outpace.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.SimulatedWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CampaignsScreenTest {
    private static final int WELCOME = 1;
    private static final int RENEWAL = 2;
    private static final int BARE = 3;
    private static final int OUTPLAN = 10;
    private static final int LIST = 20;
    private static final int OTHER_LIST = 21;
    private static final int QUEUE = 30;

    private final List<CampaignRow> opened = new ArrayList<>();
    private final List<CampaignRow> setUp = new ArrayList<>();
    private final LinkedBlockingQueue<Runnable> results = new LinkedBlockingQueue<>();
    private final Files files = new Files();
    private UiRig rig;
    private CampaignsScreen screen;

    /** Answers what a user would choose. */
    private static final class Files implements FileChoice {
        private List<Path> read = List.of();

        @Override
        public List<Path> toRead(Question question) {
            return read;
        }

        @Override
        public Optional<Path> toWrite(Question question, String name) {
            return Optional.empty();
        }
    }

    @Start
    void start(Stage stage) {
        rig = new UiRig(
                Facts.outplan(OUTPLAN, "Daytime"),
                Facts.outdial(LIST, "Home policies"),
                Facts.outdial(OTHER_LIST, "New customers"),
                Facts.queue(QUEUE, "Renewals"),
                campaign(WELCOME, "Welcome calls", Ids.NIL, OTHER_LIST),
                campaign(RENEWAL, "Spring renewal", Facts.id(QUEUE), LIST),
                Facts.campaign(BARE, "Bare", Ids.NIL, Ids.NIL, Ids.NIL));
        rig.workspace.targetLists().add(target(OTHER_LIST)).join();
        rig.workspace.targetLists().add(target(LIST)).join();
        screen = new CampaignsScreen(parts(rig.tasks));
        rig.show(stage, screen, 1000, 700);
    }

    private CampaignsScreen.Parts parts(Tasks tasks) {
        var usual = CampaignsPreview.parts(rig, rig.live, files, opened::add);
        return new CampaignsScreen.Parts(
                usual.texts(),
                usual.workspace(),
                usual.live(),
                tasks,
                usual.dialogs(),
                usual.toasts(),
                usual.orders(),
                usual.files(),
                usual.open(),
                setUp::add);
    }

    private static Campaign campaign(int number, String name, UUID queue, int list) {
        return new Campaign(
                Facts.id(number),
                CampaignType.CALL,
                name,
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(new Action(Ids.NIL, Ids.NIL, "answer", null, Json.Obj.EMPTY)),
                Facts.id(OUTPLAN),
                Facts.id(list),
                queue,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static OutdialTarget target(int list) {
        return new OutdialTarget(
                UUID.randomUUID(),
                Facts.id(list),
                0,
                "Ilse Hartmann",
                "",
                "",
                TargetStatus.IDLE,
                Arrays.asList(Address.tel("+1212555010" + list % 10), null, null, null, null),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(Facts.NOW),
                Json.Obj.EMPTY);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    private List<String> names(FxRobot robot) {
        return table(robot).getItems().stream()
                .map(row -> row.campaign().name())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static TableView<CampaignRow> table(FxRobot robot) {
        return robot.lookup(".campaigns-table").queryAs(TableView.class);
    }

    private CampaignStatus status(int number) {
        return Objects.requireNonNull(rig.live.campaign(Facts.id(number)))
                .campaign()
                .status();
    }

    private List<String> commands() {
        var parts = CampaignsPreview.parts(rig, rig.live, files, opened::add);
        return new CampaignCommands(rig.texts, rig.live, parts.orders(), parts.open())
                .commands().stream().map(Command::title).toList();
    }

    private void nobodyAnswers() {
        var world = SimulatedWorld.DEFAULT;
        var silent = new SimulatedWorld(
                0,
                0,
                0,
                0,
                world.timeToAnswer(),
                world.noAnswer(),
                world.talk(),
                world.wrapUp(),
                world.patience(),
                world.breakShare(),
                world.breakEvery(),
                world.breakLength(),
                world.missNoAnswer(),
                world.missRejected(),
                world.missUnreachable(),
                world.missRings(),
                world.lostOrders(),
                world.lateEvents(),
                world.lateBy(),
                world.doubledEvents(),
                world.lostEvents());
        assertThat(rig.workspace.settings().save(silent).join()).isInstanceOf(Answer.Done.class);
    }

    private void press(FxRobot robot, Shortcut shortcut) {
        robot.interact(() -> screen.perform(shortcut));
    }

    @Test
    void aCampaignIsStartedAndStoppedInItsRowAndWhatCannotStartSaysWhy(FxRobot robot) {
        robot.clickOn(Seen.named(robot, "Start Spring renewal"));
        UiRig.waitFor(() -> status(RENEWAL) == CampaignStatus.RUN);
        assertThat(commands()).contains("Spring renewal", "Stop Spring renewal", "Start Welcome calls");
        robot.clickOn(Seen.named(robot, "Stop Spring renewal"));
        UiRig.waitFor(() -> status(RENEWAL) == CampaignStatus.STOP);
        var start = Seen.named(robot, "Start Bare");
        assertThat(start.isDisabled()).isTrue();
        assertThat(start.getAccessibleHelp()).contains("No target list").contains("No outplan");
        robot.clickOn("Bare");
        assertThat(Seen.words(robot, ".campaign-detail .icon-word"))
                .anyMatch(words -> words.contains("No target list is chosen."));
    }

    @Test
    void aStopWithCallsInProgressAsks(FxRobot robot) {
        nobodyAnswers();
        robot.clickOn(Seen.named(robot, "Start Welcome calls"));
        UiRig.waitFor(() -> rig.live.totals().inProgress() == 1);
        robot.clickOn("Welcome calls");
        press(robot, Shortcut.START_STOP);
        assertThat(Seen.says(robot, "Stop Welcome calls?")).isTrue();
        robot.clickOn("Stop campaign");
        UiRig.waitFor(() -> status(WELCOME) != CampaignStatus.RUN);
        rig.workspace.campaigns().stop(Facts.id(WELCOME), StopMode.HANG_UP_ALL).join();
    }

    @Test
    void theTableIsSortedByItsHeadsAndFilteredByNameAndQueueAndStatus(FxRobot robot) {
        var name = table(robot).getColumns().get(1);
        robot.interact(() -> table(robot).getSortOrder().add(name));
        assertThat(names(robot)).containsExactly("Bare", "Spring renewal", "Welcome calls");
        robot.interact(() -> name.setSortType(TableColumn.SortType.DESCENDING));
        assertThat(names(robot)).containsExactly("Welcome calls", "Spring renewal", "Bare");
        assertThat(table(robot).getSortOrder()).as("the head shows it").hasSize(1);
        press(robot, Shortcut.FIND);
        robot.write("renewals");
        assertThat(names(robot)).containsExactly("Spring renewal");
        robot.write("x");
        assertThat(Seen.says(robot, "No campaign matches")).isTrue();
        robot.clickOn("Clear filter");
        assertThat(names(robot)).hasSize(3);
        robot.clickOn(Seen.named(robot, "Running 0"));
        assertThat(names(robot)).isEmpty();
        rig.workspace.campaigns().start(Facts.id(WELCOME), true).join();
        UiRig.waitFor(() -> names(robot).equals(List.of("Welcome calls")));
        rig.workspace.campaigns().stop(Facts.id(WELCOME), StopMode.HANG_UP_ALL).join();
    }

    @Test
    void inAWideWindowTheNameGetsItsShareOfTheRoom(FxRobot robot) {
        var table = robot.lookup(".campaigns-table").<TableView<CampaignRow>>query();
        robot.interact(() -> table.getScene().getWindow().setWidth(1920 - 168));
        assertThat(width(table, "Campaign")).isGreaterThan(340);
        assertThat(width(table, "Target list")).isLessThan(600);
    }

    /** As at 1440 pixels, beside the details of a campaign. */
    @Test
    void besideTheDetailsEveryColumnIsThere(FxRobot robot) {
        var table = robot.lookup(".campaigns-table").<TableView<CampaignRow>>query();
        robot.interact(() -> table.getScene().getWindow().setWidth(1440 - 168 - 328));
        assertThat(table.getColumns()).allMatch(TableColumn::isVisible);
        assertThat(width(table, "Campaign")).isGreaterThanOrEqualTo(180);
    }

    private static double width(TableView<?> table, String head) {
        return table.getColumns().stream()
                .filter(column -> column.getText().equals(head))
                .findFirst()
                .orElseThrow()
                .getWidth();
    }

    @Test
    void aNewCampaignNeedsOnlyANameAndItsSettingsAreOpened(FxRobot robot) {
        press(robot, Shortcut.CREATE);
        robot.clickOn("Add campaign");
        assertThat(Seen.errors(robot)).containsExactly("A campaign needs a name.");
        robot.write("welcome CALLS");
        robot.clickOn("Add campaign");
        assertThat(Seen.errors(robot)).containsExactly("The name welcome CALLS is already used.");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Heater recall");
        robot.clickOn("Add campaign");
        UiRig.waitFor(() -> names(robot).contains("Heater recall"));
        UiRig.waitFor(() -> table(robot).getSelectionModel().getSelectedItem() != null);
        var made = table(robot).getSelectionModel().getSelectedItem().campaign();
        assertThat(setUp).extracting(row -> row.campaign().name()).containsExactly("Heater recall");
        assertThat(made.name()).isEqualTo("Heater recall");
        assertThat(made.outplanId()).isEqualTo(Facts.id(OUTPLAN));
        assertThat(made.queueId()).isEqualTo(Facts.id(QUEUE));
        assertThat(made.outdialId()).as("both lists are in use").isEqualTo(Ids.NIL);
        assertThat(made.actions()).extracting(Action::type).containsExactly("answer", "talk");
        assertThat(made.serviceLevel()).isEqualTo(100);
        assertThat(rig.dialogs.isShowing()).isFalse();
    }

    @Test
    void aCopyHasAFreeNameAndNoListAndItsSettingsAreOpened(FxRobot robot) {
        for (var name : List.of("Spring renewal (copy)", "Spring renewal (copy 2)")) {
            robot.rightClickOn("Spring renewal").clickOn("Duplicate");
            UiRig.waitFor(() -> names(robot).contains(name));
            UiRig.waitFor(
                    () -> setUp.stream().anyMatch(row -> row.campaign().name().equals(name)));
        }
        var copy = setUp.getFirst().campaign();
        assertThat(copy.outdialId()).as("a list serves one campaign").isEqualTo(Ids.NIL);
        assertThat(copy.queueId()).isEqualTo(Facts.id(QUEUE));
        assertThat(copy.outplanId()).isEqualTo(Facts.id(OUTPLAN));
        assertThat(copy.status()).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void keysOpenARowDeleteItAndCloseItsPane(FxRobot robot) {
        robot.clickOn("Bare").type(KeyCode.ENTER);
        assertThat(opened).extracting(row -> row.campaign().name()).containsExactly("Bare");
        assertThat(robot.lookup(".campaign-detail").tryQuery()).isPresent();
        robot.type(KeyCode.DELETE);
        assertThat(Seen.says(robot, "Delete Bare?")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(names(robot)).contains("Bare");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".campaign-detail").tryQuery()).isEmpty();
        robot.clickOn("Bare").type(KeyCode.DELETE).clickOn("Delete");
        UiRig.waitFor(() -> !names(robot).contains("Bare"));
    }

    @Test
    void filesAreCheckedWhenTheyAreChosenAndImportedAsAWhole(FxRobot robot) {
        files.read = List.of(Path.of("src/test/resources/dev/outpace/formats/setup-small.json"));
        press(robot, Shortcut.IMPORT_FILE);
        robot.clickOn("Choose files…");
        UiRig.waitFor(() -> Seen.words(robot, ".import-files > .label").stream()
                .anyMatch(words -> words.contains("1 campaign, 1 target list, 40 targets")));
        robot.clickOn("Import");
        UiRig.waitFor(() -> names(robot).contains("test campaign"));
        assertThat(rig.dialogs.isShowing()).isFalse();
        press(robot, Shortcut.IMPORT_FILE);
        robot.clickOn("Choose files…");
        UiRig.waitFor(() -> Seen.words(robot, ".problem-cell .icon-word").stream()
                .anyMatch(words -> words.contains("already exists")));
        robot.clickOn("Replace what already exists");
        UiRig.waitFor(() -> !robot.lookup("Import").queryButton().isDisabled());
        robot.type(KeyCode.ESCAPE);
        assertThat(rig.dialogs.isShowing()).isFalse();
    }

    @Test
    void whatBecameOfAnImportIsToldWhenItsDialogIsClosedTooLate(FxRobot robot) {
        files.read = List.of(Path.of("src/test/resources/dev/outpace/formats/setup-small.json"));
        var waiting = new Tasks(results::add, Runnable::run, rig.pulse, rig.failures::add);
        var late = new CampaignsScreen(parts(waiting));
        robot.interact(() -> {
            rig.show((Stage) screen.node().getScene().getWindow(), late, 1000, 700);
            late.perform(Shortcut.IMPORT_FILE);
        });
        robot.clickOn("Choose files…");
        settle(robot);
        robot.clickOn("Import").type(KeyCode.ESCAPE);
        assertThat(rig.dialogs.isShowing()).isFalse();
        settle(robot);
        assertThat(Seen.words(robot, ".toast .label"))
                .containsExactly("Imported: 1 campaign, 1 target list, 40 targets, 1 outplan, 1 queue, 4 agents.");
    }

    private void settle(FxRobot robot) {
        robot.interact(() -> {
            for (var next = results.poll(); next != null; next = results.poll()) {
                next.run();
            }
        });
    }

    @Test
    void goesAway(FxRobot robot) {
        UiRig.assertGoesAway(
                robot, () -> new CampaignsScreen(CampaignsPreview.parts(rig, rig.live, files, opened::add)));
    }
}
