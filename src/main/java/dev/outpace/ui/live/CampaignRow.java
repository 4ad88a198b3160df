package dev.outpace.ui.live;

import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.ui.controls.PacingSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A campaign with everything about it that moves. */
public final class CampaignRow {

    /**
     * Calls per minute.
     *
     * @param series one point for ten seconds, oldest first, five minutes at most
     */
    public record Rate(int perMinute, List<Double> series) {
        public static final Rate NONE = new Rate(0, List.of());
    }

    /** What the campaign's ids lead to; null where the id is nil or leads nowhere. */
    public record Links(
            @Nullable Queue queue,
            @Nullable Outdial outdial,
            @Nullable Outplan outplan,
            @Nullable Campaign next) {
        public static final Links NONE = new Links(null, null, null, null);
    }

    private static final int HOUR = 3_600;
    private static final int DAY = 1_440;
    private static final int MAX_ENTRIES = 500;

    private final ReadOnlyObjectWrapper<Campaign> campaign;
    private final ReadOnlyObjectWrapper<Links> links = new ReadOnlyObjectWrapper<>(this, "links", Links.NONE);
    private final ReadOnlyObjectWrapper<@Nullable CampaignMoment> moment = new ReadOnlyObjectWrapper<>(this, "moment");
    private final ReadOnlyObjectWrapper<List<Problem>> startProblems =
            new ReadOnlyObjectWrapper<>(this, "startProblems", List.of());
    private CallCounts counted = CallCounts.NONE;
    private final ReadOnlyObjectWrapper<CallCounts> window =
            new ReadOnlyObjectWrapper<>(this, "window", CallCounts.NONE);
    private final ReadOnlyObjectWrapper<Rate> rate = new ReadOnlyObjectWrapper<>(this, "rate", Rate.NONE);
    private final PacingSamples lastHour = new PacingSamples(HOUR);
    private final PacingSamples today = new PacingSamples(DAY);
    private final ObservableList<LogEntry> log = FXCollections.observableArrayList();
    private final ObservableList<LogEntry> shownLog = FXCollections.unmodifiableObservableList(log);
    private final ObservableList<CallRow> calls = FXCollections.observableArrayList();
    private final ObservableList<CallRow> shownCalls = FXCollections.unmodifiableObservableList(calls);
    private final CallRate callRate = new CallRate();
    private final MinuteMean minute = new MinuteMean();
    private boolean sampled;
    private LogEntry.@Nullable Changed lastChange;

    CampaignRow(Campaign campaign) {
        this.campaign = new ReadOnlyObjectWrapper<>(this, "campaign", campaign);
    }

    public UUID id() {
        return campaign().id();
    }

    public Campaign campaign() {
        return campaign.get();
    }

    public ReadOnlyObjectProperty<Campaign> campaignProperty() {
        return campaign.getReadOnlyProperty();
    }

    public Links links() {
        return links.get();
    }

    public ReadOnlyObjectProperty<Links> linksProperty() {
        return links.getReadOnlyProperty();
    }

    /** Null until the engine has told it. */
    public @Nullable CampaignMoment moment() {
        return moment.get();
    }

    public ReadOnlyObjectProperty<@Nullable CampaignMoment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /**
     * Why a start would be refused, and what it would ask: as of the latest change, or a moment before. While it runs nobody
     * looks.
     */
    public List<Problem> startProblems() {
        return startProblems.get();
    }

    public ReadOnlyObjectProperty<List<Problem>> startProblemsProperty() {
        return startProblems.getReadOnlyProperty();
    }

    /** Ended calls in the window of the settings; machines that are assumed to be people count as abandoned. */
    public CallCounts window() {
        return window.get();
    }

    public ReadOnlyObjectProperty<CallCounts> windowProperty() {
        return window.getReadOnlyProperty();
    }

    public Rate rate() {
        return rate.get();
    }

    public ReadOnlyObjectProperty<Rate> rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /** A sample a second while it runs. */
    public PacingSamples lastHour() {
        return lastHour;
    }

    /** A sample a minute, the mean of its seconds. */
    public PacingSamples today() {
        return today;
    }

