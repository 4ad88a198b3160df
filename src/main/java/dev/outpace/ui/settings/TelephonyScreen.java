package dev.outpace.ui.settings;

import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.controls.TwoColumns;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.ProblemWords;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which telephony the workspace uses, and how it reaches an Asterisk. */
public final class TelephonyScreen implements Screen {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Parts parts;
    private final Texts texts;
    private final ProblemWords words = new ProblemWords();
    private final TelephonyDraft draft;
    private final CheckController check;
    private final TelephonySaving saving;
    private final Map<TelephonyField, FormField> fields = new EnumMap<>(TelephonyField.class);
    private final Map<TelephonyField, TextField> inputs = new EnumMap<>(TelephonyField.class);
    private final Parent node;
    private Subscription following = Subscription.EMPTY;
    /** Until the first values are shown, nothing that is heard was typed. */
    private boolean showing = true;

    @FXML
    private SegmentedControl<Boolean> kind;

    @FXML
    private ScrollPane page;

    @FXML
    private IconWord obstacle;

    @FXML
    private VBox simulatedPart;

    @FXML
    private TwoColumns asteriskPart;

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
    private FormField certificateField;

    @FXML
    private TextField certificate;

    @FXML
    private FormField userField;

    @FXML
    private TextField user;

    @FXML
    private FormField secretField;

    @FXML
    private FormField keepField;

    @FXML
    private SegmentedControl<SecretKeep> keep;

    @FXML
    private PasswordField secret;

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

    @FXML
    private CheckBox plus;

    @FXML
    private FormField contextField;

    @FXML
    private TextField context;

    @FXML
    private FormField extensionField;

    @FXML
    private TextField extension;

    @FXML
    private FormField voiceField;

    @FXML
    private TextField voice;

    @FXML
    private FormField languageField;

    @FXML
    private TextField language;

    @FXML
    private FormField addressField;

    @FXML
    private TextField address;

    @FXML
    private FormField musicField;

    @FXML
    private TextField music;

    @FXML
    private FormField supervisorPhoneField;

    @FXML
    private TextField supervisorPhone;

    @FXML
    private FormField recordingsField;

    @FXML
    private TextField recordings;

    @FXML
    private FormField callsAtOnceField;

    @FXML
    private TextField callsAtOnce;

    @FXML
    private FormField callsPerSecondField;

    @FXML
    private TextField callsPerSecond;

    @FXML
    private HBox footer;

    @FXML
    private Label changes;

    @FXML
    private Label changed;

    @FXML
    private IconWord faults;

    @FXML
    private Label effect;

    @FXML
    private Button revertButton;

    @FXML
    private Button saveButton;

    /**
     * What the page is made with.
     *
     * @param reopen closes the workspace and opens it again, with the telephony that is saved by then
     */
    public record Parts(
            Texts texts,
            TelephonySource source,
            LiveWorkspace live,
            Tasks tasks,
            Pulse pulse,
            Clock clock,
            DialogLayer dialogs,
            ToastLayer toasts,
            FileChoice files,
            Runnable reopen) {}

    public TelephonyScreen(Parts parts) {
        this.parts = parts;
        texts = parts.texts();
        draft = new TelephonyDraft(saved(), parts.source().hasKeyring());
        saving = new TelephonySaving(parts, this::showFooter, this::told);
        check = new CheckController(parts, this::toCheck, this::acceptCertificate);
        node = new Views(texts).load(this, check);
    }

    private TelephonyField.Values saved() {
        return new TelephonyField.Values(
                parts.source().saved(),
                parts.source().monitoring(),
                parts.live().settings().lines());
    }

