package dev.outpace.bench;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.flow.FlowDesk;
import dev.outpace.ui.flow.FlowEditor;
import dev.outpace.ui.flow.FlowPlaces;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.theme.Theme;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A flow of 5,000 actions in the editor: until it lies there, and how long the FX thread is busy while it is moved. */
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FlowCanvasBench {
    private static final int ACTIONS = 5_000;
    private static final int STEPS = 300;
    private static final int OPENINGS = 5;
    private static final int EDITS = 40;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void fiveThousandActions(FxRobot robot) throws IOException, InterruptedException {
        var openings = new Samples();
        for (int i = -1; i < OPENINGS; i++) {
            var opened = open(robot);
            if (i >= 0) {
                openings.add(opened.laidOut() - opened.begun());
            }
            robot.interact(opened.rig()::close);
        }
        var desk = open(robot);
        pan(desk);
        var actual = pan(desk);
        robot.interact(() -> zoomOut(desk));
        pan(desk);
        var small = pan(desk);
        var edits = edit(desk);
        var checks = check(desk);
        robot.interact(desk.rig()::close);
        new Table(7, "A flow of 5,000 actions in the editor", "", "median", "p95", "longest")
                .row("opened until laid out, " + OPENINGS + " times", cells(openings))
                .row("pulse while it is moved " + STEPS + " steps, 100 %", cells(actual))
                .row("the same at the smallest zoom", cells(small))
                .row("pulse of a typed letter, inspector and canvas", cells(edits))
                .row("the check of the whole flow", cells(checks))
                .write();
    }

    /** Its median, 95th percentile and longest, as cells of one row. */
    private static String cells(Samples samples) {
        return samples.cell(.5) + " | " + samples.cell(.95) + " | " + samples.cell(1);
    }

    /** @param laidOut when the cards lie where they stay, in nanoseconds as {@code begun} */
    private record Opened(UiRig rig, FlowEditor editor, FlowDesk desk, Campaign campaign, long begun, long laidOut) {}

    private Opened open(FxRobot robot) throws InterruptedException {
        var campaign =
                Facts.campaign(1, "Five thousand", Ids.NIL, Ids.NIL, Ids.NIL).withActions(mixed());
        var made = new ArrayList<Opened>();
        robot.interact(() -> {
            var rig = new UiRig();
            long begun = System.nanoTime();
            var editor = new FlowEditor(rig.texts, UUID::randomUUID);
            var desk = new FlowDesk(
                    editor,
                    new FlowDesk.Parts(
                            rig.texts,
                            rig.live,
                            rig.tasks,
                            new JacksonJson(),
                            rig.dialogs,
                            Clock.systemUTC(),
                            () -> campaign.withActions(editor.actions()),
                            _ -> {}));
            var pane = new BorderPane(desk.canvas(), null, desk.side(), desk.problems(), desk.palette());
            var scene = new Scene(rig.framed(pane), 1440, 900);
            new Theme(Theme.Mode.LIGHT).install(scene);
            stage.setScene(scene);
            stage.show();
            editor.open(campaign.actions(), FlowPlaces.NONE);
            desk.placeFirst();
            editor.setProblems(rig.workspace.campaigns().check(campaign));
            made.add(new Opened(rig, editor, desk, campaign, begun, 0));
        });
        var opened = made.getFirst();
        UiRig.waitFor(opened.editor()::isPlaced);
        everyPulse(1, _ -> {});
        return new Opened(opened.rig(), opened.editor(), opened.desk(), campaign, opened.begun(), System.nanoTime());
    }

    private static Samples pan(Opened opened) throws InterruptedException {
        var canvas = opened.desk().canvas();
        Platform.runLater(() -> mouse(canvas, MouseEvent.MOUSE_PRESSED, 500, 400));
        var samples = everyPulse(STEPS, step -> {
            double along = step % 100;
            mouse(
                    canvas,
                    MouseEvent.MOUSE_DRAGGED,
                    500 - (step / 100 % 2 == 0 ? along : 100 - along) * 3,
                    400 - step * 23);
        });
        Platform.runLater(() -> mouse(canvas, MouseEvent.MOUSE_RELEASED, 500, 400));
        return samples;
    }

    private static void mouse(Node node, javafx.event.EventType<MouseEvent> type, double x, double y) {
        var at = new Point2D(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        var screen = node.localToScreen(at);
        node.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.MIDDLE,
                1,
                false,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                null));
    }

    private static void zoomOut(Opened opened) {
        var canvas = opened.desk().canvas();
        for (int i = 0; i < 60; i++) {
            canvas.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    500,
                    400,
                    500,
                    400,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    0,
                    -40,
                    0,
                    -40,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        }
    }

    /** What a typed letter asks for: another option, told to canvas, inspector and problems. */
    private static Samples edit(Opened opened) throws InterruptedException {
        var editor = opened.editor();
        Platform.runLater(() -> editor.selectIndex(0));
        return everyPulse(EDITS, step -> {
            var action = editor.actions().getFirst();
            editor.replace(
                    0,
                    action.withOption(action.options().with("text", new Json.Text("Good morning" + "!".repeat(step)))),
                    "text");
        });
    }

    private static Samples check(Opened opened) {
        var samples = new Samples();
        var campaigns = opened.rig().workspace.campaigns();
        for (int i = -EDITS; i < EDITS; i++) {
            long begun = System.nanoTime();
            campaigns.check(opened.campaign());
            if (i >= 0) {
                samples.add(System.nanoTime() - begun);
            }
        }
        return samples;
    }

    /** Does something in each pulse; the samples last until the FX thread is free again, the wait for the renderer included. */
    private static Samples everyPulse(int count, IntConsumer step) throws InterruptedException {
        var samples = new Samples();
        var done = new CountDownLatch(count);
        Platform.runLater(() -> new AnimationTimer() {
            private int steps;

            @Override
            public void handle(long now) {
                if (steps == count) {
                    stop();
                    return;
                }
                long begun = System.nanoTime();
                step.accept(steps++);
                Platform.runLater(() -> {
                    samples.add(System.nanoTime() - begun);
                    done.countDown();
                });
            }
        }.start());
        if (!done.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the pulses did not come");
        }
        return samples;
    }

    /** A chain with branches, conditions and counted jumps back, and no places. */
    private static List<Action> mixed() {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < ACTIONS; i++) {
            actions.add(mixed(i));
        }
        return actions;
    }

    private static Action mixed(int i) {
        return switch (i % 10) {
            case 3 -> action(i, "digits_receive", Json.Obj.EMPTY.with("length", number(1)));
            case 4 ->
                action(
                        i,
                        "branch",
                        Json.Obj.EMPTY
                                .with(
                                        "target_ids",
                                        Json.Obj.EMPTY.with("1", to(i + 2)).with("2", to(i + 5)))
                                .with("default_target_id", to(i + 1)));
            case 6 ->
                action(
                        i,
                        "condition_variable",
                        Json.Obj.EMPTY
                                .with("variable", new Json.Text("${target.name}"))
                                .with("condition", new Json.Text("=="))
                                .with("value_type", new Json.Text("string"))
                                .with("false_target_id", to(i + 3)));
            case 8 ->
                action(i, "goto", Json.Obj.EMPTY.with("target_id", to(i - 7)).with("loop_count", number(2)));
            default -> action(i, "talk", Json.Obj.EMPTY.with("text", new Json.Text("Good morning, number " + i)));
        };
    }

    private static Action action(int i, String type, Json.Obj options) {
        return new Action(Facts.id(i + 1), Ids.NIL, type, options, Json.Obj.EMPTY);
    }

    private static Json to(int i) {
        return new Json.Text(Facts.id(Math.clamp(i, 0, ACTIONS - 1) + 1).toString());
    }

    private static Json.Num number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
