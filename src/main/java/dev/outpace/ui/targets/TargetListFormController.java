package dev.outpace.ui.targets;

import dev.outpace.model.Outdial;
import dev.outpace.model.TargetOrder;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** The form of a list itself, made for one use. */
final class TargetListFormController {

    private final Texts texts;
    private final Resources resources;
    private final Tasks tasks;
    private final DialogLayer dialogs;

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private TextField detail;

    @FXML
    private ComboBox<TargetOrder> order;

    TargetListFormController(Texts texts, Resources resources, Tasks tasks, DialogLayer dialogs) {
        this.texts = texts;
        this.resources = resources;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    /** @param saved gets the id once it is stored */
    void open(Outdial list, Consumer<UUID> saved) {
        boolean isNew = list.stamps().create() == null;
        var content = new Views(texts).load(this);
        name.setText(list.name());
        detail.setText(list.detail());
        order.getItems().setAll(TargetOrder.values());
        order.setConverter(new ChosenWords<>(one -> texts.get("targets.order." + one.name())));
        order.setValue(list.order());
        name.textProperty().subscribe(text -> nameField.setError(""));
        var title = isNew ? texts.get("targets.newList") : texts.get("targets.editList", list.name());
        var form = new FormDialog(texts, tasks, dialogs, title, content);
        if (isNew) {
            form.setSaveText(texts.get("targets.addList"));
        }
        form.setFields(Map.of("name", nameField));
        form.setChanged(() -> !list.equals(edited(list)));
        form.setOnSave(() -> {
            var edited = edited(list);
            var problems = resources.check(edited);
            if (problems.isEmpty()) {
                form.await(resources.save(edited, false), () -> saved.accept(edited.id()));
            } else {
                form.show(problems);
            }
        });
        form.open(name);
    }

    private Outdial edited(Outdial list) {
        return new Outdial(
                list.id(),
                list.campaignId(),
                name.getText().strip(),
                detail.getText().strip(),
                list.data(),
                Objects.requireNonNullElse(order.getValue(), list.order()),
                list.stamps(),
                list.unknown());
    }
}
