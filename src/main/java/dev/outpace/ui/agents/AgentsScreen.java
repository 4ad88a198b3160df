package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Campaign;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.Deletion;
import dev.outpace.ui.forms.SupervisorOrders;
import dev.outpace.ui.forms.Users;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import dev.outpace.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** All queues and agents. Leads what moves to the list of queues and to the people of the selected one. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
public final class AgentsScreen implements Screen {

    /** How people are shown. */
    enum View {
        BOARD,
        TABLE
    }

    /** In a narrower table the user name, which is only a name to sign in with, gives way to the rest. */
    private static final double ROOM_FOR_USERNAMES = 700;

    private final Parent node;
    private final Texts texts;
    private final Resources resources;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final AgentOrderMenu orders;
    private final Deletion deletion;
    private final QueueOrders queueOrders;
    private final Users users;
    private final AgentWords words;
    private final AgentPaneController pane;
    private AgentFlyout flyout;
    private TeamList teams;
    private Roster roster;
    private Subscription following = Subscription.EMPTY;
    private ContextMenu menu = new ContextMenu();

    @FXML
    private HBox screen;

    @FXML
    private VBox queuePane;

    @FXML
    private ListView<Team> teamList;

    @FXML
    private Label legendCaption;

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

    @FXML
    private SegmentedControl<ShownAgents> statuses;

    @FXML
    private ComboBox<ShownAgents> statusChoice;

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

