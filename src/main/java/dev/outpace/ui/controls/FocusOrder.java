package dev.outpace.ui.controls;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Questions about where the focus is and may go. */
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

    public static boolean isIn(@Nullable Node node, Node ancestor) {
        for (var at = node; at != null; at = at.getParent()) {
            if (Objects.equals(at, ancestor)) {
                return true;
            }
        }
        return false;
    }
}
