package dev.outpace.ui.targets;

import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
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
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import dev.outpace.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/** All target lists. */
public final class TargetListsScreen implements Screen {

    private final Parent node;
    private final Texts texts;
    private final Resources resources;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final Consumer<OutdialRow> opener;
    private final Deletion deletion;
    private final Users users;

    @SuppressWarnings("NullAway.Init") // Made when the loader has set the fields.
    private FilteredTable<OutdialRow> rows;

    private Subscription following = Subscription.EMPTY;

    @FXML
    private FilterField filter;

    @FXML
    private Button open;

    @FXML
    private Button edit;

    @FXML
    private Button delete;

    @FXML
    private TableView<OutdialRow> table;

    @FXML
    private TableColumn<OutdialRow, String> name;

    @FXML
    private TableColumn<OutdialRow, Long> targets;

    @FXML
    private TableColumn<OutdialRow, TargetCounts> done;

    @FXML
    private TableColumn<OutdialRow, Long> left;

    @FXML
    private TableColumn<OutdialRow, Long> notCallable;

    @FXML
    private TableColumn<OutdialRow, String> usedBy;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    /** @param opener leads to the screen of one list */
    public TargetListsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Consumer<OutdialRow> opener) {
        this.texts = texts;
        resources = workspace.resources();
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        deletion = new Deletion(texts, resources, tasks, dialogs, toasts);
        users = new Users(live, Campaign::outdialId);
        node = new Views(texts).load(this);
    }

    @FXML
    void initialize() {
        name.setCellValueFactory(cell -> cell.getValue().outdialProperty().map(Outdial::name));
        count(targets, TargetCounts::total);
        count(left, TargetCounts::left);
        count(notCallable, TargetCounts::notCallable);
        done.setCellValueFactory(cell -> cell.getValue().countsProperty());
        done.setComparator(Comparator.nullsFirst(Comparator.comparingDouble(DoneCell::share)));
        done.setCellFactory(any -> new DoneCell(texts));
        usedBy.setCellValueFactory(cell -> users.of(cell.getValue().id()));
        TextCell.in(name, words -> words);
        TextCell.in(usedBy, words -> words.isEmpty() ? Texts.NOT_APPLICABLE : words);
        rows = new FilteredTable<>(
                table,
                filter,
                live.outdials(),
                row -> row.outdial().name() + " " + row.outdial().detail());
        rows.setPlaceholders(empty, noMatch);
        rows.setOnOpen(opener);
        rows.setOnDelete(this::delete);
        ColumnHeads.keepWhole(table);
        table.getSortOrder().add(name);
        var selected = table.getSelectionModel().selectedItemProperty();
        List.of(open, edit, delete).forEach(button -> button.disableProperty().bind(selected.isNull()));
    }

    private void count(TableColumn<OutdialRow, Long> column, Function<TargetCounts, Long> counted) {
        column.setCellValueFactory(cell -> cell.getValue().countsProperty().map(counted));
        TextCell.in(column, texts::number);
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
        form().open(new Outdial(UUID.randomUUID(), Ids.NIL, "", "", "", Stamps.NONE, Json.Obj.EMPTY), this::select);
    }

    @FXML
    void openSelected() {
        opener.accept(table.getSelectionModel().getSelectedItem());
    }

    @FXML
    void editSelected() {
        form().open(table.getSelectionModel().getSelectedItem().outdial(), this::select);
    }

    @FXML
    void deleteSelected() {
        delete(table.getSelectionModel().getSelectedItem());
    }

    @FXML
    void clearFilter() {
        filter.setText("");
    }

    private void delete(OutdialRow row) {
        var counts = row.counts();
        var consequence = counts == null || counts.total() == 0 ? "" : texts.get("targets.deleteList", counts.total());
        deletion.ask(row.outdial(), consequence);
    }

    private void select(UUID id) {
        rows.selectWhenThere(row -> row.id().equals(id));
    }

    private TargetListFormController form() {
        return new TargetListFormController(texts, resources, tasks, dialogs);
    }
}
