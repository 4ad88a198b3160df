package dev.outpace.ui.campaign;

import dev.outpace.model.CallStage;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Gauge;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.KpiTile;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.PacingChart;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.SlotBar;
import dev.outpace.ui.controls.StatusPill;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LogEntry;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.live.Totals;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Separator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What one campaign does right now, and why. */
public final class LiveTabController implements TabContent {
    private static final Duration DAY = Duration.ofHours(24);

    private final CampaignRow row;
    private final LiveOrders orders;
    private final CallsCard calls;
    private final Supplier<OtherCalls> others;
    private final Texts texts;
    private final Supplier<WorkspaceSettings> settings;
    private Subscription shown = Subscription.EMPTY;
    private boolean shownOnly;

    @FXML
    private KpiTile dialingTile;

    @FXML
    private KpiTile talkingTile;

    @FXML
    private KpiTile availableTile;

    @FXML
    private KpiTile answerTile;

    @FXML
    private KpiTile rateTile;

    @FXML
    private KpiTile listTile;

    @FXML
    private SegmentedControl<Duration> windowChoice;

    @FXML
    private ToggleButton pauseButton;

    @FXML
    private PacingChart chart;

    @FXML
    private Label callCount;

    @FXML
    private Label callsSettled;

    @FXML
    private SegmentedControl<CallsCard.Choice> callChoice;

    @FXML
    private TableView<CallRow> callTable;

    @FXML
    private TableColumn<CallRow, CallRow> statusColumn;

    @FXML
    private TableColumn<CallRow, String> targetColumn;

    @FXML
    private TableColumn<CallRow, String> numberColumn;

    @FXML
    private TableColumn<CallRow, String> tryColumn;

    @FXML
    private TableColumn<CallRow, String> agentColumn;

    @FXML
    private TableColumn<CallRow, CallRow> durationColumn;

    @FXML
    private TableColumn<CallRow, CallRow> hangUpColumn;

    @FXML
    private StatusPill rulePill;

    @FXML
    private HBox equation;

    @FXML
    private Label ruleSentence;

    @FXML
    private SlotBar slots;

    @FXML
    private Separator levelSeparator;

    @FXML
    private HBox levelBox;

    @FXML
    private Stepper level;

    @FXML
    private IconWord budget;

    @FXML
    private HBox targetBox;

    @FXML
    private Stepper target;

    @FXML
    private IconWord abandonWord;

    @FXML
    private Label abandonWithin;

    @FXML
    private Gauge gauge;

    @FXML
    private ListView<LogEntry> log;

    public LiveTabController(
            CampaignRow row,
            LiveOrders orders,
            CallsCard calls,
            Texts texts,
            Supplier<WorkspaceSettings> settings,
            Supplier<OtherCalls> others) {
        this.others = others;
        this.row = row;
        this.orders = orders;
        this.calls = calls;
        this.texts = texts;
        this.settings = settings;
    }

    @FXML
    void initialize() {
        windowChoice.setSegments(List.of(
                new Segment<>(Duration.ofMinutes(5), texts.get("live.window.5min")),
                new Segment<>(Duration.ofMinutes(15), texts.get("live.window.15min")),
                new Segment<>(Duration.ofHours(1), texts.get("live.window.1h")),
                new Segment<>(DAY, texts.get("live.window.today"))));
        windowChoice.setValue(Duration.ofMinutes(15));
        windowChoice.valueProperty().subscribe(this::showWindow);
        chart.setZone(texts.zone());
        chart.pausedProperty().bind(pauseButton.selectedProperty());
        callTable.setPlaceholder(new Label(texts.get("live.calls.none")));
        calls.fill(callTable, row);
        calls.columns(statusColumn, targetColumn, numberColumn, tryColumn, agentColumn, durationColumn, hangUpColumn);
        CutText.tell(callsSettled);
        ColumnHeads.keepWhole(callTable);
        calls.choices(callChoice, callCount);
        log.setItems(row.log());
        log.setCellFactory(_ -> new LogCell(texts));
        log.setPlaceholder(new Label(texts.get("live.log.none")));
        level.setValue(row.campaign().serviceLevel());
        level.valueProperty().subscribe((_, value) -> {
            if (!shownOnly) {
                orders.changeServiceLevel(row, value.intValue());
            }
        });
        target.setValue(perMille(row.campaign()));
        target.valueProperty().subscribe((_, value) -> {
            if (!shownOnly) {
                orders.changeAbandonTarget(row, value.intValue() / 1_000.0);
            }
        });
    }

