package dev.outpace.ui.flow;

import dev.outpace.model.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What keys and the menu do to the selected cards. */
final class FlowCommands {
    private final FlowEditor editor;
    private final Function<List<Action>, String> write;
    private final Function<String, Optional<List<Action>>> read;

    FlowCommands(
            FlowEditor editor, Function<List<Action>, String> write, Function<String, Optional<List<Action>>> read) {
        this.editor = editor;
        this.write = write;
        this.read = read;
    }

    boolean hasSelection() {
        return !editor.selection().isEmpty();
    }

    void copy() {
        if (hasSelection()) {
            var content = new ClipboardContent();
            content.putString(write.apply(editor.copied()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void cut() {
        if (hasSelection()) {
            copy();
            editor.cutSelection();
        }
    }

    /** @param at where the first of them lies */
    void paste(CardPoint at) {
        clipboard().ifPresent(actions -> editor.paste(actions, at));
    }

    boolean canPaste() {
        return clipboard().isPresent();
    }

    private Optional<List<Action>> clipboard() {
        var text = Clipboard.getSystemClipboard().getString();
        return text == null || text.isBlank()
                ? Optional.empty()
                : read.apply(text).filter(list -> !list.isEmpty());
    }

    void duplicate() {
        editor.duplicateSelection();
    }

    void delete(boolean reconnect) {
        editor.deleteSelection(reconnect);
    }

    void selectAll() {
        editor.select(editor.document().cards().stream().map(FlowCard::key).toList());
    }

    void makeFirst() {
        if (editor.selection().size() == 1) {
            editor.makeFirst(editor.primary());
        }
    }

    boolean canMakeFirst() {
        return editor.selection().size() == 1 && editor.selectedIndex() > 0;
    }

    void nudge(double dx, double dy) {
        editor.move(List.copyOf(editor.selection()), dx, dy, true);
    }

    /** To the nearest card in a direction; the first of the flow where none is selected. */
    void walk(int dx, int dy) {
        int from = editor.selectedIndex();
        var cards = editor.document().cards();
        if (cards.isEmpty()) {
            return;
        }
        if (from < 0) {
            editor.selectIndex(0);
            return;
        }
        var at = cards.get(from).at();
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < cards.size(); i++) {
            double x = cards.get(i).at().x() - at.x();
            double y = cards.get(i).at().y() - at.y();
            double along = x * dx + y * dy;
            double across = Math.abs(x * dy) + Math.abs(y * dx);
            double far = along + 2.5 * across;
            if (i != from && along > 1 && far < least) {
                least = far;
                best = i;
            }
        }
        if (best >= 0) {
            editor.selectIndex(best);
        }
    }
}