    @FXML
    void initialize() {
        field(TelephonyField.HOST, hostField, host);
        field(TelephonyField.PORT, portField, port);
        field(TelephonyField.CERTIFICATE, certificateField, certificate);
        field(TelephonyField.USER, userField, user);
        field(TelephonyField.SECRET, secretField, secret);
        field(TelephonyField.PASSPHRASE, passphraseField, passphrase);
        field(TelephonyField.PASSPHRASE_AGAIN, passphraseAgainField, passphraseAgain);
        field(TelephonyField.SECRET_FILE, secretFileField, secretFile);
        field(TelephonyField.TRUNK, trunkField, trunk);
        field(TelephonyField.CALLER_ID, callerIdField, callerId);
        field(TelephonyField.CONTEXT, contextField, context);
        field(TelephonyField.EXTENSION, extensionField, extension);
        field(TelephonyField.VOICE, voiceField, voice);
        field(TelephonyField.LANGUAGE, languageField, language);
        field(TelephonyField.ADDRESS, addressField, address);
        field(TelephonyField.MUSIC, musicField, music);
        field(TelephonyField.SUPERVISOR_PHONE, supervisorPhoneField, supervisorPhone);
        field(TelephonyField.RECORDINGS, recordingsField, recordings);
        field(TelephonyField.CALLS_AT_ONCE, callsAtOnceField, callsAtOnce);
        field(TelephonyField.CALLS_PER_SECOND, callsPerSecondField, callsPerSecond);
        CutText.tell(changed);
        CutText.tell(effect);
        kind.setSegments(List.of(
                new Segment<>(false, texts.get("telephony.kind.simulated"), Symbol.of(Feather.CPU)),
                new Segment<>(true, texts.get("telephony.kind.asterisk"), Symbol.of(Feather.SERVER))));
        kind.valueProperty().subscribe(chosen -> edit(() -> draft.setAsterisk(Boolean.TRUE.equals(chosen))));
        keep.setSegments(Arrays.stream(SecretKeep.values())
                .filter(each ->
                        each != SecretKeep.KEYRING || parts.source().hasKeyring() || draft.keep() == SecretKeep.KEYRING)
                .map(each -> new Segment<>(each, texts.get(each.textKey())))
                .toList());
        keep.valueProperty().subscribe(chosen -> edit(() -> draft.setKeep(chosen == null ? draft.keep() : chosen)));
        tls.selectedProperty().subscribe(on -> edit(() -> draft.setEncrypted(on)));
        plus.selectedProperty().subscribe(on -> edit(() -> draft.setPlus(on)));
        show();
    }

    private void field(TelephonyField entry, FormField field, TextField input) {
        fields.put(entry, field);
        inputs.put(entry, input);
        field.setLabel(texts.get(entry.textKey()));
        input.textProperty().subscribe(text -> edit(() -> draft.type(entry, text)));
    }

    private void edit(Runnable change) {
        if (!showing) {
            change.run();
            show();
        }
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        following = Subscription.combine(
                parts.live().settingsProperty().subscribe(_ -> follow()),
                parts.live().linkProperty().subscribe(this::showLink));
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    @Override
    public List<Node> regions() {
        return List.of(kind, page, footer);
    }

    private void follow() {
        draft.saved(saved());
        show();
    }

    private void showLink(LiveWorkspace.Link now) {
        if (!parts.source().saved().asterisk()) {
            link.clear();
        } else if (now.up()) {
            link.show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("telephony.linked"));
        } else {
            link.show(new Look(Tone.DANGER, Symbol.of(Feather.WIFI_OFF)), texts.get("telephony.unlinked"));
        }
    }

    /** What is typed stays as it is typed. */
    private void show() {
        showing = true;
        inputs.forEach((entry, input) -> {
            if (!input.getText().equals(draft.text(entry))) {
                input.setText(draft.text(entry));
            }
        });
        kind.setValue(draft.isAsterisk());
        keep.setValue(draft.keep());
        tls.setSelected(draft.isEncrypted());
        plus.setSelected(draft.isPlus());
        showing = false;
        CheckController.put(simulatedPart, !draft.isAsterisk());
        CheckController.put(asteriskPart, draft.isAsterisk());
        CheckController.put(certificateField, draft.isEncrypted());
        boolean typed = draft.keep() != SecretKeep.FILE;
        CheckController.put(secretField, typed);
        CheckController.put(secretFileField, !typed);
        CheckController.put(
                passphrases,
                draft.keep() == SecretKeep.VAULT
                        && !(draft.isKept() && draft.text(TelephonyField.SECRET).isEmpty()));
        secret.setPromptText(draft.isKept() ? texts.get("telephony.secret.kept") : "");
        keepField.setHint(texts.get(draft.keep().textKey() + ".hint"));
        showProblems(draft.shownProblems());
        showFooter();
        check.formChanged(draft.isAsterisk() && draft.connectionProblems().isEmpty() ? draft.connection() : null);
    }

