package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.EngineRig.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Action;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link that is lost, and a workspace that is cut and opened again. */
@SuppressWarnings("NullAway")
class LinkTest {
    private final EngineRig rig = new EngineRig();

    private void oneAgent(int targets, Action... actions) {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), agent(51, 40))
                .with(campaign(1, CampaignType.CALL, 20, 30, 40, 50, EndHandle.STOP, 0, List.of(actions)));
        rig.targets(30, targets);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private void down() {
        rig.happens(new LinkDown(rig.now(), "cable"));
    }

    private UUID call(int number) {
        return rig.open(1).get(number);
    }

    private static CampaignCall facts(EngineRig rig, UUID callId) {
        return rig.store.calls.get(callId);
    }

    private static TargetStatus targetOf(EngineRig rig, UUID callId) {
        return rig.store.targets.get(facts(rig, callId).outdialTargetId()).status();
    }

    @Test
    void whatAnExchangeRefusedBeforeItsLinkWasLostHoldsNobodyAfterwards() {
        oneAgent(30);
        while (!rig.open(1).isEmpty()) {
            rig.happens(
                    new EngineInput.CallRefused(rig.now(), call(0), EngineInput.Refusal.CONGESTED, "shutting down"));
        }
        assertThat(rig.ordered).as("held before all were called").hasSizeLessThan(30);
        rig.wait(Duration.ofMillis(1_300));
        down();
        rig.wait(Duration.ofSeconds(30));
        rig.linkUp();
        assertThat(rig.open(1)).isNotEmpty();
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.alarms)
                .as("the lost link is the cause, and is told by itself")
                .noneMatch(alarm -> alarm.problem().code().equals("alarm.calls_refused"));
    }

    @Test
    void aHangUpOrderedWhileTheLinkIsDownIsGivenWhenItIsUpAndThenAwaited() {
        oneAgent(1);
        var call = call(0);
        rig.accepted(call);
        down();
        assertThat(rig.order(new HangUpOrdered(call))).isEmpty();
        rig.wait(Duration.ofMinutes(2));
        assertThat(rig.hungUp).isEmpty();
        assertThat(facts(rig, call).cause()).isNull();
        rig.linkUp(call);
        assertThat(rig.hungUp).containsExactly(call);
        rig.wait(Duration.ofMillis(29_999));
        assertThat(facts(rig, call).cause()).isNull();
        rig.wait(Duration.ofMillis(1));
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.LOST);
    }

    @Test
    void aHangUpOrderedBeforeTheLinkWentIsOrderedAgain() {
        oneAgent(1);
        var call = call(0);
        rig.order(new HangUpOrdered(call));
        down();
        rig.hungUp.clear();
        rig.wait(Duration.ofMinutes(2));
        assertThat(facts(rig, call).cause()).isNull();
        rig.linkUp(call);
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.CANCELLED);
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.CANCELLED);
    }

    @Test
    void aStepOfAFlowThatIsDueWhileTheLinkIsDownWaitsForIt() {
        oneAgent(1, sleep(Duration.ofSeconds(3)), action("talk"));
        var call = call(0);
        rig.answered(call);
        down();
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.executed).isEmpty();
        assertThat(rig.joined).isEmpty();
        rig.linkUp(call);
        assertThat(rig.executed).containsExactly(call);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.joined).containsEntry(call, id(40));
    }

    @Test
    void ofACallerWhoWaitedWhenTheLinkWentNobodyCanSayThatTheyWereAbandoned() {
        oneAgent(1);
        var call = call(0);
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
        down();
        rig.linkUp();
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.LOST);
        assertThat(targetOf(rig, call)).isEqualTo(TargetStatus.DONE);
        assertThat(rig.moment(1).calls().abandoned()).isZero();
    }

    @Test
    void callsThatNobodyWaitsForAnyMoreAreHungUp() {
        oneAgent(1);
        down();
        var stranger = new UUID(5, 5);
        rig.linkUp(call(0), stranger);
        assertThat(rig.hungUp).containsExactly(stranger);
    }

    @Test
    void anAnswerAfterTheCallWasClosedAsLostIsHungUp() {
        oneAgent(1);
        var call = call(0);
        rig.wait(Duration.ofSeconds(50));
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.LOST);
        rig.hungUp.clear();
        rig.happens(new CallAnswered(rig.now(), call));
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void agentsAreAsTheSnapshotHasThem() {
        oneAgent(5);
        rig.agentIs(51, AgentStatus.AWAY);
        down();
        rig.linkUp(call(0), call(1));
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
    }

    @Test
    void nobodySetsAnAgentWhileTheLinkIsDownOrWhereTheTelephonyCannot() {
        oneAgent(1);
        var away = new EngineInput.AgentOrdered(id(51), AgentStatus.AWAY, AwayReason.LUNCH);
        assertThat(rig.order(away)).isEmpty();
        assertThat(rig.agentMoments.get(id(51)).status()).isEqualTo(AgentStatus.AWAY);
        rig.capabilities = Set.of();
        assertThat(rig.order(away)).extracting(problem -> problem.code()).containsExactly("telephony.no_agent_status");
        down();
        assertThat(rig.order(away)).extracting(problem -> problem.code()).containsExactly("telephony.down");
    }

    @Test
    void aCutCallThatTheExchangeStillRingsGoesOn() {
        oneAgent(2);
        var call = call(0);
        rig.wait(Duration.ofSeconds(5));
        var reopened = rig.cut().open();
        reopened.linkUp(call);
        assertThat(reopened.moment(1).snapshot().dialing()).isEqualTo(1 + reopened.ordered.size());
        reopened.talksTo(call, 51);
        assertThat(facts(reopened, call).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aCutCallRingsNoLongerThanItsDialTimeout() {
        oneAgent(1);
        var call = call(0);
        rig.wait(Duration.ofSeconds(5));
        var reopened = rig.cut().open();
        reopened.linkUp(call);
        reopened.wait(Duration.ofMillis(14_999));
        assertThat(reopened.hungUp).isEmpty();
        reopened.wait(Duration.ofMillis(1));
        assertThat(reopened.hungUp).containsExactly(call);
    }

    @Test
    void aCutCallerInTheQueueReservesAnAgentAndGetsOne() {
        oneAgent(1);
        var call = call(0);
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
        var reopened = rig.cut().open();
        reopened.linkUp(call);
        assertThat(reopened.moment(1).snapshot().reserved()).isEqualTo(1);
        reopened.wait(Duration.ofSeconds(5));
        assertThat(reopened.moment(1).snapshot().reserved()).isZero();
        reopened.happens(new EngineInput.AgentConnected(rig.now(), call, id(51)));
        reopened.ended(call, Outcome.COMPLETED);
        assertThat(facts(reopened, call).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aCutCallOfWhichNobodyKnowsWhereItsFlowStoodIsEndedAndNeverDialedAgain() {
        oneAgent(1, action("talk"));
        var call = call(0);
        rig.answered(call);
        var reopened = rig.cut().open();
        reopened.linkUp(call);
        assertThat(reopened.hungUp).containsExactly(call);
        reopened.ended(call, Outcome.COMPLETED);
        assertThat(facts(reopened, call).cause()).isEqualTo(EndCause.INTERRUPTED);
        assertThat(targetOf(reopened, call)).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void aCutCallWhoseFlowHadConnectedItWithOthersGoesOnAndIsNeverDialedAgain() {
        oneAgent(1, action("connect"));
        var call = call(0);
        rig.answered(call);
        var reopened = rig.cut().open();
        reopened.happens(new EngineInput.LinkUp(
                rig.now(), false, new Snapshot(Map.of(call, CallNow.of(CallStage.TRANSFERRED)), Map.of())));
        assertThat(reopened.hungUp).isEmpty();
        reopened.ended(call, Outcome.COMPLETED);
        assertThat(facts(reopened, call).cause()).isEqualTo(EndCause.INTERRUPTED);
        assertThat(targetOf(reopened, call)).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void aCutCallWithoutATryLeftEndsItsTarget() {
        oneAgent(1);
        rig.ended(call(0), Outcome.BUSY);
        rig.wait(Duration.ofMinutes(1));
        var last = call(0);
        var reopened = rig.cut().open();
        reopened.linkUp();
        assertThat(facts(reopened, last).cause()).isEqualTo(EndCause.INTERRUPTED);
        assertThat(targetOf(reopened, last)).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void aCutTargetWaitsForTheIntervalFromTheOpening() {
        oneAgent(1);
        var call = call(0);
        var reopened = rig.cut().open();
        reopened.wait(Duration.ofMinutes(10));
        assertThat(facts(reopened, call).cause()).as("before the exchange told").isNull();
        reopened.linkUp();
        assertThat(targetOf(reopened, call)).isEqualTo(TargetStatus.IDLE);
        reopened.wait(Duration.ofMillis(59_999));
        assertThat(reopened.ordered).isEmpty();
        reopened.wait(Duration.ofMillis(1));
        assertThat(reopened.ordered).hasSize(1);
    }

    @Test
    void aStopBeforeTheExchangeHasToldWaitsForTheCutCalls() {
        oneAgent(1);
        var call = call(0);
        var reopened = rig.cut().open();
        reopened.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(reopened.moment(1).status()).isEqualTo(CampaignStatus.STOPPING);
        reopened.linkUp(call);
        assertThat(reopened.moment(1).status()).isEqualTo(CampaignStatus.STOPPING);
        reopened.ended(call, Outcome.BUSY);
        assertThat(reopened.moment(1).status()).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void whoAnsweredIsNotDialedAgainAfterTheWindowWasClosed() {
        oneAgent(1);
        var call = call(0);
        rig.answered(call);
        rig.happens(new EngineInput.Closing());
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.INTERRUPTED);
        assertThat(targetOf(rig, call)).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void anAgentWhomTheSnapshotDoesNotHaveIsOffline() {
        oneAgent(5);
        var call = call(0);
        rig.happens(new EngineInput.LinkDown(rig.now(), "cut"));
        rig.happens(new EngineInput.LinkUp(
                rig.now(), false, new Snapshot(Map.of(call, CallNow.of(CallStage.DIALING)), Map.of())));
        assertThat(rig.moment(1).snapshot().available()).isZero();
        assertThat(rig.agentMoments.get(id(51)).status()).isEqualTo(AgentStatus.OFFLINE);
        assertThat(rig.agentMoments.get(id(51)).remark()).isEqualTo(Remark.NOT_ON_EXCHANGE);
    }

    @Test
    void aCallThatMovedOnUnheardIsFollowedToWhereTheSnapshotHasIt() {
        oneAgent(1);
        var call = call(0);
        rig.accepted(call);
        down();
        var answered = rig.now().plusSeconds(1);
        rig.wait(Duration.ofSeconds(3));
        snapshot(call, new CallNow(CallStage.IDLE, answered, Ids.NIL, Ids.NIL), AgentNow.of(AgentStatus.AVAILABLE));
        assertThat(facts(rig, call).answeredAt()).isEqualTo(answered);
        assertThat(rig.joined).containsKey(call);
        down();
        snapshot(call, new CallNow(CallStage.TALKING, rig.now(), id(40), id(51)), AgentNow.of(AgentStatus.BUSY));
        assertThat(facts(rig, call).queuedAt()).isNotNull();
        assertThat(facts(rig, call).agentId()).isEqualTo(id(51));
    }

    @Test
    void whoeverIsInNoQueueAnyMoreGoesOnAsOneWhoLeftIt() {
        oneAgent(1);
        var call = call(0);
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
        snapshot(call, CallNow.of(CallStage.IDLE), AgentNow.of(AgentStatus.AVAILABLE));
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void aCallThatIsOnItsWayToTheExchangeIsNotLostByASnapshotTakenBefore() {
        oneAgent(1);
        var call = call(0);
        rig.linkUp();
        assertThat(facts(rig, call).cause()).isNull();
        rig.accepted(call);
        rig.linkUp();
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.LOST);
    }

    @Test
    void anAgentWhomTheExchangeHasWithAnotherCallOrOutOfReachIsNotAvailable() {
        oneAgent(5);
        rig.happens(new AgentChanged(
                rig.now(), id(51), new AgentNow(AgentStatus.BUSY, AwayReason.BREAK, null, true, true)));
        assertThat(rig.agentMoments.get(id(51)).remark()).isEqualTo(Remark.OTHER_CALL);
        rig.happens(new AgentChanged(
                rig.now(), id(51), new AgentNow(AgentStatus.AVAILABLE, AwayReason.BREAK, null, false, false)));
        assertThat(rig.agentMoments.get(id(51)).status()).isEqualTo(AgentStatus.OFFLINE);
        assertThat(rig.agentMoments.get(id(51)).remark()).isEqualTo(Remark.UNREACHABLE);
        assertThat(rig.moment(1).snapshot().available()).isZero();
    }

    private void snapshot(UUID call, CallNow now, AgentNow agent) {
        rig.happens(new EngineInput.LinkUp(rig.now(), false, new Snapshot(Map.of(call, now), Map.of(id(51), agent))));
    }

    @Test
    void everyFiveMinutesTheExchangeIsAskedForWhatItNeverTold() {
        oneAgent(1);
        var call = call(0);
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)), new EngineInput.AgentConnected(rig.now(), call, id(51)));
        rig.wait(Duration.ofMinutes(5).plusSeconds(2));
        assertThat(rig.snapshotsRequested).isOne();
        rig.linkUp();
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.NORMAL);
        assertThat(rig.agentMoments.get(id(51)).status()).isEqualTo(AgentStatus.AVAILABLE);
        rig.wait(Duration.ofMinutes(4));
        assertThat(rig.snapshotsRequested).isOne();
    }

    @Test
    void whatTheExchangeDoesNotHaveIsToldOnceByName() {
        oneAgent(1);
        var missing = new EngineInput.LinkUp(
                rig.now(), false, new Snapshot(Map.of(), Map.of(), Set.of(id(40)), Set.of(id(51))));
        rig.happens(missing, missing);
        assertThat(rig.alarms)
                .extracting(alarm -> alarm.problem().code())
                .containsExactly("alarm.agents_missing", "alarm.queues_missing");
        assertThat(rig.alarms.getFirst().problem().args()).contains("agent 51");
        assertThat(rig.agentMoments.get(id(51)).remark()).isEqualTo(Remark.NOT_ON_EXCHANGE);
    }

    @Test
    void anExchangeThatBeganAnewHasNoneOfItsCalls() {
        oneAgent(2);
        var call = call(0);
        rig.happens(new EngineInput.LinkUp(rig.now(), true, new Snapshot(Map.of(), Map.of())));
        assertThat(facts(rig, call).cause()).isEqualTo(EndCause.FAILED);
        assertThat(rig.alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.problem().code()).isEqualTo("alarm.exchange_restarted");
            assertThat(alarm.problem().args()).contains(rig.ordered.size());
        });
    }

    /** Nobody hung up on us: who had not talked yet is called again, as the outplan says. */
    @Test
    void whoWasCutByARestartIsTriedAgainUnlessHeTalked() {
        oneAgent(3);
        var rings = call(0);
        var inFlow = call(1);
        rig.happens(new EngineInput.CallRinging(rig.now(), rings));
        rig.answered(inFlow);
        rig.happens(new EngineInput.LinkUp(rig.now(), true, new Snapshot(Map.of(), Map.of())));

        for (var call : List.of(rings, inFlow)) {
            assertThat(facts(rig, call).cause()).isEqualTo(EndCause.FAILED);
            assertThat(targetOf(rig, call)).isEqualTo(TargetStatus.IDLE);
        }
    }

    @Test
    void whoTalkedWhenTheExchangeWasRestartedIsDone() {
        oneAgent(1);
        var talks = call(0);
        rig.answered(talks);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), talks, id(40)),
                new EngineInput.AgentRinging(rig.now(), talks, id(51)),
                new EngineInput.AgentConnected(rig.now(), talks, id(51)));
        rig.happens(new EngineInput.LinkUp(rig.now(), true, new Snapshot(Map.of(), Map.of())));

        assertThat(facts(rig, talks).cause()).isEqualTo(EndCause.NORMAL);
        assertThat(targetOf(rig, talks)).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void nothingIsLaunchedBeforeTheLinkIsUp() {
        oneAgent(5);
        var reopened = rig.cut().open();
        reopened.wait(Duration.ofMinutes(5));
        assertThat(reopened.ordered).isEmpty();
        assertThat(reopened.lastDecision(1).reason()).isEqualTo(DecisionReason.TELEPHONY_DOWN);
    }
}
