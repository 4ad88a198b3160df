package dev.outpace.app;

import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.LinkBar;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TelephonyChoice;
import java.util.Objects;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tells why the link to the exchange is not tried any more, and does what a person then decides. */
final class LinkBars implements LinkBarLines.Ways {
    private static final double WIDTH = 420;

    private final ConsoleWindow.Parts parts;
    private final Runnable openTelephony;
    private final Runnable reopen;
    private final LinkBarLines lines;

    /**
     * @param openTelephony leads to the page of the connection
     * @param reopen closes the workspace and opens it again
     */
    LinkBars(ConsoleWindow.Parts parts, Runnable openTelephony, Runnable reopen) {
        this.parts = parts;
        this.openTelephony = openTelephony;
        this.reopen = reopen;
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
        openTelephony.run();
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
                save(other);
            }
        });
    }

    private void save(LinkBar.OtherCertificate other) {
        var desk = parts.workspace().telephony();
        var saved = desk.saved();
        var trusting = new TelephonyChoice(
                saved.asterisk(),
                Objects.requireNonNull(saved.connection()).withCertificate(other.shown()),
                saved.media());
        parts.tasks().start(_ -> desk.save(trusting), this::told, _ -> {});
    }

    private void told(Answer answer) {
        if (answer instanceof Answer.Done) {
            reopen.run();
        } else {
            answer.problems()
                    .forEach(problem -> parts.frame()
                            .toasts()
                            .show(Looks.of(problem.severity()), new ProblemWords().sentence(problem)));
        }
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
            reopen.run();
        });
        dialog.open(passphrase);
    }
}
