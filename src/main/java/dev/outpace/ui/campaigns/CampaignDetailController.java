package dev.outpace.ui.campaigns;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Resource;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.KpiTile;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.PacingChart;
import dev.outpace.ui.controls.StatusPill;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.DecisionWords;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One campaign beside the table: its figures, its last minutes, why it dials or not, and what it works with. */
final class CampaignDetailController {
    private static final long WINDOW = Duration.ofMinutes(5).toMillis();
    private static final Duration LONG = Duration.ofHours(2);

    private final Texts texts;
    private final CampaignActions actions;
    private final Runnable close;
    private final DecisionWords words;
    private final Function<CampaignRow, OtherCalls> others;
    private @Nullable CampaignRow row;
    private String menuShown = "";

    @FXML
    private Label name;

    @FXML
    private StatusPill status;

    @FXML
    private Label facts;

    @FXML
    private IconWord refusal;

    @FXML
    private Button startStop;

    @FXML
    private MenuButton more;

    @FXML
    private KpiTile dialing;

    @FXML
    private KpiTile talking;

    @FXML
    private KpiTile available;

    @FXML
    private KpiTile answer;

    @FXML
    private KpiTile abandon;

    @FXML
    private KpiTile perMinute;

    @FXML
    private PacingChart chart;

    @FXML
    private IconWord whyTitle;

    @FXML
    private Label whySentence;

    @FXML
    private IconWord whyOutcome;

    @FXML
    private Label serviceLevelName;

    @FXML
    private Label serviceLevel;

    @FXML
    private Label outplan;

    @FXML
    private Label list;

    @FXML
    private Label listEnds;

    @FXML
    private Label atListEnd;

    @FXML
    private Label next;

    CampaignDetailController(
            Texts texts, CampaignActions actions, Function<CampaignRow, OtherCalls> others, Runnable close) {
        this.others = others;
        this.texts = texts;
        this.actions = actions;
        this.close = close;
        words = new DecisionWords(texts);
    }

    @FXML
    void initialize() {
        chart.setZone(texts.zone());
        chart.setWindow(WINDOW);
        CutText.tell(facts);
    }

    void show(CampaignRow shown, CampaignFigures figures) {
        if (!shown.equals(row)) {
            row = shown;
            chart.setSamples(shown.lastHour());
        }
        showHead(shown, figures);
        showFigures(shown, figures);
        showWhy(shown);
        showFacts(shown);
        chart.setFrozen(shown.campaign().status() == CampaignStatus.STOP);
    }

    void tick(Instant now) {
        chart.setNow(now.toEpochMilli());
    }

    private void showHead(CampaignRow shown, CampaignFigures figures) {
        var campaign = shown.campaign();
        name.setText(campaign.name());
        status.show(
                Looks.of(campaign.status()),
                texts.get("status.campaign." + campaign.status().name().toLowerCase(Locale.ROOT)));
        facts.setText(facts(shown, figures));
        show(refusal, figures.refusal(), Looks.of(Severity.ERROR));
        boolean stops = campaign.status() == CampaignStatus.RUN;
        startStop.setText(texts.get(stops ? "order.stop" : "order.start"));
        startStop.setGraphic((figures.pending() ? Symbol.LOADER : stops ? Symbol.SQUARE : Symbol.TRIANGLE).draw());
        startStop.getStyleClass().remove("danger-outline");
        if (stops) {
            startStop.getStyleClass().add("danger-outline");
        }
        startStop.setDisable(figures.pending() || (!stops && !figures.refusal().isEmpty()));
        var menuNow = shown.id() + " " + campaign.status();
        if (!menuNow.equals(menuShown)) {
            menuShown = menuNow;
            more.getItems().setAll(actions.more(shown));
        }
    }

    private String facts(CampaignRow shown, CampaignFigures figures) {
        var moment = shown.moment();
        if (figures.waiting()) {
            return figures.second();
        }
        var since =
                moment != null && moment.startedAt() != null && shown.campaign().status() == CampaignStatus.RUN
                        ? texts.get("campaigns.since", texts.minute(moment.startedAt()))
                        : "";
        var queue = figures.queue().isEmpty() ? "" : texts.get("campaigns.queue", figures.queue());
        return since.isEmpty() || queue.isEmpty() ? since + queue : texts.get("campaigns.facts", since, queue);
    }

