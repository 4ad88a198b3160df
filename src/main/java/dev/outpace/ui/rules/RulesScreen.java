package dev.outpace.ui.rules;

import dev.outpace.model.RuleSet;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.Deletion;
import dev.outpace.ui.forms.DiscardQuestion;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.RuleSetRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Workspace;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The sets of calling rules, an editor for one of them, and what it says of a number. */
public final class RulesScreen implements Screen {
    private static final Comparator<RuleSetRow> BY_NAME =
            Comparator.comparing(row -> row.rules().name(), String.CASE_INSENSITIVE_ORDER);

    private static final double LEAST_WITH_ASIDE = 1_050;

    private final Parts parts;
    private final Texts texts;
    private final LiveWorkspace live;
    private final Deletion deletion;
    private final ProblemWords words = new ProblemWords();
    private final ObservableList<RuleSetRow> rows = FXCollections.observableArrayList();
    private final Parent node;
    private Subscription following = Subscription.EMPTY;
    private @Nullable RuleDraft draft;
    /** What is to be selected when it is there. */
    private @Nullable UUID wanted;

    private boolean saving;
    private boolean choosing;

    @FXML
    private HBox page;

    @FXML
    private VBox content;

    @FXML
    private ListView<RuleSetRow> sets;

    @FXML
    private MenuButton add;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox editor;

    @FXML
    private ScrollPane scroll;

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private Label usedBy;

    @FXML
    private Label detail;

    @FXML
    private Card hoursCard;

    @FXML
    private Card holidaysCard;

    @FXML
    private Card regionsCard;

    @FXML
    private Card attemptsCard;

    @FXML
    private Card consentCard;

    @FXML
    private Card listsCard;

    @FXML
    private VBox aside;

    @FXML
    private HBox footer;

    @FXML
    private Region dot;

    @FXML
    private Label changes;

    @FXML
    private IconWord fault;

    @FXML
    private Button revert;

    @FXML
    private Button save;

    private final HoursSection hours;
    private final HolidaysSection holidays;
    private final RegionsSection regions;
    private final AttemptsSection attempts;
    private final ListsSection lists;
    private final ListLook look;
    private final NumberCheck check;

    /** What the screen is made from. */
    public record Parts(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            Clock clock,
            DialogLayer dialogs,
            ToastLayer toasts,
            FileChoice files) {}

    public RulesScreen(Parts parts) {
        this.parts = parts;
        texts = parts.texts();
        live = parts.live();
        deletion = new Deletion(texts, parts.workspace().resources(), parts.tasks(), parts.dialogs(), parts.toasts());
        hours = new HoursSection(texts);
        holidays = new HolidaysSection(
                texts,
                parts.workspace().ruleDesk(),
                parts.tasks(),
                parts.dialogs(),
                parts.toasts(),
                parts.files(),
                parts.clock());
        regions = new RegionsSection(texts);
        attempts = new AttemptsSection(texts);
        lists = new ListsSection(
                texts,
                live,
                parts.workspace().doNotCallLists(),
                parts.tasks(),
                parts.dialogs(),
                parts.toasts(),
                parts.files(),
                parts.clock());
        look = new ListLook(texts, live, parts.workspace().ruleLooks(), parts.tasks(), parts.clock());
        check = new NumberCheck(texts, parts.workspace().ruleDesk(), parts.tasks(), parts.clock());
        node = new Views(texts).load(this);
    }

    @FXML
    void initialize() {
        hours.fill(hoursCard);
        holidays.fill(holidaysCard);
        regions.fill(regionsCard);
        attempts.fill(attemptsCard, consentCard);
        lists.fill(listsCard);
        aside.getChildren().addAll(look, check);
        page.widthProperty().subscribe(width -> placeAside(width.doubleValue()));
        sets.setItems(rows);
        sets.setCellFactory(_ -> new RuleSetCell(texts, this::users));
        sets.getSelectionModel().selectedItemProperty().subscribe((before, chosen) -> choose(before, chosen));
        name.textProperty().subscribe((_, text) -> {
            var shown = draft;
            if (shown != null && !shown.edited().name().equals(text)) {
                shown.setName(text);
            }
        });
        add.getItems()
                .add(item(
                        texts.get("rules.new.empty"),
                        () -> RuleSet.named(UUID.randomUUID(), freeName(texts.get("rules.new.name")))));
        for (var ready : parts.workspace().ruleDesk().readySets()) {
            var asOf = ready.asOf();
            add.getItems()
                    .add(item(
                            texts.get("rules.new.ready", ready.name(), asOf == null ? "" : asOf.toString()),
                            () -> ready.copy(UUID.randomUUID(), freeName(ready.name()))));
        }
        showDraft();
    }

