package dev.outpace.ui.flow;

import java.util.List;
import java.util.Set;

/** Moves cards; one that nothing leads to can be dropped into a link, or on the place of a missing one. */
final class MoveGesture implements Gesture {
    private static final double SNAP = 8;
    private static final double MIN_DRAG = 4;

    private final FlowCanvas canvas;
    private final CardPoint from;
    private final long pressed;
    private final Runnable onClick;
    private final Set<Long> keys;
    private final FlowScene start;
    private double dx;
    private double dy;
    private boolean moving;

    /** @param onClick when it was pressed and released without moving */
    MoveGesture(FlowCanvas canvas, CardPoint from, long pressed, Runnable onClick) {
        this.canvas = canvas;
        this.from = from;
        this.pressed = pressed;
        this.onClick = onClick;
        keys = Set.copyOf(canvas.editor().selection());
        start = canvas.scene();
    }

    @Override
    public void moved(CardPoint world, double screenX, double screenY) {
        if (!moving
                && Math.hypot(world.x() - from.x(), world.y() - from.y())
                                * canvas.view().scale()
                        < MIN_DRAG) {
            return;
        }
        moving = true;
        dx = Math.round((world.x() - from.x()) / SNAP) * SNAP;
        dy = Math.round((world.y() - from.y()) / SNAP) * SNAP;
        var moved = start.document()
                .withPlaces(card ->
                        keys.contains(card.key()) ? card.withAt(card.at().plus(dx, dy)) : card);
        canvas.showScene(moved);
        canvas.state().drop = dropAt(world);
        canvas.refresh();
    }

    private FlowHit dropAt(CardPoint world) {
        var document = start.document();
        int index = document.indexOf(pressed);
        if (keys.size() != 1) {
            return new FlowHit.Nothing();
        }
        return switch (start.hit(world.x(), world.y())) {
            case FlowHit.OnGhost(var ghost) when ghost.link().from() != index -> new FlowHit.OnGhost(ghost);
            case FlowHit.OnLink(var shape)
            when shape.link().leads()
                    && shape.link().from() != index
                    && shape.link().to() != index
                    && isFree(document, index) -> new FlowHit.OnLink(shape);
            default -> new FlowHit.Nothing();
        };
    }

    private static boolean isFree(FlowDocument document, int index) {
        for (int i = 0; i < document.size(); i++) {
            if (document.graph().links(i).stream().anyMatch(link -> link.to() == index)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void released() {
        var drop = canvas.state().drop;
        canvas.state().drop = new FlowHit.Nothing();
        if (!moving) {
            onClick.run();
            return;
        }
        var editor = canvas.editor();
        switch (drop) {
            case FlowHit.OnGhost(var ghost) -> editor.joinTo(ghost.link(), pressed, ghost.at());
            case FlowHit.OnLink(var shape) -> editor.splice(shape.link(), pressed, dx, dy);
            default -> {
                if (dx == 0 && dy == 0) {
                    canvas.showScene(start.document());
                } else {
                    editor.move(List.copyOf(keys), dx, dy, false);
                }
            }
        }
    }

    @Override
    public void cancelled() {
        canvas.state().drop = new FlowHit.Nothing();
        canvas.showScene(start.document());
        canvas.refresh();
    }
}
