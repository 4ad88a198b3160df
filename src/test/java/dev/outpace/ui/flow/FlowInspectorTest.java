package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.OptionKind;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ReferencePicker;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.theme.Theme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FlowInspectorTest {
    /** One for all tests: making it takes longer than most of them. */
    private static @Nullable Stage window;

    private final FxRobot robot = new FxRobot();
    private final DialogLayer dialogs = new DialogLayer();
    private final List<InspectorEdit> edits = new ArrayList<>();
    private @Nullable FlowInspector inspector;
    private @Nullable Action shown;

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
        interact(() -> {
            var made = new FlowInspector(FlowSamples.sources(dialogs), this::take);
            inspector = made;
            var stage = Objects.requireNonNull(window);
            UiRig.put(stage, new Scene(new StackPane(made, dialogs), 380, 900));
            stage.show();
        });
    }

    /** As a pulse does afterwards, without the wait for one. */
    private void interact(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            action.run();
            var root = Objects.requireNonNull(window).getScene().getRoot();
            root.applyCss();
            root.layout();
        });
    }

    /** As the tab does: what was emitted is shown again. */
    private void take(InspectorEdit edit) {
        edits.add(edit);
        switch (edit) {
            case InspectorEdit.Option option -> show(option.changed());
            case InspectorEdit.Branches(var changed) -> show(changed);
            default -> {}
        }
    }

    private void show(Action action, Problem... problems) {
        shown = action;
        Objects.requireNonNull(inspector).show(action, FlowSamples.around(action), 2, List.of(problems));
    }

    private void show(String type) {
        interact(() -> {
            edits.clear();
            show(FlowSamples.filled(type));
        });
    }

    private Json.Obj options() {
        return Objects.requireNonNull(shown).options();
    }

    private <N extends Node> void edit(Class<N> kind, String name, Consumer<N> change) {
        interact(() -> change.accept(
                kind.cast(robot.lookup((Node node) -> kind.isInstance(node) && name.equals(node.getAccessibleText()))
                        .query())));
    }

    private void type(String name, String text) {
        edit(TextInputControl.class, name, field -> field.setText(text));
    }

    private void press(String words) {
        interact(() -> robot.lookup((Node node) -> node instanceof Button button
                        && (words.equals(button.getText()) || words.equals(button.getAccessibleText())))
                .<Button>query()
                .fire());
    }

    private void expect(String option, String json) {
        assertThat(FlowSamples.JSON.write(Objects.requireNonNullElse(options().get(option), new Json.Null())))
                .as(option)
                .isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void everyTypeIsShownWithARowForEachOption() {
        interact(() -> {
            var pane = Objects.requireNonNull(inspector);
            new Theme(Theme.Mode.LIGHT).install(pane.getScene());
            var dressed = EnumSet.noneOf(OptionKind.class);
            for (var type : ActionType.values()) {
                show(FlowSamples.filled(type.published()));
                // Once for each kind of editor: it takes longer than all the rest.
                if (dressed.addAll(type.options().stream().map(OptionSpec::kind).toList())) {
                    pane.applyCss();
                }
                assertThat(pane.lookupAll(".option-row")).hasSameSizeAs(type.options());
                assertThat(edits).as(type.published()).isEmpty();
            }
        });
    }

    @Test
    void textsAndChoicesAreEmittedAsJson() {
        show("talk");
        type("Text", "Hello");
        expect("text", "'Hello'");
        type("Voice", "");
        expect("voice_id", "null");
        edit(ComboBox.class, "Language", box -> box.getEditor().setText("de-DE"));
        expect("language", "'de-DE'");
        edit(SegmentedControl.class, "Gender", FlowInspectorTest::chooseMale);
        expect("gender", "'male'");
        edit(CheckBox.class, "Continue while speaking", box -> box.setSelected(true));
        expect("async", "true");
        expect("speed", "2");
        assertThat(edits).hasSize(5).allMatch(InspectorEdit.Option.class::isInstance);
    }

    @SuppressWarnings("unchecked")
    private static void chooseMale(SegmentedControl<?> segments) {
        ((SegmentedControl<String>) segments).setValue("male");
    }

    @Test
    void timesAreEmittedInTheUnitOfTheFile() {
        show("digits_receive");
        type("Wait for keys", "2,5");
        expect("duration", "2500");
        type("Wait for keys", "soon");
        expect("duration", "2500");
        assertThat(Seen.errors(robot)).contains("Not a time: the last valid one is used");
        type("Keys that end it", "*");
        expect("key", "'*'");
        press("Clear Number of keys");
        expect("length", "null");
        press("More Number of keys");
        expect("length", "1");

        show("recording_start");
        type("At most", "3");
        expect("duration", "3");
    }

    @Test
    void conditionsAreEmittedAndSaidInWords() {
        show("condition_datetime");
        assertThat(Seen.words(robot, ".condition-sentence").getFirst()).startsWith("True while 8 ≥ the hour now");
        edit(ComboBox.class, "Hour", box -> box.getSelectionModel().select(2));
        expect("hour", "0");
        edit(ToggleButton.class, "Sunday", day -> day.setSelected(true));
        edit(ToggleButton.class, "Friday", day -> day.setSelected(false));
        expect("weekdays", "[0,1,2,3,4]");

        show("condition_variable");
        assertThat(Seen.words(robot, ".condition-sentence"))
                .containsExactly("True when the number ${target.data.age} is greater than 5");
        type("Number", "6.5");
        expect("value_number", "6.5");
        type("Variable", "${x}");
        assertThat(Seen.words(robot, ".condition-sentence"))
                .containsExactly("True when the number ${x} is greater than 6.5");
    }

    @Test
    void listsAndAddressesAreEmittedWhole() {
        show("play");
        press("Remove from Files: 1");
        press("Add file");
        expect("stream_urls", "['https://example.com/b.wav','']");

        show("connect");
        press("Remove from To: 2");
        edit(AddressFields.class, "From", fields -> ((TextField) fields.lookup(".text-field")).setText("+12125550109"));
        expect("source", "{'type':'tel','target':'+12125550109'}");
        expect("destinations", "[{'type':'tel','target':'+12125550102','name':'Desk'}]");

        show("email_send");
        type("Type of the attachment", "");
        expect("attachments", "[{'reference_type':'','reference_id':'" + FlowSamples.OTHER + "'}]");
    }

    @Test
    void referencesArePickedOrTyped() {
        show("queue_join");
        edit(ReferencePicker.class, "Queue", picker -> picker.setValue(FlowSamples.OTHER));
        expect("queue_id", "'" + FlowSamples.OTHER + "'");
        press("Clear Queue");
        expect("queue_id", "null");

        show("conference_join");
        type("Id of the conference", "12");
        assertThat(Seen.errors(robot)).anyMatch(words -> words.startsWith("An id has the form"));
        type("Id of the conference", "${conference}");
        assertThat(Seen.errors(robot)).isEmpty();
        expect("conference_id", "'${conference}'");
    }

    @Test
    void branchesAreAddedRenamedAndLed() {
        show("branch");
        press("Add value");
        expect("target_ids", "{'1':'" + FlowSamples.id(4) + "','2':'','3':'" + Ids.NIL + "'}");
        interact(() -> robot.lookup((Node node) -> node instanceof TextField field
                        && "Value".equals(field.getAccessibleText())
                        && "3".equals(field.getText()))
                .<TextField>query()
                .setText("2"));
        assertThat(Seen.errors(robot)).containsExactly("The value 2 already exists");
        press("Remove the value 2");
        expect("target_ids", "{'1':'" + FlowSamples.id(4) + "','3':'" + Ids.NIL + "'}");
        edits.clear();
        edit(TargetPicker.class, "Target of the value 1", picker -> picker.setValue(5));
        edit(TargetPicker.class, "Any other value", picker -> picker.setValue(TargetPicker.NOWHERE));
        assertThat(edits)
                .containsExactly(
                        new InspectorEdit.Connect(Port.branch("1"), 5),
                        new InspectorEdit.Connect(Port.DEFAULT, TargetPicker.NOWHERE));
    }

    @Test
    void portsAreConnectedAndHeadButtonsWork() {
        show("goto");
        edit(TargetPicker.class, "Jump to", picker -> picker.setValue(3));
        edit(TargetPicker.class, "When the count is used up", picker -> picker.setValue(4));
        press("Duplicate the action");
        press("Delete the action");
        assertThat(edits)
                .containsExactly(
                        new InspectorEdit.Connect(Port.JUMP, 3),
                        new InspectorEdit.Connect(Port.NEXT, 4),
                        new InspectorEdit.Duplicate(),
                        new InspectorEdit.Delete());
    }

    @Test
    void aNestedFlowIsTakenOverAsJson() {
        show("call");
        press("Edit…");
        interact(() -> ((TextArea) robot.lookup(".nested-dialog .text-area").query()).setText("[{]"));
        press("Apply");
        assertThat(dialogs.isShowing()).isTrue();
        interact(
                () -> ((TextArea) robot.lookup(".nested-dialog .text-area").query()).setText("[{\"type\": \"stop\"}]"));
        press("Apply");
        assertThat(dialogs.isShowing()).isFalse();
        expect("actions", "[{'type':'stop'}]");
    }

    @Test
    void whatTheCatalogueDoesntKnowIsKept() {
        interact(() -> show(FlowSamples.action(3, "made_up", "{'a': [1]}")));
        assertThat(Seen.says(robot, "Unknown action, kept as it is")).isTrue();

        interact(() -> show(FlowSamples.action(3, "sleep", "{'duration': 'long', 'more': true}")));
        assertThat(robot.lookup(".kept-value").queryAll()).hasSize(2);
        press("Remove the option duration");
        expect("duration", "null");
        expect("more", "true");
        type("Duration", "2");
        expect("duration", "2000");
    }

    @Test
    void aProblemStandsUnderItsFieldAndNowhereElse() {
        interact(() -> show(
                FlowSamples.filled("queue_join"),
                Problem.error("flow.missing_option", "actions[2].option.queue_id", "queue_id"),
                Problem.warning("flow.unreachable", "actions[2]")));
        assertThat(Seen.errors(robot)).containsExactly("The option queue_id is missing.");
        assertThat(Objects.requireNonNull(inspector).lookupAll(".icon-word").stream()
                        .map(node -> ((Label) node).getText()))
                .containsExactly("No path from the first action leads here.");
    }

    @Test
    void typingKeepsCaretAndHalfANumber() {
        show("digits_receive");
        robot.clickOn(Seen.field(robot, "Wait for keys"));
        interact(() -> ((TextField) Seen.field(robot, "Wait for keys")).setText(""));
        robot.write("1.50");
        assertThat(((TextField) Seen.field(robot, "Wait for keys")).getText()).isEqualTo("1.50");
        assertThat(Seen.field(robot, "Wait for keys").isFocused()).isTrue();
        expect("duration", "1500");
    }

    @Test
    void aLargeFlowIsShownWithoutWait() {
        var large = FlowSamples.large(5_000);
        interact(() -> Objects.requireNonNull(inspector).show(large.actions().get(7), large, 7, List.of()));
        interact(() -> assertThat(robot.lookup(".target-picker")
                        .<ComboBox<Integer>>query()
                        .getItems())
                .hasSize(5_002));
        interact(() -> Objects.requireNonNull(inspector).show(null, new FlowGraph(List.of()), -1, List.of()));
        assertThat(Seen.says(robot, "No action selected")).isTrue();
    }
}
