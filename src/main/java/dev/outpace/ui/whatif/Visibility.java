package dev.outpace.ui.whatif;

import javafx.scene.Node;

/** Hides a part of a screen so that it takes no room. */
final class Visibility {
    private Visibility() {}

    static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
