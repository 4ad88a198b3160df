package dev.outpace.ui.controls;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Where the focus is and may go. */
public final class FocusOrder {

    private FocusOrder() {}

    /** The node itself, or the first in it that takes the focus now. */
    public static Optional<Node> firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FocusOrder::firstIn)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** Gives it the focus as the Tab key does, so that it shows where the focus is. */
    public static void give(Node node) {
        node.requestFocus();
        var scene = node.getScene();
        if (scene == null || node instanceof TextInputControl) {
            return;
        }
        // Only what is reached from a neighbour shows it.
        node.requestFocusTraversal(TraversalDirection.NEXT);
        var neighbour = scene.getFocusOwner();
        if (neighbour != null) {
            neighbour.requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!node.equals(scene.getFocusOwner())) {
            node.requestFocus();
        }
    }

    public static boolean isIn(@Nullable Node node, Node ancestor) {
        for (var at = node; at != null; at = at.getParent()) {
            if (Objects.equals(at, ancestor)) {
                return true;
            }
        }
        return false;
    }
}
