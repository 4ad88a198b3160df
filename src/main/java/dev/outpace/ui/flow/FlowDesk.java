package dev.outpace.ui.flow;

import dev.outpace.flow.TestCall;
import dev.outpace.model.Campaign;
import dev.outpace.model.FlowCounts;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.FlowTemplates;
import dev.outpace.workspace.FlowText;
import dev.outpace.workspace.ProblemWords;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The panes of the editor around one flow: palette, canvas, JSON, problems, and inspector or test call. */
public final class FlowDesk {
    /** Line and column, as the problem of a text tells them. */
    private static final Pattern LINE = Pattern.compile("([0-9]{1,9}):([0-9]{1,9})");

    private final FlowEditor editor;
    private final Parts parts;
    private final FlowCanvas canvas;
    private final FlowPalette palette;
    private final FlowInspector inspector;
    private final ProblemPane problems;
    private final FlowJsonView json;
    private final TestCallPane testCall;
    private final StackPane side = new StackPane();
    private final FlowArranging arranging;
    private final FlowText text = new FlowText();
    private final ProblemWords words = new ProblemWords();
    private List<Problem> ofText = List.of();
    private final PauseTransition pause = new PauseTransition(Duration.millis(200));
    private boolean jsonShown;
    private boolean readingJson;

    /**
     * What the panes are made with.
     *
     * @param draft the campaign with everything that was changed in the editor
     * @param unreadable told whether a text stands there that is no flow
     */
    public record Parts(
            Texts texts,
            LiveWorkspace live,
            Tasks tasks,
            JsonText json,
            DialogLayer dialogs,
            Clock clock,
            Supplier<Campaign> draft,
            Consumer<Boolean> unreadable) {}

    /** The flow of the test call, which edits may have left behind. */
    private FlowDocument called = FlowDocument.EMPTY;

    public FlowDesk(FlowEditor editor, Parts parts) {
        this.editor = editor;
        this.parts = parts;
        var texts = parts.texts();
        canvas = new FlowCanvas(new FlowCanvas.Parts(
                editor,
                texts,
                this::queueName,
                text::write,
                typed -> text.read(typed).whole()));
        palette = new FlowPalette(texts, editor::add, canvas.paletteDrag());
        inspector = new FlowInspector(
                FormSources.of(parts.live(), parts.draft().get().id(), texts, parts.json(), parts.dialogs()),
                editor::perform);
        problems = new ProblemPane(texts, this::goTo);
        json = new FlowJsonView(texts, this::jsonEdited);
        testCall = new TestCallPane(
                texts,
                parts.json(),
                this::call,
                id -> Optional.ofNullable(queueName(id)).orElse(""),
                parts.clock().instant(),
                (passed, _) -> canvas.light(called, passed),
                this::closeTestCall);
        arranging = new FlowArranging(editor, parts.tasks());
        canvas.setId("flowCanvas");
        canvas.setOnEnter(inspector::focusForm);
        side.getChildren().setAll(inspector);
        pause.setOnFinished(_ -> showJson());
        editor.onChange(this::changed);
        showSelected();
    }

    private @Nullable String queueName(UUID id) {
        var row = parts.live().queue(id);
        return row == null ? null : row.queue().name();
    }

    public Node palette() {
        return palette;
    }

    public FlowCanvas canvas() {
        return canvas;
    }

    /** The inspector, or in its place the test call. */
    public Node side() {
        return side;
    }

    public Node problems() {
        return problems;
    }

    public Node json() {
        return json;
    }

    /** Places for a flow that came without. */
    public void placeFirst() {
        arranging.first();
    }

    /** Lays out the flow anew, as one step. */
    public void arrange() {
        arranging.arrange(canvas::frame);
    }

    public void showCounts(FlowCounts counts) {
        canvas.showCounts(counts);
    }

    /** Whether the text is in view, and so follows the flow. */
    public void setJsonShown(boolean shown) {
        if (jsonShown && !shown) {
            json.flush();
        }
        jsonShown = shown;
        showJson();
    }

