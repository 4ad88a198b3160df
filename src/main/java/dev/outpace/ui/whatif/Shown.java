package dev.outpace.ui.whatif;

import javafx.scene.Node;

/** A part of the screen that takes no room while it is not shown. */
final class Shown {
    private Shown() {}

    static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
