package dev.outpace.ui.outplans;

import dev.outpace.model.Campaign;
import dev.outpace.model.Outplan;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The form of one outplan, made for one use. */
final class OutplanFormController {

    private final Texts texts;
    private final Resources resources;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final OutplanEditor editor;

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private TextField detail;

    @FXML
    private StackPane editorPlace;

    @FXML
    private Label users;

    OutplanFormController(Texts texts, Resources resources, Tasks tasks, DialogLayer dialogs) {
        this.texts = texts;
        this.resources = resources;
        this.tasks = tasks;
        this.dialogs = dialogs;
        editor = new OutplanEditor(texts);
    }

    @FXML
    void initialize() {
        editorPlace.getChildren().add(editor);
        name.textProperty().subscribe(text -> nameField.setError(""));
    }

    /** @param saved gets the id once it is stored */
    void open(Outplan outplan, Consumer<UUID> saved) {
        boolean isNew = outplan.stamps().create() == null;
        var content = load(outplan);
        var title = isNew ? texts.get("outplan.new") : texts.get("outplan.edit", outplan.name());
        var form = new FormDialog(texts, tasks, dialogs, title, content);
        if (isNew) {
            form.setSaveText(texts.get("outplan.add"));
        }
        var fields = new HashMap<>(editor.fields());
        fields.put("name", nameField);
        form.setFields(fields);
        form.setChanged(() -> !outplan.equals(edited()));
        form.setOnSave(() -> save(form, outplan, saved));
        form.open(name);
    }

    /** The fields, filled from the outplan. */
    Parent load(Outplan outplan) {
        var content = new Views(texts).load(this);
        name.setText(outplan.name());
        detail.setText(outplan.detail());
        editor.show(outplan);
        var names = resources.usedBy(outplan.id()).stream().map(Campaign::name).collect(Collectors.joining(", "));
        users.setText(names.isEmpty() ? "" : texts.get("outplan.usedBy", names));
        users.setManaged(!names.isEmpty());
        return content;
    }

    /** Null while something that was typed can't be used. */
    private @Nullable Outplan edited() {
        var timing = editor.getEdited();
        return timing == null
                ? null
                : new Outplan(
                        timing.id(),
                        name.getText().strip(),
                        detail.getText().strip(),
                        timing.source(),
                        timing.dialTimeout(),
                        timing.tryInterval(),
                        timing.maxTryCounts(),
                        timing.retry(),
                        timing.stamps(),
                        timing.unknown());
    }

    private void save(FormDialog form, Outplan before, Consumer<UUID> saved) {
        var edited = edited();
        if (edited == null) {
            editor.fields().values().stream()
                    .filter(field -> !field.getError().isEmpty())
                    .findFirst()
                    .ifPresent(FormField::focusContent);
            return;
        }
        var problems = resources.check(edited);
        if (!problems.isEmpty()) {
            form.show(problems);
        } else if (raised(before, edited) && !resources.usedBy(before.id()).isEmpty()) {
            askToReopen(form, edited, saved);
        } else {
            form.await(resources.save(edited, false), () -> saved.accept(edited.id()));
        }
    }

    private static boolean raised(Outplan before, Outplan after) {
        return before.stamps().create() != null && after.allowsMoreThan(before);
    }

    private void askToReopen(FormDialog form, Outplan edited, Consumer<UUID> saved) {
        var reopen = new CheckBox(texts.get("outplan.reopen"));
        var question = new ConfirmDialog(
                texts.get("outplan.raised.title"),
                texts.get("outplan.raised.text"),
                texts.get("control.save"),
                texts.get("control.cancel"),
                false);
        question.addContent(reopen);
        question.askIn(dialogs).thenAccept(confirmed -> {
            if (confirmed) {
                form.await(resources.save(edited, reopen.isSelected()), () -> saved.accept(edited.id()));
            }
        });
    }
}
