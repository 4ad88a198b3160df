package dev.outpace.ui.controls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks before something that cannot be taken back: names what is at stake, and its buttons say what they do. A dangerous
 * one has a filled red button and starts at Cancel; Escape cancels.
 */
public final class ConfirmDialog extends VBox {

    private final Button confirm;
    private final Button cancel;
    private final boolean dangerous;

    public ConfirmDialog(String title, String text, String confirmText, String cancelText, boolean dangerous) {
        this.dangerous = dangerous;
        getStyleClass().add("confirm-dialog");
        var titleLabel = new Label(title);
        titleLabel.getStyleClass().add("pane-title");
        titleLabel.setWrapText(true);
        titleLabel.setMinHeight(Region.USE_PREF_SIZE);
        var textLabel = new Label(text);
        textLabel.getStyleClass().add("muted");
        textLabel.setWrapText(true);
        textLabel.setMinHeight(Region.USE_PREF_SIZE);
        cancel = new Button(cancelText);
        confirm = new Button(confirmText);
        confirm.getStyleClass().add(dangerous ? "danger-filled" : "primary");
        var buttons = new HBox(8, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(titleLabel, textLabel, buttons);
        setAccessibleText(title + " " + text);
    }

    /** More to decide, between the words and the buttons. */
    public void addContent(Region content) {
        getChildren().add(getChildren().size() - 1, content);
    }

    /** True if confirmed; completes on the FX thread. */
    public CompletionStage<Boolean> askIn(DialogLayer layer) {
        var answer = new CompletableFuture<Boolean>();
        confirm.setOnAction(event -> finish(layer, answer, true));
        cancel.setOnAction(event -> finish(layer, answer, false));
        layer.open(this, dangerous ? cancel : confirm, () -> finish(layer, answer, false));
        return answer;
    }

    private void finish(DialogLayer layer, CompletableFuture<Boolean> answer, boolean confirmed) {
        layer.close(this);
        answer.complete(confirmed);
    }
}
