package dev.outpace.ui.targets;

import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.model.TargetBar;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetFilter.Group;
import dev.outpace.model.TargetFilter.Result;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetPage.Place;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.SkeletonRows;
import dev.outpace.ui.controls.SteadyTable;
import dev.outpace.ui.forms.NeverCallOrders;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetLists;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The targets of a list: what is shown of them, page by page, and what can be done with one. */
final class TargetTableController {

    private static final Duration TYPING = Duration.millis(250);

    private final OutdialRow list;
    private final TargetListScreens.Parts parts;
    private final Texts texts;
    private final TargetPages pages;
    private final ProblemWords words = new ProblemWords();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private Runnable onImport = () -> {};
    private Runnable onChange = () -> {};
    private @Nullable SteadyTable<TargetRow> steady;
    private @Nullable TargetBar totals;
    private @Nullable Outplan limits;

    @FXML
    private FilterField filter;

    @FXML
    private ComboBox<Result> result;

    @FXML
    private SegmentedControl<Group> group;

    @FXML
    private TableView<TargetRow> table;

    @FXML
    private TableColumn<TargetRow, OutdialTarget> status;

    @FXML
    private TableColumn<TargetRow, String> name;

    @FXML
    private TableColumn<TargetRow, OutdialTarget> destinations;

    @FXML
    private TableColumn<TargetRow, String> lastResult;

    @FXML
    private TableColumn<TargetRow, String> nextTry;

    @FXML
    private SkeletonRows loading;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    @FXML
    private Label range;

    @FXML
    private HBox selectionActions;

    TargetTableController(OutdialRow list, TargetListScreens.Parts parts) {
        this.list = list;
        this.parts = parts;
        texts = parts.texts();
        pages = new TargetPages(source(parts.workspace().targetLists()), parts.tasks(), this::around);
        typing.setOnFinished(event -> readAnew());
    }

    private static TargetPages.Source source(TargetLists lists) {
        return new TargetPages.Source() {
            @Override
            public CompletableFuture<TargetPage> page(TargetFilter filter, @Nullable Place after, int size) {
                return lists.page(filter, after, size);
            }

            @Override
            public CompletableFuture<List<OutdialTarget>> targets(Collection<UUID> ids) {
                return lists.targets(ids);
            }
        };
    }

    void setOnImport(Runnable action) {
        onImport = action;
    }

    /** Hears that the user changed a target here. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    @FXML
    void initialize() {
        var held = new SteadyTable<>(table);
        steady = held;
        held.follow(this::readAhead);
        table.setItems(pages.rows());
        columns();
        rows();
        group.setSegments(List.of(
                new Segment<>(Group.ALL, texts.get("targets.all")),
                new Segment<>(Group.IDLE, texts.get("status.target.idle")),
                new Segment<>(Group.PROGRESSING, texts.get("status.target.progressing")),
                new Segment<>(Group.DONE, texts.get("status.target.done")),
                new Segment<>(Group.NOT_CALLABLE, texts.get("status.target.notCallable"))));
        result.getItems().setAll(Result.values());
        result.setConverter(new ChosenWords<>(value -> texts.get("targets.lastResult." + value.name())));
        result.setValue(Result.ANY);
        group.valueProperty().subscribe((before, now) -> readAnew());
        result.valueProperty().subscribe((before, now) -> readAnew());
        filter.textProperty().subscribe((before, now) -> typing.playFromStart());
        loading.loadingProperty().bind(pages.loadingProperty());
        pages.loadingProperty().subscribe(now -> placeholder());
        pages.rows().subscribe(this::tellRange);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            selectionActions.setVisible(row != null);
            selectionActions.setManaged(row != null);
        });
    }

    private void columns() {
        var columns = new TargetColumns(texts);
        columns.status(status);
        columns.name(name);
        columns.destinations(destinations, () -> limits);
        columns.lastResult(lastResult);
        columns.nextTry(nextTry, parts.live().nowProperty());
        ColumnHeads.keepWhole(table);
    }

    private void rows() {
        table.setRowFactory(any -> {
            var row = new TableRow<TargetRow>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    edit(row.getItem());
                }
            });
            return row;
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ENTER -> withSelected(event, this::editSelected);
                case DELETE -> withSelected(event, this::deleteSelected);
                case ESCAPE -> withSelected(event, table.getSelectionModel()::clearSelection);
                case HOME -> {
                    if (!pages.isFirstLoaded()) {
                        event.consume();
                        readAnew();
                    }
                }
                default -> {}
            }
        });
    }

    private void withSelected(KeyEvent event, Runnable action) {
        if (table.getSelectionModel().getSelectedItem() != null) {
            event.consume();
            action.run();
        }
    }

    void onShow() {
        readAnew();
    }

    void onHide() {
        typing.stop();
    }

    boolean isLoading() {
        return pages.loadingProperty().get();
    }

    void focusFilter() {
        filter.focusField();
    }

    void focusTable() {
        table.requestFocus();
    }

    private SteadyTable<TargetRow> steady() {
        return Objects.requireNonNull(steady);
    }

    private TargetFilter filter() {
        return new TargetFilter(
                list.id(),
                Objects.requireNonNullElse(group.getValue(), Group.ALL),
                Objects.requireNonNullElse(result.getValue(), Result.ANY),
                filter.getText().strip());
    }

    private void readAnew() {
        typing.stop();
        table.getSelectionModel().clearSelection();
        table.scrollTo(0);
        pages.show(filter());
    }

    private void around(Runnable change) {
        steady().around(change, pages.isFirstLoaded());
        placeholder();
        tellRange();
    }

    private void readAhead() {
        if (steady().isNearEnd()) {
            pages.more();
        }
        if (steady().isNearStart()) {
            pages.previous();
        }
    }

    /**
     * Once a second. The top of the list is read in its order now; rows that somebody has scrolled to or selected, or
     * searched for, which takes long, keep their places and are brought up to date there.
     */
    void tick() {
        tellCalls();
        var outplan = outplan();
        if (!Objects.equals(outplan, limits)) {
            limits = outplan;
            table.refresh();
        }
        readAhead();
        if (isSearch() || !(isWhole() || isUntouched())) {
            pages.refresh(steady().firstVisible(), steady().lastVisible() + 1);
        } else {
            pages.readTopAgain();
        }
    }