    /** Newest first. */
    public ObservableList<LogEntry> log() {
        return shownLog;
    }

    /** Its calls in progress. */
    public ObservableList<CallRow> calls() {
        return shownCalls;
    }

    void show(Campaign now) {
        campaign.set(now);
        showWindow(counted);
    }

    void show(CampaignMoment now) {
        moment.set(now);
    }

    void link(ResourceBook book) {
        var now = campaign();
        links.set(new Links(
                book.queue(now.queueId()),
                book.outdial(now.outdialId()),
                book.outplan(now.outplanId()),
                book.campaign(now.nextCampaignId())));
    }

    void showStartProblems(List<Problem> now) {
        if (!now.equals(startProblems.get())) {
            startProblems.set(now);
        }
    }

    /** One more ended call in the window. */
    void showEnded(CampaignCall call) {
        showWindow(counted.with(call));
    }

    void showWindow(CallCounts counts) {
        counted = counts;
        window.set(counts.withMachineErrors(campaign().options().pacing()));
    }

    ObservableList<CallRow> ownCalls() {
        return calls;
    }

    /**
     * A setting is another from here on. Quick changes of the same setting are one.
     *
     * @param words what the charts say of it
     */
    void show(LogEntry.Changed change, Function<LogEntry.Changed, String> words) {
        var told = change;
        var last = lastChange;
        if (last != null && last.takes(change)) {
            told = last.with(change);
            log.remove(last);
            unmark(last, words.apply(last));
        }
        lastChange = told;
        if (!told.before().equals(told.now())) {
            mark(told, words.apply(told));
            add(List.of(told));
        }
    }

    private void mark(LogEntry.Changed change, String words) {
        long millis = change.at().toEpochMilli();
        lastHour.mark(millis, words);
        today.mark(millis, words);
    }

    private void unmark(LogEntry.Changed change, String words) {
        long millis = change.at().toEpochMilli();
        lastHour.unmark(millis, words);
        today.unmark(millis, words);
    }

    /** Once a second. */
    void tick(long millis) {
        callRate.tick();
        var now = new Rate(
                callRate.perMinute(),
                java.util.Arrays.stream(callRate.series()).boxed().toList());
        if (!now.equals(rate.get())) {
            rate.set(now);
        }
        var latest = moment.get();
        if (latest != null && latest.status() != CampaignStatus.STOP) {
            sample(millis, latest);
        } else if (sampled) {
            sampled = false;
            minute.addTo(today);
            minute.begin(millis);
            lastHour.gap(millis);
            today.gap(millis);
        }
    }

    private void sample(long millis, CampaignMoment latest) {
        var snapshot = latest.snapshot();
        double available = snapshot.hasQueue() ? snapshot.available() : Double.NaN;
        double limit = latest.allowed() == null ? Double.NaN : latest.allowed();
        lastHour.add(millis, available, limit, snapshot.dialing());
        if (!sampled || minute.isOver(millis)) {
            minute.addTo(today);
            minute.begin(millis);
        }
        minute.take(available, limit, snapshot.dialing());
        sampled = true;
    }

    /** @param told in their order */
    void decided(List<PacingDecision> told) {
        var fresh = new ArrayList<LogEntry>();
        LogEntry last = log.isEmpty() ? null : log.getFirst();
        for (var decision : told) {
            callRate.placed(decision.launched() ? 1 : 0);
            if (last instanceof LogEntry.Decided before && before.takes(decision)) {
                last = before.with(decision);
                replaceFirst(fresh, last);
            } else {
                last = LogEntry.Decided.of(decision);
                fresh.addFirst(last);
            }
        }
        add(fresh);
    }

    private void add(List<LogEntry> fresh) {
        log.addAll(0, fresh);
        if (log.size() > MAX_ENTRIES) {
            log.remove(MAX_ENTRIES, log.size());
        }
    }

    private void replaceFirst(List<LogEntry> fresh, LogEntry entry) {
        if (fresh.isEmpty()) {
            log.set(0, entry);
        } else {
            fresh.set(0, entry);
        }
    }
}
