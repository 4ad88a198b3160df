package dev.outpace.ui.campaigns;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Problem;
import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The home of the console: all campaigns, and one of them beside the table. Read off the live rows once for each batch of changes. */
public final class CampaignsScreen implements Screen {
    /** While there is no campaign. */
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    /** What the table shows: all, or those of one status. */
    enum Shown {
        ALL(null),
        RUN(CampaignStatus.RUN),
        STOPPING(CampaignStatus.STOPPING),
        STOP(CampaignStatus.STOP);

        final @Nullable CampaignStatus status;

        Shown(@Nullable CampaignStatus status) {
            this.status = status;
        }
    }

    /** Problems of a start, in words. */
    private record Refusal(List<Problem> of, String words) {}

    private final Parent node;
    private final CampaignsScreen.Parts parts;
    private final Views views;
    private final CampaignActions actions;
    private final CampaignReading reading;
    private final CampaignDetailController detail;
    private final Map<UUID, ReadOnlyObjectWrapper<CampaignFigures>> figures = new HashMap<>();
    private final Map<UUID, Refusal> refusals = new HashMap<>();
    private final TotalsLine totalsLine;
    private @Nullable Region detailPane;
    private Subscription following = Subscription.EMPTY;
    private @Nullable UUID toSelect;
    private @Nullable UUID toSetUp;
    private @Nullable CampaignTable campaigns;

    @FXML
    private SplitPane split;

    @FXML
    private VBox head;

    @FXML
    private Region toolbar;

    @FXML
    private javafx.scene.layout.Pane totals;

    @FXML
    private FilterField filter;

    @FXML
    private SegmentedControl<Shown> status;

    @FXML
    private TableView<CampaignRow> table;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    /**
     * What the screen is made with.
     *
     * @param open leads to a campaign's own screen
     * @param setUp leads to a campaign's settings
     */
    public record Parts(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            CampaignOrders orders,
            FileChoice files,
            Consumer<CampaignRow> open,
            Consumer<CampaignRow> setUp) {}

    public CampaignsScreen(Parts parts) {
        this.parts = parts;
        views = new Views(parts.texts());
        actions = new CampaignActions(parts);
        reading = new CampaignReading(parts.texts(), parts.live());
        detail = new CampaignDetailController(
                parts.texts(), actions, row -> OtherCalls.of(row, parts.live()), this::closeDetail);
        totalsLine = new TotalsLine(parts.texts());
        node = views.load(this);
    }

