package dev.outpace.ui.calls;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.SkeletonRows;
import dev.outpace.ui.controls.SteadyTable;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.forms.NeverCallOrders;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** All calls in a table with its filters, and the pane of the call that is selected. */
public final class CallsScreen implements Screen {

    /** Which calls the table shows. */
    enum Choice {
        ALL,
        IN_PROGRESS
    }

    /** From so many on, they are only told to be many. */
    private static final int MAX_NEWER = 1_000;

    private final Parent node;
    private final Texts texts;
    private final LiveWorkspace live;
    private final CallWords words;
    private final ListenOrders listen;
    private final CallDetailController detail;
    private final CallPages pages;
    private final CallLinesInProgress inProgress;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final CallSource source;
    private final Tasks tasks;
    private final ObservableList<CallLine> onlyLines = FXCollections.observableArrayList();
    private @Nullable SteadyTable<CallLine> steady;
    private Subscription following = Subscription.EMPTY;
    private boolean begun;
    /** The list of campaigns is being changed, and the choice with it: only what comes of it counts. */
    private boolean filling;

    private @Nullable CallFilter filtered;

    @FXML
    private Node toolbar;

    @FXML
    private FilterField filter;

    @FXML
    private ComboBox<CampaignPicker> campaign;

    @FXML
    private ComboBox<ResultChoice> result;

    @FXML
    private SegmentedControl<Choice> choice;

    @FXML
    private Button newer;

    @FXML
    private Button only;

    @FXML
    private HBox body;

    @FXML
    private TableView<CallLine> table;

    @FXML
    private TableColumn<CallLine, String> time;

    @FXML
    private TableColumn<CallLine, String> campaignName;

    @FXML
    private TableColumn<CallLine, String> target;

    @FXML
    private TableColumn<CallLine, String> number;

    @FXML
    private TableColumn<CallLine, String> tries;

    @FXML
    private TableColumn<CallLine, CampaignCall> status;

    @FXML
    private TableColumn<CallLine, String> agent;

    @FXML
    private TableColumn<CallLine, String> ring;

    @FXML
    private TableColumn<CallLine, String> talk;

    @FXML
    private StackPane placeholder;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    @FXML
    private EmptyState noneInProgress;

    @FXML
    private SkeletonRows skeleton;

    @FXML
    private Node detailPane;

