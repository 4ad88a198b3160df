package dev.outpace.ui.campaign;

import java.util.List;
import javafx.scene.Node;

/** What a tab of a campaign shows; follows live values only between the two. */
interface TabContent {

    void onShow();

    void onHide();

    /** Once a second while it is the tab in view. */
    default void tick() {}

    /** The parts that F6 moves between. */
    default List<Node> regions(Node whole) {
        return List.of(whole);
    }
}
