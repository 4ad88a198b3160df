package dev.outpace.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** The look of values that nobody can tell now, as they were last known: dimmed. Style sheets say what of a node. */
public final class LastKnown {
    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");

    private LastKnown() {}

    public static void show(Node node, boolean lastKnown) {
        node.pseudoClassStateChanged(LAST_KNOWN, lastKnown);
    }
}
