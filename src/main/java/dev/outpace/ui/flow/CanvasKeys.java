package dev.outpace.ui.flow;

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
        return event.isShortcutDown() ? shortcut(event) : event.isAltDown() ? moved(event.getCode()) : plain(event);
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> commands.selectAll();
            case C -> commands.copy();
            case X -> commands.cut();
            case V -> commands.paste(canvas.placeForPaste());
            case D -> commands.duplicate();
            case Z -> {
                if (event.isShiftDown()) {
                    canvas.editor().redo();
                } else {
                    canvas.editor().undo();
                }
            }
            case Y -> canvas.editor().redo();
            case DELETE, BACK_SPACE -> commands.delete(true);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case PLUS, EQUALS, ADD -> canvas.zoom(FlowCanvas.ZOOM_STEP);
            case MINUS, SUBTRACT -> canvas.zoom(1 / FlowCanvas.ZOOM_STEP);
            default -> {
                return moved(event.getCode());
            }
        }
        return true;
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

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> commands.walk(-1, 0);
            case RIGHT, KP_RIGHT -> commands.walk(1, 0);
            case UP, KP_UP -> commands.walk(0, -1);
            case DOWN, KP_DOWN -> commands.walk(0, 1);
            case HOME -> canvas.editor().selectIndex(0);
            case END -> canvas.editor().selectIndex(canvas.editor().document().size() - 1);
            case DELETE, BACK_SPACE -> commands.delete(event.isShiftDown());
            case ENTER -> canvas.enter();
            case INSERT -> canvas.quickAddAfterSelection();
            case CONTEXT_MENU -> canvas.openMenu();
            default -> {
                return false;
            }
        }
        return true;
    }
}
