package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.model.Action;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The panes around an empty canvas, to look at: F8 shows the next type, F9 the other theme, F7 the JSON, F6 a test call. */
public final class FlowPanesPreview extends Application {
    private static final List<String> TYPES = List.of(
            "talk",
            "branch",
            "condition_datetime",
            "condition_variable",
            "digits_receive",
            "goto",
            "queue_join",
            "connect",
            "play",
            "call",
            "email_send",
            "hangup",
            "recording_start",
            "fetch_flow",
            "made_up");

    private final DialogLayer dialogs = new DialogLayer();
    private final Label log = new Label();
    private final BorderPane panes = new BorderPane();
    private List<Action> actions = List.of();
    private FlowInspector inspector = new FlowInspector(FlowSamples.sources(dialogs), this::take);
    private int type;

    @Override
    public void start(Stage stage) {
        var texts = FlowSamples.texts();
        var drag = new PaletteDrag() {
            @Override
            public void moved(ActionType moved, double x, double y) {
                log.setText("moved " + moved + " " + x + " " + y);
            }

            @Override
            public void dropped(ActionType dropped, double x, double y) {
                log.setText("dropped " + dropped);
            }

            @Override
            public void cancelled() {
                log.setText("cancelled");
            }
        };
        var problems = new ProblemPane(texts, index -> log.setText("go to " + index));
        problems.show(problems(), index -> actions.get(index % actions.size()).type(), false);
        var json = new FlowJsonView(texts, text -> log.setText("edited " + text.length()));
        json.show(
                IntStream.range(0, 60).mapToObj(i -> "  \"line " + i + "\": {}").reduce("{", (a, b) -> a + "\n" + b));
        json.showError(5, 3, "a comma is missing");
        var testCall = new TestCallPane(
                texts,
                FlowSamples.JSON,
                FlowSamples::menuCall,
                _ -> "Renewals",
                Instant.parse("2026-05-12T10:42:18Z"),
                (passed, current) -> log.setText("light " + passed + " " + current),
                () -> panes.setRight(inspector));
        panes.setLeft(new FlowPalette(texts, added -> log.setText("add " + added), drag));
        panes.setCenter(log);
        panes.setBottom(problems);
        panes.setRight(inspector);
        show();
        var scene = new Scene(new StackPane(panes, dialogs), 1440, 900);
        var theme = new Theme(Theme.Mode.LIGHT);
        theme.install(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case F8 -> {
                    type = (type + 1) % TYPES.size();
                    show();
                }
                case F9 -> theme.setMode(theme.getMode().other());
                case F7 -> panes.setCenter(json);
                case F6 -> panes.setRight(testCall);
                default -> {}
            }
        });
        stage.setScene(scene);
        stage.setTitle("Outpace panes");
        stage.show();
    }

    private List<Problem> problems() {
        var all = new ArrayList<Problem>();
        all.add(Problem.error("flow.no_default", "actions[2]"));
        all.add(Problem.warning("flow.unreachable", "actions[2].option.text"));
        all.add(Problem.error("flow.missing_option", "actions[2].option.queue_id"));
        all.add(Problem.warning("flow.missing_option", "actions[4].option.duration"));
        return all;
    }

    private void show() {
        var name = TYPES.get(type);
        var shown = name.equals("made_up")
                ? FlowSamples.action(3, name, "{'a': [1, 2], 'b': 'text'}")
                : FlowSamples.filled(name);
        actions = FlowSamples.around(shown).actions();
        reshow();
    }

    private void reshow() {
        inspector.show(actions.get(2), new FlowGraph(actions), 2, problems().subList(0, 3));
    }

    private void take(InspectorEdit edit) {
        log.setText(edit.toString());
        if (edit instanceof InspectorEdit.Option option) {
            replace(option.changed());
        } else if (edit instanceof InspectorEdit.Branches(var changed)) {
            replace(changed);
        }
    }

    private void replace(Action changed) {
        var now = new ArrayList<>(actions);
        now.set(2, changed);
        actions = now;
        reshow();
    }
}
