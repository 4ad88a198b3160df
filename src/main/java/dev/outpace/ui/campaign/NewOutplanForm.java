package dev.outpace.ui.campaign;

import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for the name of an outplan that begins as a copy of another, and stores it. */
final class NewOutplanForm {
    private final CampaignSaving.Parts parts;

    NewOutplanForm(CampaignSaving.Parts parts) {
        this.parts = parts;
    }

    /** @param done runs with the new outplan once it is stored; never if the user cancels */
    void ask(Outplan like, Consumer<Outplan> done) {
        var texts = parts.texts();
        var proposed = texts.get("campaignSettings.copyOf", like.name());
        var name = new TextField(proposed);
        var nameField = new FormField();
        nameField.setLabel(texts.get("field.name"));
        nameField.setContent(name);
        var content = new VBox(nameField);
        content.getStyleClass().add("form");
        content.setPrefWidth(420);
        var form = new FormDialog(
                texts, parts.tasks(), parts.dialogs(), texts.get("campaignSettings.newOutplan"), content);
        form.setSaveText(texts.get("outplan.add"));
        form.setFields(Map.of("name", nameField));
        form.setOnSave(() -> {
            var made = named(like, name.getText().strip());
            form.await(parts.resources().save(made, false), () -> done.accept(made));
        });
        form.open(name);
        name.selectAll();
    }

    private static Outplan named(Outplan like, String name) {
        return new Outplan(
                UUID.randomUUID(),
                name,
                like.detail(),
                like.source(),
                like.dialTimeout(),
                like.tryInterval(),
                like.maxTryCounts(),
                like.retry(),
                Stamps.NONE,
                like.unknown());
    }
}