    private static int perMille(Campaign campaign) {
        return (int) Math.round(1_000 * campaign.options().pacing().abandonTarget());
    }

    private void showWindow(@Nullable Duration window) {
        var length = window == null ? Duration.ofMinutes(15) : window;
        chart.setSamples(length.equals(DAY) ? row.today() : row.lastHour());
        chart.setWindow(length.toMillis());
    }

    /** Begins to follow the campaign; ends with {@link #onHide}. */
    @Override
    public void onShow() {
        shown = Subscription.combine(
                row.momentProperty().subscribe(this::showMoment),
                row.momentProperty().subscribe(_ -> showRates()),
                row.campaignProperty().subscribe(_ -> showRule(row.moment())),
                row.windowProperty().subscribe(_ -> showRates()),
                row.rateProperty().subscribe(this::showRate),
                calls.follow(callTable, agentColumn, durationColumn, callsSettled));
    }

    @Override
    public void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    /** The keys that let a supervisor hear the selected call. */
    boolean perform(Shortcut shortcut) {
        var selected = callTable.getSelectionModel().getSelectedItem();
        return orders.listen().perform(shortcut, selected == null ? null : selected.call());
    }

    /** Once a second: the chart moves on, and calls grow longer. */
    public void tick(Instant now) {
        chart.setNow(now.toEpochMilli());
        calls.tick(now);
    }

    private void showMoment(@Nullable CampaignMoment moment) {
        if (moment == null) {
            return;
        }
        chart.setFrozen(moment.status() == CampaignStatus.STOP);
        var snapshot = moment.snapshot();
        var allowed = moment.allowed();
        dialingTile.setValue(texts.number(snapshot.ownDialing()));
        dialingTile.setSuffix(
                allowed == null || !snapshot.hasQueue() ? "" : texts.get("format.of", texts.number(allowed)));
        dialingTile.setFoot(texts.get("live.tile.inProgress", texts.number(moment.inProgress())));
        talkingTile.setValue(texts.number(moment.talking()));
        talkingTile.setFoot(waiting(moment));
        availableTile.setValue(snapshot.hasQueue() ? texts.number(snapshot.available()) : Texts.NOT_APPLICABLE);
        availableTile.setSuffix(snapshot.hasQueue() ? texts.get("format.of", texts.number(moment.agents())) : "");
        availableTile.setFoot(
                snapshot.hasQueue() ? texts.get("live.tile.reserved", texts.number(snapshot.reserved())) : "");
        var targets = moment.targets();
        listTile.setValue(
                targets.total() == 0
                        ? Texts.NOT_APPLICABLE
                        : texts.percent(100 * targets.done() / Math.max(1, targets.done() + targets.left())));
        listTile.setFoot(texts.get("live.tile.left", texts.number(targets.left())));
        showRule(moment);
    }

