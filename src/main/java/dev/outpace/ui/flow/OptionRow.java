package dev.outpace.ui.flow;

import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.FormField;
import dev.outpace.workspace.ProblemWords;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An option in the form: its label with a note at the other end, its editor, and what is wrong with it. */
final class OptionRow extends VBox {
    private final ProblemWords words = new ProblemWords();

    private final OptionEditor editor;
    private final FormField field = new FormField();
    private String problem = "";

    OptionRow(OptionEditor editor, String hint) {
        super(6);
        this.editor = editor;
        getStyleClass().add("option-row");
        var label = new Label(editor.name);
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        var note = new Label();
        note.textProperty().bind(editor.noteProperty());
        note.getStyleClass().add("option-note");
        note.setMaxWidth(Double.MAX_VALUE);
        note.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(note, Priority.ALWAYS);
        if (!editor.labelsItself()) {
            getChildren().add(new HBox(8, label, note));
        }
        field.setContent(editor.node());
        field.setHint(hint);
        getChildren().add(field);
        editor.wrongProperty().subscribe(_ -> tell());
        managedProperty().bind(visibleProperty());
    }

    OptionEditor editor() {
        return editor;
    }

    void showProblems(List<Problem> problems) {
        var own = problems.stream()
                .filter(each -> FlowCheck.optionOf(each).equals(editor.spec.name()))
                .toList();
        problem = sentences(own, true);
        field.setWarning(sentences(own, false));
        tell();
    }

    /** What was typed and is no value is told before what is wrong with the value that still counts. */
    private void tell() {
        var wrong = editor.wrongProperty().get();
        field.setError(wrong.isEmpty() ? problem : wrong);
    }

    private String sentences(List<Problem> problems, boolean errors) {
        return problems.stream()
                .filter(each -> each.isError() == errors)
                .map(words::sentence)
                .collect(Collectors.joining(" "));
    }
}
