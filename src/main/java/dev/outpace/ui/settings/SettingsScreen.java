package dev.outpace.ui.settings;

import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.RegionPicker;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.settings.SettingsFooterController.State;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.SimulatedWorld;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The settings of the workspace. */
public final class SettingsScreen implements Screen {
    private static final int[] WINDOWS = {0, 1, 4, 8, 24, 168, 720};

    private final Parent node;
    private final Texts texts;
    private final Workspace workspace;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final Folders folders;
    private final Runnable resetDemo;
    private final ProblemWords words = new ProblemWords();
    private final SettingsDraft draft;
    private final Map<SettingField, FormField> fields = new EnumMap<>(SettingField.class);
    private final Map<SettingField, TextField> inputs = new EnumMap<>(SettingField.class);
    private final RegionPicker region;
    private final SettingsFooterController footer;
    private Subscription following = Subscription.EMPTY;
    /** Until the first values are shown, nothing that is heard was typed. */
    private boolean showing = true;

    private boolean busy;

    @FXML
    private ScrollPane page;

    @FXML
    private EvenRows lineFields;

    @FXML
    private EvenRows worldFields;

    @FXML
    private FormField journalField;

    @FXML
    private FormField limitField;

    @FXML
    private FormField windowField;

    @FXML
    private ComboBox<Integer> window;

    @FXML
    private FormField regionField;

    @FXML
    private SegmentedControl<WorkspaceSettings.Theme> theme;

    @FXML
    private Card worldCard;

    @FXML
    private Card demoCard;

    @FXML
    private TextField workspaceFolder;

    @FXML
    private TextField logFolder;

