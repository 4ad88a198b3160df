package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.FoundQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.workspace.secrets.SecretFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TelephonyScreenTest {
    private final FakeTelephony source = new FakeTelephony(FakeTelephony.SIMULATED);
    private final AtomicInteger reopened = new AtomicInteger();
    private UiRig rig;
    private TelephonyScreen screen;

    @Start
    void start(Stage stage) {
        rig = new UiRig();
        screen = TelephonyFixture.screen(rig, source, reopened::incrementAndGet);
        rig.show(stage, screen, 1000, 640);
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void itNamesItsWorkspaceAndShowsTheQueuesBesideTheConnection(FxRobot robot) {
        enter(robot);
        assertThat(Seen.says(robot, "of the workspace Nordhavn")).isTrue();
        assertThat(Seen.words(robot, ".card-title"))
                .containsSubsequence("Connection", "Queues", "Lines", "Dialplan and certificate", "Speech");
    }

    @Test
    void anAsteriskIsEnteredCheckedUnsavedThenSavedAndLinked(FxRobot robot) {
        source.finds.add(FakeTelephony.REACHED);
        source.finds.add(FakeTelephony.CONNECTED_LINE);
        enter(robot);
        fire(robot, "Check");
        UiRig.waitFor(() -> Seen.says(robot, "real calls can be made"));
        assertThat(Seen.says(robot, "1 fine")).isTrue();
        assertThat(Seen.says(robot, "1 to look at")).isTrue();
        assertThat(source.saved).isEqualTo(FakeTelephony.SIMULATED);
        assertThat(Seen.says(robot, "Saving closes the workspace and opens it again."))
                .isTrue();
        fire(robot, "Save and link");
        UiRig.waitFor(() -> reopened.get() == 1);
        assertThat(source.saved.asterisk()).isTrue();
        assertThat(source.saved.connection()).isEqualTo(source.checked.getFirst());
        assertThat(source.checked.getFirst().secret()).isEqualTo(new SecretFile(Path.of("chosen")));
    }

    @Test
    void linesComeOneByOneWithWhatToPaste(FxRobot robot) {
        var hold = new CountDownLatch(1);
        source.hold = hold;
        source.finds.add(FakeTelephony.REACHED);
        source.finds.add(FakeTelephony.NO_CONTEXT);
        enter(robot);
        fire(robot, "Check");
        UiRig.waitFor(() -> Seen.says(robot, "Reachable"));
        assertThat(Seen.says(robot, "Checking…")).isTrue();
        assertThat(Seen.says(robot, "Dialplan")).isFalse();
        hold.countDown();
        UiRig.waitFor(() -> Seen.says(robot, "campaigns can’t start on it yet"));
        assertThat(Seen.says(robot, "Checking…")).isFalse();
        assertThat(Seen.says(robot, "extensions.conf")).isTrue();
        robot.interact(() -> ((Button) Seen.named(robot, "Copy the lines for extensions.conf")).fire());
        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(FakeTelephony.NO_CONTEXT.paste()));
    }

    @Test
    void aFormThatChangedIsNoLongerTheOneThatWasChecked(FxRobot robot) {
        source.finds.add(FakeTelephony.REACHED);
        enter(robot);
        fire(robot, "Check");
        UiRig.waitFor(() -> Seen.says(robot, "real calls can be made"));
        assertThat(Seen.says(robot, "The form has changed since this check.")).isFalse();
        type(robot, "Host", "pbx2.example");
        assertThat(Seen.says(robot, "The form has changed since this check.")).isTrue();
    }

    @Test
    void aCertificateThatTheCheckShowsIsAcceptedIntoTheForm(FxRobot robot) {
        source.finds.add(FakeTelephony.OTHER_CERTIFICATE);
        enter(robot);
        robot.interact(() -> ((CheckBox) labelled(robot, "TLS")).setSelected(true));
        assertThat(((TextField) Seen.field(robot, "Port")).getText()).isEqualTo("5039");
        fire(robot, "Check");
        UiRig.waitFor(() -> Seen.says(robot, "Accept this certificate"));
        fire(robot, "Accept this certificate");
        assertThat(((TextField) Seen.field(robot, "Certificate (SHA-256)")).getText())
                .isEqualTo(FakeTelephony.OTHER_CERTIFICATE.certificate());
        fire(robot, "Check again");
        UiRig.waitFor(() -> source.checked.size() == 2);
        assertThat(source.checked.getLast().certificate()).isEqualTo("cd".repeat(32));
    }

    @Test
    void aNumberOfOnesOwnIsCalledOnceTheCheckHasPassed(FxRobot robot) {
        source.finds.add(FakeTelephony.NO_CONTEXT);
        enter(robot);
        fire(robot, "Check");
        UiRig.waitFor(() -> Seen.says(robot, "campaigns can’t start on it yet"));
        assertThat(button(robot, "Call…").isDisabled()).isTrue();
        source.finds.set(0, FakeTelephony.REACHED);
        fire(robot, "Check again");
        UiRig.waitFor(() -> Seen.says(robot, "real calls can be made"));
        fire(robot, "Call…");
        assertThat(button(robot, "Call").isDisabled()).isTrue();
        type(robot, "Number", "+1 (212) 555-0100");
        fire(robot, "Call");
        UiRig.waitFor(() -> Seen.says(robot, "The number is busy."));
        assertThat(source.called).containsExactly("+12125550100");
    }

    @Test
    void whatIsMissingIsToldWhenItIsTried(FxRobot robot) {
        choose(robot, "Asterisk");
        assertThat(Seen.errors(robot)).isEmpty();
        fire(robot, "Check");
        assertThat(Seen.errors(robot))
                .contains("Enter the name or the address of the Asterisk.", "Enter the secret, on one line.");
        assertThat(source.checked).isEmpty();
        assertThat(robot.lookup((Node node) -> node.isFocused() && node instanceof TextField)
                        .<TextField>query()
                        .getAccessibleText())
                .isEqualTo("Host");
    }

    @Test
    void aRefusedSecretIsToldUnderItsFieldAndNothingIsReopened(FxRobot robot) {
        source.refusals.add(Problem.error("secret.no_secret", "secret"));
        enter(robot);
        fire(robot, "Save and link");
        UiRig.waitFor(
                () -> Seen.errors(robot).contains("The file must contain the secret and nothing else, on one line."));
        assertThat(reopened).hasValue(0);
    }

    @Test
    void whereNoRealCallsCanBeMadeItSaysWhyAndSavesNothing(FxRobot robot) {
        source.obstacles.add(Problem.error("telephony.demo", ""));
        enter(robot);
        assertThat(Seen.says(
                        robot,
                        "This is a demo, and its numbers belong to nobody. Use another workspace for real calls."))
                .isTrue();
        assertThat(button(robot, "Save and link").isDisabled()).isTrue();
    }

    @Test
    void linesAreSavedAtOnceWithoutANewLink(FxRobot robot) {
        source.saved = FakeTelephony.ASTERISK;
        robot.interact(() -> {
            screen.onHide();
            screen.onShow();
        });
        type(robot, "Calls at once", "60");
        assertThat(Seen.says(robot, "Saving closes the workspace and opens it again."))
                .isFalse();
        fire(robot, "Save");
        UiRig.waitFor(() -> source.lines != null && source.lines.concurrentCalls() == 60);
        assertThat(reopened).hasValue(0);
    }

    @Test
    void queuesOfTheExchangeAreShownAsFoundWithThoseOfOursThatUseThem(FxRobot robot) {
        source.saved = FakeTelephony.ASTERISK;
        source.queues = List.of(new FoundQueue("renewals", 48, 3), new FoundQueue("winback", 6, 0));
        rig.store(queue(10, "Renewals", "renewals"));
        rig.store(queue(11, "Front desk", "frontdesk"));
        UiRig.waitFor(() -> rig.live.queues().size() == 2);
        robot.interact(() -> {
            screen.onHide();
            screen.onShow();
        });
        UiRig.waitFor(() -> Seen.says(robot, "winback"));
        var table = robot.lookup(".queue-table").<Object>queryTableView();
        assertThat(table.getItems()).hasSize(3);
        assertThat(Seen.cells(robot, table, table.getItems().get(0))).contains("renewals", "48", "3");
        assertThat(Seen.words(robot, ".queue-table .icon-word"))
                .containsExactlyInAnyOrder(
                        "Renewals", "not used", "Front desk, but the exchange has none of this name");
        source.queues = List.of(new FoundQueue("renewals", 47, 4), new FoundQueue("frontdesk", 2, 0));
        fire(robot, "Find again");
        UiRig.waitFor(() -> !Seen.says(robot, "winback"));
        assertThat(Seen.words(robot, ".queue-table .icon-word")).containsExactlyInAnyOrder("Renewals", "Front desk");
        assertThat(Seen.cells(robot, table, table.getItems().get(0))).contains("renewals", "47", "4");
    }

    private static Queue queue(int id, String name, String ofExchange) {
        return new Queue(
                Facts.id(id),
                name,
                "",
                "",
                List.of(Facts.id(id)),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                new ExchangeQueue(ofExchange),
                Stamps.createdAt(Facts.NOW),
                Json.Obj.EMPTY);
    }

    @Test
    void leavingWithChangesAsks(FxRobot robot) {
        choose(robot, "Asterisk");
        var left = new AtomicBoolean();
        robot.interact(() -> screen.beforeLeave(() -> left.set(true)));
        assertThat(left).isFalse();
        robot.clickOn("Discard");
        assertThat(left).isTrue();
    }

    @Test
    void aScreenThatIsGoneIsNotKeptAlive(FxRobot robot) {
        UiRig.assertGoesAway(robot, () -> TelephonyFixture.screen(rig, source, () -> {}));
    }

    private void enter(FxRobot robot) {
        choose(robot, "Asterisk");
        type(robot, "Host", "pbx.example");
        type(robot, "Manager user", "console");
        type(robot, "Trunk", "PJSIP/carrier");
        robot.interact(() -> robot.lookup("#keep").<ComboBox<SecretKeep>>query().setValue(SecretKeep.FILE));
        fire(robot, "Choose…");
    }

    private static void choose(FxRobot robot, String word) {
        robot.interact(() -> {
            Node at = robot.lookup(word).query();
            while (!(at instanceof ToggleButton)) {
                at = at.getParent();
            }
            ((ToggleButton) at).fire();
        });
    }

    private static Node labelled(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof CheckBox box && words.equals(box.getText()))
                .query();
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Button button && words.equals(button.getText()))
                .queryButton();
    }

    private static void fire(FxRobot robot, String words) {
        robot.interact(() -> button(robot, words).fire());
    }

    private static void type(FxRobot robot, String name, String text) {
        robot.interact(() -> ((TextField) Seen.field(robot, name)).setText(text));
    }
}