    /** Hands over what was typed and not yet told. */
    public void flush() {
        if (jsonShown) {
            json.flush();
        }
    }

    private void changed(FlowEditor.Change change) {
        switch (change) {
            case DOCUMENT -> {
                if (!readingJson) {
                    tellOfText(List.of());
                    followJson();
                }
                showSelected();
            }
            case SELECTION -> showSelected();
            case PROBLEMS -> {
                showProblems();
                showSelected();
            }
        }
    }

    private void showSelected() {
        int index = editor.selectedIndex();
        var document = editor.document();
        inspector.show(
                index < 0 ? null : document.cards().get(index).action(),
                document.graph(),
                index,
                index < 0 ? List.of() : editor.problemsOf(index));
    }

    private void showProblems() {
        var actions = editor.actions();
        problems.show(
                ofText.isEmpty() ? editor.problems() : ofText,
                index -> index < actions.size() ? actions.get(index).type() : "",
                !ofText.isEmpty());
    }

    private void goTo(int index) {
        if (!ofText.isEmpty()) {
            json.goToError();
            return;
        }
        editor.selectIndex(index);
        canvas.reveal();
        canvas.requestFocus();
    }

    /** A text too long to be edited is too long to be written for each letter that is typed elsewhere, too. */
    private void followJson() {
        if (jsonShown && json.isReadOnly()) {
            pause.playFromStart();
        } else {
            showJson();
        }
    }

    private void showJson() {
        pause.stop();
        if (jsonShown && ofText.isEmpty()) {
            json.show(text.write(editor.actions()));
        }
    }

    /** The last flow that could be read stays. */
    private void jsonEdited(String typed) {
        if (!jsonShown) {
            return;
        }
        var reading = text.read(typed);
        var wrong = reading.problems().stream().filter(Problem::isError).toList();
        readingJson = true;
        tellOfText(wrong);
        if (wrong.isEmpty()) {
            editor.setActions(reading.actions(), parts.texts().get("flowDesk.edit.json"), "json");
        }
        readingJson = false;
    }

    private void tellOfText(List<Problem> wrong) {
        if (wrong.isEmpty() && ofText.isEmpty()) {
            return;
        }
        ofText = wrong;
        parts.unreadable().accept(!wrong.isEmpty());
        showProblems();
        if (wrong.isEmpty()) {
            json.clearError();
        } else {
            var place = LINE.matcher(wrong.getFirst().place());
            boolean known = place.matches();
            json.showError(
                    known ? Integer.parseInt(place.group(1)) : 0,
                    known ? Integer.parseInt(place.group(2)) : 0,
                    known ? words.sentence(wrong.getFirst()) : words.line(wrong.getFirst()));
        }
    }

    /** Opens the test call in place of the inspector, or closes it. */
    public void toggleTestCall() {
        if (side.getChildren().contains(testCall)) {
            canvas.light(called, List.of());
            closeTestCall();
        } else {
            side.getChildren().setAll(testCall);
        }
    }

    private void closeTestCall() {
        side.getChildren().setAll(inspector);
    }

    private TestCall.Result call(TestCall.Caller caller) {
        called = editor.document();
        return new TestCall(parts.draft().get(), parts.json(), id -> {
                    var row = parts.live().campaign(id);
                    return row == null ? null : row.campaign().actions();
                })
                .run(caller);
    }

    /** Offers ready flows; the chosen one takes the place of what is there, as one step. */
    public void askTemplate() {
        flush();
        var templates = new FlowTemplates();
        var dialog = new TemplateDialog(
                parts.texts(), templates.names(), !editor.actions().isEmpty());
        parts.tasks()
                .onFx(
                        dialog.askIn(parts.dialogs()),
                        name -> name.ifPresent(chosen -> {
                            editor.begin(
                                    templates.actions(chosen), parts.texts().get("template." + chosen + ".title"));
                            canvas.fit();
                            canvas.requestFocus();
                        }));
    }
}
