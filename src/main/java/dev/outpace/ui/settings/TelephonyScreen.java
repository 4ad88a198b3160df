package dev.outpace.ui.settings;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
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
import dev.outpace.ui.settings.SettingsFooterController.State;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.ProblemWords;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which telephony the workspace uses, and how it reaches an Asterisk. */
public final class TelephonyScreen implements Screen {
    private final Parts parts;
    private final Texts texts;
    private final ProblemWords words = new ProblemWords();
    private final TelephonyDraft draft;
    private final TelephonyForm form;
    private final ConnectionCardController connection;
    private final QueuesCardController queues;
    private final CheckController check;
    private final SettingsFooterController footer;
    private final TelephonySaving saving;
    private final Parent node;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private Label ofWorkspace;

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

    /**
     * What the page is made with.
     *
     * @param workspace its name
     * @param reopen closes the workspace and opens it again, with the telephony that is saved by then
     */
    public record Parts(
            Texts texts,
            String workspace,
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
        form = new TelephonyForm(texts, draft, this::show);
        saving = new TelephonySaving(parts, this::showFooter, this::told);
        connection = new ConnectionCardController(parts, form);
        queues = new QueuesCardController(parts);
        check = new CheckController(
                parts, this::toCheck, fingerprint -> form.type(TelephonyField.CERTIFICATE, fingerprint));
        footer = new SettingsFooterController(texts, parts.dialogs(), new Edited());
        node = new Views(texts)
                .load(
                        this,
                        connection,
                        queues,
                        new LinesCardController(form),
                        new DialplanCardController(form),
                        new SpeechCardController(form),
                        new MonitoringCardController(form),
                        check,
                        footer);
    }

    private TelephonyField.Values saved() {
        return new TelephonyField.Values(
                parts.source().saved(),
                parts.source().monitoring(),
                parts.live().settings().lines());
    }

    @FXML
    void initialize() {
        CutText.tell(ofWorkspace);
        ofWorkspace.setText(texts.get("telephony.title.of", parts.workspace()));
        kind.setSegments(List.of(
                new Segment<>(false, texts.get("telephony.kind.simulated"), Symbol.of(Feather.CPU)),
                new Segment<>(true, texts.get("telephony.kind.asterisk"), Symbol.of(Feather.SERVER))));
        kind.valueProperty().subscribe(chosen -> form.edit(() -> draft.setAsterisk(Boolean.TRUE.equals(chosen))));
        form.alsoShows(() -> kind.setValue(draft.isAsterisk()));
        show();
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        queues.onShow();
        following = Subscription.combine(
                parts.live().settingsProperty().subscribe(_ -> follow()),
                parts.live().linkProperty().subscribe(_ -> showLink()),
                parts.live().nowProperty().subscribe(_ -> showLink()));
    }

    @Override
    public void onHide() {
        queues.onHide();
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    @Override
    public List<Node> regions() {
        return List.of(kind, page, footer.region());
    }

    private void follow() {
        draft.saved(saved());
        show();
    }

    private void showLink() {
        connection.showLink(parts.live().linkProperty().get(), parts.live().now());
    }

    private void show() {
        form.show();
        CheckController.put(simulatedPart, !draft.isAsterisk());
        CheckController.put(asteriskPart, draft.isAsterisk());
        CheckController.put(obstacle, isBarred());
        if (isBarred()) {
            obstacle.show(
                    Looks.of(Severity.ERROR),
                    parts.source().obstacles().stream().map(words::sentence).collect(Collectors.joining(" ")));
        }
        showFooter();
        check.formChanged(draft.isAsterisk() && draft.connectionProblems().isEmpty() ? draft.connection() : null);
    }

    private void showFooter() {
        var differs = draft.changes();
        boolean links = draft.isLinkChanged();
        footer.show(new State(
                differs.size(),
                differs.stream().map(texts::get).toList(),
                draft.shownProblems().size(),
                links ? texts.get("telephony.effect") : "",
                texts.get(
                        !links
                                ? "control.save"
                                : draft.isAsterisk() ? "telephony.saveAndLink" : "telephony.saveAndSwitch"),
                saving.isUnderWay(),
                !isBarred()));
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
        form.goToFirst(problems);
        return null;
    }

    private final class Edited implements SettingsFooterController.Form {
        @Override
        public boolean isChanged() {
            return !draft.changes().isEmpty();
        }

        @Override
        public void revert() {
            draft.revert();
            show();
        }

        @Override
        public void save() {
            draft.tryIt();
            show();
            var problems = draft.problems();
            if (!problems.isEmpty()) {
                form.goToFirst(problems);
            } else {
                saving.save(draft);
            }
        }
    }

    private void told(Answer answer, boolean reopens) {
        follow();
        if (!(answer instanceof Answer.Done)) {
            answer.problems().stream()
                    .filter(problem -> !form.tell(problem))
                    .forEach(problem -> parts.toasts().show(Looks.of(problem.severity()), words.line(problem)));
        } else if (reopens) {
            parts.reopen().run();
        } else {
            parts.toasts().show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("settings.saved"));
        }
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        return footer.perform(shortcut);
    }

    @Override
    public void beforeLeave(Runnable proceed) {
        footer.beforeLeave(proceed);
    }
}
