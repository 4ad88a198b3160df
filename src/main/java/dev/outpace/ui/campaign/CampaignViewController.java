package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import dev.outpace.model.StopMode;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.StatusPill;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The frame of one campaign: its name, its status, start and stop, and the tabs. */
public final class CampaignViewController {
    private final CampaignRow row;
    private final CampaignOrders orders;
    private final Texts texts;
    private final Runnable goBack;
    private final List<CampaignTab> contents;
    private final CampaignEdit edit;
    private final Supplier<Parent> footer;
    private final List<TabContent> loaded = new ArrayList<>();
    private final Tooltip whyNot = new Tooltip();
    private Subscription shown = Subscription.EMPTY;
    private boolean isShown;
    private boolean pending;
    private final TabMarks actionMarks = new TabMarks();
    private final TabMarks settingsMarks = new TabMarks();
    private final ProblemWords words = new ProblemWords();

    @FXML
    private HBox header;

    @FXML
    private Label name;

    @FXML
    private StatusPill status;

    @FXML
    private Label facts;

    @FXML
    private Button startStop;

    @FXML
    private MenuButton more;

    @FXML
    private MenuItem cancelRinging;

    @FXML
    private MenuItem hangUpAll;

    @FXML
    private StackPane startBox;

    @FXML
    private TabPane tabs;

    @FXML
    private VBox footerPlace;

    /**
     * @param contents the tabs
     * @param footer under the tabs that edit
     */
    CampaignViewController(
            CampaignRow row,
            CampaignOrders orders,
            Texts texts,
            Runnable goBack,
            List<CampaignTab> contents,
            CampaignEdit edit,
            Supplier<Parent> footer) {
        this.row = row;
        this.orders = orders;
        this.edit = edit;
        this.footer = footer;
        this.texts = texts;
        this.goBack = goBack;
        this.contents = contents;
    }

    /** A tab: what it shows is made when it is first opened. */
    record CampaignTab(CampaignScreen.Tab id, TabContent content, Supplier<Parent> node) {}

    @FXML
    void initialize() {
        CutText.tell(name);
        whyNot.setWrapText(true);
        whyNot.setMaxWidth(360);
        contents.forEach(content -> tabs.getTabs().add(tab(content)));
        footerPlace.getChildren().add(footer.get());
        tabs.getSelectionModel().selectedIndexProperty().subscribe(at -> {
            // The actions have their own Save, beside their tools.
            boolean edits = contents.get(Math.max(0, at.intValue())).id() == CampaignScreen.Tab.SETTINGS;
            footerPlace.setVisible(edits);
            footerPlace.setManaged(edits);
        });
    }

