package dev.outpace.ui.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents that one editing has made, with the names of the edits between them. */
final class FlowHistory {
    private static final int MAX_STEPS = 500;

    /**
     * @param name of the edit that made the document
     * @param merge edits in a row of the same one are one; null for one that stands alone
     */
    private record Step(
            FlowDocument document, String name, @Nullable Object merge) {}

    private final List<Step> steps = new ArrayList<>();
    private int at;
    /** Index of the step that is saved; -1 when no step leads back there any more. */
    private int saved;
    /** Edits since the saved one was lost. */
    private int lost;

    FlowHistory(FlowDocument first) {
        steps.add(new Step(first, "", null));
    }

    FlowDocument document() {
        return steps.get(at).document();
    }

    /** Takes back what was undone before. */
    void add(FlowDocument document, String name, @Nullable Object merge) {
        var now = steps.get(at);
        boolean merges = merge != null && at > 0 && at != saved && Objects.equals(merge, now.merge());
        forgetUndone();
        if (merges) {
            steps.set(at, new Step(document, name, merge));
            return;
        }
        now.document().rest();
        steps.add(new Step(document, name, merge));
        at++;
        if (steps.size() > MAX_STEPS) {
            steps.removeFirst();
            at--;
            loseSaved(saved == 0, 1);
            saved = Math.max(-1, saved - 1);
        }
    }

    private void forgetUndone() {
        if (at + 1 < steps.size()) {
            loseSaved(saved > at, saved - at);
            saved = saved > at ? -1 : saved;
            steps.subList(at + 1, steps.size()).clear();
        }
    }

    private void loseSaved(boolean isLost, int stepsAway) {
        if (isLost) {
            lost = stepsAway;
        }
    }

    /** The document that was made otherwise, such as by the workspace, is the only one now, and saved. */
    void reset(FlowDocument document) {
        steps.clear();
        steps.add(new Step(document, "", null));
        at = 0;
        saved = 0;
        lost = 0;
    }

    /** Shows another document in place of this one, which is the same flow: no step, and nothing to undo. */
    void amend(FlowDocument document) {
        var now = steps.get(at);
        steps.set(at, new Step(document, now.name(), now.merge()));
    }

    boolean canUndo() {
        return at > 0;
    }

    boolean canRedo() {
        return at + 1 < steps.size();
    }

    /** What undo would take back; empty for nothing. */
    String undoName() {
        return canUndo() ? steps.get(at).name() : "";
    }

    String redoName() {
        return canRedo() ? steps.get(at + 1).name() : "";
    }

    FlowDocument undo() {
        if (canUndo()) {
            document().rest();
            at--;
        }
        return document();
    }

    FlowDocument redo() {
        if (canRedo()) {
            document().rest();
            at++;
        }
        return document();
    }

    void setSaved() {
        saved = at;
        lost = 0;
    }

    /** How many edits lie between the saved document and this one. */
    int changes() {
        return saved >= 0 ? Math.abs(at - saved) : lost + at;
    }
}