    private void showProblems(List<Problem> problems) {
        var changedFields = draft.changedFields();
        fields.forEach((entry, field) -> {
            field.setWas(was(entry, changedFields.contains(entry)));
            field.setError(problems.stream()
                    .filter(problem -> problem.place().equals(entry.place()))
                    .map(words::sentence)
                    .findFirst()
                    .orElse(""));
        });
        var obstacles = draft.isAsterisk() ? parts.source().obstacles() : List.<Problem>of();
        CheckController.put(obstacle, !obstacles.isEmpty());
        obstacle.show(
                Looks.of(Severity.ERROR),
                obstacles.stream().map(words::sentence).collect(Collectors.joining(" ")));
    }

    /** Long values stand in fields that are their own whole line, and would push their label away. */
    private String was(TelephonyField entry, boolean differs) {
        return differs && entry.isOfLines() ? texts.get("control.was", draft.savedText(entry)) : "";
    }

    private void showFooter() {
        var differs = draft.changes();
        changes.setText(texts.get("settings.changes", differs.size()));
        changes.pseudoClassStateChanged(NONE, differs.isEmpty());
        changed.setText(differs.stream().map(texts::get).collect(Collectors.joining(", ")));
        int wrong = draft.shownProblems().size();
        CheckController.put(faults, wrong > 0);
        faults.show(Looks.of(Severity.ERROR), texts.get("settings.faults", wrong));
        boolean links = draft.isLinkChanged();
        CheckController.put(effect, links);
        effect.setText(texts.get("telephony.effect"));
        saveButton.setText(texts.get(
                !links ? "control.save" : draft.isAsterisk() ? "telephony.saveAndLink" : "telephony.saveAndSwitch"));
        revertButton.setDisable(differs.isEmpty() || saving.isUnderWay());
        saveButton.setDisable(differs.isEmpty() || saving.isUnderWay() || isBarred());
    }

    private boolean isBarred() {
        return draft.isAsterisk() && !parts.source().obstacles().isEmpty();
    }

    private @Nullable AsteriskConnection toCheck() {
        draft.tryIt();
        show();
        var problems = draft.connectionProblems();
        if (problems.isEmpty()) {
            return draft.connection();
        }
        goToFirst(problems);
        return null;
    }

    /** In the order of the form. */
    private void goToFirst(List<Problem> problems) {
        fields.entrySet().stream()
                .filter(entry -> entry.getValue().isManaged())
                .filter(entry -> problems.stream()
                        .anyMatch(problem -> entry.getKey().place().equals(problem.place())))
                .findFirst()
                .ifPresent(entry -> entry.getValue().focusContent());
    }

    private void acceptCertificate(String fingerprint) {
        Objects.requireNonNull(inputs.get(TelephonyField.CERTIFICATE)).setText(fingerprint);
    }

    @FXML
    void chooseSecret() {
        var question = new FileChoice.Question(
                node.getScene().getWindow(),
                texts.get("telephony.secret.title"),
                texts.get("telephony.secret.files"),
                "*");
        parts.files().toRead(question).stream().findFirst().ifPresent(file -> secretFile.setText(file.toString()));
    }

    @FXML
    void revert() {
        draft.revert();
        show();
    }

    @FXML
    void save() {
        if (saveButton.isDisabled()) {
            return;
        }
        draft.tryIt();
        show();
        var problems = draft.problems();
        if (!problems.isEmpty()) {
            goToFirst(problems);
        } else {
            saving.save(draft);
        }
    }

    private void told(Answer answer, boolean reopens) {
        follow();
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(this::tell);
        } else if (reopens) {
            parts.reopen().run();
        } else {
            parts.toasts().show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("settings.saved"));
        }
    }

    /** Under its field, or else beside the form. */
    private void tell(Problem problem) {
        var field = fields.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isManaged() && entry.getKey().place().equals(problem.place()))
                .findFirst();
        if (field.isPresent()) {
            field.get().getValue().setError(words.sentence(problem));
            field.get().getValue().focusContent();
        } else {
            parts.toasts().show(Looks.of(problem.severity()), words.line(problem));
        }
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        if (shortcut == Shortcut.SAVE) {
            save();
            return true;
        }
        return false;
    }

    @Override
    public void beforeLeave(Runnable proceed) {
        if (draft.changes().isEmpty()) {
            proceed.run();
            return;
        }
        var dialog = new ConfirmDialog(
                texts.get("form.discard.title"),
                texts.get("form.discard.text"),
                texts.get("form.discard"),
                texts.get("form.keep"),
                true);
        parts.tasks().onFx(dialog.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                revert();
                proceed.run();
            }
        });
    }
}
