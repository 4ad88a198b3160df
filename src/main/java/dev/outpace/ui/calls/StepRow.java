package dev.outpace.ui.calls;

import dev.outpace.ui.controls.Look;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A moment in the life of a call: when, how long after the order, and what happened. */
final class StepRow extends HBox {

    StepRow(String time, String offset, Look look, String title, String detail) {
        getStyleClass().add("step-row");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(String.join(" ", time, offset, title, detail));
        var timeLabel = label(time, "second-line");
        var offsetLabel = label(offset, "step-offset");
        timeLabel.setMinWidth(USE_PREF_SIZE);
        offsetLabel.setMinWidth(USE_PREF_SIZE);
        var icon = look.symbol().draw();
        look.tone().dress(icon);
        var dot = new StackPane(icon);
        dot.getStyleClass().add("step-icon");
        var titleLabel = label(title, "step-title");
        titleLabel.setWrapText(true);
        var words = new VBox(titleLabel);
        if (!detail.isEmpty()) {
            var detailLabel = label(detail, "second-line");
            detailLabel.setWrapText(true);
            words.getChildren().add(detailLabel);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(timeLabel, dot, words, offsetLabel);
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
