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
    private static final double LEAST = 6;

    private final PaletteDrag drag;
    private final EventHandler<KeyEvent> escape = this::onKey;
    private @Nullable ActionType type;
    private @Nullable Scene scene;
    private double startX;
    private double startY;
    private boolean dragging;

    PaletteGesture(PaletteDrag drag) {
        this.drag = drag;
    }

    void press(ActionType pressed, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            type = pressed;
            startX = event.getSceneX();
            startY = event.getSceneY();
        }
    }

    void move(MouseEvent event) {
        var moved = type;
        if (moved == null) {
            return;
        }
        if (!dragging && Math.hypot(event.getSceneX() - startX, event.getSceneY() - startY) > LEAST) {
            begin(event);
        }
        if (dragging) {
            event.consume();
            drag.moved(moved, event.getSceneX(), event.getSceneY());
        }
    }

    private void begin(MouseEvent event) {
        dragging = true;
        if (event.getSource() instanceof Node node) {
            scene = node.getScene();
        }
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    void release(MouseEvent event) {
        var dropped = type;
        boolean ends = dragging;
        end();
        if (ends && dropped != null) {
            event.consume();
            drag.dropped(dropped, event.getSceneX(), event.getSceneY());
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end();
            drag.cancelled();
        }
    }

    private void end() {
        type = null;
        dragging = false;
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene = null;
        }
    }
}
