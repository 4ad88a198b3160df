package dev.outpace.ui.outplans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Outplan;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.OutplanRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class OutplansScreenTest {

    private UiRig rig;

    @Start
    void start(Stage stage) {
        rig = new UiRig(
                Facts.outplan(1, "Daytime"),
                Facts.outplan(2, "Evening"),
                Facts.campaign(3, "Spring renewal", Ids.NIL, Ids.NIL, Facts.id(1)));
        rig.show(stage, OutplansFixture.screen(rig), 1024 - 168, 620);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void tellsAttemptsTimesAndWhoUsesAnOutplan(FxRobot robot) {
        assertThat(cells(robot, "Daytime")).containsExactly("Daytime", "3", "30 s", "10 min", "–", "Spring renewal");
        assertThat(cells(robot, "Evening")).endsWith("–");
    }

    @Test
    void aNewOutplanComesIntoTheTable(FxRobot robot) {
        robot.clickOn("New outplan");
        robot.write("Weekend");
        robot.clickOn(Seen.field(robot, "Caller ID")).write("+1 212 555 0100");
        robot.clickOn(Seen.named(robot, "More Max tries, Destination 2"));
        robot.clickOn("Add outplan");
        UiRig.waitFor(() -> table(robot).getItems().size() == 3);
        var made = outplan(robot, "Weekend");
        assertThat(made.source()).isEqualTo(Address.tel("+12125550100"));
        assertThat(made.maxTryCounts()).containsExactly(3, 1, 0, 0, 0);
        assertThat(rig.dialogs.isShowing()).isFalse();
        UiRig.waitFor(() -> table(robot).getSelectionModel().getSelectedItem() != null);
        assertThat(table(robot).getSelectionModel().getSelectedItem().outplan()).isEqualTo(made);
    }

    @Test
    void anOutplanIsEditedByEnterAndSavedByKeys(FxRobot robot) {
        robot.clickOn("Evening").type(KeyCode.ENTER);
        robot.clickOn(Seen.field(robot, "Dial timeout"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("45");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        UiRig.waitFor(() -> outplan(robot, "Evening").dialTimeout() == 45_000);
        assertThat(outplan(robot, "Evening").tryInterval()).isEqualTo(600_000);
    }

    @Test
    void aRenamedOutplanGoesToItsPlaceAndStaysSelected(FxRobot robot) {
        robot.clickOn("Daytime").type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Weekend");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        UiRig.waitFor(() -> names(robot).equals(List.of("Evening", "Weekend")));
        assertThat(table(robot).getSelectionModel().getSelectedItem().outplan().name())
                .isEqualTo("Weekend");
    }

    @Test
    void aNameIsBoundedAndNotGivenTwice(FxRobot robot) {
        robot.clickOn("New outplan").write("evening");
        robot.clickOn("Add outplan");
        assertThat(Seen.errors(robot)).containsExactly("The name evening is already used.");
        robot.interact(() -> robot.lookup(".form-dialog .text-field")
                .queryAs(TextField.class)
                .setText("x".repeat(5_000)));
        robot.clickOn("Add outplan");
        assertThat(Seen.errors(robot)).containsExactly("The name has 5000 characters; 255 are allowed.");
    }

    @Test
    void whatIsWrongWrapsInItsField(FxRobot robot) {
        robot.clickOn("New outplan");
        var form = robot.lookup(".form-dialog").queryAs(Region.class);
        double width = form.getWidth();
        robot.clickOn(Seen.field(robot, "Caller ID")).write("abc");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(form.getWidth()).isEqualTo(width);
        assertThat(form.lookupAll(".scroll-bar:horizontal")).noneMatch(Node::isVisible);
        var error = robot.lookup(".field-error").match(Node::isVisible).queryAs(Region.class);
        assertThat(error.getHeight()).as("in two lines").isGreaterThan(28);
    }

    private List<String> names(FxRobot robot) {
        return table(robot).getItems().stream().map(row -> row.outplan().name()).toList();
    }

    @Test
    void aNumberOfTriesThatWasJustTypedIsSavedByKeys(FxRobot robot) {
        robot.clickOn("Evening").type(KeyCode.ENTER);
        robot.clickOn(Seen.named(robot, "Max tries, Destination 2"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("7");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        UiRig.waitFor(() -> outplan(robot, "Evening").maxTryCounts().get(1) == 7);
    }

    @Test
    void aDialTimeoutThatIsMostlyAMistakenUnitIsSaidAndMayBeSaved(FxRobot robot) {
        robot.clickOn("Evening").type(KeyCode.ENTER);
        var warning = rig.texts.get("outplan.timeout.unusual");
        assertThat(robot.lookup(warning).tryQuery()).isEmpty();
        robot.clickOn(Seen.field(robot, "Dial timeout"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("3");
        assertThat(robot.lookup(warning).tryQuery()).isPresent();
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        UiRig.waitFor(() -> outplan(robot, "Evening").dialTimeout() == 3_000);
    }

    @Test
    void whatIsWrongIsToldUnderItsFieldAndNothingIsSaved(FxRobot robot) {
        robot.clickOn("New outplan");
        robot.clickOn("Add outplan");
        assertThat(Seen.errors(robot)).containsExactly("Enter a name.");
        robot.clickOn(Seen.field(robot, "Name")).write("Odd");
        robot.clickOn(Seen.field(robot, "Dial timeout"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("soon");
        robot.clickOn(Seen.field(robot, "Caller ID")).write("nobody");
        robot.clickOn("Add outplan");
        assertThat(Seen.errors(robot)).hasSize(2);
        assertThat(rig.dialogs.isShowing()).isTrue();
        assertThat(table(robot).getItems()).hasSize(2);
    }

    @Test
    void leavingATypedFormAsks(FxRobot robot) {
        robot.clickOn("New outplan").write("Weekend").type(KeyCode.ESCAPE);
        robot.clickOn("Keep editing");
        assertThat(robot.lookup("Add outplan").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE).clickOn("Discard");
        assertThat(rig.dialogs.isShowing()).isFalse();
    }

    @Test
    void aRaisedMaximumOfAnOutplanInUseAsksAboutFailedTargets(FxRobot robot) {
        robot.clickOn("Daytime").clickOn("Edit");
        robot.clickOn(Seen.named(robot, "More Max tries, Destination 1"));
        robot.clickOn("Save");
        assertThat(robot.lookup("Call failed targets again").tryQuery()).isPresent();
        assertThat(outplan(robot, "Daytime").maxTryCounts()).startsWith(2);
        robot.type(KeyCode.ENTER);
        UiRig.waitFor(() -> outplan(robot, "Daytime").maxTryCounts().getFirst() == 3);
    }

    @Test
    void beforeADeletionItsUsersAreNamed(FxRobot robot) {
        robot.clickOn("Daytime").type(KeyCode.DELETE);
        assertThat(Seen.words(robot, ".confirm-dialog .label")).anyMatch(text -> text.contains("Spring renewal"));
        robot.type(KeyCode.ESCAPE);
        assertThat(table(robot).getItems()).hasSize(2);
        robot.clickOn("Evening").type(KeyCode.DELETE);
        assertThat(Seen.words(robot, ".confirm-dialog .label")).contains("No campaign uses it.");
        robot.clickOn(robot.lookup(".confirm-dialog .danger-filled").<Node>query());
        UiRig.waitFor(() -> table(robot).getItems().size() == 1);
    }

    @Test
    void aFilterThatMatchesNothingSaysSoAndIsCleared(FxRobot robot) {
        robot.clickOn(Seen.field(robot, "Filter by name")).write("night");
        assertThat(table(robot).getItems()).isEmpty();
        robot.clickOn("Clear filter");
        assertThat(table(robot).getItems()).hasSize(2);
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> OutplansFixture.screen(rig));
    }

    private Outplan outplan(FxRobot robot, String name) {
        return table(robot).getItems().stream()
                .map(OutplanRow::outplan)
                .filter(outplan -> outplan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TableView<OutplanRow> table(FxRobot robot) {
        return robot.lookup(".table-view").queryTableView();
    }

    private static List<String> cells(FxRobot robot, String name) {
        var table = table(robot);
        var row = table.getItems().stream()
                .filter(item -> item.outplan().name().equals(name))
                .findFirst()
                .orElseThrow();
        return Seen.cells(robot, table, row);
    }
}
