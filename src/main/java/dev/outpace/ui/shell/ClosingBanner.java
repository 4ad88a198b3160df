package dev.outpace.ui.shell;

import dev.outpace.ui.controls.LoaderIcon;
import dev.outpace.ui.texts.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says, as long as it lasts, that the console closes and how many calls it waits for. */
final class ClosingBanner extends HBox {

    ClosingBanner(Texts texts, ObservableValue<@Nullable Closing> closing) {
        getStyleClass().add("closing-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        var title = new Label(texts.get("leave.closing"));
        title.getStyleClass().add("strong");
        var left = new Label();
        left.getStyleClass().add("muted");
        left.setWrapText(true);
        var words = new VBox(title, left);
        HBox.setHgrow(words, Priority.ALWAYS);
        var now = button(texts.get("leave.now"), "danger-outline");
        var stay = button(texts.get("leave.stay"), "primary");
        getChildren().addAll(new LoaderIcon(), words, now, stay);
        managedProperty().bind(visibleProperty());
        closing.subscribe(state -> {
            setVisible(state != null);
            if (state != null) {
                left.setText(texts.get("leave.left", state.calls()));
                setAccessibleText(title.getText() + " " + left.getText());
                now.setOnAction(_ -> state.now().run());
                stay.setOnAction(_ -> state.stay().run());
            }
        });
    }

    private static Button button(String text, String style) {
        var button = new Button(text);
        button.getStyleClass().addAll("small", style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
