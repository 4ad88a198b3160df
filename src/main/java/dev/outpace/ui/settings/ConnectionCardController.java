package dev.outpace.ui.settings;

import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** How the exchange is reached: where it is, as whom, with which secret, and over which trunk it calls. */
final class ConnectionCardController {
    private final TelephonyScreen.Parts parts;
    private final Texts texts;
    private final TelephonyForm form;
    private final TelephonyDraft draft;

    @FXML
    private IconWord link;

    @FXML
    private FormField hostField;

    @FXML
    private TextField host;

    @FXML
    private FormField portField;

    @FXML
    private TextField port;

    @FXML
    private CheckBox tls;

    @FXML
    private FormField userField;

    @FXML
    private TextField user;

    @FXML
    private FormField secretField;

    @FXML
    private PasswordField secret;

    @FXML
    private ComboBox<SecretKeep> keep;

    @FXML
    private EvenRows passphrases;

    @FXML
    private FormField passphraseField;

    @FXML
    private PasswordField passphrase;

    @FXML
    private FormField passphraseAgainField;

    @FXML
    private PasswordField passphraseAgain;

    @FXML
    private FormField secretFileField;

    @FXML
    private TextField secretFile;

    @FXML
    private FormField trunkField;

    @FXML
    private TextField trunk;

    @FXML
    private FormField callerIdField;

    @FXML
    private TextField callerId;

    ConnectionCardController(TelephonyScreen.Parts parts, TelephonyForm form) {
        this.parts = parts;
        texts = parts.texts();
        this.form = form;
        draft = form.draft();
    }

    @FXML
    void initialize() {
        form.entry(TelephonyField.HOST, hostField, host);
        form.entry(TelephonyField.PORT, portField, port);
        form.entry(TelephonyField.USER, userField, user);
        form.entry(TelephonyField.SECRET, secretField, secret);
        form.entry(TelephonyField.PASSPHRASE, passphraseField, passphrase);
        form.entry(TelephonyField.PASSPHRASE_AGAIN, passphraseAgainField, passphraseAgain);
        form.entry(TelephonyField.SECRET_FILE, secretFileField, secretFile);
        form.entry(TelephonyField.TRUNK, trunkField, trunk);
        form.entry(TelephonyField.CALLER_ID, callerIdField, callerId);
        keep.getItems()
                .setAll(Arrays.stream(SecretKeep.values())
                        .filter(each -> each != SecretKeep.KEYRING
                                || parts.source().hasKeyring()
                                || draft.keep() == SecretKeep.KEYRING)
                        .toList());
        keep.setConverter(new ChosenWords<>(place -> texts.get(place.textKey())));
        keep.valueProperty()
                .subscribe(chosen -> form.edit(() -> draft.setKeep(chosen == null ? draft.keep() : chosen)));
        tls.selectedProperty().subscribe(on -> form.edit(() -> draft.setEncrypted(on)));
        form.alsoShows(this::show);
    }

    private void show() {
        keep.setValue(draft.keep());
        tls.setSelected(draft.isEncrypted());
        boolean typed = draft.keep() != SecretKeep.FILE;
        CheckController.put(secretField, typed);
        CheckController.put(secretFileField, !typed);
        CheckController.put(
                passphrases,
                draft.keep() == SecretKeep.VAULT
                        && !(draft.isKept() && draft.text(TelephonyField.SECRET).isEmpty()));
        secret.setPromptText(draft.isKept() ? texts.get("telephony.secret.kept") : "");
        (typed ? secretField : secretFileField).setHint(texts.get(draft.keep().textKey() + ".hint"));
    }

    /** @param now for how long the exchange is linked is counted until then */
    void showLink(LiveWorkspace.Link state, Instant now) {
        if (!parts.source().saved().asterisk()) {
            link.clear();
        } else if (state.up()) {
            var since = state.since();
            link.show(
                    new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                    since == null
                            ? texts.get("telephony.linked")
                            : texts.get("telephony.linked.for", texts.span(Duration.between(since, now))));
        } else {
            link.show(new Look(Tone.DANGER, Symbol.of(Feather.WIFI_OFF)), texts.get("telephony.unlinked"));
        }
    }

    @FXML
    void chooseSecret() {
        var question = new FileChoice.Question(
                link.getScene().getWindow(),
                texts.get("telephony.secret.title"),
                texts.get("telephony.secret.files"),
                "*");
        parts.files().toRead(question).stream().findFirst().ifPresent(file -> secretFile.setText(file.toString()));
    }
}
