package dev.outpace.ui.flow;

import java.util.LinkedHashSet;
import java.util.List;
import javafx.geometry.BoundingBox;

/** Selects what a rectangle touches. */
final class MarqueeGesture implements Gesture {
    private final FlowCanvas canvas;
    private final CardPoint from;
    private final List<Long> before;
    private final boolean adds;

    /** @param adds to what is selected */
    MarqueeGesture(FlowCanvas canvas, CardPoint from, boolean adds) {
        this.canvas = canvas;
        this.from = from;
        this.adds = adds;
        before = List.copyOf(canvas.editor().selection());
    }

    @Override
    public void moved(CardPoint world, double screenX, double screenY) {
        var box = new BoundingBox(
                Math.min(from.x(), world.x()),
                Math.min(from.y(), world.y()),
                Math.abs(world.x() - from.x()),
                Math.abs(world.y() - from.y()));
        canvas.state().marquee = box;
        var selected = new LinkedHashSet<Long>(adds ? before : List.of());
        canvas.scene().cardsIn(box).stream()
                .sorted()
                .map(index -> canvas.scene().document().cards().get(index).key())
                .forEach(selected::add);
        canvas.editor().select(selected);
        canvas.refresh();
    }

    @Override
    public void released() {
        if (canvas.state().marquee == null && !adds) {
            canvas.editor().select(List.of());
        }
        end();
    }

    @Override
    public void cancelled() {
        canvas.editor().select(before);
        end();
    }

    private void end() {
        canvas.state().marquee = null;
        canvas.refresh();
    }
}
