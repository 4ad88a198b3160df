package dev.outpace.app;

import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.settings.EnterSecretController;
import dev.outpace.workspace.LinkBar;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tells why the link to the exchange is not tried any more, and does what a person then decides. */
final class LinkBars implements LinkBarLines.Ways {
    private static final double WIDTH = 420;

    private final ConsoleWindow.Parts parts;
    private final LinkBarLines lines;

    LinkBars(ConsoleWindow.Parts parts) {
        this.parts = parts;
        lines = new LinkBarLines(parts.texts(), this);
    }

    void bind(LiveWorkspace live) {
        live.linkBarProperty().subscribe(bar -> {
            show(bar);
            if (bar instanceof LinkBar.Locked(var wrong)) {
                enterPassphrase(wrong);
            }
        });
    }

    private void show(@Nullable LinkBar bar) {
        parts.frame().model().linkBarProperty().set(bar == null ? null : lines.of(bar));
    }

    @Override
    public void tryAgain() {
        parts.workspace().tryLink();
    }

    @Override
    public void enterSecret() {
        var desk = parts.workspace().telephony();
        var connection = desk.saved().connection();
        if (connection != null) {
            new EnterSecretController(parts.texts(), parts.tasks(), desk.secretPlace(), desk::enterSecret)
                    .open(
                            parts.frame().dialogs(),
                            parts.texts().get("linkBar.secret.title", connection.user(), connection.host()));
        }
    }

    @Override
    public void stayUnlinked() {
        show(null);
    }

    @Override
    public void trust(LinkBar.OtherCertificate other) {
        var texts = parts.texts();
        var dialog = new ConfirmDialog(
                texts.get("linkBar.trust.title"),
                lines.askToTrust(other),
                texts.get("linkBar.trust.confirm"),
                texts.get("control.cancel"),
                true);
        parts.tasks().onFx(dialog.askIn(parts.frame().dialogs()), confirmed -> {
            if (confirmed) {
                accept(other);
            }
        });
    }

    private void accept(LinkBar.OtherCertificate other) {
        inBackground(() -> parts.workspace().telephony().accept(other.shown()));
    }

    private void inBackground(Runnable work) {
        parts.tasks()
                .start(
                        _ -> {
                            work.run();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    @Override
    public void enterPassphrase(boolean wrong) {
        var texts = parts.texts();
        var field = new FormField();
        var passphrase = new PasswordField();
        field.setLabel(texts.get("linkBar.passphrase.field"));
        field.setHint(texts.get("linkBar.passphrase.hint"));
        field.setContent(passphrase);
        var content = new VBox(field);
        content.getStyleClass().add("form");
        content.setPrefWidth(WIDTH);
        var dialog = new FormDialog(
                texts, parts.tasks(), parts.frame().dialogs(), texts.get("linkBar.passphrase.title"), content);
        dialog.setSaveText(texts.get("linkBar.passphrase.open"));
        dialog.setSavable(false);
        passphrase.textProperty().subscribe(typed -> {
            dialog.setSavable(!typed.isEmpty());
            field.setError("");
        });
        if (wrong) {
            field.setError(texts.get("linkBar.wrong"));
        }
        dialog.setOnSave(() -> {
            parts.passphrases().remember(passphrase.getText().toCharArray());
            dialog.close();
            inBackground(parts.workspace().telephony()::linkAnew);
        });
        dialog.open(passphrase);
    }
}
