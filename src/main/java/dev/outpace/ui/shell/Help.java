package dev.outpace.ui.shell;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is looked up and closed again: the list of keys, and which Outpace this is. */
public final class Help {
    private final Texts texts;
    private final DialogLayer dialogs;
    private final About about;

    public Help(Texts texts, DialogLayer dialogs, About about) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.about = about;
    }

    void showShortcuts() {
        show("shortcut.shortcuts", new ShortcutsController(texts));
    }

    void showAbout() {
        show("about.title", new AboutController(about));
    }

    private void show(String titleKey, Object controller) {
        var title = new Label(texts.get(titleKey));
        title.getStyleClass().add("pane-title");
        var content = new ScrollPane(new Views(texts).load(controller));
        content.getStyleClass().add("form-scroll");
        content.setFitToWidth(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setFocusTraversable(false);
        VBox.setVgrow(content, Priority.ALWAYS);
        var close = new Button(texts.get("control.close"));
        close.setDefaultButton(true);
        var buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        var dialog = new VBox(title, content, buttons);
        dialog.getStyleClass().add("form-dialog");
        dialog.setAccessibleText(title.getText());
        close.setOnAction(_ -> dialogs.close(dialog));
        dialogs.open(dialog, close, () -> dialogs.close(dialog));
    }
}
