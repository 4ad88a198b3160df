package dev.outpace.ui.live;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.model.Listening;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.LinkBar;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as the views see it. Rows are changed in place and stay the same object; a list changes once for a batch,
 * so what is selected stays selected.
 */
public final class LiveWorkspace {

    /**
     * The way to the telephony.
     *
     * @param since when it changed last; null if it never did
     * @param reason why it is down; empty when up
     */
    public record Link(boolean up, String reason, @Nullable Instant since) {
        public static final Link UP = new Link(true, "", null);

        /** Of which moment what is shown now is: while the link is down, of the one when it was lost. */
        public Instant valuesOf(Instant now) {
            return up || since == null ? now : since;
        }
    }

    /** Hears of agents by the batch, where a listener to each row would be a thousand. */
    public interface AgentWatch {
        /** These may be in another state; nobody came, went, or serves other queues. */
        void moved(List<AgentRow> rows);

        /** Agents or queues came, went or were edited. */
        void assigned();
    }

    private static final int MAX_ALARMS = 100;
    private static final long SECOND = 1_000;

    private final LiveSource source;
    private final Texts texts;
    private final Clock clock;
    private final ResourceBook book;
    private final Rows<CampaignRow> campaigns = new Rows<>();
    private final Rows<QueueRow> queues = new Rows<>();
    private final Rows<AgentRow> agents = new Rows<>();
    private final Rows<OutplanRow> outplans = new Rows<>();
    private final Rows<OutdialRow> outdials = new Rows<>();
    private final Rows<RuleSetRow> ruleSets = new Rows<>();
    private final Rows<DoNotCallRow> doNotCallLists = new Rows<>();
    private final LiveCalls calls;
    private final LiveCounts counts;
    private final LiveEar ear;
    private final AlarmWatch watch;
    private final StartWatch starts;
    private final List<AgentWatch> agentWatches = new ArrayList<>();
    private final ObservableList<Alarm> alarms = FXCollections.observableArrayList();
    private final ObservableList<Alarm> shownAlarms = FXCollections.unmodifiableObservableList(alarms);
    private final ReadOnlyObjectWrapper<@Nullable LinkBar> linkBar = new ReadOnlyObjectWrapper<>(this, "linkBar");
    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(this, "link", Link.UP);
    private final ReadOnlyObjectWrapper<@Nullable Listening> listening = new ReadOnlyObjectWrapper<>(this, "listening");
    private final ReadOnlyObjectWrapper<WorkspaceSettings> settings;
    private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(this, "totals", Totals.NONE);
    private final ReadOnlyObjectWrapper<@Nullable LinkTry> linkTry = new ReadOnlyObjectWrapper<>(this, "linkTry");
    private final ReadOnlyObjectWrapper<@Nullable LinkReturn> linkReturn =
            new ReadOnlyObjectWrapper<>(this, "linkReturn");
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription second;

    /** Begins to listen. On the FX thread, as everything else here. */
    public LiveWorkspace(LiveSource source, Pulse pulse, Tasks tasks, Texts texts, Clock clock) {
        this.source = source;
        this.texts = texts;
        this.clock = clock;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", source.settings());
        now = new ReadOnlyObjectWrapper<>(this, "now", clock.instant());
        counts = new LiveCounts(source, tasks, clock, texts.zone(), campaigns, outdials);
        calls = new LiveCalls(campaigns, counts);
        ear = new LiveEar(this, pulse);
        watch = new AlarmWatch(texts);
        starts = new StartWatch(source::startProblems, tasks, campaigns, this::sum);
        source.listen(ear);
        book = source.resourceBook();
        fill();
        tasks.onFx(source.callsInProgress(), calls::begin);
        second = pulse.every(SECOND, this::tick);
    }

    private void fill() {
        book.outplans().forEach(this::take);
        book.outdials().forEach(this::take);
        book.ruleSets().forEach(this::take);
        book.doNotCallLists().forEach(this::take);
        book.queues().forEach(this::take);
        book.agents().forEach(this::take);
        book.campaigns().forEach(this::take);
        settle();
        counts.refresh(settings.get());
    }

    /** Stops listening; the rows stay as they are. */
    public void dispose() {
        source.forget(ear);
        second.unsubscribe();
    }

    public ObservableList<CampaignRow> campaigns() {
        return campaigns.list();
    }

    public @Nullable CampaignRow campaign(UUID id) {
        return campaigns.get(id);
    }

    public ObservableList<QueueRow> queues() {
        return queues.list();
    }

    public @Nullable QueueRow queue(UUID id) {
        return queues.get(id);
    }

    public ObservableList<AgentRow> agents() {
        return agents.list();
    }

    public @Nullable AgentRow agent(UUID id) {
        return agents.get(id);
    }

    public Subscription watchAgents(AgentWatch watch) {
        agentWatches.add(watch);
        return () -> agentWatches.remove(watch);
    }

