package dev.outpace.ui.calls;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A fact of a call: what, and how it is. */
final class FactLine extends HBox {

    FactLine(String name, String value) {
        getStyleClass().add("fact-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name + ' ' + value);
        var nameLabel = new Label(name);
        nameLabel.getStyleClass().add("fact-name");
        nameLabel.setWrapText(true);
        nameLabel.setMinHeight(USE_PREF_SIZE);
        var valueLabel = new Label(value);
        valueLabel.setWrapText(true);
        valueLabel.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(valueLabel, Priority.ALWAYS);
        getChildren().addAll(nameLabel, valueLabel);
    }
}
