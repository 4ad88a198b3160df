package dev.outpace.ui.agents;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.forms.Deletion;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a queue, by its menu and by keys. */
final class QueueOrders {

    private final Texts texts;
    private final Resources resources;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final Deletion deletion;

    QueueOrders(Texts texts, Resources resources, Tasks tasks, DialogLayer dialogs, Deletion deletion) {
        this.texts = texts;
        this.resources = resources;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.deletion = deletion;
    }

    /** @param made gets the id of the queue once it is stored */
    void create(Consumer<UUID> made) {
        form().openNew(made);
    }

    private void edit(QueueRow queue) {
        form().open(queue.queue(), id -> {});
    }

    private void delete(QueueRow queue) {
        int people = queue.agents().size();
        deletion.ask(queue.queue(), people == 0 ? "" : texts.get("agents.delete.stay", people));
    }

    private QueueFormController form() {
        return new QueueFormController(texts, resources, tasks, dialogs);
    }

    ContextMenu menu(QueueRow queue) {
        var edit = new MenuItem(texts.get("agents.menu.edit"), new FontIcon(Feather.EDIT_2));
        edit.setOnAction(event -> edit(queue));
        var delete = new MenuItem(texts.get("agents.menu.delete"), new FontIcon(Feather.TRASH_2));
        delete.setOnAction(event -> delete(queue));
        return new ContextMenu(edit, delete);
    }

    /** Enter and Delete. */
    void onKey(KeyEvent event, QueueRow queue) {
        switch (event.getCode()) {
            case ENTER -> edit(queue);
            case DELETE -> delete(queue);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
