package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;

/** Puts what is dragged out of the palette where it is dropped: on a link, for a missing card, after a card, or free. */
final class PaletteDrop implements PaletteDrag {
    private final FlowCanvas canvas;

    PaletteDrop(FlowCanvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void moved(ActionType type, double sceneX, double sceneY) {
        show(isInside(sceneX, sceneY) ? hit(sceneX, sceneY) : new FlowHit.Nothing());
    }

    @Override
    public void dropped(ActionType type, double sceneX, double sceneY) {
        show(new FlowHit.Nothing());
        if (!isInside(sceneX, sceneY)) {
            return;
        }
        var editor = canvas.editor();
        var cards = canvas.scene().document().cards();
        switch (hit(sceneX, sceneY)) {
            case FlowHit.OnGhost(var ghost) ->
                editor.insertOn(
                        type, cards.get(ghost.link().from()).key(), ghost.link().port(), ghost.at());
            case FlowHit.OnLink(var shape) ->
                editor.insertOn(
                        type, cards.get(shape.link().from()).key(), shape.link().port());
            case FlowHit.OutPort(var index) -> addAfter(type, index);
            case FlowHit.Card(var index) -> addAfter(type, index);
            case FlowHit.Nothing() ->
                editor.add(type, world(sceneX, sceneY).plus(-FlowCard.WIDTH / 2, -FlowCard.HEIGHT / 2));
        }
        canvas.requestFocus();
    }

    private void addAfter(ActionType type, int index) {
        canvas.editor().selectIndex(index);
        canvas.editor().add(type);
    }

    @Override
    public void cancelled() {
        show(new FlowHit.Nothing());
    }

    private void show(FlowHit drop) {
        canvas.state().drop = drop;
        canvas.cardsChanged();
    }

    private boolean isInside(double sceneX, double sceneY) {
        return canvas.getLayoutBounds().contains(canvas.sceneToLocal(sceneX, sceneY));
    }

    private FlowHit hit(double sceneX, double sceneY) {
        var world = world(sceneX, sceneY);
        return canvas.scene().hit(world.x(), world.y());
    }

    private CardPoint world(double sceneX, double sceneY) {
        var local = canvas.sceneToLocal(sceneX, sceneY);
        return canvas.view().toWorld(local.getX(), local.getY());
    }
}
