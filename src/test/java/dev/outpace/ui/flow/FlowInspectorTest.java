package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.ui.Seen;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ReferencePicker;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.theme.Theme;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FlowInspectorTest {
    private final DialogLayer dialogs = new DialogLayer();
    private final List<InspectorEdit> edits = new ArrayList<>();
    private @Nullable FlowInspector inspector;
    private @Nullable Action shown;

    @Start
    void start(Stage stage) {
        var made = new FlowInspector(FlowSamples.sources(dialogs), this::take);
        inspector = made;
        var scene = new Scene(new StackPane(made, dialogs), 380, 900);
        stage.setScene(scene);
        stage.show();
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

    private void show(FxRobot robot, String type) {
        robot.interact(() -> {
            edits.clear();
            show(FlowSamples.filled(type));
        });
    }

    private Json.Obj options() {
        return Objects.requireNonNull(shown).options();
    }

    private <N extends Node> void edit(FxRobot robot, Class<N> kind, String name, Consumer<N> change) {
        robot.interact(() -> change.accept(
                kind.cast(robot.lookup((Node node) -> kind.isInstance(node) && name.equals(node.getAccessibleText()))
                        .query())));
    }

    private void type(FxRobot robot, String name, String text) {
        edit(robot, TextInputControl.class, name, field -> field.setText(text));
    }

    private void press(FxRobot robot, String words) {
        robot.interact(() -> robot.lookup((Node node) -> node instanceof Button button
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
    void everyTypeIsShownInBothThemes(FxRobot robot) {
        for (var mode : Theme.Mode.values()) {
            robot.interact(() -> {
                var theme = new Theme(mode);
                theme.install(Objects.requireNonNull(inspector).getScene());
                for (var type : ActionType.values()) {
                    show(FlowSamples.filled(type.published()));
                    var pane = Objects.requireNonNull(inspector);
                    pane.applyCss();
                    assertThat(pane.lookupAll(".option-row")).hasSameSizeAs(type.options());
                    assertThat(edits).as(type.published()).isEmpty();
                }
            });
        }
    }

    @Test
    void textsAndChoicesAreEmittedAsJson(FxRobot robot) {
        show(robot, "talk");
        type(robot, "Text", "Hello");
        expect("text", "'Hello'");
        type(robot, "Voice", "");
        expect("voice_id", "null");
        edit(robot, ComboBox.class, "Language", box -> box.getEditor().setText("de-DE"));
        expect("language", "'de-DE'");
        edit(robot, SegmentedControl.class, "Gender", FlowInspectorTest::chooseMale);
        expect("gender", "'male'");
        edit(robot, CheckBox.class, "Go on while the text is spoken", box -> box.setSelected(true));
        expect("async", "true");
        expect("speed", "2");
        assertThat(edits).hasSize(5).allMatch(InspectorEdit.Option.class::isInstance);
    }

    @SuppressWarnings("unchecked")
    private static void chooseMale(SegmentedControl<?> segments) {
        ((SegmentedControl<String>) segments).setValue("male");
    }

    @Test
    void timesAreEmittedInTheUnitOfTheFile(FxRobot robot) {
        show(robot, "digits_receive");
        type(robot, "Wait for keys", "2,5");
        expect("duration", "2500");
        type(robot, "Wait for keys", "soon");
        expect("duration", "2500");
        assertThat(Seen.errors(robot)).contains("Not a time: the last one still counts");
        type(robot, "Keys that end it", "*");
        expect("key", "'*'");
        press(robot, "Clear Number of keys");
        expect("length", "null");
        press(robot, "More Number of keys");
        expect("length", "1");

        show(robot, "recording_start");
        type(robot, "At most", "3");
        expect("duration", "3");
    }

    @Test
    void conditionsAreEmittedAndSaidInWords(FxRobot robot) {
        show(robot, "condition_datetime");
        assertThat(Seen.words(robot, ".condition-sentence").getFirst()).startsWith("True while 8 ≥ the hour now");
        edit(robot, ComboBox.class, "Hour", box -> box.getSelectionModel().select(2));
        expect("hour", "0");
        edit(robot, ToggleButton.class, "Sunday", day -> day.setSelected(true));
        edit(robot, ToggleButton.class, "Friday", day -> day.setSelected(false));
        expect("weekdays", "[0,1,2,3,4]");

        show(robot, "condition_variable");
        assertThat(Seen.words(robot, ".condition-sentence"))
                .containsExactly("True when the number ${target.data.age} is greater than 5");
        type(robot, "Number", "6.5");
        expect("value_number", "6.5");
        type(robot, "Variable", "${x}");
        assertThat(Seen.words(robot, ".condition-sentence"))
                .containsExactly("True when the number ${x} is greater than 6.5");
    }

    @Test
    void listsAndAddressesAreEmittedWhole(FxRobot robot) {
        show(robot, "play");
        press(robot, "Remove from Files: 1");
        press(robot, "Add file");
        expect("stream_urls", "['https://example.com/b.wav','']");

        show(robot, "connect");
        press(robot, "Remove from To: 2");
        edit(
                robot,
                AddressFields.class,
                "From",
                fields -> ((TextField) fields.lookup(".text-field")).setText("+12125550109"));
        expect("source", "{'type':'tel','target':'+12125550109'}");
        expect("destinations", "[{'type':'tel','target':'+12125550102','name':'Desk'}]");

        show(robot, "email_send");
        type(robot, "Type of the attachment", "");
        expect("attachments", "[{'reference_type':'','reference_id':'" + FlowSamples.OTHER + "'}]");
    }

    @Test
    void referencesArePickedOrTyped(FxRobot robot) {
        show(robot, "queue_join");
        edit(robot, ReferencePicker.class, "Queue", picker -> picker.setValue(FlowSamples.OTHER));
        expect("queue_id", "'" + FlowSamples.OTHER + "'");
        press(robot, "Clear Queue");
        expect("queue_id", "null");

        show(robot, "conference_join");
        type(robot, "Id of the conference", "12");
        assertThat(Seen.errors(robot)).anyMatch(words -> words.startsWith("An id has the form"));
        type(robot, "Id of the conference", "${conference}");
        assertThat(Seen.errors(robot)).isEmpty();
        expect("conference_id", "'${conference}'");
    }

    @Test
    void branchesAreAddedRenamedAndLed(FxRobot robot) {
        show(robot, "branch");
        press(robot, "Add value");
        expect("target_ids", "{'1':'" + FlowSamples.id(4) + "','2':'','3':'" + Ids.NIL + "'}");
        robot.interact(() -> robot.lookup((Node node) -> node instanceof TextField field
                        && "Value".equals(field.getAccessibleText())
                        && "3".equals(field.getText()))
                .<TextField>query()
                .setText("2"));
        assertThat(Seen.errors(robot)).containsExactly("The value 2 is there already");
        press(robot, "Remove the value 2");
        expect("target_ids", "{'1':'" + FlowSamples.id(4) + "','3':'" + Ids.NIL + "'}");
        edits.clear();
        edit(robot, TargetPicker.class, "Target of the value 1", picker -> picker.setValue(5));
        edit(robot, TargetPicker.class, "Any other value", picker -> picker.setValue(TargetPicker.NOWHERE));
        assertThat(edits)
                .containsExactly(
                        new InspectorEdit.Connect(Port.branch("1"), 5),
                        new InspectorEdit.Connect(Port.DEFAULT, TargetPicker.NOWHERE));
    }

    @Test
    void portsAreConnectedAndHeadButtonsWork(FxRobot robot) {
        show(robot, "goto");
        edit(robot, TargetPicker.class, "Jump to", picker -> picker.setValue(3));
        edit(robot, TargetPicker.class, "When the count is used up", picker -> picker.setValue(4));
        press(robot, "Duplicate the action");
        press(robot, "Delete the action");
        assertThat(edits)
                .containsExactly(
                        new InspectorEdit.Connect(Port.JUMP, 3),
                        new InspectorEdit.Connect(Port.NEXT, 4),
                        new InspectorEdit.Duplicate(),
                        new InspectorEdit.Delete());
    }

    @Test
    void aNestedFlowIsTakenOverAsJson(FxRobot robot) {
        show(robot, "call");
        press(robot, "Edit…");
        robot.interact(
                () -> ((TextArea) robot.lookup(".nested-dialog .text-area").query()).setText("[{]"));
        press(robot, "Take over");
        assertThat(dialogs.isShowing()).isTrue();
        robot.interact(
                () -> ((TextArea) robot.lookup(".nested-dialog .text-area").query()).setText("[{\"type\": \"stop\"}]"));
        press(robot, "Take over");
        assertThat(dialogs.isShowing()).isFalse();
        expect("actions", "[{'type':'stop'}]");
    }

    @Test
    void whatTheCatalogueDoesntKnowIsKept(FxRobot robot) {
        robot.interact(() -> show(FlowSamples.action(3, "made_up", "{'a': [1]}")));
        assertThat(Seen.says(robot, "Unknown action, kept as it is")).isTrue();

        robot.interact(() -> show(FlowSamples.action(3, "sleep", "{'duration': 'long', 'more': true}")));
        assertThat(robot.lookup(".kept-value").queryAll()).hasSize(2);
        press(robot, "Remove the option duration");
        expect("duration", "null");
        expect("more", "true");
        type(robot, "Duration", "2");
        expect("duration", "2000");
    }

    @Test
    void aProblemStandsUnderItsFieldAndNowhereElse(FxRobot robot) {
        robot.interact(() -> show(
                FlowSamples.filled("queue_join"),
                Problem.error("flow.missing_option", "actions[2].option.queue_id", "queue_id"),
                Problem.warning("flow.unreachable", "actions[2]")));
        assertThat(Seen.errors(robot)).containsExactly("The option queue_id is missing.");
        assertThat(Objects.requireNonNull(inspector).lookupAll(".icon-word").stream()
                        .map(node -> ((Label) node).getText()))
                .containsExactly("No way from the first action leads here.");
    }

    @Test
    void typingKeepsCaretAndHalfANumber(FxRobot robot) {
        show(robot, "digits_receive");
        robot.clickOn(Seen.field(robot, "Wait for keys"));
        robot.interact(() -> ((TextField) Seen.field(robot, "Wait for keys")).setText(""));
        robot.write("1.50");
        assertThat(((TextField) Seen.field(robot, "Wait for keys")).getText()).isEqualTo("1.50");
        assertThat(Seen.field(robot, "Wait for keys").isFocused()).isTrue();
        expect("duration", "1500");
    }

    @Test
    void aLargeFlowIsShownWithoutWait(FxRobot robot) {
        var large = FlowSamples.large(5_000);
        robot.interact(
                () -> Objects.requireNonNull(inspector).show(large.actions().get(7), large, 7, List.of()));
        robot.interact(() -> assertThat(robot.lookup(".target-picker")
                        .<ComboBox<Integer>>query()
                        .getItems())
                .hasSize(5_002));
        robot.interact(() -> Objects.requireNonNull(inspector).show(null, new FlowGraph(List.of()), -1, List.of()));
        assertThat(Seen.says(robot, "No action selected")).isTrue();
    }
}
