package dev.outpace.ui.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetFilter;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
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
class TargetListScreenTest {

    private TargetRig rig;
    private TargetListScreens screens;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        rig = new TargetRig();
        screens = rig.screens(() -> {});
    }

    private void show(FxRobot robot, int list, int width) {
        robot.interact(() -> rig.ui.show(stage, screens.of(rig.row(list)), width, 620));
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.ui.failures).isEmpty();
    }

    @Test
    void aTargetIsAddedEditedAndDeleted(FxRobot robot) {
        show(robot, TargetRig.EMPTY_LIST, 1024 - 168);
        UiRig.waitFor(() -> Seen.says(robot, "No targets yet"));
        robot.clickOn("Add target").write("Ilse Hartmann");
        robot.clickOn(".form-dialog .primary");
        assertThat(Seen.errors(robot)).containsExactly("A target needs at least one destination.");
        robot.clickOn(Seen.field(robot, "Destination 1")).write("nobody");
        robot.clickOn(Seen.field(robot, "Destination 2")).write("ilse@example.com");
        robot.clickOn(".form-dialog .primary");
        assertThat(Seen.errors(robot)).singleElement().asString().contains("is not a phone number");
        robot.clickOn(Seen.field(robot, "Destination 1"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("+1 212 555 0123")
                .type(KeyCode.ENTER);
        UiRig.waitFor(() -> rows(robot) == 1);
        assertThat(target(TargetRig.EMPTY_LIST).destinations())
                .startsWith(Address.tel("+12125550123"), Address.sip("ilse@example.com"));
        UiRig.waitFor(() -> Seen.says(robot, "1 target") && Seen.says(robot, "Rows 1 to 1 of 1"));

        robot.clickOn("Ilse Hartmann").type(KeyCode.ENTER).write("Ilse H.").type(KeyCode.ENTER);
        UiRig.waitFor(() -> Seen.says(robot, "Ilse H."));
        robot.clickOn("Ilse H.").type(KeyCode.DELETE).clickOn(".confirm-dialog .danger-filled");
        UiRig.waitFor(() -> Seen.says(robot, "No targets yet"));
    }

    @Test
    void aPersonIsNeverCalledAgainAndThatIsTakenBack(FxRobot robot) {
        rig.store(List.of(TargetFacts.fresh(TargetRig.LIST, 1, "Ilse Hartmann", "+12125550123")));
        show(robot, TargetRig.LIST, 1024 - 168);
        UiRig.waitFor(() -> rows(robot) == 1);
        robot.clickOn("Ilse Hartmann").clickOn("Never call again");
        UiRig.waitFor(() -> Seen.says(robot, "Ilse Hartmann is not called again by any campaign."));
        assertThat(isListed("+12125550123")).isTrue();
        robot.clickOn("Undo");
        UiRig.waitFor(() -> Seen.says(robot, "Ilse Hartmann may be called again."));
        assertThat(isListed("+12125550123")).isFalse();
    }

    private boolean isListed(String number) {
        return rig.ui
                .workspace
                .doNotCallLists()
                .find(List.of(DoNotCallList.COMPANY_ID), Address.tel(number))
                .join()
                .isPresent();
    }

    @Test
    void aNewAddressSaysThatItsTriesStartAgain(FxRobot robot) {
        rig.store(TargetFacts.mixed(TargetRig.LIST));
        show(robot, TargetRig.LIST, 1024 - 168);
        UiRig.waitFor(() -> rows(robot) == 24);
        assertThat(Seen.words(robot, ".chip-tries")).contains("1/2", "0/1");
        robot.clickOn(Seen.named(robot, "2 more destinations of Grace Adeyemi"));
        assertThat(Seen.words(robot, ".destinations-list .chip-number"))
                .hasSize(3)
                .contains("desk1@example.com");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("Viktor Malm").clickOn("Edit");
        assertThat(Seen.words(robot, ".field-hint")).contains("1 try made. A new address starts at 0.");
        robot.clickOn(Seen.field(robot, "Destination 1"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("+12125550199");
        assertThat(Seen.words(robot, ".field-hint")).contains("New address: tries start again at 0.");
        robot.type(KeyCode.ENTER);
        UiRig.waitFor(() -> Seen.words(robot, ".chip-number").contains("+1 212 555 0199"));
        assertThat(rig.ui
                        .workspace
                        .targetLists()
                        .target(Facts.id(1_000))
                        .join()
                        .orElseThrow()
                        .tryCounts())
                .startsWith(0);
    }

    @Test
    void aLongListIsReadPageByPageAndFiltered(FxRobot robot) {
        rig.store(IntStream.range(0, 500)
                .mapToObj(i -> TargetFacts.fresh(TargetRig.LIST, i, "Person " + i, "+44207946%04d".formatted(i)))
                .toList());
        show(robot, TargetRig.LIST, 1024 - 168);
        UiRig.waitFor(() -> Seen.says(robot, "Rows 1 to 200 of 500"));
        robot.interact(() -> table(robot).scrollTo(190));
        UiRig.waitFor(() -> rows(robot) == 400);
        robot.interact(() -> table(robot).getSelectionModel().select(195));
        robot.interact(() -> table(robot).scrollTo(390));
        UiRig.waitFor(() -> Seen.says(robot, "Rows 1 to 500 of 500"));
        assertThat(Objects.requireNonNull(table(robot).getSelectionModel().getSelectedItem())
                        .target()
                        .name())
                .isEqualTo("Person 195");
        robot.clickOn(Seen.field(robot, "Name or number")).write("20 7946 0321");
        UiRig.waitFor(() -> Seen.says(robot, "Rows 1 to 1 of 1"));
        robot.clickOn(Seen.named(robot, "Progressing"));
        UiRig.waitFor(() -> Seen.says(robot, "No target matches"));
        robot.clickOn("Clear filter");
        UiRig.waitFor(() -> Seen.says(robot, "Rows 1 to 200 of 500"));
    }

    @Test
    void whoGoesDownALongListStaysWhereHeIs(FxRobot robot) {
        rig.store(IntStream.range(0, 3_000)
                .mapToObj(i -> TargetFacts.fresh(TargetRig.LIST, i, "Person " + i, "+44207946%04d".formatted(i)))
                .toList());
        show(robot, TargetRig.LIST, 1024 - 168);
        UiRig.waitFor(() -> Seen.says(robot, "Rows 1 to 200 of 3,000"));
        robot.clickOn("Person 3");
        for (int loaded = 200; loaded < 2_000; loaded += 200) {
            robot.type(KeyCode.END);
            var last = "Person " + (loaded - 1);
            var range = "to %,d of 3,000".formatted(loaded + 200);
            UiRig.waitFor(() -> Seen.words(robot, ".label").stream().anyMatch(text -> text.endsWith(range)));
            for (int pulse = 0; pulse < 20; pulse++) {
                robot.interact(() -> table(robot).getScene().getRoot().layout());
                assertThat(Seen.says(robot, last)).as(last).isTrue();
            }
            assertThat(Objects.requireNonNull(table(robot).getSelectionModel().getSelectedItem())
                            .target()
                            .name())
                    .isEqualTo(last);
        }
    }

    @Test
    void aFileIsImportedByClicks(FxRobot robot) throws Exception {
        rig.chosen = TargetFacts.sampleFile(rig.folder);
        show(robot, TargetRig.EMPTY_LIST, 1_200);
        UiRig.waitFor(() -> Seen.says(robot, "No targets yet"));
        robot.clickOn("Import…").clickOn("Choose a file…");
        UiRig.waitFor(() -> robot.lookup(".column-row").queryAll().size() == 6);
        assertThat(Seen.words(robot, ".import-head .label"))
                .contains("policies-wave-3.csv · 11 kB · UTF-8, semicolon, 6 columns");
        assertThat(Seen.words(robot, ".column-samples .label")).contains("Eleni Adeyemi", "Samuel Malm");
        assertThat(Seen.words(robot, ".column-guess")).contains("sure");
        assertThat(Seen.words(robot, ".preview-row .strong")).contains("Eleni Adeyemi");
        var home = (ComboBox<?>) Seen.named(robot, "home goes to");
        robot.interact(() -> home.getSelectionModel().select(2));
        assertThat(Seen.says(robot, "Another column goes to the same place.")).isTrue();
        assertThat(Seen.named(robot, "Step 2 of 4, Columns: now").isVisible()).isTrue();
        robot.interact(() -> home.getSelectionModel().select(3));
        robot.clickOn("Check all rows");
        UiRig.waitFor(() -> Seen.says(robot, "Import 197 targets"));
        assertThat(Seen.words(robot, ".rejected-row .label")).contains("No destination in this row.");
        robot.clickOn(Seen.named(robot, "Show rows: New targets"));
        assertThat(Seen.words(robot, ".rejected-row .label")).anyMatch(words -> words.startsWith("Eleni Adeyemi, +"));
        robot.clickOn(Seen.named(robot, "Step 2 of 4, Columns: done")).clickOn("Check all rows");
        UiRig.waitFor(() -> Seen.says(robot, "Import 197 targets"));
        robot.clickOn("Import 197 targets");
        UiRig.waitFor(() -> Seen.says(robot, "197 targets added."));
        robot.clickOn("Download as CSV");
        UiRig.waitFor(() -> rig.placed != null && Files.exists(rig.placed));
        var rejects = Files.readAllLines(Objects.requireNonNull(rig.placed));
        assertThat(rejects).hasSize(4);
        robot.clickOn(Seen.named(robot, "Back to the list"));
        assertThat(robot.lookup(".import-panel").tryQuery()).isEmpty();
        UiRig.waitFor(() -> Seen.says(robot, "197 targets") && rows(robot) == 197);
        importCorrected(robot, rejects);
        assertThat(target(TargetRig.EMPTY_LIST).name()).isEqualTo("Eleni Adeyemi");
    }

    /** The rows that stayed out get numbers; they go where the columns went before, and the list has all then. */
    private void importCorrected(FxRobot robot, List<String> rejects) throws Exception {
        var corrected = new ArrayList<>(rejects.subList(0, 1));
        for (int i = 1; i < rejects.size(); i++) {
            var cells = rejects.get(i).split(";", -1);
            cells[1] = "\"+44 20 7946 099" + i + '"';
            corrected.add(String.join(";", cells));
        }
        rig.chosen = Files.write(rig.folder.resolve("corrected.csv"), corrected);
        robot.clickOn("Import…").clickOn("Choose a file…");
        UiRig.waitFor(() -> Seen.says(robot, "Check all rows"));
        robot.clickOn("Check all rows");
        UiRig.waitFor(() -> Seen.says(robot, "Import 3 targets"));
        robot.clickOn("Import 3 targets");
        UiRig.waitFor(() -> Seen.says(robot, "3 targets added."));
        robot.clickOn(Seen.named(robot, "Back to the list"));
        UiRig.waitFor(() -> Seen.says(robot, "200 targets"));
    }

    @Test
    void whatBecameOfAnImportIsToldWhenItsPanelIsClosed(FxRobot robot) throws Exception {
        rig.chosen = TargetFacts.sampleFile(rig.folder);
        screens = rig.settledScreens();
        var screen = screens.of(rig.row(TargetRig.EMPTY_LIST));
        robot.interact(() -> rig.ui.show(stage, screen, 1_200, 620));
        robot.clickOn("Import…").clickOn("Choose a file…");
        robot.interact(
                () -> rig.settle(() -> robot.lookup(".column-row").queryAll().size() == 6));
        robot.clickOn("Check all rows");
        robot.interact(() -> rig.settle(() -> Seen.says(robot, "Import 197 targets")));
        robot.clickOn("Import 197 targets").clickOn(Seen.named(robot, "Back to the list"));
        robot.interact(() ->
                rig.settle(() -> Seen.says(robot, "197 targets were added to New customers. 3 rows were left out.")));
        robot.interact(() -> {
            screen.onHide();
            screen.onShow();
        });
        assertThat(robot.lookup(".import-panel").tryQuery()).isEmpty();
        robot.clickOn("Import…");
        assertThat(Seen.says(robot, "197 targets added.")).isTrue();
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAliveEvenByItsOpenImport(FxRobot robot) {
        robot.interact(() -> screens.importInto(rig.row(TargetRig.LIST)));
        UiRig.assertGoesAway(robot, () -> screens.of(rig.row(TargetRig.LIST)));
    }

    private OutdialTarget target(int list) {
        var all = new TargetFilter(Facts.id(list), TargetFilter.Group.ALL, TargetFilter.Result.ANY, "");
        return rig.ui
                .workspace
                .targetLists()
                .page(all, null, 1)
                .join()
                .targets()
                .getFirst();
    }

    private static int rows(FxRobot robot) {
        return table(robot).getItems().size();
    }

    private static TableView<TargetRow> table(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof TableView<?> && "Targets".equals(node.getAccessibleText()))
                .queryTableView();
    }
}
