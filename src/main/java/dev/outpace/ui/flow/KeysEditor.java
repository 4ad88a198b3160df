package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Keys of a telephone, typed or pressed. */
final class KeysEditor extends OptionEditor {
    private final TextField field = new TextField();
    private final Button open = new Button();
    private final HBox line = new HBox(6, field, open);

    KeysEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        open.setGraphic(new FontIcon(Feather.GRID));
        open.getStyleClass().add("icon-button");
        open.setAccessibleText(texts().get("inspector.keypad"));
        open.setOnAction(_ -> openKeypad());
        field.textProperty().subscribe((_, typed) -> putText(typed.strip()));
    }

    private void openKeypad() {
        var popOver = new PopOver(new Keypad(key -> texts().get("testCall.key", key), field::appendText));
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setAnimated(false);
        popOver.show(open);
    }

    @Override
    Region node() {
        return line;
    }

    @Override
    void display(@Nullable Json newValue) {
        field.setText(text(newValue));
    }
}