    private Tab tab(CampaignTab content) {
        var tab = new Tab(texts.get("campaign.tab." + content.id().name().toLowerCase(Locale.ROOT)));
        switch (content.id()) {
            case LIVE -> {}
            case ACTIONS -> tab.setGraphic(actionMarks);
            case SETTINGS -> tab.setGraphic(settingsMarks);
        }
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.node().get());
                loaded.add(content.content());
                if (isShown) {
                    content.content().onShow();
                }
            }
        });
        return tab;
    }

    boolean isOpen(CampaignScreen.Tab tab) {
        int at = tabs.getSelectionModel().getSelectedIndex();
        return at >= 0 && contents.get(at).id() == tab;
    }

    void open(CampaignScreen.Tab tab) {
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i).id() == tab) {
                tabs.getSelectionModel().select(i);
            }
        }
    }

    /** The editor of the flow takes all the room there is. */
    ObservableValue<Boolean> wantsRoom() {
        return tabs.getSelectionModel()
                .selectedIndexProperty()
                .map(at -> at.intValue() >= 0 && contents.get(at.intValue()).id() == CampaignScreen.Tab.ACTIONS);
    }

    /** The head, then the parts of the tab in view. */
    List<Node> regions() {
        var regions = new ArrayList<Node>();
        regions.add(header);
        int at = tabs.getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            regions.addAll(
                    contents.get(at).content().regions(tabs.getTabs().get(at).getContent()));
        }
        return regions;
    }

    void onShow() {
        isShown = true;
        loaded.forEach(TabContent::onShow);
        shown = Subscription.combine(
                edit.onChange(this::showMarks),
                row.campaignProperty().subscribe(_ -> show()),
                row.linksProperty().subscribe(_ -> show()),
                row.startProblemsProperty().subscribe(_ -> show()),
                row.momentProperty().subscribe(_ -> show()));
        showMarks();
    }

    void onHide() {
        isShown = false;
        loaded.forEach(TabContent::onHide);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    /** Once a second. */
    void tick() {
        int at = tabs.getSelectionModel().getSelectedIndex();
        if (at >= 0 && loaded.contains(contents.get(at).content())) {
            contents.get(at).content().tick();
        }
    }

    private void showMarks() {
        int flow = (edit.isChanged(CampaignField.ACTIONS) ? 1 : 0) + (edit.isChanged(CampaignField.LAYOUT) ? 1 : 0);
        actionMarks.show(texts.number(edit.get(CampaignField.ACTIONS).size()), flow > 0);
        settingsMarks.show("", edit.changes() > flow);
    }

    private void show() {
        var campaign = row.campaign();
        name.setText(campaign.name());
        status.show(
                Looks.of(campaign.status()),
                texts.get("status.campaign." + campaign.status().name().toLowerCase(Locale.ROOT)));
        boolean stops = CampaignOrders.stops(row);
        startStop.setText(texts.get(stops ? "order.stop" : "order.start"));
        startStop.setGraphic((stops ? Symbol.SQUARE : Symbol.TRIANGLE).draw());
        startStop.getStyleClass().removeAll("danger-outline", "primary");
        startStop.getStyleClass().add(stops ? "danger-outline" : "primary");
        showStart();
        boolean stopped = campaign.status() == CampaignStatus.STOP;
        cancelRinging.setDisable(stopped);
        hangUpAll.setDisable(stopped);
        more.setDisable(stopped);
    }

    /** A campaign that can't start says what it lacks. */
    private void showStart() {
        var lacks = CampaignOrders.stops(row)
                ? List.<Problem>of()
                : row.startProblems().stream().filter(Problem::isError).toList();
        boolean can = lacks.isEmpty();
        startStop.setDisable(pending || !can);
        facts.setText(can ? facts(row.moment()) : lack(lacks.getFirst()));
        (can ? Tone.NEUTRAL : Tone.DANGER).dress(facts);
        Tooltip.uninstall(startBox, whyNot);
        startStop.setAccessibleHelp(null);
        if (!can) {
            whyNot.setText(lacks.stream().map(words::sentence).collect(Collectors.joining("\n")));
            startStop.setAccessibleHelp(whyNot.getText());
            Tooltip.install(startBox, whyNot);
        }
    }

    private String lack(Problem problem) {
        return problem.code().startsWith("start.")
                ? texts.get("campaign.lacks." + problem.code().substring("start.".length()))
                : words.sentence(problem);
    }

    private String facts(@Nullable CampaignMoment moment) {
        var campaign = row.campaign();
        if (campaign.status() == CampaignStatus.STOPPING && moment != null) {
            return texts.get("campaign.waitingFor", moment.inProgress());
        }
        var type = texts.get(campaign.type() == CampaignType.CALL ? "campaign.type.call" : "campaign.type.flow");
        var queue = row.links().queue();
        var facts = queue == null ? type : texts.get("campaign.facts.queue", type, queue.name());
        return moment != null && moment.startedAt() != null && campaign.status() == CampaignStatus.RUN
                ? texts.get(
                        "campaign.facts.running",
                        facts,
                        span(moment.startedAt(), moment.snapshot().at()))
                : facts;
    }

    private String span(Instant from, Instant to) {
        var length = Duration.between(from, to);
        return texts.span(length.isNegative() ? Duration.ZERO : length);
    }

    @FXML
    void back() {
        goBack.run();
    }

    @FXML
    void startOrStop() {
        if (startStop.isDisabled()) {
            return;
        }
        orders.startOrStop(row, this::pending);
    }

    @FXML
    void cancelRinging() {
        orders.stop(row, StopMode.CANCEL_RINGING, this::pending);
    }

    @FXML
    void hangUpAll() {
        orders.stop(row, StopMode.HANG_UP_ALL, this::pending);
    }

    private void pending(boolean waits) {
        pending = waits;
        showStart();
    }

    void selectNext(int by) {
        int count = tabs.getTabs().size();
        tabs.getSelectionModel().select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count));
    }
}
