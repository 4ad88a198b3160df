package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.Deletion;
import dev.outpace.ui.forms.Users;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads what moves to the list of queues and to the people of the selected one. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class AgentsController {

    /** How people are shown. */
    enum View {
        BOARD,
        TABLE
    }

    /** In a narrower table the user name, which is only a name to sign in with, gives way to the rest. */
    private static final double ROOM_FOR_USERNAMES = 700;

    private final Texts texts;
    private final Resources resources;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final AgentOrders orders;
    private final Deletion deletion;
    private final Users users;
    private final AgentWords words;
    private TeamList teams;
    private Roster roster;
    private Subscription following = Subscription.EMPTY;
    private ContextMenu menu = new ContextMenu();

    @FXML
    private VBox queuePane;

    @FXML
    private ListView<Team> teamList;

    @FXML
    private GridPane legend;

    @FXML
    private VBox head;

    @FXML
    private Label title;

    @FXML
    private Label facts;

    @FXML
    private SegmentedControl<View> view;

    /** Empty for all. */
    @FXML
    private SegmentedControl<Optional<AgentStatus>> statuses;

    @FXML
    private ComboBox<Optional<AgentStatus>> statusChoice;

    @FXML
    private FilterField find;

    @FXML
    private StackPane content;

    @FXML
    private TableView<AgentRow> table;

    @FXML
    private TableColumn<AgentRow, Agent> name;

    @FXML
    private TableColumn<AgentRow, AgentMoment> status;

    @FXML
    private TableColumn<AgentRow, AgentMoment> time;

    @FXML
    private TableColumn<AgentRow, AgentMoment> reason;

    @FXML
    private TableColumn<AgentRow, Agent> queues;

    @FXML
    private TableColumn<AgentRow, Agent> username;

    @FXML
    private EmptyState empty;

    @FXML
    private EmptyState noMatch;

    AgentsController(
            Texts texts,
            Resources resources,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            AgentOrders orders) {
        this.texts = texts;
        this.resources = resources;
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.orders = orders;
        deletion = new Deletion(texts, resources, tasks, dialogs, toasts);
        users = new Users(live, Campaign::queueId);
        words = new AgentWords(texts, live);
    }

    @FXML
    void initialize() {
        CutText.tell(title);
        CutText.tell(facts);
        var board = new TileBoard(words);
        content.getChildren().addFirst(board);
        roster = new Roster(board, table, rows());
        roster.setOnOpen(this::edit);
        roster.setOnDelete(this::delete);
        roster.setOnMenu((row, x, y) -> show(orders.menu(row, this::edit, this::delete), x, y));
        teams = new TeamList(texts, live, words, teamList, legend);
        fillChoices();
        teamList.getSelectionModel().selectedItemProperty().subscribe(team -> assigned());
        teamList.addEventHandler(KeyEvent.KEY_PRESSED, this::onTeamKey);
        teamList.setOnContextMenuRequested(event -> openTeamMenu(event.getScreenX(), event.getScreenY()));
        view.valueProperty().subscribe(chosen -> {
            roster.setAsTable(chosen == View.TABLE);
            tellEmpty();
        });
        statuses.valueProperty().subscribe(chosen -> filter());
        find.textProperty().subscribe(typed -> filter());
    }

    private AgentTable rows() {
        var rows = new AgentTable(table, words);
        rows.states(status, time, reason);
        rows.names(name, username);
        queues.setCellValueFactory(cell -> cell.getValue().agentProperty());
        queues.setSortable(false);
        TextCell.in(name, Agent::name);
        TextCell.in(queues, this::queuesOf);
        TextCell.in(username, Agent::username);
        ColumnHeads.keepWhole(table);
        username.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_USERNAMES));
        table.getSortOrder().add(name);
        return rows;
    }

    private String queuesOf(Agent agent) {
        var names = live.queues().stream()
                .map(QueueRow::queue)
                .filter(queue -> queue.serves(agent))
                .map(queue -> queue.name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Texts.NOT_APPLICABLE : names;
    }

    private void fillChoices() {
        view.setSegments(List.of(
                new Segment<>(View.BOARD, texts.get("agents.board"), Symbol.of(Feather.GRID)),
                new Segment<>(View.TABLE, texts.get("agents.table"), Symbol.of(Feather.LIST))));
        var segments = new ArrayList<Segment<Optional<AgentStatus>>>();
        segments.add(new Segment<>(Optional.empty(), texts.get("agents.shown.all")));
        for (var each : AgentStatus.values()) {
            segments.add(new Segment<>(
                    Optional.of(each), words.status(each), Looks.of(each).symbol()));
        }
        statuses.setSegments(segments);
        segments.forEach(segment -> statusChoice.getItems().add(segment.value()));
        statusChoice.setConverter(new StringConverter<>() {
            @Override
            @SuppressWarnings("NullableOptional") // A box that nothing is chosen in asks for the words of null.
            public String toString(@Nullable Optional<AgentStatus> chosen) {
                return chosen == null ? "" : chosen.map(words::status).orElseGet(() -> texts.get("agents.shown.all"));
            }

            @Override
            public Optional<AgentStatus> fromString(String typed) {
                throw new UnsupportedOperationException("it is only chosen from");
            }
        });
        statusChoice.valueProperty().bindBidirectional(statuses.valueProperty());
    }

    void onShow() {
        following = Subscription.combine(
                users.follow(),
                live.watchAgents(new LiveWorkspace.AgentWatch() {
                    @Override
                    public void moved(List<AgentRow> rows) {
                        AgentsController.this.moved(rows);
                    }

                    @Override
                    public void assigned() {
                        teams.assigned();
                        AgentsController.this.assigned();
                    }
                }),
                live.nowProperty().subscribe(now -> {
                    roster.tick(now);
                    tellFacts();
                }));
        teams.assigned();
        assigned();
    }

    void onHide() {
        following.unsubscribe();
        menu.hide();
    }

    List<Node> regions() {
        return List.of(queuePane, head, content);
    }

    boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> find.focusField();
            case CREATE -> createAgent();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void assigned() {
        roster.show(teams.selected().people(live));
        tell();
    }

    private void moved(List<AgentRow> rows) {
        teams.moved();
        roster.moved(rows);
        tell();
    }

    private void filter() {
        var chosen = statuses.getValue();
        roster.filter(chosen == null ? null : chosen.orElse(null), find.getText());
        tellEmpty();
    }

    @FXML
    void clearFilter() {
        statuses.setValue(Optional.empty());
        find.setText("");
    }

    private void tell() {
        var staff = teams.selected().staff();
        statuses.setCount(Optional.empty(), texts.number(staff.total()));
        Arrays.stream(AgentStatus.values())
                .forEach(each -> statuses.setCount(Optional.of(each), texts.number(staff.count(each))));
        tellFacts();
        tellEmpty();
    }

    private void tellFacts() {
        var team = teams.selected();
        title.setText(team.name());
        int people = team.staff().total();
        var queue = team.queue();
        if (queue == null) {
            facts.setText(
                    texts.get("agents.facts.everyone", people, live.queues().size()));
        } else {
            var names = users.of(queue.id()).getValue();
            facts.setText(
                    names.isEmpty()
                            ? texts.get("agents.facts", people)
                            : texts.get("agents.facts.usedBy", people, names));
        }
    }

    private void tellEmpty() {
        boolean nobody = roster.isEmpty();
        empty.setTitle(texts.get(teams.selected().queue() == null ? "agents.empty" : "agents.empty.queue"));
        empty.setVisible(nobody);
        noMatch.setVisible(!nobody && roster.matchesNobody());
    }

    @FXML
    void createAgent() {
        var queue = teams.selected().queue();
        agentForm().openNew(queue == null ? null : queue.queue());
    }

    @FXML
    void createQueue() {
        new QueueFormController(texts, resources, tasks, dialogs).openNew();
    }

    private AgentFormController agentForm() {
        return new AgentFormController(texts, resources, live, tasks, dialogs);
    }

    private void edit(AgentRow row) {
        agentForm().open(row.agent());
    }

    private void delete(AgentRow row) {
        deletion.ask(row.agent(), AgentWords.hasCall(row) ? texts.get("agents.delete.call") : "");
    }

    private void edit(QueueRow queue) {
        new QueueFormController(texts, resources, tasks, dialogs).open(queue.queue());
    }

    private void delete(QueueRow queue) {
        int people = queue.agents().size();
        deletion.ask(queue.queue(), people == 0 ? "" : texts.get("agents.delete.stay", people));
    }

    private void onTeamKey(KeyEvent event) {
        var queue = teams.selected().queue();
        if (queue == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> edit(queue);
            case DELETE -> delete(queue);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void openTeamMenu(double screenX, double screenY) {
        var queue = teams.selected().queue();
        if (queue != null) {
            var change = new MenuItem(texts.get("agents.menu.edit"), new FontIcon(Feather.EDIT_2));
            change.setOnAction(event -> edit(queue));
            var remove = new MenuItem(texts.get("agents.menu.delete"), new FontIcon(Feather.TRASH_2));
            remove.setOnAction(event -> delete(queue));
            show(new ContextMenu(change, remove), screenX, screenY);
        }
    }

    private void show(ContextMenu next, double screenX, double screenY) {
        menu.hide();
        menu = next;
        menu.show(content, screenX, screenY);
    }
}
