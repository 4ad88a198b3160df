package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A figure as it is and as it would be, with what that means below. */
final class AnswerComparison extends VBox {
    private final Label name = new Label();
    private final Label before = new Label();
    private final Label arrow = new Label("", new FontIcon(Feather.ARROW_RIGHT));
    private final Label after = new Label();
    private final IconWord foot = new IconWord();

    /** @param look of the foot; null for plain words */
    record Words(
            String before,
            String after,
            String foot,
            @Nullable Look look) {}

    AnswerComparison(String title) {
        getStyleClass().add("what-if-figure");
        setAccessibleRole(AccessibleRole.TEXT);
        name.setText(title);
        name.getStyleClass().add("kpi-name");
        before.getStyleClass().add("figure-before");
        after.getStyleClass().add("kpi-small");
        foot.getStyleClass().add("figure-foot");
        for (var label : new Label[] {name, before, arrow, after, foot}) {
            label.setMinWidth(USE_PREF_SIZE);
            label.managedProperty().bind(label.visibleProperty());
        }
        var line = new HBox(8, before, arrow, after);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name, line, foot);
    }

    /** An empty {@code before} leaves one figure. */
    void show(Words words) {
        before.setText(words.before());
        before.setVisible(!words.before().isEmpty());
        arrow.setVisible(before.isVisible());
        after.setText(words.after());
        var look = words.look();
        if (look == null) {
            foot.clear();
            foot.setText(words.foot());
        } else {
            foot.show(look, words.foot());
        }
        foot.setVisible(!words.foot().isEmpty());
        setAccessibleText(String.join(
                " ", name.getText(), words.before(), before.isVisible() ? "→" : "", words.after(), words.foot()));
    }
}
