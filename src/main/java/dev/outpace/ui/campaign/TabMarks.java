package dev.outpace.ui.campaign;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Beside the name of a tab: how many there are, and a dot while something in it is unsaved. */
final class TabMarks extends HBox {
    private final Label count = new Label();
    private final Region dot = new Region();

    TabMarks() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().add("count-badge");
        count.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("dirty-dot");
        getChildren().addAll(count, dot);
    }

    /** @param number empty for none */
    void show(String number, boolean dirty) {
        count.setText(number);
        count.setVisible(!number.isEmpty());
        count.setManaged(!number.isEmpty());
        dot.setVisible(dirty);
        dot.setManaged(dirty);
    }
}
