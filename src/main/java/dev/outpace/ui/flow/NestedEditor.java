package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.FormField;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A flow within an action: how long it is, and its JSON in a dialog. */
final class NestedEditor extends OptionEditor {
    private static final Json.Array NONE = new Json.Array(List.of());

    private final Label count = new Label();
    private final HBox line = new HBox(8);

    NestedEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        line.setAlignment(Pos.CENTER_LEFT);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        var edit = new Button(texts().get("inspector.nested.edit"));
        edit.setGraphic(new FontIcon(Feather.EDIT_2));
        edit.getStyleClass().add("small");
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> open());
        line.getChildren().addAll(count, edit);
        line.setAccessibleText(name);
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        count.setText(texts().get("actions.count", newValue instanceof Json.Array(List<Json> all) ? all.size() : 0));
    }

    private void open() {
        var layer = form.sources().dialogs();
        var value = value();
        var area = new TextArea(new JsonLines(form.sources().json()).write(value == null ? NONE : value));
        area.getStyleClass().add("flow-json");
        area.setPrefRowCount(18);
        area.setPrefColumnCount(60);
        area.setAccessibleText(name);
        var field = new FormField();
        field.setContent(area);
        var cancel = new Button(texts().get("control.cancel"));
        var take = new Button(texts().get("inspector.nested.take"));
        take.getStyleClass().add("primary");
        var buttons = new HBox(8, cancel, take);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var title = new Label(name);
        title.getStyleClass().add("pane-title");
        var dialog = new VBox(12, title, field, buttons);
        dialog.getStyleClass().add("nested-dialog");
        cancel.setOnAction(_ -> layer.close(dialog));
        take.setOnAction(_ -> {
            var read = read(area.getText());
            if (read == null) {
                field.setError(texts().get("inspector.nested.notAFlow"));
            } else {
                layer.close(dialog);
                put(read.items().isEmpty() ? null : read);
                refresh();
            }
        });
        layer.open(dialog, area, () -> layer.close(dialog));
    }

    private Json.@Nullable Array read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        try {
            return form.sources().json().read(text) instanceof Json.Array array
                            && array.items().stream().allMatch(NestedEditor::isAction)
                    ? array
                    : null;
        } catch (IllegalArgumentException noJson) {
            return null;
        }
    }

    private static boolean isAction(Json item) {
        return item instanceof Json.Obj action && action.get("type") instanceof Json.Text;
    }
}
