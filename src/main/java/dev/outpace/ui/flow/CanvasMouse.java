package dev.outpace.ui.flow;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Makes a gesture of each press, and follows it. */
final class CanvasMouse {
    private static final double NOTCH = 40;

    private final FlowCanvas canvas;
    private @Nullable Gesture gesture;
    private boolean spaceDown;

    CanvasMouse(FlowCanvas canvas) {
        this.canvas = canvas;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hover(-1));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    void setSpaceDown(boolean down) {
        spaceDown = down;
        canvas.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    /** @return whether there was one to cancel */
    boolean cancel() {
        var now = gesture;
        gesture = null;
        if (now != null) {
            now.cancelled();
        }
        return now != null;
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        canvas.closePopups();
        if (gesture != null) {
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE || (event.getButton() == MouseButton.PRIMARY && spaceDown)) {
            gesture = new PanGesture(canvas.view(), event.getX(), event.getY(), canvas::show);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = gestureFor(event, canvas.toWorld(event));
        } else if (event.getButton() == MouseButton.SECONDARY) {
            menu(event);
        }
        event.consume();
    }

    private @Nullable Gesture gestureFor(MouseEvent event, CardPoint world) {
        var document = canvas.scene().document();
        int plus = canvas.plusAt(world);
        if (plus >= 0) {
            var port = OpenPorts.plus(document, plus);
            if (port != null) {
                canvas.quickAddOn(plus, port, world);
            }
            return null;
        }
        return switch (canvas.scene().hit(world.x(), world.y())) {
            case FlowHit.OutPort(var index) -> {
                var at = document.cards().get(index).at().plus(FlowCard.WIDTH / 2, FlowCard.HEIGHT);
                yield new ConnectGesture(canvas, index, document.graph().links(index), at);
            }
            case FlowHit.Card(var index) ->
                onCard(event, world, document.cards().get(index).key());
            case FlowHit.OnGhost(var ghost) -> {
                canvas.quickAddAt(ghost);
                yield null;
            }
            case FlowHit.OnLink(var shape) ->
                new ConnectGesture(
                        canvas, shape.link().from(), List.of(shape.link()), new CardPoint(shape.x1(), shape.y1()));
            case FlowHit.Nothing() -> new MarqueeGesture(canvas, world, event.isShiftDown());
        };
    }

    private Gesture onCard(MouseEvent event, CardPoint world, long key) {
        var editor = canvas.editor();
        if (event.isShiftDown() || event.isShortcutDown()) {
            editor.toggle(key);
            return new MoveGesture(canvas, world, key, () -> {});
        }
        boolean wasSelected = editor.isSelected(key);
        if (!wasSelected) {
            editor.select(List.of(key));
        }
        return new MoveGesture(canvas, world, key, () -> {
            editor.select(List.of(key));
            if (event.getClickCount() == 2) {
                canvas.enter();
            }
        });
    }

    private void menu(MouseEvent event) {
        var world = canvas.toWorld(event);
        if (canvas.scene().hit(world.x(), world.y()) instanceof FlowHit.Card(var index)) {
            long key = canvas.scene().document().cards().get(index).key();
            if (!canvas.editor().isSelected(key)) {
                canvas.editor().select(List.of(key));
            }
        }
        canvas.openMenu(world, event.getScreenX(), event.getScreenY());
    }

    private void dragged(MouseEvent event) {
        if (gesture != null) {
            gesture.moved(canvas.toWorld(event), event.getX(), event.getY());
            event.consume();
        }
    }

    private void released() {
        var now = gesture;
        gesture = null;
        if (now != null) {
            now.released();
        }
    }

    private void hover(MouseEvent event) {
        var world = canvas.toWorld(event);
        int plus = canvas.plusAt(world);
        switch (canvas.scene().hit(world.x(), world.y())) {
            case FlowHit.Card(var index) -> canvas.hover(index);
            case FlowHit.OutPort(var index) -> canvas.hover(index);
            default -> canvas.hover(plus);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double by = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            canvas.show(canvas.view().panned(by, 0));
        } else {
            canvas.show(canvas.view().zoomed(Math.pow(1.1, event.getDeltaY() / NOTCH), event.getX(), event.getY()));
        }
        event.consume();
    }
}
