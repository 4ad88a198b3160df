package dev.outpace.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says why the link is not tried any more, and what a person can do. */
final class LinkBarBanner extends HBox {
    LinkBarBanner(ObservableValue<@Nullable BarLine> bar) {
        getStyleClass().add("banner");
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        bar.subscribe(line -> {
            setVisible(line != null);
            if (line != null) {
                show(line);
            }
        });
    }

    private void show(BarLine line) {
        var title = new Label(line.title());
        title.getStyleClass().add("strong");
        var text = new Label(line.text());
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        var words = new VBox(title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(new FontIcon(Feather.ALERT_OCTAGON), words);
        line.actions().forEach(action -> getChildren().add(button(action)));
        setAccessibleText(title.getText() + " " + text.getText());
    }

    private static Button button(BarLine.Action action) {
        var button = new Button(action.title());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run().run());
        return button;
    }
}