    private void showFigures(CampaignRow shown, CampaignFigures figures) {
        var pacing = figures.pacing();
        var moment = shown.moment();
        dialing.setValue(pacing.number());
        dialing.setSuffix(pacing.of());
        talking.setValue(moment == null || !pacing.applies() ? Texts.NOT_APPLICABLE : texts.number(moment.talking()));
        var staff = figures.staff();
        available.setValue(staff.applies() ? texts.number(staff.available()) : Texts.NOT_APPLICABLE);
        available.setSuffix(staff.applies() ? texts.get("format.of", texts.number(staff.total())) : "");
        available.setTone(staff.nobody() ? Tone.WARNING : Tone.DEFAULT);
        answer.setValue(texts.percent(figures.answer(), 1));
        abandon.setValue(texts.percent(figures.abandon(), 1));
        abandon.setTone(figures.abandonTone());
        abandon.setFoot(
                switch (figures.abandonTone()) {
                    case DANGER -> texts.get("campaigns.abandon.over");
                    case WARNING -> texts.get("campaigns.abandon.near");
                    default -> "";
                });
        perMinute.setValue(
                figures.speed().applies() ? texts.number(figures.speed().perMinute()) : Texts.NOT_APPLICABLE);
    }

    private void showWhy(CampaignRow shown) {
        var moment = shown.moment();
        if (moment == null) {
            return;
        }
        var decision = moment.decision();
        var why = words.of(decision, shown, others.apply(shown));
        whyTitle.show(
                new Look(why.look().tone(), Tone.DEFAULT, why.look().symbol()), texts.get(question(decision.reason())));
        whySentence.setText(why.sentence());
        whyOutcome.show(new Look(why.look().tone(), Symbol.of(Feather.ARROW_RIGHT)), why.outcome());
    }

    private static String question(DecisionReason reason) {
        return switch (reason) {
            case DIALING, DIALING_WITHOUT_RULE -> "campaigns.why.dialing";
            case FLOW_STARTED -> "campaigns.why.working";
            default -> "campaigns.why.notDialing";
        };
    }

    private void showFacts(CampaignRow shown) {
        var campaign = shown.campaign();
        var links = shown.links();
        boolean ruled = campaign.type() == CampaignType.CALL && campaign.hasQueue();
        var pacing = campaign.options().pacing();
        serviceLevelName.setText(
                texts.get(ruled && pacing.isAdaptive() ? "campaigns.fact.target" : "campaigns.fact.level"));
        serviceLevel.setText(
                !ruled
                        ? Texts.NOT_APPLICABLE
                        : pacing.isAdaptive()
                                ? texts.get(
                                        "campaigns.fact.target.value", texts.percent(100 * pacing.abandonTarget(), 1))
                                : texts.percent(campaign.serviceLevel()));
        showLink(outplan, campaign.outplanId(), links.outplan());
        showLink(list, campaign.outdialId(), links.outdial());
        showLink(next, campaign.nextCampaignId(), links.next());
        listEnds.setText(CampaignReading.listEndsIn(shown)
                .map(time -> texts.get("campaigns.listEnds.about", texts.span(rounded(time))))
                .orElse(Texts.NOT_APPLICABLE));
        atListEnd.setText(texts.get(
                campaign.endHandle() == EndHandle.STOP ? "campaigns.atListEnd.stop" : "campaigns.atListEnd.continue"));
    }

    /** To whole hours once it is long: an estimate is not exact to the minute. */
    private static Duration rounded(Duration time) {
        return time.compareTo(LONG) < 0 ? time : Duration.ofHours(Math.round(time.toMinutes() / 60.0));
    }

    private void showLink(Label label, UUID id, @Nullable Resource found) {
        boolean missing = found == null && !Ids.isNil(id);
        label.setText(
                found != null
                        ? found.name()
                        : missing ? texts.get("campaigns.missing", id) : texts.get("campaigns.none"));
        label.setGraphic(missing ? Looks.of(Severity.ERROR).symbol().draw() : null);
        (missing ? Tone.DANGER : found == null ? Tone.NEUTRAL : Tone.DEFAULT).dress(label);
    }

    private static void show(IconWord label, String text, Look look) {
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        if (!text.isEmpty()) {
            label.show(look, text);
        }
    }

    private void with(Consumer<CampaignRow> action) {
        if (row != null) {
            action.accept(row);
        }
    }

    @FXML
    void open() {
        with(actions::open);
    }

    @FXML
    void startOrStop() {
        with(actions::startOrStop);
    }

    @FXML
    void close() {
        close.run();
    }
}
