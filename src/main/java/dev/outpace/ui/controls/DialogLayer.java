package dev.outpace.ui.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the whole window and shows dialogs, one over another: the newest takes all keys and clicks, Escape cancels it,
 * Tab stays inside, and the focus goes back to where it was.
 */
public final class DialogLayer extends StackPane {

    private record Open(
            StackPane frame,
            Region dialog,
            Runnable onCancel,
            @Nullable Node focusBefore) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper(this, "showing");

    public DialogLayer() {
        getStyleClass().add("dialog-layer");
        visibleProperty().bind(showing);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocusInside);
        addEventHandler(KeyEvent.KEY_PRESSED, this::cancelByEscape);
        // Lists and tables take Escape for themselves, to end an edit even where there is none.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean idle = switch (event.getTarget()) {
                case ListView<?> list -> list.getEditingIndex() < 0;
                case TableView<?> table -> table.getEditingCell() == null;
                default -> false;
            };
            if (idle) {
                cancelByEscape(event);
            }
        });
    }

    private void cancelByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
            event.consume();
            open.getFirst().onCancel().run();
        }
    }

    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    public boolean isShowing() {
        return showing.get();
    }

    /**
     * @param focus what has the focus first
     * @param onCancel on Escape; it closes the dialog, or doesn't
     */
    public void open(Region dialog, Node focus, Runnable onCancel) {
        var scene = getScene();
        var frame = new StackPane(dialog);
        frame.getStyleClass().add("scrim");
        frame.setAccessibleRole(AccessibleRole.DIALOG);
        if (!dialog.getStyleClass().contains("dialog-box")) {
            dialog.getStyleClass().add("dialog-box");
        }
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        open.push(new Open(frame, dialog, onCancel, scene == null ? null : scene.getFocusOwner()));
        getChildren().add(frame);
        showing.set(true);
        // What lies in a scroll pane is in the scene, and can have the focus, only once that has its skin.
        frame.applyCss();
        frame.layout();
        focus.requestFocus();
    }

    /** Closes the dialog, and nothing if it is not open. */
    public void close(Region dialog) {
        open.stream().filter(entry -> entry.dialog().equals(dialog)).findFirst().ifPresent(entry -> {
            open.remove(entry);
            getChildren().remove(entry.frame());
            entry.frame().getChildren().clear();
            showing.set(!open.isEmpty());
            var before = entry.focusBefore();
            if (before != null && Objects.equals(before.getScene(), getScene())) {
                before.requestFocus();
            }
        });
    }

    private void keepFocusInside(@Nullable Node before, @Nullable Node now) {
        if (open.isEmpty() || now == null) {
            return;
        }
        var dialog = open.getFirst().dialog();
        if (!FocusOrder.isIn(now, dialog)) {
            FocusOrder.firstIn(dialog).ifPresent(Node::requestFocus);
        }
    }
}
