package dev.outpace.ui.forms;

import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The frame of a form over the window: title, fields, what is wrong with the whole, Cancel and Save. Enter in a field or
 * Ctrl+S saves, Escape cancels. It stays open until the order went through, so that a refused form keeps what was typed.
 */
public final class FormDialog extends VBox {

    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final DiscardQuestion question;
    private final IconWord message = new IconWord();
    private final Button cancel = new Button();
    private final Button save = new Button();
    private final ProblemWords words = new ProblemWords();
    private Map<String, FormField> fields = Map.of();
    private BooleanSupplier changed = () -> false;
    private Runnable closed = () -> {};

    public FormDialog(Texts texts, Tasks tasks, DialogLayer dialogs, String title, Parent content) {

        this.tasks = tasks;
        this.dialogs = dialogs;
        question = new DiscardQuestion(texts, dialogs);
        getStyleClass().add("form-dialog");
        var titleLabel = new Label(title);
        CutText.tell(titleLabel);
        titleLabel.getStyleClass().add("pane-title");
        var scroll = new FormScroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        cancel.setText(texts.get("control.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> leave());
        save.setText(texts.get("control.save"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getStyleClass().add("primary");
        save.setDefaultButton(true);
        var buttons = new HBox(8, message, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.SAVE.matches(event)) {
                event.consume();
                save.fire();
            }
        });
        getChildren().addAll(titleLabel, scroll, buttons);
        setAccessibleText(title);
    }

    /** "Add target" in place of "Save". */
    public void setSaveText(String text) {
        save.setText(text);
    }

    /** What the problems' places name; a problem of another place is told beside the buttons. */
    public void setFields(Map<String, FormField> byPlace) {
        fields = Map.copyOf(byPlace);
    }

    /** Asked when the form is cancelled: what was typed is not thrown away without a question. */
    public void setChanged(BooleanSupplier hasChanges) {
        changed = hasChanges;
    }

    public void setOnSave(Runnable action) {
        save.setOnAction(event -> action.run());
    }

    /** @param focus the field that has the focus first */
    public void open(Node focus) {
        dialogs.open(this, focus, this::leave);
        // Only its skin puts the fields into the scroll pane, and with it into the window.
        applyCss();
        focus.requestFocus();
    }

    public void close() {
        dialogs.close(this);
        closed.run();
    }

    /** Runs when it was closed, whichever way. */
    public void setOnClosed(Runnable action) {
        closed = action;
    }

    /** Whether Save can be pressed. */
    public void setSavable(boolean savable) {
        save.setDisable(!savable);
    }

    private void leave() {
        if (!changed.getAsBoolean()) {
            close();
            return;
        }
        question.ask(this::close);
    }

    /** Waits for the answer with Save off; {@code done} runs when it went through, and the form is closed by then. */
    public void await(CompletionStage<Answer> order, Runnable done) {
        save.setDisable(true);
        tasks.onFx(
                order,
                answer -> {
                    save.setDisable(false);
                    if (answer instanceof Answer.Done) {
                        close();
                        done.run();
                    } else {
                        show(answer.problems());
                    }
                },
                failure -> save.setDisable(false));
    }

    /** Tells each problem under its field, and goes to the first; none takes all back. */
    public void show(List<Problem> problems) {
        fields.values().forEach(field -> field.setError(""));
        problems.stream()
                .filter(problem -> fields.containsKey(problem.place()))
                .forEach(problem -> field(problem).setError(words.sentence(problem)));
        var others = problems.stream()
                .filter(problem -> !fields.containsKey(problem.place()))
                .map(words::sentence)
                .collect(Collectors.joining(" "));
        if (others.isEmpty()) {
            message.clear();
        } else {
            message.show(Looks.of(Severity.ERROR), others);
        }
        problems.stream()
                .filter(problem -> fields.containsKey(problem.place()))
                .findFirst()
                .map(this::field)
                .ifPresent(FormField::focusContent);
    }

    private FormField field(Problem problem) {
        return Objects.requireNonNull(fields.get(problem.place()));
    }
}
