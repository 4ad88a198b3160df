package dev.outpace.ui.flow;

import dev.outpace.ui.live.Tasks;

/** Lays out the flow of an editor beside the FX thread. What was edited meanwhile stays, and is not laid out. */
final class FlowArranging {
    /** Placed at once; the others come to be seen when their layout is there. */
    private static final int MAX_AT_ONCE = 300;

    private final FlowEditor editor;
    private final Tasks tasks;

    FlowArranging(FlowEditor editor, Tasks tasks) {
        this.editor = editor;
        this.tasks = tasks;
    }

    /** For a flow that came without places. */
    void first() {
        var document = editor.document();
        if (editor.isPlaced() || document.isEmpty()) {
            return;
        }
        if (document.size() <= MAX_AT_ONCE) {
            editor.firstPlaces(FlowLayout.placeQuickly(document.graph()));
        }
        var now = editor.document();
        var _ = tasks.start(
                _ -> FlowLayout.place(now.graph()),
                places -> {
                    if (editor.document() == now) {
                        editor.firstPlaces(places);
                    }
                },
                _ -> {});
    }

    /**
     * As one step that can be undone.
     *
     * @param done when the cards lie there
     */
    void arrange(Runnable done) {
        var document = editor.document();
        if (document.isEmpty()) {
            return;
        }
        var _ = tasks.start(
                _ -> FlowLayout.place(document.graph()),
                places -> {
                    if (editor.document() == document) {
                        editor.arrange(places);
                        done.run();
                    }
                },
                _ -> {});
    }
}
