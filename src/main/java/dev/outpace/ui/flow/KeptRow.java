package dev.outpace.ui.flow;

import dev.outpace.model.Json;
import dev.outpace.ui.controls.FormField;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An option as it stood in the file, because the catalogue doesn't know it or expects something else. */
final class KeptRow extends HBox {
    private static final int MAX_SHOWN = 20_000;

    KeptRow(FormSources sources, String option, String label, Json value, Runnable remove) {
        super(4);
        var texts = sources.texts();
        var field = new FormField();
        field.setLabel(label);
        field.setContent(readOnly(sources, value));
        field.setHint(texts.get("inspector.kept"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var button = new Button();
        button.setGraphic(new FontIcon(Feather.X));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(texts.get("inspector.removeOption", option));
        button.setOnAction(_ -> remove.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, button);
    }

    /** JSON of one line, or more where it is an object or a list. */
    static TextInputControl readOnly(FormSources sources, Json value) {
        var json = new JsonLines(sources.json()).write(value);
        var shown = json.length() > MAX_SHOWN ? json.substring(0, MAX_SHOWN) + "…" : json;
        long lines = shown.lines().count();
        TextInputControl control = lines == 1 ? new TextField(shown) : new TextArea(shown);
        if (control instanceof TextArea area) {
            area.setPrefRowCount((int) Math.min(lines, 12));
            area.setWrapText(true);
        }
        control.setEditable(false);
        control.getStyleClass().add("kept-value");
        return control;
    }
}
