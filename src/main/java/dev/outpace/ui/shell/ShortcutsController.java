package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys with their meaning, by where they have it. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class ShortcutsController {
    private final Texts texts;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    ShortcutsController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    void initialize() {
        for (var group : Shortcut.Group.values()) {
            var column = switch (group) {
                case WINDOW, GO, CAMPAIGN, CALL -> left;
                case LISTS, FLOW -> right;
            };
            column.getChildren().add(group(group));
        }
    }

    private Node group(Shortcut.Group group) {
        var title = new Label(texts.get(group.textKey()));
        title.getStyleClass().add("card-title");
        var box = new VBox(title);
        box.getStyleClass().add("shortcut-group");
        box.getChildren().addAll(lines(group));
        return box;
    }

    private List<HBox> lines(Shortcut.Group group) {
        return Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.group() == group)
                .map(this::line)
                .toList();
    }

    private HBox line(Shortcut shortcut) {
        var words = new Label(texts.get(shortcut.textKey()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var keys = new Label(shortcut.label());
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, words, space, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(words.getText() + ": " + keys.getText());
        return line;
    }
}