    /** @param openCampaign shows a campaign, from the menu of an agent who has a call of it */
    public AgentsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Consumer<CampaignRow> openCampaign) {
        this.texts = texts;
        resources = workspace.resources();
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        var listen = new SupervisorOrders(texts, workspace.supervision(), tasks, dialogs, toasts);
        orders = new AgentOrderMenu(
                texts, workspace.teams(), workspace.calls(), live, tasks, dialogs, toasts, listen, openCampaign);
        deletion = new Deletion(texts, resources, tasks, dialogs, toasts);
        queueOrders = new QueueOrders(texts, resources, tasks, dialogs, deletion);
        users = new Users(live, Campaign::queueId);
        words = new AgentWords(texts, live);
        pane = new AgentPaneController(texts, live, words, orders, listen, this::closeFlyout);
        node = new Views(texts).load(this, pane);
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
        roster.setOnMenu((row, x, y) -> show(menu(row), x, y));
        flyout = new AgentFlyout(screen, queuePane, pane);
        roster.setOnSelect(() -> flyout.select(roster.selected(), live.now()));
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.CLOSE.matches(event) && flyout.isShown()) {
                event.consume();
                closeFlyout();
            }
        });
        content.hoverProperty().subscribe(over -> hold());
        teams = new TeamList(texts, live, words, teamList, legend, legendCaption);
        fillChoices();
        teamList.getSelectionModel().selectedItemProperty().subscribe(_ -> chosen());
        teamList.addEventHandler(KeyEvent.KEY_PRESSED, this::onTeamKey);
        teamList.setOnContextMenuRequested(this::openTeamMenu);
        view.valueProperty().subscribe(chosen -> {
            roster.setAsTable(chosen == View.TABLE);
            tellEmpty();
        });
        statuses.valueProperty().subscribe(chosen -> filter());
        find.textProperty().subscribe(typed -> filter());
    }

    private ContextMenu menu(AgentRow row) {
        var all = orders.menu(row, this::edit, this::delete);
        var details = new MenuItem(
                texts.get("agents.menu.details"), Symbol.of(Feather.SIDEBAR).draw());
        details.setOnAction(_ -> {
            flyout.select(row, live.now());
            flyout.open();
        });
        all.getItems().add(all.getItems().size() - 2, details);
        return all;
    }

    private void closeFlyout() {
        flyout.close();
        roster.focusTarget().requestFocus();
    }

    private AgentTable rows() {
        var rows = new AgentTable(table, words);
        rows.states(status, time, reason);
        rows.names(name, username);
        rows.queues(queues, this::queuesOf);
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
        statuses.setSegments(
                Arrays.stream(ShownAgents.values()).map(this::segment).toList());
        statusChoice.getItems().setAll(ShownAgents.values());
        statusChoice.setConverter(new ChosenWords<>(this::word));
        statusChoice.valueProperty().bindBidirectional(statuses.valueProperty());
    }

    private Segment<ShownAgents> segment(ShownAgents choice) {
        var shown = choice.status();
        return new Segment<>(
                choice, word(choice), shown == null ? null : Looks.of(shown).symbol());
    }

    private String word(ShownAgents choice) {
        var shown = choice.status();
        return shown == null ? texts.get("agents.shown.all") : words.status(shown);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        following = Subscription.combine(
                users.follow(),
                live.watchAgents(new LiveWorkspace.AgentWatch() {
                    @Override
                    public void moved(List<AgentRow> rows) {
                        AgentsScreen.this.moved(rows);
                    }

                    @Override
                    public void assigned() {
                        teams.assigned();
                        AgentsScreen.this.assigned();
                    }
                }),
                live.nowProperty().subscribe(now -> {
                    roster.tick(now);
                    flyout.update(now);
                    tellFacts();
                }),
                live.linkProperty().subscribe(link -> {
                    roster.linkChanged(link.up());
                    flyout.update(live.now());
                    teams.linkChanged();
                    tellFacts();
                }));
        teams.assigned();
        chosen();
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        menu.hide();
    }

    @Override
    public List<Node> regions() {
        return flyout.isShown() ? List.of(queuePane, head, content, flyout.node()) : List.of(queuePane, head, content);
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> find.focusField();
            case CREATE -> createAgent();
            default -> {
                return flyout.perform(shortcut);
            }
        }
        return true;
    }

    private void chosen() {
        roster.show(teams.selected().people(live));
        tell();
    }

    private void assigned() {
        roster.update(teams.selected().people(live));
        tell();
    }

    private void moved(List<AgentRow> rows) {
        teams.moved();
        roster.moved(rows);
        flyout.update(live.now());
        tell();
    }

    private void filter() {
        var choice = statuses.getValue();
        roster.filter(choice == null ? null : choice.status(), find.getText());
        tellEmpty();
    }

    /** Shows the agents of this name, of whatever queue and state. */
    public void find(String name) {
        teamList.getSelectionModel().selectFirst();
        statuses.setValue(ShownAgents.ALL);
        find.setText(name);
    }

    @FXML
    void clearFilter() {
        statuses.setValue(ShownAgents.ALL);
        find.setText("");
    }

    private void tell() {
        var staff = teams.selected().staff();
        for (var choice : ShownAgents.values()) {
            statuses.setCount(choice, texts.number(choice.count(staff)));
        }
        tellFacts();
        tellEmpty();
    }

    private void tellFacts() {
        var team = teams.selected();
        title.setText(team.name());
        int people = team.staff().total();
        int atWork = team.staff().atWork();
        var queue = team.queue();
        if (queue == null) {
            tellFacts(texts.get("agents.facts.everyone", people, live.queues().size(), atWork));
        } else {
            var names = users.of(queue.id()).getValue();
            tellFacts(
                    names.isEmpty()
                            ? texts.get("agents.facts", people, atWork)
                            : texts.get("agents.facts.usedBy", people, names, atWork));
        }
    }

    private void tellFacts(String words) {
        var link = live.linkProperty().get();
        facts.setText(link.up() ? words : texts.get("agents.lost.facts", words, texts.time(link.valuesOf(live.now()))));
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
        queueOrders.create(teams::selectWhenThere);
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

    private void onTeamKey(KeyEvent event) {
        var queue = teams.selected().queue();
        if (queue != null) {
            queueOrders.onKey(event, queue);
        }
    }

    private void openTeamMenu(ContextMenuEvent event) {
        var queue = teams.selected().queue();
        if (queue != null) {
            show(queueOrders.menu(queue), event.getScreenX(), event.getScreenY());
        }
    }

    private void show(ContextMenu next, double screenX, double screenY) {
        menu.hide();
        menu = next;
        menu.showingProperty().subscribe(showing -> hold());
        menu.show(content, screenX, screenY);
    }

    private void hold() {
        roster.setHeld(content.isHover() || menu.isShowing());
    }
}
