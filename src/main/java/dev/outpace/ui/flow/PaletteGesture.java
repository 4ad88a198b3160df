package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A type that is dragged out of the palette with the mouse; Escape takes it back. */
final class PaletteGesture {
    private static final double MIN_DRAG = 6;

    private final PaletteDrag drag;
    private final EventHandler<KeyEvent> escape = this::onKey;
    private final EventHandler<MouseEvent> moves = this::move;
    private final EventHandler<MouseEvent> releases = this::release;
    private @Nullable ActionType type;
    private @Nullable Scene scene;
    private double startX;
    private double startY;
    private boolean dragging;

    PaletteGesture(PaletteDrag drag) {
        this.drag = drag;
    }

    /** From here on it hears of the pointer wherever it goes, whatever becomes of the row that was pressed. */
    void press(ActionType pressed, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getSource() instanceof Node row
                && row.getScene() != null) {
            end();
            type = pressed;
            startX = event.getSceneX();
            startY = event.getSceneY();
            scene = row.getScene();
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moves);
            scene.addEventFilter(MouseEvent.MOUSE_RELEASED, releases);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void move(MouseEvent event) {
        var moved = type;
        if (moved == null) {
            return;
        }
        dragging |= Math.hypot(event.getSceneX() - startX, event.getSceneY() - startY) > MIN_DRAG;
        if (dragging) {
            event.consume();
            drag.moved(moved, event.getSceneX(), event.getSceneY());
        }
    }

    private void release(MouseEvent event) {
        var dropped = type;
        boolean ends = dragging;
        end();
        if (ends && dropped != null) {
            event.consume();
            drag.dropped(dropped, event.getSceneX(), event.getSceneY());
        }
    }

    private void onKey(KeyEvent event) {
        if (dragging && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end();
            drag.cancelled();
        }
    }

    private void end() {
        type = null;
        dragging = false;
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moves);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, releases);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene = null;
        }
    }
}
