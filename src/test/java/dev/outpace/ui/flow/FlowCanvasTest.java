package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.FlowText;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The canvas under pointer and keys. */
@SuppressWarnings("NullAway.Init")
class FlowCanvasTest {
    /** One for all tests: making it takes longer than most of them. */
    private static Stage window;

    private final Texts texts =
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    private final FxRobot robot = new FxRobot();
    private FlowEditor editor;
    private FlowCanvas canvas;

    @BeforeAll
    static void openWindow() throws Exception {
        window = FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void closeWindow() throws Exception {
        FxToolkit.hideStage();
    }

    @BeforeEach
    void open() {
        robot.interact(() -> {
            editor = new FlowEditor(texts, new RandomFlows(1).ids());
            var json = new FlowText();
            canvas = new FlowCanvas(new FlowCanvas.Parts(
                    editor,
                    texts,
                    _ -> null,
                    json::write,
                    text -> json.read(text).whole()));
            var scene = new Scene(new StackPane(canvas), 900, 700);
            new Theme(Theme.Mode.LIGHT).install(scene);
            window.setScene(scene);
            window.show();
            canvas.requestFocus();
        });
    }

    @Test
    void anEmptyFlowBeginsWithAnswerAndEveryStepIsTakenBack() {
        press(KeyCode.ENTER);
        assertThat(types()).containsExactly("answer");
        press(KeyCode.INSERT);
        write("talk");
        press(KeyCode.ENTER);
        press(KeyCode.INSERT);
        write("branch");
        press(KeyCode.ENTER);
        assertThat(types()).containsExactly("answer", "talk", "branch");
        assertThat(canvas.getAccessibleText()).startsWith("branch, 3 of 3, On the key pressed");
        press(KeyCode.DOWN, true);
        press(KeyCode.DOWN, true);
        assertThat(editor.undoName()).isEqualTo("move branch");
        for (int i = 0; i < 4; i++) {
            press(KeyCode.Z, true);
        }
        assertThat(types()).isEmpty();
        assertThat(editor.canUndo()).isFalse();
        assertThat(robot.lookup("#flowStart").query().isVisible()).isTrue();
    }

    @Test
    void aLinkIsDrawnFromAPortToACardAndEscTakesItBack() {
        open(ActionType.ANSWER, ActionType.TALK, ActionType.SLEEP);
        robot.drag(port(0)).moveTo(card(2));
        assertThat(canvas.state().thread).isNotNull();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        assertThat(editor.canUndo()).isFalse();
        assertThat(canvas.state().thread).isNull();
        robot.drag(port(0)).dropTo(card(2));
        assertThat(editor.document().graph().link(0, Port.NEXT).orElseThrow().to())
                .isEqualTo(2);
    }

    @Test
    void cardsAreMovedTogetherAndALinkDroppedOnNothingAsksWhatComesThere() {
        open(ActionType.ANSWER, ActionType.TALK, ActionType.SLEEP);
        robot.drag(screen(-60, -10)).dropTo(screen(FlowCard.WIDTH + 20, 2 * FlowEdits.ROW + 20));
        assertThat(editor.selection()).hasSize(3);
        var before = editor.document().cards();
        robot.drag(card(1)).dropTo(card(1).add(40, 24));
        assertThat(editor.document().cards())
                .allMatch(card ->
                        card.at().equals(before.get((int) card.key()).at().plus(40, 24)));
        robot.drag(port(2)).dropTo(port(2).add(120, 60));
        write("hang");
        press(KeyCode.ENTER);
        assertThat(types()).containsExactly("answer", "talk", "sleep", "hangup");
        assertThat(editor.document().graph().link(2, Port.NEXT).orElseThrow().to())
                .isEqualTo(3);
        robot.interact(() -> editor.selectIndex(1));
        robot.interact(canvas::requestFocus);
        press(KeyCode.DELETE);
        assertThat(editor.document().graph().link(0, Port.NEXT).orElseThrow().way())
                .isEqualTo(Way.FINISH);
    }

    @Test
    void onlyCardsInViewAreNodes() {
        robot.interact(() -> {
            editor.open(RandomFlows.chain(2_000), FlowPlaces.NONE);
            editor.firstPlaces(FlowLayout.placeQuickly(editor.document().graph()));
        });
        assertThat(robot.lookup(".flow-card").queryAll().size()).isBetween(5, 20);
        robot.interact(canvas::fit);
        assertThat(robot.lookup(".flow-card").<Node>queryAll()).noneMatch(Node::isVisible);
    }

    private void open(ActionType... types) {
        robot.interact(() -> {
            editor.open(Stream.of(types).map(NewActions::of).toList(), FlowPlaces.NONE);
            editor.firstPlaces(FlowLayout.placeQuickly(editor.document().graph()));
        });
    }

    private List<String> types() {
        return editor.actions().stream().map(action -> action.type()).toList();
    }

    private void press(KeyCode key) {
        press(key, false);
    }

    /** Without the robot, which waits after each key. */
    private void press(KeyCode key, boolean control) {
        robot.interact(() -> {
            Event.fireEvent(
                    window.getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
            Event.fireEvent(
                    window.getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, control, false, false));
        });
    }

    private void write(String text) {
        robot.interact(() -> text.chars()
                .forEach(letter -> Event.fireEvent(
                        window.getScene().getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(letter),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
    }

    private Point2D card(int index) {
        var at = editor.document().cards().get(index).at();
        return screen(at.x() + FlowCard.WIDTH / 2, at.y() + FlowCard.HEIGHT / 2);
    }

    private Point2D port(int index) {
        var at = editor.document().cards().get(index).at();
        return screen(at.x() + FlowCard.WIDTH / 2, at.y() + FlowCard.HEIGHT);
    }

    private Point2D screen(double worldX, double worldY) {
        var view = canvas.view();
        return canvas.localToScreen(view.toScreenX(worldX), view.toScreenY(worldY));
    }
}