    /** Who waits and how long the longest does; while nobody does, for how many an agent's phone rings. */
    private String waiting(CampaignMoment moment) {
        var since = row.calls().stream()
                .map(CallRow::call)
                .filter(call -> CallStage.of(call) == CallStage.WAITING)
                .map(CampaignCall::queuedAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (since.isEmpty()) {
            return texts.get("live.tile.ringing", moment.agentRinging());
        }
        var longest = Duration.between(since.getFirst(), moment.snapshot().at());
        return texts.get(
                "live.tile.waiting", since.size(), texts.stopwatch(longest.isNegative() ? Duration.ZERO : longest));
    }

    private void showRates() {
        var window = row.window();
        answerTile.setValue(texts.percent(Totals.answerRate(window), 1));
        answerTile.setFoot(texts.get("live.tile.ended", window.ended()));
        var own = ownAbandon();
        double abandoned = own == null ? Totals.abandonRate(window) : own.rate();
        double limit = own == null ? settings.get().abandonLimit() * 100 : own.limit();
        gauge.setLimit(limit);
        gauge.setLimitText(texts.get("live.abandon.limit", texts.percent(limit, limit == Math.rint(limit) ? 0 : 1)));
        boolean known = !Double.isNaN(abandoned);
        gauge.setValue(known ? abandoned : 0);
        var tone = Gauge.toneOf(known ? abandoned : 0, limit);
        abandonWord.show(new Look(tone, symbol(tone)), texts.percent(abandoned, 1));
        var words = texts.get(
                !known
                        ? "live.abandon.none"
                        : tone == Tone.DANGER
                                ? "live.abandon.over"
                                : tone == Tone.WARNING ? "live.abandon.near" : "live.abandon.within");
        abandonWithin.setText(own == null || !known ? words : texts.get("live.abandon.own", words, own.window()));
    }

    /** The abandon rate that the campaign's own pacing keeps to, in percent, and over which time it is counted. */
    private record OwnAbandon(double rate, double limit, String window) {}

    /** So that one figure stands here, the one that decides; null where the pacing does not go by it. */
    private @Nullable OwnAbandon ownAbandon() {
        var moment = row.moment();
        if (moment == null) {
            return null;
        }
        var pacing = row.campaign().options().pacing();
        var window = texts.get("live.budget." + pacing.window().text());
        var forecast = moment.snapshot().forecast();
        var standing = moment.snapshot().abandon();
        if (forecast != null) {
            return new OwnAbandon(100 * forecast.abandonRate(), 100 * pacing.abandonTarget(), window);
        }
        return standing == null ? null : new OwnAbandon(100 * standing.rate(), 100 * standing.target(), window);
    }

    private static Symbol symbol(Tone tone) {
        return Symbol.of(
                tone == Tone.DANGER
                        ? Feather.ALERT_OCTAGON
                        : tone == Tone.WARNING ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
    }

    private void showRate(CampaignRow.Rate rate) {
        rateTile.setValue(texts.number(rate.perMinute()));
        rateTile.setSparkline(
                rate.series().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void showRule(@Nullable CampaignMoment moment) {
        if (moment == null) {
            return;
        }
        var campaign = row.campaign();
        boolean paced = campaign.type() == CampaignType.CALL && campaign.hasQueue();
        var rule = new RuleView(texts, moment, others.get());
        rulePill.show(rule.look(), rule.word());
        ruleSentence.setText(paced ? rule.sentence() : texts.get("live.rule.noQueue"));
        equation.getChildren().setAll(paced ? rule.equation() : List.of());
        equation.setAccessibleText(paced ? rule.equationText() : "");
        show(equation, paced);
        boolean adaptive = campaign.options().pacing().isAdaptive();
        show(levelBox, paced && !adaptive);
        show(targetBox, paced && adaptive);
        var words = paced ? rule.budget(campaign.options().pacing()) : "";
        show(budget, !words.isEmpty());
        budget.show(rule.budgetLook(), words);
        show(levelSeparator, paced);
        var allowed = moment.allowed();
        show(slots, paced && allowed != null);
        if (allowed != null) {
            slots.show(allowed, moment.snapshot().dialing());
        }
        shownOnly = true;
        level.setValue(campaign.serviceLevel());
        target.setValue(perMille(campaign));
        shownOnly = false;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
