package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Inserts a variable where the caret of a field stands. Its items are made when it opens. */
final class VariableMenu extends MenuButton {
    private final TextInputControl target;
    private boolean visited;
    private FlowGraph graph = new FlowGraph(List.of());

    VariableMenu(TextInputControl target, Texts texts, boolean named) {
        this.target = target;
        getStyleClass().addAll("variable-menu", "small");
        if (named) {
            setText(texts.get("inspector.variable"));
            setGraphic(new FontIcon(Feather.PLUS));
        } else {
            getStyleClass().add("icon-button");
            setGraphic(new FontIcon(Feather.CODE));
        }
        setAccessibleText(texts.get("inspector.variable.insert"));
        target.focusedProperty().subscribe(focused -> visited |= focused);
        // A menu button without items doesn't open, and its items are asked for only when it does.
        getItems().add(new MenuItem());
        setOnShowing(_ -> getItems()
                .setAll(KnownVariables.of(graph).stream().map(this::item).toList()));
    }

    void showFlow(FlowGraph newGraph) {
        graph = newGraph;
    }

    private MenuItem item(String name) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> insert(name));
        return item;
    }

    /** Where the caret stands; at the end, where nobody put it anywhere yet. */
    void insert(String name) {
        if (!visited) {
            target.end();
        }
        target.replaceSelection("${" + name + "}");
        target.requestFocus();
        if (KnownVariables.isOpen(name)) {
            target.positionCaret(target.getCaretPosition() - 1);
        } else {
            target.deselect();
        }
    }
}
