package dev.outpace.ui.settings;

import dev.outpace.model.Problem;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretTyped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;

/** Asks for another secret of the exchange, wherever a person is, and keeps it. */
public final class EnterSecretController {
    private final Texts texts;
    private final Tasks tasks;
    private final SecretPlace place;
    private final Function<SecretTyped, Answer> save;
    private final Parent node;

    @FXML
    private FormField secretField;

    @FXML
    private PasswordField secret;

    @FXML
    private EvenRows passphrases;

    @FXML
    private FormField passphraseField;

    @FXML
    private PasswordField passphrase;

    @FXML
    private FormField againField;

    @FXML
    private PasswordField again;

    /**
     * @param place where it is kept
     * @param save keeps it; blocks
     */
    public EnterSecretController(Texts texts, Tasks tasks, SecretPlace place, Function<SecretTyped, Answer> save) {
        this.texts = texts;
        this.tasks = tasks;
        this.place = place;
        this.save = save;
        node = new Views(texts).load(this);
    }

    @FXML
    void initialize() {
        boolean vault = place == SecretPlace.VAULT;
        CheckController.put(passphrases, vault);
        secretField.setHint(texts.get(vault ? "telephony.keep.vault.hint" : "telephony.keep.keyring.hint"));
    }

    Parent node() {
        return node;
    }

    /** @param title with the exchange and the user */
    public void open(DialogLayer dialogs, String title) {
        var dialog = new FormDialog(texts, tasks, dialogs, title, node);
        dialog.setSaveText(texts.get("linkBar.secret.save"));
        dialog.setFields(Map.of("secret", secretField, "passphrase", passphraseField, "passphrase_again", againField));
        dialog.setOnSave(() -> save(dialog));
        dialog.open(secret);
    }

    private void save(FormDialog dialog) {
        if (place == SecretPlace.VAULT && !passphrase.getText().equals(again.getText())) {
            dialog.show(List.of(Problem.error("secret.passphrases_differ", "passphrase_again")));
            return;
        }
        var typed = new SecretTyped(secret.getText().strip(), place, passphrase.getText());
        dialog.show(List.of());
        dialog.setSavable(false);
        tasks.start(
                _ -> save.apply(typed),
                answer -> {
                    dialog.setSavable(true);
                    if (answer instanceof Answer.Done) {
                        dialog.close();
                    } else {
                        dialog.show(answer.problems());
                    }
                },
                _ -> dialog.setSavable(true));
    }
}
