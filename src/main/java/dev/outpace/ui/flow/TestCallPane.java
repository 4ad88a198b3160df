package dev.outpace.ui.flow;

import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.ui.controls.FocusOrder;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A test call in place of the inspector: the caller first, then the call step by step. No telephony takes part. */
final class TestCallPane extends VBox {

    /** Shows on the canvas how far the call came. */
    interface Lights {
        /**
         * @param passed indexes of actions in the order of the call; one may stand there more than once
         * @param current the last of them; -1 for none
         */
        void light(List<Integer> passed, int current);
    }

    private final Texts texts;
    private final TestCallRun run;
    private final Lights lights;
    private final CallerForm caller;
    private final KeyEntry keys;
    private final TestCallLists lists;
    private final Button start = new Button();
    private final Button step = new Button();
    private final Button runOn = new Button();
    private final Button settings = new Button();
    private final FontIcon fold = new FontIcon();
    /** Whether it goes on to the end once keys are pressed. */
    private boolean toTheEnd;

    /**
     * @param calls makes a test call of the flow as it is now
     * @param queues the name of a queue; empty for one that isn't there
     * @param now what the call's time is at first
     * @param closed the inspector comes back
     */
    TestCallPane(
            Texts texts,
            JsonText json,
            Function<Caller, Result> calls,
            Function<UUID, String> queues,
            Instant now,
            Lights lights,
            Runnable closed) {
        this.texts = texts;
        this.lights = lights;
        run = new TestCallRun(calls);
        caller = new CallerForm(texts, json, now);
        keys = new KeyEntry(texts, this::press);
        lists = new TestCallLists(texts, new TestCallWords(texts, queues));
        getStyleClass().add("test-call-pane");
        setAccessibleText(texts.get("testCall.title"));
        for (var hidden : List.of(caller, keys, lists)) {
            hidden.managedProperty().bind(hidden.visibleProperty());
        }
        settings.setText(texts.get("testCall.caller"));
        settings.setGraphic(fold);
        settings.getStyleClass().addAll("flat", "small", "caller-fold");
        settings.setOnAction(_ -> showSettings(!caller.isVisible()));
        var content = new VBox(12, keys, settings, caller, lists);
        content.getStyleClass().add("test-call-content");
        var scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("form-scroll", "inspector-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(closed), buttons(), scroll);
        showSettings(true);
        tell();
    }

    private HBox head(Runnable closed) {
        var title = new Label(texts.get("testCall.title"));
        title.getStyleClass().add("card-title");
        var note = new Label(texts.get("testCall.note"));
        note.getStyleClass().add("second-line");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        var names = new VBox(2, title, note);
        HBox.setHgrow(names, Priority.ALWAYS);
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(texts.get("testCall.close"));
        close.setTooltip(new Tooltip(texts.get("testCall.close")));
        close.setOnAction(_ -> {
            lights.light(List.of(), -1);
            closed.run();
        });
        var head = new HBox(8, names, close);
        head.getStyleClass().add("inspector-head");
        return head;
    }

    private FlowPane buttons() {
        start.getStyleClass().add("primary");
        start.setOnAction(_ -> start());
        step.setText(texts.get("testCall.step"));
        step.setOnAction(_ -> goOn(false));
        runOn.setText(texts.get("testCall.runOn"));
        runOn.setOnAction(_ -> goOn(true));
        for (var button : List.of(start, step, runOn)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("small");
        }
        var line = new FlowPane(8, 8, start, step, runOn);
        line.getStyleClass().add("test-buttons");
        return line;
    }

    /** Begins anew, as when the flow was changed meanwhile; the keys are asked for again. */
    void start() {
        caller.caller().ifPresent(who -> {
            run.start(who);
            showSettings(false);
            goOn(false);
        });
    }

    private void press(String pressed) {
        run.press(pressed);
        goOn(toTheEnd);
    }

    private void goOn(boolean all) {
        toTheEnd = all;
        if (all) {
            run.runOn();
        } else {
            run.step();
        }
        tell();
    }

    private void showSettings(boolean shown) {
        caller.setVisible(shown);
        fold.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        settings.setAccessibleText(texts.get(shown ? "testCall.caller.fold" : "testCall.caller.unfold"));
    }

    private void tell() {
        start.setText(texts.get(run.isStarted() ? "testCall.restart" : "testCall.start"));
        step.setDisable(!run.canStep());
        runOn.setDisable(!run.canStep());
        lists.setVisible(run.isStarted());
        lists.show(run);
        boolean asks = run.awaitsKeys();
        boolean had =
                FocusOrder.isIn(keys.getScene() == null ? null : keys.getScene().getFocusOwner(), keys);
        keys.setVisible(asks);
        if (had && !asks) {
            (run.canStep() ? step : start).requestFocus();
        }
        if (asks) {
            askKeys(run.revealed().getLast().action().options());
        }
        var passed = run.passed();
        lights.light(passed, passed.isEmpty() ? -1 : passed.getLast());
    }

    private void askKeys(Json.Obj options) {
        keys.ask(Math.max(0, options.integer("length", 0)), options.text("key", ""));
    }
}
