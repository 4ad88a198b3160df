package dev.outpace.ui.flow;

import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** An attachment: what it is and its id. */
final class AttachmentFields extends HBox {
    private final TextField type = new TextField();
    private final TextField id = new TextField();
    private Json.Obj shown;

    AttachmentFields(Texts texts, Json.Obj attachment, Consumer<Json.Obj> edited) {
        super(6);
        shown = attachment;
        type.setText(attachment.text("reference_type", ""));
        id.setText(attachment.text("reference_id", ""));
        type.setAccessibleText(texts.get("inspector.attachment.type"));
        type.setPrefWidth(92);
        id.setAccessibleText(texts.get("inspector.attachment.id"));
        id.setPromptText(texts.get("inspector.attachment.id"));
        id.setPrefWidth(0);
        HBox.setHgrow(id, Priority.ALWAYS);
        type.textProperty().subscribe((_, now) -> put("reference_type", now, edited));
        id.textProperty().subscribe((_, now) -> put("reference_id", now.strip(), edited));
        getChildren().addAll(type, id);
    }

    private void put(String field, String text, Consumer<Json.Obj> edited) {
        shown = shown.with(field, new Json.Text(text));
        edited.accept(shown);
    }
}