    private boolean isSearch() {
        var now = filter();
        return !now.text().isEmpty() || now.result() != Result.ANY;
    }

    private boolean isWhole() {
        return pages.isFirstLoaded() && pages.isLastLoaded() && pages.rows().size() <= TargetPages.PAGE;
    }

    private boolean isUntouched() {
        return pages.isFirstLoaded() && steady().firstVisible() == 0 && steady().selected() == null;
    }

    private void tellCalls() {
        var calls = parts.live().calls().stream()
                .map(CallRow::call)
                .filter(call -> call.outdialId().equals(list.id()))
                .collect(Collectors.toMap(call -> call.outdialTargetId(), call -> call.status(), (one, other) -> one));
        for (var row : pages.rows()) {
            boolean inCall = row.target().status() == TargetStatus.PROGRESSING;
            row.showCall(inCall ? calls.getOrDefault(row.id(), CallStatus.PROGRESSING) : null);
        }
    }

    /** Whose limits the tries are compared with: those of the campaign that runs, else of all that use the list. */
    private @Nullable Outplan outplan() {
        var users = parts.live().campaigns().stream()
                .map(CampaignRow::campaign)
                .filter(campaign -> campaign.outdialId().equals(list.id()))
                .toList();
        var running = users.stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                .toList();
        var ids = (running.isEmpty() ? users : running)
                .stream().map(campaign -> campaign.outplanId()).collect(Collectors.toSet());
        var row = ids.size() == 1 ? parts.live().outplan(ids.iterator().next()) : null;
        return row == null ? null : row.outplan();
    }

    void showTotals(TargetBar bar) {
        totals = bar;
        tellRange();
        placeholder();
    }

    private void placeholder() {
        boolean none = totals != null && totals.total() == 0;
        Node instead = none ? empty : noMatch;
        table.setPlaceholder(isLoading() || totals == null ? new Region() : instead);
    }

    private void tellRange() {
        int count = pages.rows().size();
        long first = pages.before() + 1L;
        long last = pages.before() + (long) count;
        var total = total();
        range.setText(
                count == 0
                        ? ""
                        : total < 0
                                ? texts.get("targets.rangeMore", first, last)
                                : texts.get("targets.range", first, last, Math.max(last, total)));
    }

    /** How many rows the filter lets through; negative while nobody has counted them. */
    private long total() {
        if (pages.isLastLoaded()) {
            return pages.before() + (long) pages.rows().size();
        }
        var bar = totals;
        return bar == null || isSearch()
                ? -1
                : switch (filter().group()) {
                    case ALL -> bar.total();
                    case IDLE -> bar.idle();
                    case PROGRESSING -> bar.progressing();
                    case DONE -> bar.doneSuccess() + bar.doneFailed();
                    case NOT_CALLABLE -> bar.notCallable();
                };
    }

    @FXML
    void add() {
        form(TargetFormController.draft(list.id()));
    }

    @FXML
    void importTargets() {
        onImport.run();
    }

    @FXML
    void clearFilter() {
        filter.setText("");
        result.setValue(Result.ANY);
        group.setValue(Group.ALL);
        readAnew();
    }

    @FXML
    void editSelected() {
        edit(table.getSelectionModel().getSelectedItem());
    }

    @FXML
    void neverCallSelected() {
        new NeverCallOrders(texts, parts.workspace().doNotCallLists(), parts.tasks(), parts.toasts())
                .order(table.getSelectionModel().getSelectedItem().target());
    }

    @FXML
    void deleteSelected() {
        var target = table.getSelectionModel().getSelectedItem().target();
        if (isRefused(target)) {
            return;
        }
        new ConfirmDialog(
                        texts.get("delete.title", shownName(target)),
                        texts.get("targets.deleteText"),
                        texts.get("control.delete"),
                        texts.get("control.cancel"),
                        true)
                .askIn(parts.dialogs())
                .thenAccept(confirmed -> {
                    if (confirmed) {
                        parts.tasks().onFx(parts.workspace().targetLists().delete(target.id()), this::tell);
                    }
                });
    }

    private String shownName(OutdialTarget target) {
        return target.name().isBlank() ? texts.get("targets.nameless") : target.name();
    }

    private void edit(TargetRow row) {
        if (!isRefused(row.target())) {
            form(row.target());
        }
    }

    private boolean isRefused(OutdialTarget target) {
        boolean refused = !TargetWords.canBeChanged(target);
        if (refused) {
            tell(Problem.error("target.in_call", "", shownName(target)));
        }
        return refused;
    }

    private void form(OutdialTarget target) {
        new TargetFormController(texts, parts.workspace().targetLists(), parts.tasks(), parts.dialogs(), target)
                .open(onChange);
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(this::tell);
        }
        onChange.run();
    }

    private void tell(Problem problem) {
        parts.toasts().show(Looks.of(Severity.ERROR), words.sentence(problem));
    }
}
