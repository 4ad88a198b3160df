package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import java.util.List;

/** Leads a port to the card where it is dropped; on empty canvas asks what shall be made there. */
final class ConnectGesture implements Gesture {
    private final FlowCanvas canvas;
    private final int from;
    private final List<Link> ports;
    private final CardPoint start;
    private CardPoint at;

    /** @param ports of the card, one of which is meant: where there are several, a menu asks after the drop */
    ConnectGesture(FlowCanvas canvas, int from, List<Link> ports, CardPoint start) {
        this.canvas = canvas;
        this.from = from;
        this.ports = ports;
        this.start = start;
        at = start;
        canvas.state().connecting = true;
    }

    @Override
    public void moved(CardPoint world, double screenX, double screenY) {
        at = world;
        canvas.state().thread = new CanvasState.Loose(start, world);
        canvas.state().drop = canvas.scene().hit(world.x(), world.y());
        canvas.cardsChanged();
    }

    @Override
    public void released() {
        boolean drawn = canvas.state().thread != null;
        var drop = canvas.scene().hit(at.x(), at.y());
        end();
        if (!drawn) {
            return;
        }
        var document = canvas.scene().document();
        long key = document.cards().get(from).key();
        switch (drop) {
            case FlowHit.Card(var to) -> connect(key, document.cards().get(to).key());
            case FlowHit.OutPort(var to) ->
                connect(key, document.cards().get(to).key());
            default ->
                canvas.choosePort(
                        ports,
                        at,
                        link -> canvas.quickAdd(
                                at,
                                type -> canvas.editor()
                                        .insertOn(type, key, link.port(), at.plus(-FlowCard.WIDTH / 2, 0))));
        }
    }

    private void connect(long key, long to) {
        canvas.choosePort(ports, at, link -> canvas.editor().connect(key, link.port(), to));
    }

    @Override
    public void cancelled() {
        end();
    }

    private void end() {
        canvas.state().connecting = false;
        canvas.state().thread = null;
        canvas.state().drop = new FlowHit.Nothing();
        canvas.cardsChanged();
    }
}
