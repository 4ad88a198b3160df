package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The commands of the canvas as a menu, and the question which port is meant. */
final class CanvasMenu {
    private final Texts texts;
    private final FlowCommands commands;
    private final FlowWords words;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(Texts texts, FlowCommands commands, FlowWords words) {
        this.texts = texts;
        this.commands = commands;
        this.words = words;
    }

    void close() {
        menu.hide();
    }

    void open(FlowCanvas canvas, CardPoint world, double screenX, double screenY) {
        boolean any = commands.hasSelection();
        menu.getItems()
                .setAll(
                        item("flowCanvas.menu.add", Shortcut.ADD_ACTION, true, () -> canvas.quickAddHere(world)),
                        new SeparatorMenuItem(),
                        item("flowCanvas.menu.cut", Shortcut.CUT, any, commands::cut),
                        item("flowCanvas.menu.copy", Shortcut.COPY, any, commands::copy),
                        item("flowCanvas.menu.paste", Shortcut.PASTE, commands.canPaste(), () -> commands.paste(world)),
                        item("flowCanvas.menu.duplicate", Shortcut.DUPLICATE, any, commands::duplicate),
                        new SeparatorMenuItem(),
                        item("flowCanvas.menu.delete", Shortcut.DELETE_ACTION, any, () -> commands.delete(false)),
                        item(
                                "flowCanvas.menu.deleteAndReconnect",
                                Shortcut.DELETE_AND_RECONNECT,
                                any,
                                () -> commands.delete(true)),
                        new SeparatorMenuItem(),
                        item("flowCanvas.menu.makeFirst", null, commands.canMakeFirst(), commands::makeFirst),
                        item("flowCanvas.menu.selectAll", Shortcut.SELECT_ALL, true, commands::selectAll),
                        item("flowCanvas.menu.fit", Shortcut.FIT, true, canvas::fit));
        menu.show(canvas, screenX, screenY);
    }

    private MenuItem item(String key, @Nullable Shortcut shortcut, boolean enabled, Runnable action) {
        var item = new MenuItem(texts.get(key));
        if (shortcut != null) {
            item.setAccelerator(shortcut.keys());
        }
        item.setDisable(!enabled);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Asks which of several ports is meant; the one that leads nowhere yet, if there is one such. */
    void choosePort(
            Node owner, double screenX, double screenY, FlowDocument document, List<Link> ports, Consumer<Link> then) {
        var open = ports.stream().filter(link -> !link.leads()).toList();
        if (ports.size() == 1 || open.size() == 1) {
            then.accept(open.size() == 1 ? open.getFirst() : ports.getFirst());
            return;
        }
        menu.getItems()
                .setAll(ports.stream()
                        .map(link -> {
                            var item = new MenuItem(words.port(document, link));
                            item.setOnAction(_ -> then.accept(link));
                            return item;
                        })
                        .toList());
        menu.show(owner, screenX, screenY);
    }
}