    @FXML
    void initialize() {
        totals.getChildren().setAll(totalsLine.tiles());
        status.setSegments(Stream.of(Shown.values())
                .map(value -> new Segment<>(
                        value,
                        parts.texts().get("campaigns.shown." + value.name().toLowerCase(Locale.ROOT))))
                .toList());
        read();
        campaigns =
                new CampaignTable(parts.texts(), table, parts.live().campaigns(), this::figures, actions::startOrStop);
        table.setRowFactory(any -> row());
        table.getSelectionModel().selectedItemProperty().subscribe(this::showDetail);
        filter.textProperty().subscribe(text -> filter());
        status.valueProperty().subscribe(value -> filter());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onTableKey);
        split.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        actions.setOnPending(this::read);
        actions.setOnMade(this::setUp);
    }

    private TableRow<CampaignRow> row() {
        var row = new TableRow<CampaignRow>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                actions.open(row.getItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (!row.isEmpty()) {
                event.consume();
                menu(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private ContextMenu menu(CampaignRow row) {
        var menu = new ContextMenu();
        menu.getItems().setAll(actions.all(row));
        menu.setAutoHide(true);
        return menu;
    }

    private void onTableKey(KeyEvent event) {
        var selected = table.getSelectionModel().getSelectedItem();
        if (selected == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> actions.open(selected);
            case DELETE -> actions.delete(selected);
            case CONTEXT_MENU -> showMenu(selected);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showMenu(CampaignRow selected) {
        var place = table.localToScreen(table.getWidth() / 3, table.getFixedCellSize());
        menu(selected).show(table, place.getX(), place.getY());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE && isDetailOpen()) {
            closeDetail();
            event.consume();
        }
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        following = Subscription.combine(
                parts.live().totalsProperty().subscribe(this::onBatch),
                parts.live().nowProperty().subscribe(now -> onSecond()));
        onBatch();
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    /** Each batch of changes gives new totals, equal ones too; looking at them lets the next batch be told. */
    private void onBatch() {
        totalsLine.show(parts.live().totals(), parts.live().settings());
        read();
        settle();
    }

    private void onSecond() {
        read();
        if (campaigns != null) {
            campaigns.sortAnew();
        }
        if (isDetailOpen()) {
            detail.tick(parts.live().now());
        }
    }

    /** Reads what is shown of every campaign. */
    private void read() {
        var rows = parts.live().campaigns();
        rows.forEach(row -> {
            var now = reading.of(row, actions.pending(row), refusal(row));
            var holder = figures.get(row.id());
            if (holder == null) {
                figures.put(row.id(), new ReadOnlyObjectWrapper<>(now));
            } else if (!now.equals(holder.get())) {
                holder.set(now);
            }
        });
        if (figures.size() > rows.size()) {
            figures.keySet().removeIf(id -> parts.live().campaign(id) == null);
            refusals.keySet().retainAll(figures.keySet());
        }
        var selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && isDetailOpen()) {
            detail.show(selected, figures(selected.id()).getValue());
        }
    }

    /** In words only once for the same problems: all campaigns are read with each batch. */
    private String refusal(CampaignRow row) {
        if (row.campaign().status() == CampaignStatus.RUN) {
            return "";
        }
        var known = refusals.get(row.id());
        if (known == null || !known.of().equals(row.startProblems())) {
            known = new Refusal(row.startProblems(), actions.refusal(row));
            refusals.put(row.id(), known);
        }
        return known.words();
    }

    private ObservableValue<CampaignFigures> figures(UUID id) {
        var holder = figures.get(id);
        if (holder == null) {
            read();
            holder = figures.get(id);
        }
        return holder == null ? new ReadOnlyObjectWrapper<>() : holder.getReadOnlyProperty();
    }

    private void settle() {
        if (campaigns == null) {
            return;
        }
        campaigns.settle();
        for (var value : Shown.values()) {
            long count = parts.live().campaigns().stream()
                    .filter(row -> value.status == null || row.campaign().status() == value.status)
                    .count();
            status.setCount(value, parts.texts().number(count));
        }
        boolean none = campaigns.isEmpty();
        List.of(head, toolbar).forEach(node -> {
            node.setVisible(!none);
            node.setManaged(!none);
        });
        split.pseudoClassStateChanged(NONE, none);
        table.setPlaceholder(none ? empty : noMatch);
        selectWhatWasImported();
        setUpWhatWasMade();
    }

    private void filter() {
        var value = status.getValue();
        if (campaigns != null && value != null) {
            campaigns.filter(filter.getText(), value.status);
        }
    }

    private void selectWhatWasImported() {
        var imported = toSelect == null ? null : parts.live().campaign(toSelect);
        if (imported != null) {
            toSelect = null;
            select(imported);
        }
    }

    private void select(CampaignRow row) {
        if (campaigns != null && !campaigns.shows(row)) {
            clearFilter();
        }
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        table.requestFocus();
    }

    private void setUpWhatWasMade() {
        var made = toSetUp == null ? null : parts.live().campaign(toSetUp);
        if (made != null) {
            toSetUp = null;
            select(made);
            parts.setUp().accept(made);
        }
    }

    /** Selects a campaign as soon as it is there. */
    private void select(UUID id) {
        toSelect = id;
        selectWhatWasImported();
    }

    /** Leads to a campaign's settings as soon as it is there; back from there, it is the selected one. */
    private void setUp(UUID id) {
        toSetUp = id;
        setUpWhatWasMade();
    }

    private void showDetail(@Nullable CampaignRow row) {
        if (row == null) {
            closePane();
            return;
        }
        var pane = detailPane();
        detail.show(row, figures(row.id()).getValue());
        detail.tick(parts.live().now());
        if (!isDetailOpen()) {
            split.getItems().add(pane);
            split.setDividerPositions(1);
        }
    }

    /** Made when it is first shown. */
    private Region detailPane() {
        var pane = detailPane;
        if (pane == null) {
            pane = (Region) views.load(detail);
            SplitPane.setResizableWithParent(pane, false);
            detailPane = pane;
        }
        return pane;
    }

    private void closePane() {
        if (detailPane != null) {
            split.getItems().remove(detailPane);
        }
    }

    private boolean isDetailOpen() {
        return detailPane != null && split.getItems().contains(detailPane);
    }

    private void closeDetail() {
        table.getSelectionModel().clearSelection();
        table.requestFocus();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> filter.focusField();
            case CREATE -> create();
            case IMPORT_FILE -> importFiles();
            case START_STOP -> selected().ifPresent(this::startOrStop);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<CampaignRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void startOrStop(CampaignRow row) {
        if (!actions.pending(row)) {
            actions.startOrStop(row);
        }
    }

    @Override
    public List<Node> regions() {
        return detailPane != null && isDetailOpen() ? List.of(toolbar, table, detailPane) : List.of(toolbar, table);
    }

    @FXML
    void create() {
        new NewCampaignController(parts).open(this::setUp);
    }

    @FXML
    void importFiles() {
        new CampaignImportController(parts, actions).open(this::select);
    }

    @FXML
    void clearFilter() {
        filter.setText("");
        status.setValue(Shown.ALL);
    }
}
