package dev.outpace.app;

import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.BarLine;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.LinkBar;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TelephonyChoice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tells why the link to the exchange is not tried any more, and does what a person then decides. */
final class LinkBars {
    private static final int SHOWN_PAIRS = 2;
    private static final double WIDTH = 420;

    private final ConsoleWindow.Parts parts;
    private final Runnable openTelephony;
    private final Runnable reopen;

    /**
     * @param openTelephony leads to the page of the connection
     * @param reopen closes the workspace and opens it again
     */
    LinkBars(ConsoleWindow.Parts parts, Runnable openTelephony, Runnable reopen) {
        this.parts = parts;
        this.openTelephony = openTelephony;
        this.reopen = reopen;
    }

    void bind(LiveWorkspace live) {
        live.linkBarProperty().subscribe(bar -> {
            show(bar);
            if (bar instanceof LinkBar.Locked(var wrong)) {
                askPassphrase(wrong);
            }
        });
    }

    private void show(@Nullable LinkBar bar) {
        parts.frame().model().linkBarProperty().set(bar == null ? null : line(bar));
    }

    private BarLine line(LinkBar bar) {
        var texts = parts.texts();
        return switch (bar) {
            case LinkBar.Refused(var user) ->
                new BarLine(
                        texts.get("linkBar.refused", user),
                        texts.get("linkBar.refused.text"),
                        List.of(
                                action("linkBar.again", parts.workspace()::tryLink),
                                action("linkBar.secret", openTelephony)));
            case LinkBar.OtherCertificate other ->
                new BarLine(
                        other.since() == null
                                ? texts.get("linkBar.certificate")
                                : texts.get("linkBar.certificate.since", texts.dateMinute(other.since())),
                        texts.get("linkBar.certificate.text", shortened(other.accepted()), shortened(other.shown())),
                        List.of(
                                action("linkBar.stay", () -> show(null)),
                                action("linkBar.trust", () -> askToTrust(other))));
            case LinkBar.Locked(var wrong) ->
                new BarLine(
                        texts.get(wrong ? "linkBar.wrong" : "linkBar.locked"),
                        texts.get("linkBar.locked.text"),
                        List.of(action("linkBar.passphrase", () -> askPassphrase(wrong))));
            case LinkBar.NoSecret(var why) ->
                new BarLine(
                        texts.get("linkBar.noSecret"),
                        new ProblemWords().sentence(why),
                        List.of(action("linkBar.secret", openTelephony)));
        };
    }

    private BarLine.Action action(String key, Runnable run) {
        return new BarLine.Action(parts.texts().get(key), run);
    }

    /** Its first and its last pairs, by which a person knows it again. */
    private static String shortened(String fingerprint) {
        var pairs = pairs(fingerprint);
        int end = pairs.length() - 3 * SHOWN_PAIRS + 1;
        return end <= 0 ? pairs : pairs.substring(0, 3 * SHOWN_PAIRS - 1) + "\u2026" + pairs.substring(end);
    }

    private static String pairs(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    private void askToTrust(LinkBar.OtherCertificate other) {
        var texts = parts.texts();
        var dialog = new ConfirmDialog(
                texts.get("linkBar.trust.title"),
                texts.get("linkBar.trust.text", pairs(other.accepted()), pairs(other.shown())),
                texts.get("linkBar.trust.confirm"),
                texts.get("control.cancel"),
                true);
        parts.tasks().onFx(dialog.askIn(parts.frame().dialogs()), confirmed -> {
            if (confirmed) {
                trust(other);
            }
        });
    }

    private void trust(LinkBar.OtherCertificate other) {
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

    private void askPassphrase(boolean wrong) {
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
