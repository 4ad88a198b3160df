package dev.outpace.ui.outplans;

import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.Deletion;
import dev.outpace.ui.forms.FilteredTable;
import dev.outpace.ui.forms.Users;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutplanRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import dev.outpace.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/** All outplans. */
public final class OutplansScreen implements Screen {

    private static final long DEFAULT_INTERVAL = Duration.ofHours(2).toMillis();

    private final Parent node;
    private final Texts texts;
    private final Resources resources;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final Deletion deletion;
    private final Users users;

    @SuppressWarnings("NullAway.Init") // Made when the loader has set the fields.
    private FilteredTable<OutplanRow> rows;

    private Subscription following = Subscription.EMPTY;

    @FXML
    private FilterField filter;

    @FXML
    private Button edit;

    @FXML
    private Button delete;

    @FXML
    private TableView<OutplanRow> table;

    @FXML
    private TableColumn<OutplanRow, String> name;

    @FXML
    private TableColumn<OutplanRow, Integer> attempts;

    @FXML
    private TableColumn<OutplanRow, Duration> timeout;

    @FXML
    private TableColumn<OutplanRow, Duration> interval;

    @FXML
    private TableColumn<OutplanRow, String> callerId;

    @FXML
    private TableColumn<OutplanRow, String> usedBy;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    public OutplansScreen(
            Texts texts, Workspace workspace, LiveWorkspace live, Tasks tasks, DialogLayer dialogs, ToastLayer toasts) {
        this.texts = texts;
        resources = workspace.resources();
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        deletion = new Deletion(texts, resources, tasks, dialogs, toasts);
        users = new Users(live, campaign -> campaign.outplanId());
        node = new Views(texts).load(this);
    }

    @FXML
    void initialize() {
        name.setCellValueFactory(cell -> cell.getValue().outplanProperty().map(Outplan::name));
        attempts.setCellValueFactory(cell -> cell.getValue().outplanProperty().map(OutplansScreen::attempts));
        timeout.setCellValueFactory(cell -> cell.getValue().outplanProperty().map(Outplan::ringFor));
        interval.setCellValueFactory(cell -> cell.getValue().outplanProperty().map(Outplan::retryAfter));
        callerId.setCellValueFactory(
                cell -> cell.getValue().outplanProperty().map(outplan -> PhoneNumbers.show(outplan.source())));
        usedBy.setCellValueFactory(cell -> users.of(cell.getValue().id()));
        TextCell.in(name, words -> words);
        TextCell.in(attempts, count -> texts.number(count));
        TextCell.in(timeout, texts::span);
        TextCell.in(interval, texts::span);
        TextCell.in(callerId, OutplansScreen::orDash);
        TextCell.in(usedBy, OutplansScreen::orDash);
        ColumnHeads.keepWhole(table);
        rows = new FilteredTable<>(
                table,
                filter,
                live.outplans(),
                row -> row.outplan().name() + " " + row.outplan().detail());
        rows.setPlaceholders(empty, noMatch);
        rows.setOnOpen(this::open);
        rows.setOnDelete(this::delete);
        table.getSortOrder().add(name);
        var selected = table.getSelectionModel().selectedItemProperty();
        edit.disableProperty().bind(selected.isNull());
        delete.disableProperty().bind(selected.isNull());
    }

    private static int attempts(Outplan outplan) {
        return outplan.maxTryCounts().stream().mapToInt(Integer::intValue).sum();
    }

    private static String orDash(String words) {
        return words.isEmpty() ? Texts.NOT_APPLICABLE : words;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        following = Subscription.combine(
                users.follow(),
                live.nowProperty().subscribe(now -> rows.settle()),
                live.totalsProperty().subscribe(totals -> rows.settle()));
    }

    @Override
    public void onHide() {
        following.unsubscribe();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> filter.focusField();
            case CREATE -> create();
            default -> {
                return false;
            }
        }
        return true;
    }

    @FXML
    void create() {
        var draft = new Outplan(
                UUID.randomUUID(),
                "",
                "",
                null,
                Outplan.DEFAULT_DIAL_TIMEOUT.toMillis(),
                DEFAULT_INTERVAL,
                List.of(3, 0, 0, 0, 0),
                Stamps.NONE,
                Json.Obj.EMPTY);
        form().open(draft, this::select);
    }

    @FXML
    void editSelected() {
        open(table.getSelectionModel().getSelectedItem());
    }

    @FXML
    void deleteSelected() {
        delete(table.getSelectionModel().getSelectedItem());
    }

    @FXML
    void clearFilter() {
        filter.setText("");
    }

    private void open(OutplanRow row) {
        form().open(row.outplan(), this::select);
    }

    private void delete(OutplanRow row) {
        deletion.ask(row.outplan(), "");
    }

    private void select(UUID id) {
        rows.selectWhenThere(row -> row.id().equals(id));
    }

    private OutplanFormController form() {
        return new OutplanFormController(texts, resources, tasks, dialogs);
    }
}