    /** @param resetDemo makes the demo anew; only offered where the workspace is one */
    public SettingsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Folders folders,
            Runnable resetDemo) {
        this.texts = texts;
        this.workspace = workspace;
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.folders = folders;
        this.resetDemo = resetDemo;
        region = new RegionPicker(texts, workspace.targetImports().regions());
        draft = new SettingsDraft(saved(), workspace.settings()::check);
        footer = new SettingsFooterController(texts, dialogs, new Edited());
        node = new Views(texts).load(this, footer);
    }

    private SettingField.Values saved() {
        return new SettingField.Values(
                live.settings(),
                workspace.settings().simulatedWorld(),
                workspace.settings().numberRegion());
    }

    @FXML
    void initialize() {
        fields.put(SettingField.ABANDON_LIMIT, limitField);
        fields.put(SettingField.JOURNAL_DAYS, journalField);
        lineFields
                .getChildren()
                .addAll(
                        field(SettingField.CONCURRENT_CALLS),
                        field(SettingField.CALLS_PER_SECOND),
                        field(SettingField.NUMBER_GAP));
        for (var entry : SettingField.values()) {
            if (entry.isOfWorld()) {
                worldFields.getChildren().add(field(entry));
            }
            var field = Objects.requireNonNull(fields.get(entry));
            field.setLabel(texts.get(entry.textKey()));
            field.setContent(input(entry));
        }
        window.setConverter(new ChosenWords<>(this::windowWords));
        window.valueProperty().subscribe(hours -> {
            if (hours != null && !showing) {
                draft.setWindowHours(hours);
                tell();
            }
        });
        region.setAccessibleText(texts.get("settings.region"));
        region.valueProperty().subscribe(chosen -> {
            // Null while its list is being searched.
            if (chosen != null && !showing) {
                draft.setRegion(chosen);
                tell();
            }
        });
        regionField.setContent(region);
        theme.setSegments(List.of(
                new Segment<>(WorkspaceSettings.Theme.LIGHT, texts.get("settings.light"), Symbol.of(Feather.SUN)),
                new Segment<>(WorkspaceSettings.Theme.DARK, texts.get("settings.dark"), Symbol.of(Feather.MOON))));
        theme.valueProperty().subscribe(this::choose);
        setShown(worldCard, !workspace.callsReally());
        setShown(demoCard, workspace.isDemo());
        workspaceFolder.setText(folders.workspace().toString());
        logFolder.setText(folders.logs().toString());
        show();
    }

    private FormField field(SettingField entry) {
        var field = new FormField();
        field.getStyleClass().add("settings-entry");
        fields.put(entry, field);
        return field;
    }

    private HBox input(SettingField entry) {
        var input = new TextField();
        input.setAccessibleText(texts.get(entry.textKey()));
        input.setPrefColumnCount(6);
        inputs.put(entry, input);
        input.textProperty().subscribe(text -> {
            if (!showing) {
                draft.type(entry, text);
                tell();
            }
        });
        var box = new HBox(input);
        box.getStyleClass().add("field");
        HBox.setHgrow(input, javafx.scene.layout.Priority.ALWAYS);
        if (entry.unit() != SettingField.Unit.COUNT) {
            var unit = new Label(unitOf(entry));
            unit.getStyleClass().add("unit");
            unit.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            box.getChildren().add(unit);
        }
        return box;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        following = live.settingsProperty().subscribe(_ -> {
            draft.saved(saved());
            show();
        });
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    @Override
    public List<Node> regions() {
        return List.of(page, footer.region());
    }

    private void show() {
        showing = true;
        inputs.forEach((entry, input) -> {
            if (!input.getText().equals(draft.text(entry))) {
                input.setText(draft.text(entry));
            }
        });
        var hours = IntStream.concat(IntStream.of(WINDOWS), IntStream.of(draft.windowHours()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        window.getItems().setAll(hours);
        window.setValue(draft.windowHours());
        theme.setValue(live.settings().theme());
        region.setValue(draft.region());
        showing = false;
        tell();
    }

    /** The look is no draft: it changes as soon as it is chosen. */
    private void choose(WorkspaceSettings.Theme chosen) {
        if (chosen != null && !showing && chosen != live.settings().theme()) {
            tasks.onFx(workspace.settings().save(live.settings().withTheme(chosen)), this::told);
        }
    }

    private void tell() {
        var problems = draft.problems();
        var changed = draft.changes();
        fields.forEach((entry, field) -> {
            field.setWas(
                    changed.contains(entry) ? texts.get("control.was", withUnit(entry, draft.savedText(entry))) : "");
            field.setError(problems.stream()
                    .filter(problem -> problem.place().equals(entry.place()) || sharesOf(problem, entry))
                    .map(words::sentence)
                    .findFirst()
                    .orElse(""));
        });
        int count = draft.changeCount();
        windowField.setWas(draft.isWindowChanged() ? texts.get("settings.changed") : "");
        regionField.setWas(draft.isRegionChanged() ? texts.get("control.was", region.words(draft.savedRegion())) : "");
        footer.show(
                new State(count, List.of(), problems.size(), "", texts.get("control.save"), busy, problems.isEmpty()));
    }

    /** Shares that add up to too much are told at the first of them. */
    private static boolean sharesOf(Problem problem, SettingField entry) {
        return problem.place().equals("dial") && entry == SettingField.ANSWERED;
    }

    private String withUnit(SettingField entry, String text) {
        return entry.unit() == SettingField.Unit.COUNT ? text : text + " " + unitOf(entry);
    }

    private String unitOf(SettingField entry) {
        return switch (entry.unit()) {
            case COUNT -> "";
            case PERCENT -> "%";
            case SECONDS -> texts.get("outplan.seconds");
            case MINUTES -> texts.get("settings.minutes");
        };
    }

    private final class Edited implements SettingsFooterController.Form {
        @Override
        public boolean isChanged() {
            return draft.changeCount() > 0;
        }

        @Override
        public void revert() {
            draft.revert();
            show();
        }

        @Override
        public void save() {
            SettingsScreen.this.save();
        }
    }

    private void save() {
        busy = true;
        tell();
        var world = draft.isWorldChanged()
                ? workspace.settings().save(draft.world())
                : CompletableFuture.<Answer>completedFuture(new Answer.Done(List.of()));
        var settings = draft.settings();
        boolean settingsChanged = draft.isSettingsChanged();
        var numberRegion = draft.region();
        var all = world.thenCompose(answer -> answer instanceof Answer.Done && settingsChanged
                        ? workspace.settings().save(settings)
                        : CompletableFuture.completedFuture(answer))
                .thenCompose(answer -> answer instanceof Answer.Done
                        ? workspace.settings().saveNumberRegion(numberRegion)
                        : CompletableFuture.completedFuture(answer));
        tasks.onFx(all, this::told, _ -> {
            busy = false;
            tell();
        });
    }

    private void told(Answer answer) {
        busy = false;
        draft.saved(saved());
        show();
        if (answer instanceof Answer.Done) {
            toasts.show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("settings.saved"));
        } else {
            answer.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.line(problem)));
        }
    }

    @FXML
    void resetWorld() {
        draft.typeWorld(SimulatedWorld.DEFAULT);
        show();
    }

    @FXML
    void askToResetDemo() {
        var dialog = new ConfirmDialog(
                texts.get("settings.demo.title"),
                texts.get("settings.demo.text"),
                texts.get("settings.demo.confirm"),
                texts.get("control.cancel"),
                true);
        tasks.onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                draft.revert();
                resetDemo.run();
            }
        });
    }

    @FXML
    void openWorkspaceFolder() {
        open(folders.workspace());
    }

    @FXML
    void openLogFolder() {
        open(folders.logs());
    }

    private void open(Path folder) {
        if (!folders.open().test(folder)) {
            toasts.show(Looks.of(Severity.WARNING), texts.get("settings.folders.none"));
        }
    }

    private String windowWords(int hours) {
        return hours == 0
                ? texts.get("settings.window.today")
                : texts.get("settings.window.last", texts.span(Duration.ofHours(hours)));
    }

    private static void setShown(Card card, boolean shown) {
        card.setVisible(shown);
        card.setManaged(shown);
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
