package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.ui.texts.Texts;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LiveWorkspaceTest {
    private static final int CAMPAIGN = 1;

    private final Campaign campaign =
            Facts.campaign(CAMPAIGN, "Spring renewal 2026", Facts.id(10), Facts.id(20), Facts.id(30));
    private final HandCrankedFx fx = new HandCrankedFx();
    private final Pulse pulse = fx.pulse();
    private final FakeSource source = new FakeSource()
            .with(campaign, Facts.queue(10, "Renewals"), Facts.outdial(20, "Home policies"))
            .with(Facts.outplan(30, "Daytime"), Facts.agent(40, "Ada", Facts.id(10)), Facts.agent(41, "Bo", Ids.NIL));

    private LiveWorkspace open() {
        var live =
                new LiveWorkspace(source, pulse, fx.tasks(pulse), new Texts(), Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        fx.settle();
        return live;
    }

    private CampaignRow row(LiveWorkspace live) {
        return Objects.requireNonNull(live.campaign(campaign.id()));
    }

    @Test
    void itStartsFromWhatIsStored() {
        var live = open();
        assertThat(live.campaigns()).extracting(CampaignRow::campaign).containsExactly(campaign);
        assertThat(row(live).links().queue()).isEqualTo(Facts.queue(10, "Renewals"));
        assertThat(live.outplans()).hasSize(1);
        assertThat(live.outdials().getFirst().counts()).isNotNull().satisfies(counts -> {
            assertThat(counts.done()).isEqualTo(4);
            assertThat(counts.left()).isEqualTo(96);
        });
    }

    @Test
    void aChangedCampaignKeepsItsRowAndTheListDoesNotChange() {
        var live = open();
        var row = row(live);
        var changes = new ArrayList<ListChangeListener.Change<? extends CampaignRow>>();
        live.campaigns().addListener((ListChangeListener<CampaignRow>) changes::add);
        source.tell(listener -> listener.resourceChanged(campaign.withStatus(CampaignStatus.RUN)));
        fx.pass(Pulse.LIVELY);
        assertThat(row(live)).isSameAs(row);
        assertThat(row.campaign().status()).isEqualTo(CampaignStatus.RUN);
        assertThat(changes).isEmpty();
    }

    @Test
    void manyNewCampaignsComeInOneChange() {
        var live = open();
        var changes = new ArrayList<ListChangeListener.Change<? extends CampaignRow>>();
        live.campaigns().addListener((ListChangeListener<CampaignRow>) changes::add);
        for (int i = 100; i < 150; i++) {
            var made = Facts.campaign(i, "Made " + i, Ids.NIL, Ids.NIL, Ids.NIL);
            source.tell(listener -> listener.resourceChanged(made));
        }
        fx.pass(Pulse.LIVELY);
        assertThat(live.campaigns()).hasSize(51);
        assertThat(changes).hasSize(1);
    }

    @Test
    void aDeletedQueueIsNoLongerLinked() {
        var live = open();
        var queue = Facts.queue(10, "Renewals");
        source.tell(listener ->
                listener.resourceChanged(queue.withStamps(queue.stamps().deletedAt(Facts.NOW))));
        fx.pass(Pulse.LIVELY);
        assertThat(live.queues()).isEmpty();
        assertThat(row(live).links().queue()).isNull();
    }

    @Test
    void momentsGiveTheTotalsAndTheCountsOfTheList() {
        var live = open();
        var decision = Facts.hold(DecisionReason.WAITING_FOR_AGENT, Facts.snapshot(campaign, 12, 12));
        source.tell(listener -> listener.campaignMoved(Facts.moment(campaign, CampaignStatus.RUN, decision, 12, 27)));
        fx.pass(Pulse.LIVELY);
        assertThat(live.totals().dialing()).isEqualTo(12);
        assertThat(live.totals().inProgress()).isEqualTo(39);
        assertThat(live.outdials().getFirst().counts())
                .isNotNull()
                .satisfies(counts -> assertThat(counts.done()).isEqualTo(62));
    }

    @Test
    void agentsAreCountedInTheQueuesThatTheyServe() {
        var live = open();
        for (int agent : List.of(40, 41)) {
            source.tell(listener -> listener.agentMoved(
                    new AgentMoment(Facts.id(agent), AgentStatus.AVAILABLE, Facts.NOW, Ids.NIL, Ids.NIL, false)));
        }
        fx.pass(Pulse.LIVELY);
        assertThat(live.queues().getFirst().staff().count(AgentStatus.AVAILABLE))
                .isEqualTo(1);
        assertThat(live.totals().available()).isEqualTo(2);
    }

    @Test
    void callsComeAndGoAndCountInTheWindow() {
        source.withCounts(campaign.id(), new CallCounts(10, 5, 1, 11, 0, 0));
        var live = open();
        var call = Facts.call(500, campaign);
        source.tell(listener -> listener.callChanged(call));
        fx.pass(Pulse.LIVELY);
        assertThat(live.calls()).extracting(CallRow::call).containsExactly(call);
        assertThat(row(live).calls()).hasSize(1);
        source.tell(listener -> listener.callChanged(call.answered(Facts.NOW).ended(EndCause.NORMAL, Facts.NOW)));
        fx.pass(Pulse.LIVELY);
        assertThat(live.calls()).isEmpty();
        assertThat(row(live).calls()).isEmpty();
        assertThat(row(live).window()).isEqualTo(new CallCounts(11, 5, 1, 12, 0, 0));
    }

    @Test
    void runsOfFlowsAreNoCallsThatNobodyAnswered() {
        source.withCounts(campaign.id(), new CallCounts(40, 60, 1, 41, 0, 0));
        var flow = new Campaign(
                Facts.id(77),
                CampaignType.FLOW,
                "CRM refresh",
                "",
                CampaignStatus.RUN,
                0,
                EndHandle.STOP,
                List.of(),
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(Facts.NOW),
                Json.Obj.EMPTY);
        source.with(flow).withCounts(flow.id(), new CallCounts(500, 0, 0, 0, 0, 0));
        var live = open();
        source.tell(listener -> listener.resourceChanged(campaign));
        fx.pass(Pulse.LIVELY);
        assertThat(Totals.answerRate(live.totals().window())).isEqualTo(41.0);
    }

    @Test
    void aCallThatEndedBeforeTheFirstReadingCameBackDoesNotComeBackWithIt() {
        var call = Facts.call(500, campaign);
        source.withCall(call);
        var live =
                new LiveWorkspace(source, pulse, fx.tasks(pulse), new Texts(), Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        live.showCalls(List.of(call.ended(EndCause.BUSY, Facts.NOW)));
        fx.settle();
        assertThat(live.calls()).isEmpty();
    }

    @Test
    void whileItRunsASampleIsKeptEachSecondAndAGapWhenItHasStopped() {
        var live = open();
        var decision = Facts.hold(DecisionReason.WAITING_FOR_AGENT, Facts.snapshot(campaign, 12, 8));
        source.tell(listener -> listener.campaignMoved(Facts.moment(campaign, CampaignStatus.RUN, decision, 12, 0)));
        fx.pass(5_000);
        var samples = row(live).lastHour();
        assertThat(samples.size()).isEqualTo(5);
        assertThat(samples.available(4)).isEqualTo(12);
        assertThat(samples.limit(4)).isEqualTo(12);
        assertThat(samples.dialing(4)).isEqualTo(8);
        source.tell(listener -> listener.campaignMoved(Facts.moment(campaign, CampaignStatus.STOP, decision, 12, 0)));
        fx.pass(5_000);
        assertThat(samples.size()).isEqualTo(6);
        assertThat(samples.dialing(5)).isNaN();
    }

    @Test
    void aChangedServiceLevelIsMarkedBesideTheLine() {
        var live = open();
        source.tell(listener -> listener.resourceChanged(campaign.withServiceLevel(60)));
        fx.pass(Pulse.LIVELY);
        assertThat(row(live).lastHour().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.words()).isEqualTo("Service level 100\u00a0% \u2192 60\u00a0%"));
    }

    @Test
    void aChangedServiceLevelStandsInTheLogBetweenTheDecisions() {
        var live = open();
        decide(DecisionReason.WAITING_FOR_AGENT, Facts.NOW);
        fx.pass(Pulse.LIVELY);
        source.tell(listener -> listener.resourceChanged(campaign.withServiceLevel(60)));
        fx.pass(Pulse.LIVELY);
        decide(DecisionReason.WAITING_FOR_AGENT, Facts.NOW.plusMillis(300));
        fx.pass(Pulse.LIVELY);
        assertThat(row(live).log()).hasSize(3).element(1).isInstanceOfSatisfying(LogEntry.Changed.class, change -> {
            assertThat(change.before()).isEqualTo("100\u00a0%");
            assertThat(change.now()).isEqualTo("60\u00a0%");
        });
    }

    @Test
    void quickChangesOfOneSettingAreOneMarkAndOneRow() {
        var live = open();
        for (int level : List.of(90, 80, 70)) {
            source.tell(listener -> listener.resourceChanged(campaign.withServiceLevel(level)));
            fx.pass(Pulse.LIVELY);
        }
        assertThat(row(live).lastHour().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.words()).isEqualTo("Service level 100\u00a0% \u2192 70\u00a0%"));
        assertThat(row(live).log()).hasSize(1);
    }

    @Test
    void anotherPolicyIsMarkedAndStandsInTheLog() {
        var live = open();
        source.tell(listener -> listener.resourceChanged(campaign.withOptions(
                campaign.options().withPacing(PacingChoice.adaptive(PacingChoice.ABANDON_TARGET)))));
        fx.pass(Pulse.LIVELY);
        assertThat(row(live).lastHour().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.words()).isEqualTo("Service level \u2192 Adaptive"));
        assertThat(row(live).log())
                .singleElement()
                .isInstanceOfSatisfying(
                        LogEntry.Changed.class,
                        change -> assertThat(change.setting()).isEqualTo(LogEntry.Setting.POLICY));
    }

    @Test
    void repeatedDecisionsFoldWithinASecond() {
        var live = open();
        for (int i = 0; i < 5; i++) {
            decide(DecisionReason.DIALING, Facts.NOW.plusMillis(100L * i));
        }
        decide(DecisionReason.WAITING_FOR_AGENT, Facts.NOW.plusMillis(600));
        fx.pass(Pulse.LIVELY);
        decide(DecisionReason.WAITING_FOR_AGENT, Facts.NOW.plusMillis(800));
        decide(DecisionReason.WAITING_FOR_AGENT, Facts.NOW.plusMillis(2_800));
        fx.pass(Pulse.LIVELY);
        assertThat(row(live).log())
                .extracting(entry -> (LogEntry.Decided) entry)
                .extracting(entry -> entry.decision().reason() + " " + entry.times())
                .containsExactly("WAITING_FOR_AGENT 1", "WAITING_FOR_AGENT 2", "DIALING 5");
    }

    private void decide(DecisionReason reason, Instant at) {
        var snapshot = Facts.snapshot(campaign, 12, 8);
        var then =
                new PacingSnapshot(at, snapshot.campaignId(), snapshot.queueId(), 12, 0, 8, 8, snapshot.serviceLevel());
        source.tell(listener -> listener.decided(PacingDecision.hold(reason, then, 0, null)));
    }

    @Test
    void callsPerMinuteAreCountedFromTheLaunches() {
        var live = open();
        for (int second = 0; second < 60; second++) {
            var launch = PacingDecision.launch(
                    DecisionReason.DIALING, Facts.snapshot(campaign, 12, 8), Facts.call(second, campaign));
            source.tell(listener -> listener.decided(launch));
            fx.pass(1_000);
        }
        fx.pass(200);
        assertThat(row(live).rate().perMinute()).isBetween(58, 61);
        assertThat(row(live).rate().series()).hasSize(6);
    }

    @Test
    void whatIsListenedToStaysAfterACollection() {
        var live = open();
        var heard = new ArrayList<String>();
        live.alarms().addListener((ListChangeListener<Alarm>) _ -> heard.add("alarm"));
        row(live).log().addListener((ListChangeListener<LogEntry>) _ -> heard.add("log"));
        row(live).calls().addListener((ListChangeListener<CallRow>) _ -> heard.add("call"));
        JMemoryBuddy.assertCollectable(new WeakReference<>(new Object()));
        source.tell(listener ->
                listener.alarmed(new Alarm(Facts.NOW, campaign.id(), Problem.warning("alarm.clock_changed", ""))));
        source.tell(listener -> listener.decided(PacingDecision.launch(
                DecisionReason.DIALING, Facts.snapshot(campaign, 12, 8), Facts.call(1, campaign))));
        source.tell(listener -> listener.callChanged(Facts.call(1, campaign)));
        fx.pass(Pulse.LIVELY);
        assertThat(heard).containsExactlyInAnyOrder("alarm", "log", "call");
    }

    @Test
    void alarmsStandNewestFirst() {
        var live = open();
        source.tell(listener -> listener.alarmed(new Alarm(
                Facts.NOW,
                campaign.id(),
                Problem.error("alarm.calls_refused", "", "Spring renewal 2026", 20, "busy"))));
        source.tell(listener ->
                listener.alarmed(new Alarm(Facts.NOW, campaign.id(), Problem.warning("alarm.clock_changed", ""))));
        fx.pass(Pulse.LIVELY);
        assertThat(live.alarms())
                .extracting(alarm -> alarm.problem().code())
                .containsExactly("alarm.clock_changed", "alarm.calls_refused");
    }

    @Test
    void disposedItListensNoLongerAndNoTimeRuns() {
        var live = open();
        live.dispose();
        assertThat(source.listeners()).isZero();
        fx.pass(5_000);
        assertThat(row(live).lastHour().size()).isZero();
    }

    @Test
    void theWindowBeginsAtMidnightOrSomeHoursAgo() {
        assertThat(LiveCounts.windowBegin(0, Facts.NOW, ZoneOffset.ofHours(2)))
                .isEqualTo(Instant.parse("2026-05-11T22:00:00Z"));
        assertThat(LiveCounts.windowBegin(3, Facts.NOW, ZoneOffset.UTC))
                .isEqualTo(Instant.parse("2026-05-12T07:42:18Z"));
    }

    @Test
    void whatKeepsFromStartingIsLookedUpWhenResourcesChangeAndNotEachSecond() {
        var asked = new ArrayList<UUID>();
        source.withStartProblems(id -> {
            asked.add(id);
            return List.of(Problem.error("start.no_list", "Spring " + asked.size()));
        });
        var live = open();
        assertThat(asked).containsExactly(campaign.id());
        fx.pass(60_000);
        assertThat(asked).as("after a minute without a change").hasSize(1);
        source.tell(listener -> listener.resourceChanged(Facts.outdial(21, "Other")));
        fx.pass(Pulse.LIVELY);
        assertThat(asked).hasSize(2);
        assertThat(row(live).startProblems()).containsExactly(Problem.error("start.no_list", "Spring 2"));
        source.tell(listener -> listener.resourceChanged(campaign.withStatus(CampaignStatus.RUN)));
        fx.pass(Pulse.LIVELY);
        assertThat(asked).as("of a campaign that runs").hasSize(2);
    }

    @Test
    void aLongLookNeitherStopsThePulseNorMissesWhatChangesMeanwhile() {
        var background = new ArrayDeque<Runnable>();
        var tasks = new Tasks(fx::run, background::add, pulse, failure -> {
            throw new AssertionError(failure);
        });
        var asked = new ArrayList<UUID>();
        source.withStartProblems(id -> {
            asked.add(id);
            return List.of(Problem.error("start.no_list", "" + asked.size()));
        });
        var live = new LiveWorkspace(source, pulse, tasks, new Texts(), Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            var list = Facts.outdial(50 + i, "List " + i);
            source.tell(listener -> listener.resourceChanged(list));
            fx.pass(Pulse.LIVELY);
        }
        assertThat(live.outdials()).as("shown while the look is not done").hasSize(6);
        assertThat(background).as("one look at a time").hasSize(1);
        background.remove().run();
        fx.settle();
        assertThat(background).as("one more for all that changed").hasSize(1);
        background.remove().run();
        fx.settle();
        assertThat(background).isEmpty();
        assertThat(row(live).startProblems()).containsExactly(Problem.error("start.no_list", "2"));
    }
}
