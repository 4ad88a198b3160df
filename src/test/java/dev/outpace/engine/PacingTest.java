package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class PacingTest {
    private final EngineRig rig = new EngineRig();

    private void twoAgents(int serviceLevel) {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, 20, 30, 40, serviceLevel));
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    @Test
    void callsAsManyAsAgentsAreFreeAtServiceLevel100() {
        twoAgents(100);
        assertThat(rig.open(1)).hasSize(2);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_FOR_AGENT);
    }

    @Test
    void callsFewerAtAHigherServiceLevelAndMoreAtALower() {
        twoAgents(150);
        assertThat(rig.open(1)).hasSize(2);
        var faster = new EngineRig();
        faster.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, 20, 30, 40, 40));
        faster.targets(30, 50);
        faster.open();
        faster.linkUp();
        faster.start(1);
        assertThat(faster.open(1)).hasSize(5);
    }

    @Test
    void callsAtOnceWhenAnAgentBecomesFree() {
        twoAgents(100);
        rig.agentIs(51, AgentStatus.AWAY);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).hasSize(1);
        rig.agentIs(51, AgentStatus.AVAILABLE);
        assertThat(rig.open(1)).hasSize(2);
    }

    @Test
    void anAnsweredCallerReservesAnAgentUntilAnAgentRings() {
        twoAgents(100);
        var call = rig.open(1).getFirst();
        rig.answered(call);
        assertThat(rig.joined).containsEntry(call, id(40));
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), call, id(40)),
                new EngineInput.AgentChanged(rig.now(), id(51), AgentNow.of(AgentStatus.RINGING)),
                new EngineInput.AgentRinging(rig.now(), call, id(51)));
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
        assertThat(rig.moment(1).snapshot().reserved()).isZero();
    }

    @Test
    void theReservationEndsFiveSecondsAfterJoiningTheQueue() {
        twoAgents(100);
        var call = rig.open(1).getFirst();
        rig.answered(call);
        rig.wait(Duration.ofSeconds(9));
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        rig.wait(Duration.ofMillis(4_900));
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
        rig.wait(Duration.ofMillis(200));
        assertThat(rig.moment(1).snapshot().reserved()).isZero();
    }

    @Test
    void aCallerWhoLeavesFreesTheReservedAgent() {
        twoAgents(100);
        var call = rig.open(1).getFirst();
        rig.answered(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(rig.moment(1).snapshot().reserved()).isZero();
    }

    @Test
    void campaignsOnOneQueueShareItsAgents() {
        rig.with(outplan(20, 60_000, 3), list(30), list(31), queue(40), agent(51, 40), agent(52, 40), agent(53, 40))
                .with(campaign(1, 20, 30, 40, 100), campaign(2, 20, 31, 40, 100));
        rig.targets(30, 20);
        rig.targets(31, 20);
        rig.open();
        rig.linkUp();
        rig.start(1);
        rig.start(2);
        assertThat(rig.open(1).size() + rig.open(2).size()).isEqualTo(3);
    }

    @Test
    void whoIsAskedFirstRotates() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), queue(40), agent(51, 40))
                .with(campaign(1, 20, 30, 40, 100), campaign(2, 20, 31, 40, 100));
        rig.targets(30, 40);
        rig.targets(31, 40);
        rig.running(1, 2).open();
        rig.linkUp();
        for (int i = 0; i < 30; i++) {
            var call = rig.ordered.keySet().stream().reduce((_, last) -> last).orElseThrow();
            rig.ended(call, Outcome.BUSY);
        }
        long first = rig.store.calls.values().stream()
                .filter(call -> call.campaignId().equals(id(1)))
                .count();
        assertThat(first).isBetween(12L, 19L);
    }

    @Test
    void withoutQueueLinesAreTheOnlyLimit() {
        rig.limits = new LineLimits(7, 1_000);
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))));
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(7);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.LINE_LIMIT);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).hasSize(7);
    }

    @Test
    void whoIsCalledForACallerTakesALineAndAPlaceInTheSecond() {
        rig.limits = new LineLimits(7, 8);
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("connect"))));
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
        rig.start(1);
        var talking = rig.open(1).getFirst();
        rig.answered(talking);
        rig.happens(new OthersCalled(rig.now(), talking, 2));
        rig.ended(rig.open(1).get(1), Outcome.BUSY);
        rig.ended(rig.open(1).get(1), Outcome.BUSY);
        assertThat(rig.open(1)).as("seven lines, two of them by others").hasSize(5);
        rig.happens(new OthersCalled(rig.now(), talking, 1));
        assertThat(rig.lastDecision(1).reason()).as("nine in this second").isEqualTo(DecisionReason.CALLS_PER_SECOND);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.open(1)).hasSize(6);
        rig.ended(talking, Outcome.COMPLETED);
        assertThat(rig.open(1)).as("the call ended, and the other with it").hasSize(7);
    }

    @Test
    void neverMoreCallsInAnySecondThanTheLimit() {
        rig.limits = new LineLimits(1_000, 5);
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))));
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(5);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.CALLS_PER_SECOND);
        rig.wait(Duration.ofMillis(999));
        assertThat(rig.open(1)).hasSize(5);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.open(1)).hasSize(10);
    }

    @Test
    void flowsRunTenAtOnceWithoutACall() {
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.FLOW, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))));
        rig.targets(30, 25);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.ordered).isEmpty();
        assertThat(rig.store.counts(id(30)).done()).isEqualTo(25);
    }

    @Test
    void serviceLevelZeroIsBoundedByTheLinesOnly() {
        rig.limits = new LineLimits(9, 1_000);
        twoAgents(0);
        assertThat(rig.open(1)).hasSize(9);
    }

    @Test
    void afterManyAnswersMoreAreDialingThanAllowed() {
        twoAgents(50);
        assertThat(rig.open(1)).hasSize(4);
        rig.agentIs(51, AgentStatus.AWAY);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.OVER_LIMIT);
        rig.agentIs(52, AgentStatus.AWAY);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.NO_AGENT_AVAILABLE);
    }

    @Test
    void theCampaignsOfAQueueEachCompareWithTheirOwnServiceLevel() {
        rig.with(outplan(20, 60_000, 3), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, 20, 30, 40, 100), campaign(2, 20, 31, 40, 50));
        rig.targets(30, 20);
        rig.targets(31, 20);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(2);
        rig.start(2);
        assertThat(rig.open(2)).as("up to 4 on the queue").hasSize(2);
        assertThat(rig.moment(1).snapshot().dialing()).isEqualTo(4);
        assertThat(rig.moment(1).snapshot().ownDialing()).isEqualTo(2);
    }

    @Test
    void anAgentOfTwoQueuesIsAvailableInBothAndBusyInBoth() {
        rig.with(outplan(20, 60_000, 3), list(30), list(31), queue(40), queue(41), agent(51, 40, 41), agent(52, 41))
                .with(campaign(1, 20, 30, 40, 100), campaign(2, 20, 31, 41, 100));
        rig.open();
        rig.linkUp();
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
        assertThat(rig.moment(2).snapshot().available()).isEqualTo(2);
        rig.agentIs(51, AgentStatus.BUSY);
        assertThat(rig.moment(1).snapshot().available()).isZero();
        assertThat(rig.moment(2).snapshot().available()).isEqualTo(1);
        assertThat(rig.moment(2).agents()).as("not offline").isEqualTo(2);
    }

    @Test
    void aQueueThatIsMissingHoldsAlsoAtServiceLevelZero() {
        rig.with(outplan(20, 60_000, 3), list(30), agent(51, 40), campaign(1, 20, 30, 40, 0));
        rig.targets(30, 5);
        rig.running(1).open();
        rig.linkUp();
        assertThat(rig.ordered).isEmpty();
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.QUEUE_GONE);
        assertThat(rig.moment(1).allowed()).isZero();
    }

    @Test
    void serviceLevelZeroHoldsWithoutAnAvailableAgent() {
        twoAgents(0);
        var calls = rig.open(1).size();
        assertThat(rig.moment(1).allowed()).isNull();
        rig.agentIs(51, AgentStatus.AWAY);
        rig.agentIs(52, AgentStatus.OFFLINE);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).hasSize(calls - 1);
        assertThat(rig.moment(1).allowed()).isZero();
    }

    @Test
    void allowedIsRoundedUp() {
        twoAgents(150);
        assertThat(rig.moment(1).allowed()).isEqualTo(2);
        rig.agentIs(51, AgentStatus.AWAY);
        assertThat(rig.moment(1).allowed()).isEqualTo(1);
    }

    @Test
    void anAnswerAndAnAgentOfOneInstantAreAppliedBeforeCallsArePlaced() {
        twoAgents(100);
        var calls = rig.open(1);
        int decisions = rig.decisions.size();
        rig.happens(
                new EngineInput.CallEnded(rig.now(), calls.getFirst(), Outcome.BUSY, EngineInput.EndedBy.UNKNOWN),
                new EngineInput.AgentChanged(rig.now(), id(51), AgentNow.of(AgentStatus.AWAY)));
        assertThat(rig.open(1)).containsExactly(calls.getLast());
        assertThat(rig.decisions).as("still waiting for an agent").hasSize(decisions);
    }

    @Test
    void aTurnPlacesTwentyCallsAtMostThenPendingEventsAreApplied() {
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))));
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
        rig.engine.accept(new EngineInput.CampaignStarted(id(1)));
        assertThat(rig.engine.launch()).isTrue();
        assertThat(rig.open(1)).hasSize(20);
        rig.engine.accept(new EngineInput.CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(rig.engine.launch()).isFalse();
        assertThat(rig.open(1)).hasSize(20);
    }

    @Test
    void campaignsWithFreeAgentsTakeTheLastLinesFirst() {
        rig.limits = new LineLimits(1, 1_000);
        rig.with(outplan(20, 60_000, 3), list(30), list(31), queue(40), agent(51, 40))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))))
                .with(campaign(2, 20, 31, 40, 100));
        rig.targets(30, 20);
        rig.targets(31, 20);
        rig.running(1, 2).open();
        for (int i = 0; i < 5; i++) {
            rig.linkUp();
            assertThat(rig.open(1)).isEmpty();
            assertThat(rig.open(2)).hasSize(1);
            rig.ended(rig.open(2).getFirst(), Outcome.BUSY);
        }
    }

    @Test
    void campaignsTakeLinesInTurn() {
        rig.limits = new LineLimits(6, 1_000);
        rig.with(outplan(20, 60_000, 3), list(30), list(31));
        for (int number = 1; number <= 2; number++) {
            rig.with(campaign(
                    number,
                    CampaignType.CALL,
                    20,
                    29 + number,
                    0,
                    100,
                    EndHandle.STOP,
                    0,
                    List.of(EngineRig.action("answer"))));
            rig.targets(29 + number, 20);
        }
        rig.running(1, 2).open();
        rig.linkUp();
        assertThat(rig.open(1)).hasSize(3);
        assertThat(rig.open(2)).hasSize(3);
    }

    @Test
    void changedLimitsKeepTheCallsOfTheLastSecondInMind() {
        rig.limits = new LineLimits(1_000, 5);
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(
                        1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(EngineRig.action("answer"))));
        rig.targets(30, 50);
        rig.running(1).open();
        rig.linkUp();
        assertThat(rig.open(1)).hasSize(5);
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 5)));
        assertThat(rig.open(1)).hasSize(5);
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 8)));
        assertThat(rig.open(1)).hasSize(8);
        rig.wait(Duration.ofMillis(500));
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 2)));
        assertThat(rig.open(1)).hasSize(8);
        rig.wait(Duration.ofMillis(500));
        assertThat(rig.open(1)).hasSize(10);
    }

    @Test
    void aLimitOfLinesThatIsRaisedLetsTheNextCallOutAtOnce() {
        rig.limits = new LineLimits(1, 1_000);
        twoAgents(100);
        assertThat(rig.open(1)).hasSize(1);
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(2, 1_000)));
        assertThat(rig.open(1)).hasSize(2);
    }

    @Test
    void everyHoldCarriesItsInputs() {
        twoAgents(100);
        var hold = rig.lastDecision(1);
        assertThat(hold.launched()).isFalse();
        assertThat(hold.snapshot().available()).isEqualTo(2);
        assertThat(hold.snapshot().dialing()).isEqualTo(2);
        assertThat(hold.snapshot().serviceLevel()).isEqualTo(100);
        assertThat(rig.decisions)
                .filteredOn(PacingDecision::launched)
                .hasSize(2)
                .allSatisfy(launch -> {
                    assertThat(launch.reason()).isEqualTo(DecisionReason.DIALING);
                    assertThat(rig.store.calls.get(launch.callId()).outdialTargetId())
                            .isEqualTo(launch.targetId());
                });
    }
}
