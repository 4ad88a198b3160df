package dev.outpace.ui.settings;

import dev.outpace.model.Problem;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.TextField;

/** The entries of the page of the telephony, wherever its cards have them: they show what is being edited, and edit it. */
final class TelephonyForm {
    private final Texts texts;
    private final TelephonyDraft draft;
    private final Runnable changed;
    private final ProblemWords words = new ProblemWords();
    private final Map<TelephonyField, FormField> fields = new EnumMap<>(TelephonyField.class);
    private final Map<TelephonyField, TextField> inputs = new EnumMap<>(TelephonyField.class);
    private final List<Runnable> others = new ArrayList<>();
    /** Until the first values are shown, nothing that is heard was typed. */
    private boolean showing = true;

    /** @param changed runs after each edit */
    TelephonyForm(Texts texts, TelephonyDraft draft, Runnable changed) {
        this.texts = texts;
        this.draft = draft;
        this.changed = changed;
    }

    TelephonyDraft draft() {
        return draft;
    }

    void entry(TelephonyField entry, FormField field, TextField input) {
        fields.put(entry, field);
        inputs.put(entry, input);
        field.setLabel(texts.get(entry.textKey()));
        input.textProperty().subscribe(text -> edit(() -> draft.type(entry, text)));
    }

    /** @param show puts what is being edited into controls that are no entries */
    void alsoShows(Runnable show) {
        others.add(show);
    }

    /** What a person does, and not what is only shown. */
    void edit(Runnable change) {
        if (!showing) {
            change.run();
            changed.run();
        }
    }

    /** What is typed stays as it is typed. */
    void show() {
        showing = true;
        inputs.forEach((entry, input) -> {
            if (!input.getText().equals(draft.text(entry))) {
                input.setText(draft.text(entry));
            }
        });
        others.forEach(Runnable::run);
        showing = false;
        showProblems(draft.shownProblems());
    }

    private void showProblems(List<Problem> problems) {
        var differ = draft.changedFields();
        fields.forEach((entry, field) -> {
            field.setWas(was(entry, differ.contains(entry)));
            field.setError(problems.stream()
                    .filter(problem -> problem.place().equals(entry.place()))
                    .map(words::sentence)
                    .findFirst()
                    .orElse(""));
        });
    }

    /** Long values stand in fields that are their own whole line, and would push their label away. */
    private String was(TelephonyField entry, boolean differs) {
        return differs && entry.isOfLines() ? texts.get("control.was", draft.savedText(entry)) : "";
    }

    /** As if a person had typed it. */
    void type(TelephonyField entry, String text) {
        Objects.requireNonNull(inputs.get(entry)).setText(text);
    }

    /** In the order of the form. */
    void goToFirst(List<Problem> problems) {
        fields.entrySet().stream()
                .filter(entry -> entry.getValue().isManaged())
                .filter(entry -> problems.stream()
                        .anyMatch(problem -> entry.getKey().place().equals(problem.place())))
                .findFirst()
                .ifPresent(entry -> entry.getValue().focusContent());
    }

    /** @return whether it has a field, under which it is told now */
    boolean tell(Problem problem) {
        var found = field(problem);
        found.ifPresent(field -> {
            field.setError(words.sentence(problem));
            field.focusContent();
        });
        return found.isPresent();
    }

    private Optional<FormField> field(Problem problem) {
        return fields.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isManaged() && entry.getKey().place().equals(problem.place()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