    public ObservableList<OutplanRow> outplans() {
        return outplans.list();
    }

    public @Nullable OutplanRow outplan(UUID id) {
        return outplans.get(id);
    }

    public ObservableList<OutdialRow> outdials() {
        return outdials.list();
    }

    public @Nullable OutdialRow outdial(UUID id) {
        return outdials.get(id);
    }

    public ObservableList<RuleSetRow> ruleSets() {
        return ruleSets.list();
    }

    public @Nullable RuleSetRow ruleSet(UUID id) {
        return ruleSets.get(id);
    }

    public ObservableList<DoNotCallRow> doNotCallLists() {
        return doNotCallLists.list();
    }

    /** All calls in progress; those of one campaign are {@link CampaignRow#calls}. */
    public ObservableList<CallRow> calls() {
        return calls.list();
    }

    /** A call in progress; null when it is over, or not begun. */
    public @Nullable CallRow call(UUID id) {
        return calls.get(id);
    }

    /** Newest first. */
    public ObservableList<Alarm> alarms() {
        return shownAlarms;
    }

    /** Why the link is not tried any more; null while it is, or up. */
    public ReadOnlyObjectProperty<@Nullable LinkBar> linkBarProperty() {
        return linkBar.getReadOnlyProperty();
    }

    void showLinkBar(@Nullable LinkBar bar) {
        linkBar.set(bar);
    }

    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** What the supervisor's phone hears, or heard last; null until it heard something. */
    public ReadOnlyObjectProperty<@Nullable Listening> listeningProperty() {
        return listening.getReadOnlyProperty();
    }

    /** The next try to link; null until there was one. Means nothing while the link is up. */
    public ReadOnlyObjectProperty<@Nullable LinkTry> linkTryProperty() {
        return linkTry.getReadOnlyProperty();
    }

    /** What became of the calls when the link came back last; null until it did. */
    public ReadOnlyObjectProperty<@Nullable LinkReturn> linkReturnProperty() {
        return linkReturn.getReadOnlyProperty();
    }

    public WorkspaceSettings settings() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<WorkspaceSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Totals totals() {
        return totals.get();
    }

