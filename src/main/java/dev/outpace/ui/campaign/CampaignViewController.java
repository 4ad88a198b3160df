package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.StopMode;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.StatusPill;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The frame of one campaign: its name, its status, start and stop, and the tabs. */
public final class CampaignViewController {
    private final CampaignRow row;
    private final CampaignOrders orders;
    private final Texts texts;
    private final Runnable goBack;
    private final List<CampaignTab> contents;
    private Subscription shown = Subscription.EMPTY;
    private boolean pending;

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
    private TabPane tabs;

    @FXML
    private Tab liveTab;

    /** @param contents the tabs, the live one first */
    CampaignViewController(
            CampaignRow row, CampaignOrders orders, Texts texts, Runnable goBack, List<CampaignTab> contents) {
        this.row = row;
        this.orders = orders;
        this.texts = texts;
        this.goBack = goBack;
        this.contents = contents;
    }

    /** A tab besides the live one: its title and what it shows, made when it is first opened. */
    record CampaignTab(String textKey, Supplier<Parent> content) {}

    @FXML
    void initialize() {
        CutText.tell(name);
        liveTab.setContent(contents.getFirst().content().get());
        for (var content : contents.subList(1, contents.size())) {
            var tab = new Tab(texts.get(content.textKey()));
            tab.selectedProperty().subscribe(selected -> {
                if (selected && tab.getContent() == null) {
                    tab.setContent(content.content().get());
                }
            });
            tabs.getTabs().add(tab);
        }
    }

    void onShow() {
        shown = Subscription.combine(
                row.campaignProperty().subscribe(_ -> show()),
                row.linksProperty().subscribe(_ -> show()),
                row.momentProperty().subscribe(_ -> show()));
    }

    void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    private void show() {
        var campaign = row.campaign();
        name.setText(campaign.name());
        status.show(
                Looks.of(campaign.status()),
                texts.get("status.campaign." + campaign.status().name().toLowerCase(Locale.ROOT)));
        facts.setText(facts(row.moment()));
        boolean stops = CampaignOrders.stops(row);
        startStop.setText(texts.get(stops ? "order.stop" : "order.start"));
        startStop.setGraphic((stops ? Symbol.SQUARE : Symbol.TRIANGLE).draw());
        startStop.getStyleClass().removeAll("danger-outline", "primary");
        startStop.getStyleClass().add(stops ? "danger-outline" : "primary");
        startStop.setDisable(pending);
        boolean stopped = campaign.status() == CampaignStatus.STOP;
        cancelRinging.setDisable(stopped);
        hangUpAll.setDisable(stopped);
        more.setDisable(stopped);
    }

    private String facts(@Nullable CampaignMoment moment) {
        var campaign = row.campaign();
        if (campaign.status() == CampaignStatus.STOPPING && moment != null) {
            return texts.get("campaign.waitingFor", texts.number(moment.inProgress()));
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
        startStop.setDisable(waits);
    }

    void selectNext(int by) {
        int count = tabs.getTabs().size();
        tabs.getSelectionModel().select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count));
    }
}
