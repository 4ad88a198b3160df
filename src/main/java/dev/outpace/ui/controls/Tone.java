package dev.outpace.ui.controls;

import java.util.Locale;
import javafx.scene.Node;

/** The colour of a state; never the only sign of it. */
public enum Tone {
    NEUTRAL,
    /** The colour of plain text. */
    DEFAULT,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    private final String styleClass = "tone-" + name().toLowerCase(Locale.ROOT);

    /** Gives the node, and the icons in it, this tone in place of any other. */
    public void dress(Node node) {
        var classes = node.getStyleClass();
        if (!classes.contains(styleClass)) {
            classes.removeIf(name -> name.startsWith("tone-"));
            classes.add(styleClass);
        }
    }
}
