package dev.outpace.ui.controls;

import javafx.scene.layout.HBox;

/** A row that is shown only where there is room for the whole of it: for what is told elsewhere too, such as a legend. */
public final class IfRoom extends HBox {

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        boolean room = getWidth() + 1 >= super.computePrefWidth(-1);
        getChildren().forEach(child -> child.setVisible(room));
        super.layoutChildren();
    }
}
