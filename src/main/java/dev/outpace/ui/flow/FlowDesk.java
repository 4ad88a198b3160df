package dev.outpace.ui.flow;

import dev.outpace.model.FlowCounts;
import dev.outpace.model.JsonText;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The parts of the editor of one flow, for the screen to lay out: they know each other here and nowhere else. */
public final class FlowDesk {
    private final FlowEditor editor;
    private final FlowCanvas canvas;
    private final FlowArranging arranging;
    private final StackPane palette = place("flowPalette");
    private final StackPane problems = place("flowProblems");
    private final StackPane json = place("flowJson");
    private final StackPane testCall = place("flowTestCall");

    /** @param queueName null for a queue that isn't there */
    public record Parts(
            FlowEditor editor, Texts texts, Tasks tasks, JsonText json, Function<UUID, @Nullable String> queueName) {}

    public FlowDesk(Parts parts) {
        editor = parts.editor();
        var clipboard = new ActionsJson(parts.json());
        canvas = new FlowCanvas(
                new FlowCanvas.Parts(editor, parts.texts(), parts.queueName(), clipboard::write, clipboard::read));
        canvas.setId("flowCanvas");
        arranging = new FlowArranging(editor, parts.tasks());
    }

    private static StackPane place(String id) {
        var place = new StackPane();
        place.setId(id);
        return place;
    }

    /** @param action Enter on a card */
    public void setOnEnter(Runnable action) {
        canvas.setOnEnter(action);
    }

    public FlowEditor editor() {
        return editor;
    }

    public Node canvas() {
        return canvas;
    }

    public Node palette() {
        return palette;
    }

    public Node problems() {
        return problems;
    }

    public Node json() {
        return json;
    }

    public Node testCall() {
        return testCall;
    }

    /** Places for a flow that came without. */
    public void placeFirst() {
        arranging.first();
    }

    public void arrange() {
        arranging.arrange(canvas::frame);
    }

    public void showCounts(FlowCounts counts) {
        canvas.showCounts(counts);
    }
}
