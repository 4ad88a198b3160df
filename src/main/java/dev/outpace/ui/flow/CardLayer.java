package dev.outpace.ui.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/** The cards that are in view, as nodes; a card that leaves gives its node to one that comes. */
final class CardLayer extends Pane {
    private final Map<Integer, CardNode> shown = new HashMap<>();
    private final Deque<CardNode> free = new ArrayDeque<>();
    private final Scale scale = new Scale();
    private final IntFunction<CardNode.Look> looks;
    private boolean stale = true;

    CardLayer(IntFunction<CardNode.Look> looks) {
        this.looks = looks;
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(scale);
    }

    /** What the cards show may have changed. */
    void setStale() {
        stale = true;
    }

    /** @param indices of the cards in view; none where they are too small to be nodes */
    void show(FlowDocument document, List<Integer> indices, FlowView view) {
        scale.setX(view.scale());
        scale.setY(view.scale());
        relocate(Math.rint(-view.x() * view.scale()), Math.rint(-view.y() * view.scale()));
        var wanted = new HashSet<>(indices);
        shown.entrySet().removeIf(entry -> {
            if (wanted.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().setVisible(false);
            free.add(entry.getValue());
            return true;
        });
        for (int index : indices) {
            var node = shown.get(index);
            boolean fresh = node == null;
            if (node == null) {
                node = free.isEmpty() ? made() : free.remove();
                node.setVisible(true);
                shown.put(index, node);
            }
            if (fresh || stale) {
                node.show(looks.apply(index));
            }
            var at = document.cards().get(index).at();
            node.relocate(at.x(), at.y());
        }
        stale = false;
    }

    /** Words of a card that have no room on it; empty for none. */
    String cutWords(int index) {
        var node = shown.get(index);
        return node == null ? "" : node.cutWords();
    }

    private CardNode made() {
        var node = new CardNode();
        getChildren().add(node);
        // Made while the layout goes on: else it would be seen undressed until the next pulse.
        node.applyCss();
        return node;
    }
}
