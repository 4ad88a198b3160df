package dev.outpace.app;

import dev.outpace.ui.controls.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Leads the editor of the flow, once it is open, through states that differ in what they show. On the FX thread. */
final class EditorStates {
    /** It speaks, asks for a key, and has a branch without target. */
    private static final String FLOW = """
            [
              {"id": "00000000-0000-4000-8000-000000000001", "type": "answer"},
              {"id": "00000000-0000-4000-8000-000000000002", "type": "talk", "option": {
                "text": "Good morning ${customer.first_name}, your policy ends. Press 1 to speak with an advisor now.",
                "language": "en-GB", "gender": "female", "voice_id": "Amelia"}},
              {"id": "00000000-0000-4000-8000-000000000003", "type": "digits_receive",
                "option": {"duration": 5000, "length": 1}},
              {"id": "00000000-0000-4000-8000-000000000004", "type": "branch", "option": {
                "variable": "voipbin.call.digits",
                "target_ids": {"1": "00000000-0000-4000-8000-000000000005", "2": ""},
                "default_target_id": "00000000-0000-4000-8000-000000000006"}},
              {"id": "00000000-0000-4000-8000-000000000005", "type": "talk", "option": {"text": "One moment."}},
              {"id": "00000000-0000-4000-8000-000000000006", "type": "goto", "option": {
                "target_id": "00000000-0000-4000-8000-000000000003", "loop_count": 2}},
              {"id": "00000000-0000-4000-8000-000000000007", "type": "condition_datetime", "option": {
                "condition": ">=", "hour": 8, "minute": -1, "weekdays": [1, 2, 3, 4, 5],
                "false_target_id": "00000000-0000-4000-8000-000000000001"}}
            ]
            """;

    /** The segments of the view, in their order. */
    private static final int VISUAL = 0;

    private static final int JSON = 1;
    private static final int BOTH = 2;

    private final Parent root;
    private final Runnable settle;

    /** @param settle lays out what was opened, so that it can be found */
    EditorStates(Parent root, Runnable settle) {
        this.root = root;
        this.settle = settle;
    }

    /** By name; each begins where the one before ended, and the last leaves nothing changed. */
    Map<String, Runnable> all(Runnable openEditor) {
        var states = new LinkedHashMap<String, Runnable>();
        states.put("flow-talk", () -> {
            openEditor.run();
            settle.run();
            writeFlow();
            press(KeyCode.HOME);
            press(KeyCode.DOWN);
        });
        states.put("flow-branch", () -> {
            var problems = (ListView<?>) find("#flowProblemPlace .list-view");
            problems.getSelectionModel().selectFirst();
            Event.fireEvent(problems, key(KeyCode.ENTER));
        });
        states.put("flow-condition", () -> press(KeyCode.END));
        states.put("flow-json", () -> view(JSON));
        states.put("flow-both", () -> view(BOTH));
        states.put("flow-test-call", () -> {
            view(VISUAL);
            fire("#testCall");
            settle.run();
            fire(".test-buttons .primary");
            ((Button) find(".test-buttons").getChildrenUnmodifiable().getLast()).fire();
        });
        states.put("flow-templates", () -> fire("#templates"));
        states.put("flow-reverted", () -> {
            fire(".template-dialog .dialog-buttons .button");
            fire("#testCall");
            fire("#revert");
        });
        return states;
    }

    private void writeFlow() {
        view(JSON);
        ((TextInputControl) find("#flowJsonPlace .text-area")).setText(FLOW);
        view(VISUAL);
        settle.run();
    }

    private void view(int segment) {
        var segments = (SegmentedControl<?>) find("#view");
        ((ToggleButton) segments.getChildren().get(segment)).fire();
    }

    private void fire(String selector) {
        ((Button) find(selector)).fire();
    }

    private void press(KeyCode code) {
        Event.fireEvent(find("#flowCanvas"), key(code));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private Parent find(String selector) {
        Node found = root.lookup(selector);
        return (Parent) Objects.requireNonNull(found, selector);
    }
}