    /**
     * @param hangUp asks, then ends a call
     * @param listen lets a supervisor hear a call
     * @param openCampaign leads to a campaign by its id
     */
    public CallsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            Pulse pulse,
            ToastLayer toasts,
            FileChoice files,
            Consumer<CampaignCall> hangUp,
            ListenOrders listen,
            Consumer<UUID> openCampaign) {
        this(
                texts,
                CallSource.of(workspace.calls(), workspace.recordings()),
                live,
                tasks,
                new CallDetailController.Orders(
                        hangUp,
                        listen,
                        openCampaign,
                        new NeverCallOrders(texts, workspace.doNotCallLists(), tasks, toasts)::order),
                new RecordingList.Parts(texts, tasks, pulse, toasts, files, SoundPlayer::ofComputer));
    }

    CallsScreen(
            Texts texts,
            CallSource source,
            LiveWorkspace live,
            Tasks tasks,
            CallDetailController.Orders orders,
            RecordingList.Parts sounds) {
        this.texts = texts;
        this.live = live;
        this.source = source;
        this.tasks = tasks;
        listen = orders.listen();
        words = new CallWords(texts, live);
        detail = new CallDetailController(texts, source, live, tasks, words, orders, sounds);
        now = new ReadOnlyObjectWrapper<>(live.now());
        pages = new CallPages(source, tasks, this::around);
        inProgress = new CallLinesInProgress(live.calls(), live::call, source, tasks, this::around);
        node = new Views(texts).load(this, detail);
    }

    @FXML
    void initialize() {
        columns();
        var steadyTable = new SteadyTable<>(table);
        steady = steadyTable;
        steadyTable.follow(this::readMore);
        table.setPlaceholder(placeholder);
        table.getSelectionModel().selectedItemProperty().subscribe(this::select);
        detail.shownProperty().subscribe(this::showPane);
        body.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && detail.getShown() != null) {
                event.consume();
                detail.close();
                table.requestFocus();
            }
        });
        choice.setSegments(List.of(
                new Segment<>(Choice.ALL, texts.get("calls.all")),
                new Segment<>(Choice.IN_PROGRESS, texts.get("calls.inProgress"))));
        result.getItems().setAll(ResultChoice.all(texts, words));
        result.setValue(result.getItems().getFirst());
        result.disableProperty().bind(choice.valueProperty().isEqualTo(Choice.IN_PROGRESS));
        fillCampaigns();
        table.setItems(pages.lines());
        filter.textProperty().subscribe((before, text) -> filterChanged());
        campaign.valueProperty().subscribe((before, chosen) -> filterChanged());
        result.valueProperty().subscribe((before, chosen) -> filterChanged());
        choice.valueProperty().subscribe((before, chosen) -> choose(chosen));
        pages.newerProperty().subscribe(count -> tellNewer());
        pages.loadingProperty().subscribe(this::onLoading);
        skeleton.loadingProperty().bind(pages.loadingProperty());
    }

    private void columns() {
        var columns = new CallColumns(words, now.getReadOnlyProperty());
        columns.text(time, call -> words.moment(call.createdAt(), live.now()));
        columns.text(campaignName, call -> words.campaign(call.campaignId()));
        columns.text(target, CampaignCall::targetName);
        columns.text(number, words::number);
        columns.text(tries, words::tries);
        columns.status(status, this::isUnknown);
        columns.text(agent, call -> isUnknown(call) ? words.lastKnown(call) : words.agent(call.agentId()));
        columns.moving(ring, words::ring);
        columns.moving(
                talk, (call, moment) -> isUnknown(call) ? words.timeThen(call, moment) : words.talk(call, moment));
        CallColumns.fit(table, List.of(ring, tries, agent, campaignName, talk, time));
    }

    /** While the link is lost nobody knows how a call in progress stands. */
    private boolean isUnknown(CampaignCall call) {
        return call.status() != CallStatus.DONE && !live.linkProperty().get().up();
    }

    private void linkChanged(LiveWorkspace.Link link) {
        boolean known = link.up();
        agent.setText(texts.get(known ? "calls.agent" : "calls.lost.known"));
        talk.setText(texts.get(known ? "calls.talk" : "calls.lost.time"));
        LastKnown.show(table, !known);
        now.set(link.valuesOf(live.now()));
        table.refresh();
    }

    private void around(Runnable change) {
        if (steady == null) {
            change.run();
        } else {
            steady.around(change, shows(Choice.IN_PROGRESS));
        }
        choosePlaceholder();
    }

    private void readMore() {
        if (steady != null && shows(Choice.ALL)) {
            if (steady.isNearEnd()) {
                pages.more();
            } else if (steady.isNearStart()) {
                pages.previous();
            }
        }
    }

    private boolean shows(Choice wanted) {
        return choice.getValue() == wanted;
    }

    private CallFilter wanted() {
        var causes = shows(Choice.ALL) ? result.getValue().causes() : List.<EndCause>of();
        return new CallFilter(campaign.getValue().id(), causes, filter.getText().strip(), null);
    }

    /** A filter with a result, a campaign or a text in it. */
    private boolean isFiltered() {
        var wanted = wanted();
        return wanted.campaignId() != null
                || !wanted.causes().isEmpty()
                || !wanted.text().isEmpty();
    }

    private void filterChanged() {
        if (filling) {
            return;
        }
        if (only.isVisible()) {
            choose(choice.getValue());
            return;
        }
        filtered = wanted();
        if (shows(Choice.ALL)) {
            pages.show(wanted());
        } else {
            inProgress.show(wanted());
            choosePlaceholder();
        }
    }

    private void choose(@Nullable Choice chosen) {
        showsOnly(false);
        around(() -> table.setItems(chosen == Choice.IN_PROGRESS ? inProgress.lines() : pages.lines()));
        tellNewer();
        filterChanged();
    }

    private void tellNewer() {
        int count = pages.newerProperty().get();
        newer.setVisible(count > 0 && shows(Choice.ALL));
        newer.setText(
                count >= MAX_NEWER
                        ? texts.get("calls.newerMany", texts.number(MAX_NEWER))
                        : texts.get("calls.newer", count));
    }

    private void onLoading(boolean loading) {
        choosePlaceholder();
        if (!loading && shows(Choice.ALL)) {
            table.scrollTo(0);
        }
    }

    private void choosePlaceholder() {
        boolean loading = pages.loadingProperty().get() && shows(Choice.ALL);
        empty.setVisible(!loading && !isFiltered() && shows(Choice.ALL));
        noneInProgress.setVisible(!loading && !isFiltered() && shows(Choice.IN_PROGRESS));
        noMatch.setVisible(!loading && isFiltered());
    }

    /** By name, behind "All campaigns". */
    private void fillCampaigns() {
        var chosen = campaign.getValue();
        var choices = new ArrayList<CampaignPicker>();
        choices.add(new CampaignPicker(null, texts.get("calls.campaign.any")));
        live.campaigns().stream()
                .map(row -> new CampaignPicker(row.id(), row.campaign().name()))
                .sorted(Comparator.comparing(CampaignPicker::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(choices::add);
        if (!choices.equals(campaign.getItems())) {
            filling = true;
            campaign.getItems().setAll(choices);
            campaign.setValue(choices.stream()
                    .filter(known -> chosen != null && Objects.equals(known.id(), chosen.id()))
                    .findFirst()
                    .orElse(choices.getFirst()));
            filling = false;
            if (begun && !wanted().equals(filtered)) {
                filterChanged();
            }
        }
    }

    private void select(@Nullable CallLine line) {
        if (line != null && (steady == null || !steady.isChanging())) {
            detail.show(line);
        }
    }

    private void showPane(@Nullable CallLine line) {
        detailPane.setVisible(line != null);
        detailPane.setManaged(line != null);
        if (line == null) {
            table.getSelectionModel().clearSelection();
        }
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        if (!begun) {
            begun = true;
            filterChanged();
        }
        following = live.nowProperty()
                .subscribe(this::tick)
                .and(live.calls().subscribe(this::takeUp))
                .and(live.linkProperty().subscribe(this::linkChanged));
    }

    @Override
    public void onHide() {
        detail.silence();
        following.unsubscribe();
    }

    private void tick(Instant moment) {
        fillCampaigns();
        choice.setCount(Choice.IN_PROGRESS, texts.number(live.calls().size()));
        follow();
        if (shows(Choice.ALL)) {
            pages.countNewer();
            readMore();
        }
        now.set(live.linkProperty().get().valuesOf(moment));
        detail.tick(moment);
    }

    /** Calls began or ended. */
    private void takeUp() {
        if (shows(Choice.IN_PROGRESS)) {
            inProgress.show(wanted());
        }
        follow();
    }

    private void follow() {
        var lines = shows(Choice.ALL) ? pages.lines().stream() : inProgress.lines().stream();
        inProgress.follow(Stream.concat(lines, Stream.ofNullable(detail.getShown())));
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        if (shortcut == Shortcut.FIND) {
            filter.focusField();
            return true;
        }
        var selected = table.getSelectionModel().getSelectedItem();
        return listen.perform(shortcut, selected == null ? null : selected.call());
    }

    @Override
    public List<Node> regions() {
        return detailPane.isVisible() ? List.of(toolbar, table, detailPane) : List.of(toolbar, table);
    }

    /** Shows these calls and no others, until another filter is chosen. */
    public void showOnly(Set<UUID> ids) {
        clearFilter();
        choice.setValue(Choice.ALL);
        tasks.onFx(source.calls(ids), found -> {
            onlyLines.setAll(found.stream()
                    .sorted(Comparator.comparing(CampaignCall::createdAt).reversed())
                    .map(CallLine::new)
                    .toList());
            only.setText(texts.get("calls.only", found.size()));
            showsOnly(true);
            table.requestFocus();
        });
    }

    private void showsOnly(boolean now) {
        only.setVisible(now);
        if (now) {
            around(() -> table.setItems(onlyLines));
        }
    }

    @FXML
    void showAll() {
        choose(choice.getValue());
        table.requestFocus();
    }

    /** Shows the calls with this number or name, of whatever campaign and result. */
    public void find(String text) {
        clearFilter();
        choice.setValue(Choice.ALL);
        filter.setText(text);
    }

    @FXML
    void clearFilter() {
        filter.setText("");
        campaign.setValue(campaign.getItems().getFirst());
        result.setValue(result.getItems().getFirst());
    }

    @FXML
    void showNewest() {
        pages.show(wanted());
        table.requestFocus();
    }
}
