package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Problem;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class FlowPanesTest {
    /** One for all tests: making it takes longer than most of them. */
    private static @Nullable Stage window;

    private final FxRobot robot = new FxRobot();
    private final Texts texts = FlowSamples.texts();
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void openWindow() throws Exception {
        window = FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void closeWindow() throws Exception {
        FxToolkit.hideStage();
    }

    private void open(Parent pane) {
        robot.interact(() -> {
            var stage = Objects.requireNonNull(window);
            UiRig.put(stage, new Scene(pane, 380, 700));
            stage.show();
        });
    }

    private FlowPalette palette() {
        var made = new ArrayList<FlowPalette>();
        robot.interact(() ->
                made.add(new FlowPalette(texts, type -> told.add("add " + type.published()), new PaletteDrag() {
                    @Override
                    public void moved(ActionType type, double x, double y) {
                        told.add("moved " + type.published());
                    }

                    @Override
                    public void dropped(ActionType type, double x, double y) {
                        told.add("dropped " + type.published());
                    }

                    @Override
                    public void cancelled() {
                        told.add("cancelled");
                    }
                })));
        open(made.getFirst());
        return made.getFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<PaletteRow> rows(FlowPalette palette) {
        return ((ListView<PaletteRow>) palette.lookup(".palette-list")).getItems();
    }

    @Test
    void thePaletteIsSearchedByNameAndByWhatActionsDo() {
        var palette = palette();
        assertThat(rows(palette)).hasSize(43 + 7);
        assertThat(rows(palette).getFirst()).isEqualTo(new PaletteRow.Heading(ActionType.Category.CALL, true));
        robot.clickOn(palette.lookup(".filter-field .text-field")).write("hand agents");
        assertThat(rows(palette))
                .containsExactly(
                        new PaletteRow.Heading(ActionType.Category.CONNECT, true),
                        new PaletteRow.Entry(ActionType.QUEUE_JOIN));
        robot.type(KeyCode.ENTER);
        assertThat(told).containsExactly("add queue_join");
        robot.type(KeyCode.ESCAPE);
        assertThat(rows(palette)).hasSize(50);
    }

    @Test
    void theKeyboardMovesFoldsAddsAndSearches() {
        var palette = palette();
        robot.interact(palette::focusSearch);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(told).containsExactly("add hangup");
        robot.type(KeyCode.LEFT);
        assertThat(rows(palette)).hasSize(47);
        robot.type(KeyCode.RIGHT);
        assertThat(rows(palette)).hasSize(50);
        robot.write("go");
        assertThat(rows(palette)).contains(new PaletteRow.Entry(ActionType.GOTO));
    }

    @Test
    void aRowIsDraggedOutAndTakenBackByEscape() {
        var palette = palette();
        var row = robot.from(palette)
                .lookup((Node node) -> node instanceof Label label && "talk".equals(label.getText()))
                .query();
        robot.moveTo(row).press(MouseButton.PRIMARY).moveBy(3, 0);
        assertThat(told).isEmpty();
        robot.moveBy(60, 40);
        assertThat(told).isNotEmpty().containsOnly("moved talk");
        robot.release(MouseButton.PRIMARY);
        assertThat(told).endsWith("dropped talk");
        told.clear();
        robot.moveTo(row)
                .press(MouseButton.PRIMARY)
                .moveBy(60, 40)
                .type(KeyCode.ESCAPE)
                .release(MouseButton.PRIMARY);
        assertThat(told).endsWith("cancelled").doesNotContain("dropped talk");
    }

    @Test
    void deprecatedActionsComeLastAndSaySo() {
        var rows = new PaletteRows(new ActionWords(texts)).of("", Set.of());
        var logic = rows.stream()
                .filter(row ->
                        row instanceof PaletteRow.Entry(var type) && type.category() == ActionType.Category.LOGIC)
                .toList();
        assertThat(logic.subList(logic.size() - 2, logic.size()))
                .containsExactly(
                        new PaletteRow.Entry(ActionType.CONDITION_CALL_DIGITS),
                        new PaletteRow.Entry(ActionType.CONDITION_CALL_STATUS));
    }

    @Test
    void problemsAreCountedListedAndGoneTo() {
        var panes = new ArrayList<ProblemPane>();
        robot.interact(() -> panes.add(new ProblemPane(texts, index -> told.add("go " + index))));
        var pane = panes.getFirst();
        open(pane);
        assertThat(Seen.says(robot, "No problems")).isTrue();
        var many = IntStream.range(0, 5_000)
                .mapToObj(i -> i == 0
                        ? Problem.error("flow.no_default", "actions[7]")
                        : Problem.warning("flow.unreachable", "actions[" + i + "]"))
                .toList();
        assertThat(FlowCheck.indexOf(many.getFirst())).isEqualTo(7);
        robot.interact(() -> pane.show(many, index -> "talk", false));
        assertThat(Seen.says(robot, "1 error")).isTrue();
        assertThat(Seen.says(robot, "4,999 warnings")).isTrue();
        assertThat(Seen.says(robot, "Save is off until errors are fixed")).isTrue();
        assertThat(pane.lookupAll(".hyperlink")).hasSizeLessThan(60);
        robot.clickOn(Seen.named(
                robot, "Go to talk: The branch has no default target: any other value ends the call with an error."));
        assertThat(told).containsExactly("go 7");
        robot.interact(() -> pane.show(List.of(), index -> "", false));
        assertThat(Seen.says(robot, "No problems")).isTrue();
    }

    @Test
    void jsonKeepsTheCaretWhereTheTextIsTheSame() {
        var views = new ArrayList<FlowJsonView>();
        robot.interact(() -> views.add(new FlowJsonView(texts, told::add)));
        var view = views.getFirst();
        open(view);
        robot.interact(() -> {
            view.show("[\n  {}\n]");
            var area = (TextArea) view.lookup(".text-area");
            area.positionCaret(3);
            view.show("[\n  {}\n]");
            assertThat(area.getCaretPosition()).isEqualTo(3);
            view.flush();
            assertThat(told).isEmpty();
            area.appendText(" ");
            view.flush();
            assertThat(told).containsExactly("[\n  {}\n] ");
            view.showError(2, 3, "no");
            view.goToError();
            assertThat(area.getCaretPosition()).isEqualTo(4);
        });
        assertThat(Seen.says(robot, "Line 2, column 3: no")).isTrue();
        robot.interact(view::clearError);
        assertThat(Seen.says(robot, "Line 2, column 3: no")).isFalse();
    }

    @Test
    void aLongTextIsReadByTheLine() {
        var views = new ArrayList<FlowJsonView>();
        robot.interact(() -> views.add(new FlowJsonView(texts, told::add)));
        var view = views.getFirst();
        open(view);
        var line = "{\"type\": \"talk\"},\n";
        var text = line.repeat(10_000_000 / line.length());
        robot.interact(() -> view.show(text));
        assertThat(view.text()).isSameAs(text);
        assertThat(view.lookupAll(".line-number")).hasSizeBetween(10, 100);
        robot.interact(() -> {
            view.showError(100_000, 1, "no");
            view.goToError();
        });
        robot.interact(() -> assertThat(view.lookupAll(".line-number").stream().map(node -> ((Label) node).getText()))
                .contains("100000"));
        robot.interact(() -> view.show("[]"));
        assertThat(((TextArea) view.lookup(".text-area")).getText()).isEqualTo("[]");
        assertThat(told).isEmpty();
    }

    @Test
    void aTestCallAsksForKeysAndTellsItsEnd() {
        var panes = new ArrayList<TestCallPane>();
        robot.interact(() -> panes.add(new TestCallPane(
                texts,
                FlowSamples.JSON,
                FlowSamples::menuCall,
                id -> id.equals(FlowSamples.RENEWALS) ? "Renewals" : "",
                Instant.parse("2026-05-12T10:42:18Z"),
                (passed, current) -> told.add(passed + " at " + current),
                () -> told.add("closed"))));
        open(panes.getFirst());
        press("Start");
        press("Run to the end");
        assertThat(told).endsWith("[0, 1, 2] at 2");
        assertThat(Seen.says(robot, "“Good morning Ilse Hartmann. Press 1 for an advisor.”"))
                .isTrue();
        press("Key 1");
        assertThat(told).endsWith("[0, 1, 2, 3, 4] at 4");
        assertThat(Seen.says(robot, "The call waits in the queue Renewals for an agent"))
                .isTrue();
        assertThat(Seen.says(robot, "Pressed 1")).isTrue();
        press("Restart");
        press("Run to the end");
        press("No key");
        assertThat(Seen.says(robot, "The flow ended")).isTrue();
        assertThat(Seen.says(robot, "Skipped: cannot run here")).isTrue();
        press("Close the test call");
        assertThat(told).endsWith("[] at -1", "closed");
    }

    private void press(String words) {
        robot.interact(() -> robot.lookup((Node node) -> node instanceof Button button
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText())))
                .<Button>query()
                .fire());
    }
}
