package dev.outpace.ui.targets;

import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.TargetLists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form of one target, made for one use. */
final class TargetFormController {

    private final Texts texts;
    private final TargetLists lists;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final OutdialTarget target;
    private final List<DestinationRow> destinations = new ArrayList<>();
    private String shownData = "";

    @FXML
    private TextField name;

    @FXML
    private TextField detail;

    @FXML
    private TextField data;

    @FXML
    private VBox destinationsPlace;

    TargetFormController(Texts texts, TargetLists lists, Tasks tasks, DialogLayer dialogs, OutdialTarget target) {
        this.texts = texts;
        this.lists = lists;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.target = target;
    }

    /** A target that is not stored yet. */
    static OutdialTarget draft(UUID outdialId) {
        return new OutdialTarget(
                UUID.randomUUID(),
                outdialId,
                0,
                "",
                "",
                "",
                TargetStatus.IDLE,
                Collections.nCopies(Outplan.DESTINATIONS, null),
                Collections.nCopies(Outplan.DESTINATIONS, 0),
                null,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    @FXML
    void initialize() {
        name.setText(target.name());
        detail.setText(target.detail());
        data.setText(target.data());
        shownData = data.getText();
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            destinations.add(new DestinationRow(
                    texts, i, target.destinations().get(i), target.tryCounts().get(i), lists::read));
        }
        destinations.forEach(row -> destinationsPlace.getChildren().add(row.node()));
    }

    /** @param done runs when it is stored */
    void open(Runnable done) {
        boolean isNew = target.stamps().create() == null;
        var content = new Views(texts).load(this);
        var title = isNew ? texts.get("targets.add") : texts.get("targets.edit", target.name());
        var form = new FormDialog(texts, tasks, dialogs, title, content);
        if (isNew) {
            form.setSaveText(texts.get("targets.add"));
        }
        form.setFields(IntStream.range(0, destinations.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> "destination_" + i, i -> destinations.get(i).node())));
        form.setChanged(() -> !target.equals(edited()));
        form.setOnSave(() -> save(form, isNew, done));
        form.open(name);
    }

    private void save(FormDialog form, boolean isNew, Runnable done) {
        var wrong = destinations.stream().filter(row -> !row.check()).toList();
        if (!wrong.isEmpty()) {
            wrong.getFirst().node().focusContent();
            return;
        }
        var edited = edited();
        var problems = lists.check(edited);
        if (problems.isEmpty()) {
            form.await(isNew ? lists.add(edited) : lists.save(edited), done);
        } else {
            form.show(problems);
        }
    }

    private OutdialTarget edited() {
        var addresses = new ArrayList<@Nullable Address>();
        destinations.forEach(row -> addresses.add(row.read()));
        return new OutdialTarget(
                target.id(),
                target.outdialId(),
                target.seq(),
                name.getText().strip(),
                detail.getText().strip(),
                // A field of one line leaves line breaks out: text that was not touched keeps them.
                data.getText().equals(shownData) ? target.data() : data.getText(),
                target.status(),
                addresses,
                target.tryCounts(),
                target.nextTryAt(),
                target.lastResult(),
                target.routing(),
                target.stamps(),
                target.unknown());
    }
}