    /** In a narrow window it stands below the set. */
    private void placeAside(double width) {
        var place = width < LEAST_WITH_ASIDE ? content : page;
        if (!place.getChildren().contains(aside)) {
            content.getChildren().remove(aside);
            page.getChildren().remove(aside);
            place.getChildren().add(aside);
        }
    }

    private MenuItem item(String words, Supplier<RuleSet> made) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> beforeLeave(() -> begin(made.get())));
        return item;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public List<Node> regions() {
        return List.of(sets, scroll, footer);
    }

    @Override
    public void onShow() {
        following = Subscription.combine(
                live.ruleSets().subscribe(this::showSets),
                live.doNotCallLists().subscribe(lists::count),
                live.nowProperty().subscribe(_ -> tick()));
        showSets();
        look.soon();
        check.soon();
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        look.rest();
        check.rest();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case SAVE -> saveIfPossible();
            case CREATE -> add.show();
            case FIND -> check.focusField();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void beforeLeave(Runnable proceed) {
        var shown = draft;
        if (shown == null || !shown.isDirty()) {
            proceed.run();
            return;
        }
        new DiscardQuestion(texts, parts.dialogs()).ask(() -> {
            drop();
            proceed.run();
        });
    }

    private void drop() {
        var shown = draft;
        if (shown != null && shown.isNew()) {
            draft = null;
            var chosen = sets.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                open(chosen.rules());
            } else {
                showDraft();
            }
        } else if (shown != null) {
            shown.revert();
            showDraft();
        }
    }

    /** Once a second: what a stored set is by now, and who uses it. */
    private void tick() {
        var shown = draft;
        if (shown != null && !shown.isNew()) {
            var row = live.ruleSet(shown.saved().id());
            if (row != null && !row.rules().equals(shown.saved())) {
                shown.savedIs(row.rules());
                showDraft();
            }
        }
        showUsers();
        sets.refresh();
    }

    private void showSets() {
        choosing = true;
        rows.setAll(live.ruleSets().stream().sorted(BY_NAME).toList());
        choosing = false;
        var id = wanted != null ? wanted : draft == null ? null : draft.saved().id();
        var row = rows.stream().filter(one -> one.id().equals(id)).findFirst();
        if (row.isPresent()) {
            wanted = null;
            choosing = true;
            sets.getSelectionModel().select(row.get());
            choosing = false;
            var shown = draft;
            if (shown == null || !shown.saved().id().equals(id)) {
                open(row.get().rules());
            } else if (!row.get().rules().equals(shown.saved())) {
                shown.savedIs(row.get().rules());
                showDraft();
            }
        } else if ((draft == null || !draft.isNew()) && wanted == null) {
            if (rows.isEmpty()) {
                draft = null;
                showDraft();
            } else {
                sets.getSelectionModel().selectFirst();
            }
        }
    }

    private void choose(@Nullable RuleSetRow before, @Nullable RuleSetRow chosen) {
        var shown = draft;
        if (choosing || chosen == null || (shown != null && shown.saved().id().equals(chosen.id()))) {
            return;
        }
        if (shown == null || !shown.isDirty()) {
            open(chosen.rules());
            return;
        }
        choosing = true;
        sets.getSelectionModel().select(before);
        choosing = false;
        beforeLeave(() -> {
            choosing = true;
            sets.getSelectionModel().select(chosen);
            choosing = false;
            open(chosen.rules());
        });
    }

    private void open(RuleSet set) {
        draft = new RuleDraft(set, this::changed);
        showDraft();
        scroll.setVvalue(0);
    }

    /** Edits a set that is stored when it is saved. */
    private void begin(RuleSet set) {
        choosing = true;
        sets.getSelectionModel().clearSelection();
        choosing = false;
        open(set);
        name.requestFocus();
        name.selectAll();
    }

    private void showDraft() {
        var shown = draft;
        editor.setVisible(shown != null);
        aside.setVisible(shown != null);
        empty.setVisible(shown == null);
        if (shown != null) {
            var rules = shown.edited();
            name.setText(rules.name());
            var asOf = rules.asOf();
            detail.setText(
                    asOf == null
                            ? rules.detail()
                            : texts.get("rules.asOf", rules.detail(), asOf.toString())
                                    .strip());
            detail.setVisible(!detail.getText().isEmpty());
            detail.setManaged(!detail.getText().isEmpty());
            hours.show(shown);
            holidays.show(shown);
            regions.show(shown);
            attempts.show(shown);
            lists.show(shown);
        }
        showUsers();
        changed();
    }

    private void showUsers() {
        var shown = draft;
        if (shown != null) {
            long users = users(shown.saved().id());
            usedBy.setText(shown.isNew() ? texts.get("rules.notSaved") : texts.get("rules.usedBy", users));
        }
    }

    private long users(UUID set) {
        return live.campaigns().stream()
                .map(CampaignRow::campaign)
                .filter(campaign -> campaign.options().rulesId().equals(set))
                .count();
    }

    private void changed() {
        var shown = draft;
        footer.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        look.show(shown.edited());
        check.show(shown.edited());
        int count = shown.changes();
        dot.setVisible(shown.isDirty());
        dot.setManaged(shown.isDirty());
        changes.setText(shown.isNew() ? texts.get("rules.newSet") : texts.get("campaignSettings.changes", count));
        var problems = parts.workspace().resources().check(shown.edited());
        nameField.setError(problems.stream().map(words::sentence).collect(Collectors.joining(" ")));
        boolean wrong = !problems.isEmpty() || attempts.isUnreadable();
        fault.setVisible(attempts.isUnreadable());
        fault.show(Looks.of(Severity.ERROR), texts.get("campaignSettings.problems", 1));
        revert.setDisable(!shown.isDirty() || saving);
        save.setDisable(!shown.isDirty() || wrong || saving);
    }

    @FXML
    void revert() {
        drop();
    }

    @FXML
    void saveIfPossible() {
        var shown = draft;
        if (shown == null || save.isDisabled()) {
            return;
        }
        saving = true;
        changed();
        wanted = shown.saved().id();
        parts.tasks()
                .onFx(
                        parts.workspace().resources().save(shown.edited(), false),
                        answer -> saved(shown, answer),
                        _ -> saved(shown, new Answer.Refused(List.of())));
    }

    private void saved(RuleDraft shown, Answer answer) {
        saving = false;
        if (answer instanceof Answer.Done) {
            var row = live.ruleSet(shown.saved().id());
            if (row != null) {
                shown.savedIs(row.rules());
            }
        } else {
            answer.problems()
                    .forEach(problem -> parts.toasts().show(Looks.of(problem.severity()), words.sentence(problem)));
        }
        changed();
    }

    @FXML
    void duplicate() {
        var shown = draft;
        if (shown == null) {
            return;
        }
        var copy =
                shown.edited().copy(UUID.randomUUID(), freeName(shown.edited().name()));
        beforeLeave(() -> begin(copy));
    }

    @FXML
    void delete() {
        var shown = draft;
        if (shown != null && shown.isNew()) {
            drop();
        } else if (shown != null) {
            deletion.ask(shown.saved(), "");
        }
    }

    private String freeName(String like) {
        var taken = live.ruleSets().stream().map(row -> row.rules().name()).toList();
        var free = like;
        for (int i = 2; taken.contains(free); i++) {
            free = like + " " + i;
        }
        return Objects.requireNonNull(free);
    }
}
