package dev.outpace.ui.flow;

import dev.outpace.ui.shell.Shortcut;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the canvas. */
final class CanvasKeys {
    private static final double GRID = 16;

    private final FlowCanvas canvas;
    private final FlowCommands commands;

    CanvasKeys(FlowCanvas canvas, FlowCommands commands) {
        this.canvas = canvas;
        this.commands = commands;
    }

    /** @return whether it was a key of the canvas */
    boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            return canvas.escape();
        }
        var shortcut = Arrays.stream(Shortcut.values())
                .filter(one -> one.group() == Shortcut.Group.FLOW && one.matches(event))
                .findFirst();
        if (shortcut.isPresent()) {
            perform(shortcut.get());
            return true;
        }
        boolean moves = event.isShortcutDown() || event.isAltDown();
        return moves ? moved(event.getCode()) : plain(event.getCode());
    }

    private void perform(Shortcut shortcut) {
        switch (shortcut) {
            case SELECT_ALL -> commands.selectAll();
            case COPY -> commands.copy();
            case CUT -> commands.cut();
            case PASTE -> commands.paste(canvas.placeForPaste());
            case DUPLICATE -> commands.duplicate();
            case UNDO -> canvas.editor().undo();
            case REDO -> canvas.editor().redo();
            case DELETE_ACTION -> commands.delete(false);
            case DELETE_AND_RECONNECT -> commands.delete(true);
            case ADD_ACTION -> canvas.quickAddAfterSelection();
            case FIT -> canvas.fit();
            case ZOOM_IN -> canvas.zoom(FlowCanvas.ZOOM_STEP);
            case ZOOM_OUT -> canvas.zoom(1 / FlowCanvas.ZOOM_STEP);
            default -> throw new IllegalStateException("No key of the canvas: " + shortcut);
        }
    }

    private boolean moved(KeyCode code) {
        switch (code) {
            case LEFT, KP_LEFT -> commands.nudge(-GRID, 0);
            case RIGHT, KP_RIGHT -> commands.nudge(GRID, 0);
            case UP, KP_UP -> commands.nudge(0, -GRID);
            case DOWN, KP_DOWN -> commands.nudge(0, GRID);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case LEFT, KP_LEFT -> commands.walk(-1, 0);
            case RIGHT, KP_RIGHT -> commands.walk(1, 0);
            case UP, KP_UP -> commands.walk(0, -1);
            case DOWN, KP_DOWN -> commands.walk(0, 1);
            case HOME -> canvas.editor().selectIndex(0);
            case END -> canvas.editor().selectIndex(canvas.editor().document().size() - 1);
            case ENTER -> canvas.enter();
            case CONTEXT_MENU -> canvas.openMenu();
            default -> {
                return false;
            }
        }
        return true;
    }
}