    public ReadOnlyObjectProperty<Totals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** The wall time, by the second; drives everything that shows how long something lasts. */
    public Instant now() {
        return now.get();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    void showResources(List<Resource> changed) {
        changed.forEach(this::take);
        settle();
        if (changed.stream().anyMatch(resource -> resource instanceof Agent || resource instanceof Queue)) {
            List.copyOf(agentWatches).forEach(AgentWatch::assigned);
        }
    }

    private void take(Resource resource) {
        book.put(resource);
        switch (resource) {
            case Campaign campaign -> take(campaign);
            case Queue queue -> take(queue);
            case Agent agent -> take(agent);
            case Outplan outplan -> take(outplan);
            case Outdial outdial -> take(outdial);
            case RuleSet rules -> take(rules);
            case DoNotCallList list -> take(list);
        }
    }

    private void take(Campaign campaign) {
        var row = campaigns.get(campaign.id());
        if (campaign.deleted()) {
            campaigns.remove(campaign.id());
        } else if (row == null) {
            campaigns.add(campaign.id(), new CampaignRow(campaign));
        } else {
            changes(row.campaign(), campaign).forEach(change -> row.show(change, this::words));
            row.show(campaign);
        }
    }

    private List<LogEntry.Changed> changes(Campaign before, Campaign now) {
        var at = clock.instant();
        var pacing = now.options().pacing();
        var pacingBefore = before.options().pacing();
        return Stream.of(
                        new LogEntry.Changed(
                                at,
                                LogEntry.Setting.POLICY,
                                texts.get("pacingMode." + pacingBefore.mode().text()),
                                texts.get("pacingMode." + pacing.mode().text())),
                        new LogEntry.Changed(
                                at,
                                LogEntry.Setting.SERVICE_LEVEL,
                                texts.percent(before.serviceLevel()),
                                texts.percent(now.serviceLevel())),
                        new LogEntry.Changed(
                                at,
                                LogEntry.Setting.ABANDON_TARGET,
                                texts.percent(100 * pacingBefore.abandonTarget(), 1),
                                texts.percent(100 * pacing.abandonTarget(), 1)))
                .filter(change -> !change.before().equals(change.now()))
                .toList();
    }

    private String words(LogEntry.Changed change) {
        var key = switch (change.setting()) {
            case POLICY -> "live.mark.policy";
            case SERVICE_LEVEL -> "live.mark.level";
            case ABANDON_TARGET -> "live.mark.target";
        };
        return texts.get(key, change.before(), change.now());
    }

    private void take(Queue queue) {
        var row = queues.get(queue.id());
        if (queue.deleted()) {
            queues.remove(queue.id());
        } else if (row == null) {
            queues.add(queue.id(), new QueueRow(queue));
        } else {
            row.show(queue);
        }
    }

    private void take(Agent agent) {
        var row = agents.get(agent.id());
        if (agent.deleted()) {
            agents.remove(agent.id());
        } else if (row == null) {
            agents.add(agent.id(), new AgentRow(agent));
        } else {
            row.show(agent);
        }
    }

    private void take(Outplan outplan) {
        var row = outplans.get(outplan.id());
        if (outplan.deleted()) {
            outplans.remove(outplan.id());
        } else if (row == null) {
            outplans.add(outplan.id(), new OutplanRow(outplan));
        } else {
            row.show(outplan);
        }
    }

    private void take(Outdial outdial) {
        var row = outdials.get(outdial.id());
        if (outdial.deleted()) {
            outdials.remove(outdial.id());
        } else if (row == null) {
            outdials.add(outdial.id(), new OutdialRow(outdial));
            counts.count(outdial.id());
        } else {
            row.show(outdial);
        }
    }

    private void take(RuleSet rules) {
        var row = ruleSets.get(rules.id());
        if (rules.deleted()) {
            ruleSets.remove(rules.id());
        } else if (row == null) {
            ruleSets.add(rules.id(), new RuleSetRow(rules));
        } else {
            row.show(rules);
        }
    }

    private void take(DoNotCallList list) {
        var row = doNotCallLists.get(list.id());
        if (list.deleted()) {
            doNotCallLists.remove(list.id());
        } else if (row == null) {
            doNotCallLists.add(list.id(), new DoNotCallRow(list));
        } else {
            row.show(list);
        }
    }

    private void settle() {
        campaigns.all().forEach(row -> row.link(book));
        queues.all().forEach(row -> row.assign(agents.all()));
        outplans.settle();
        outdials.settle();
        ruleSets.settle();
        doNotCallLists.settle();
        queues.settle();
        agents.settle();
        campaigns.settle();
        starts.resourcesChanged();
        sum();
    }

    void showMoments(List<CampaignMoment> moments) {
        for (var moment : moments) {
            var row = campaigns.get(moment.campaignId());
            if (row != null) {
                row.show(moment);
                var list = outdials.get(row.campaign().outdialId());
                if (list != null) {
                    list.show(moment.targets());
                }
            }
        }
        sum();
    }

    void showAgents(List<AgentMoment> moments) {
        var moved = new ArrayList<AgentRow>(moments.size());
        for (var moment : moments) {
            var row = agents.get(moment.agentId());
            if (row != null) {
                row.show(moment);
                moved.add(row);
            }
        }
        queues.all().forEach(QueueRow::count);
        sum();
        List.copyOf(agentWatches).forEach(watch -> watch.moved(moved));
    }

    void showDecisions(List<List<PacingDecision>> byCampaign) {
        for (var decisions : byCampaign) {
            var row = campaigns.get(decisions.getFirst().snapshot().campaignId());
            if (row != null) {
                row.decided(decisions);
            }
        }
    }

    void showCalls(List<CampaignCall> changed) {
        calls.show(changed);
        if (changed.stream().anyMatch(call -> call.status() == CallStatus.DONE)) {
            sum();
        }
    }

    void showTargets(List<UUID> lists) {
        lists.forEach(counts::count);
    }

    void showAlarm(Alarm alarm) {
        alarms.addFirst(alarm);
        if (alarms.size() > MAX_ALARMS) {
            alarms.removeLast();
        }
    }

    void showSettings(WorkspaceSettings changed) {
        settings.set(changed);
        counts.refresh(changed);
    }

    void showListening(Listening now) {
        listening.set(now);
    }

    void showTry(LinkTry next) {
        linkTry.set(next);
    }

    void showReturn(LinkReturn what) {
        linkReturn.set(what);
    }

    void showLink(boolean up, String reason) {
        // The values are from when the link was lost, also when its loss gets another reason.
        var before = link.get();
        var since = before.up() || up ? clock.instant() : before.since();
        link.set(new Link(up, reason, since));
    }

    private void tick() {
        now.set(clock.instant());
        long millis = clock.millis();
        campaigns.all().forEach(row -> row.tick(millis));
        counts.tick(settings.get());
        watch.look(campaigns.all(), settings.get().abandonLimit(), this::takingCalls, now.get())
                .forEach(this::showAlarm);
        sum();
    }

    /** Of the queue that paces the campaign, which its flow may have chosen. */
    private int takingCalls(CampaignRow row) {
        var moment = row.moment();
        var queue = queues.get(
                moment == null ? row.campaign().queueId() : moment.snapshot().queueId());
        return queue == null ? 0 : queue.staff().takingCalls();
    }

    private void sum() {
        totals.set(Totals.of(campaigns.all(), agents.all()));
    }
}
