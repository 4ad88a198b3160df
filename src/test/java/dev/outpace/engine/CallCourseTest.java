package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallResult;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outplan;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway")
class CallCourseTest {
    private final EngineRig rig = new EngineRig();

    private UUID oneCall(Integer... tries) {
        rig.with(outplan(20, 60_000, tries), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.target(30, "+12125550101", "+12125550102");
        return begin();
    }

    private UUID begin() {
        rig.open();
        rig.linkUp();
        rig.start(1);
        return rig.open(1).getFirst();
    }

    private CampaignCall call(UUID id) {
        return rig.store.calls.get(id);
    }

    private TargetStatus targetStatus() {
        return rig.store.targets.values().iterator().next().status();
    }

    @Test
    void aTalkWithAnAgentIsASuccessAndEndsTheTarget() {
        var id = oneCall(3);
        rig.talksTo(id, 51);
        assertThat(call(id).result()).isEqualTo(CallResult.SUCCESS);
        assertThat(call(id).cause()).isEqualTo(EndCause.NORMAL);
        assertThat(call(id).agentId()).isEqualTo(id(51));
        assertThat(targetStatus()).isEqualTo(TargetStatus.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY",
        "NO_ANSWER, NO_ANSWER",
        "REJECTED, REJECTED",
        "BAD_NUMBER, BAD_NUMBER",
        "UNREACHABLE, UNREACHABLE",
        "FAILED, FAILED",
        "UNKNOWN, LOST"
    })
    void aCallThatIsNotAnsweredFailsAndIsTriedAgainAfterTheInterval(Outcome outcome, EndCause cause) {
        var id = oneCall(2);
        rig.accepted(id);
        rig.ended(id, outcome);
        assertThat(call(id).cause()).isEqualTo(cause);
        assertThat(targetStatus()).isEqualTo(TargetStatus.IDLE);
        rig.wait(Duration.ofMillis(59_999));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void theLastTryEndsTheTarget() {
        var id = oneCall(1);
        rig.ended(id, Outcome.BUSY);
        assertThat(targetStatus()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void allTriesOfADestinationComeBeforeTheNext() {
        oneCall(2, 1);
        for (int i = 0; i < 3; i++) {
            rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
            rig.wait(Duration.ofMinutes(1));
        }
        assertThat(rig.ordered.values())
                .extracting(request -> request.to().target())
                .containsExactly("+12125550101", "+12125550101", "+12125550102");
        assertThat(targetStatus()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void theDialTimeoutEndsAnUnansweredCall() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.wait(Duration.ofMillis(19_999));
        assertThat(rig.hungUp).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).containsExactly(id);
        rig.ended(id, Outcome.CANCELLED);
        assertThat(call(id).cause()).isEqualTo(EndCause.NO_ANSWER);
    }

    @Test
    void aCallWithoutAnEndThirtySecondsAfterOurHangUpIsLost() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.wait(Duration.ofSeconds(20));
        rig.wait(Duration.ofMillis(29_999));
        assertThat(call(id).cause()).isNull();
        rig.wait(Duration.ofMillis(1));
        assertThat(call(id).cause()).isEqualTo(EndCause.LOST);
    }

    @Test
    void anAnswerAfterOurHangUpIsAbandoned() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.wait(Duration.ofSeconds(20));
        rig.answered(id);
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).cause()).isEqualTo(EndCause.ABANDONED);
        assertThat(call(id).result()).isEqualTo(CallResult.FAIL);
    }

    @Test
    void whoLeavesTheQueueWithoutAnAgentIsAbandonedAndCalledAgain() {
        var id = oneCall(2);
        rig.answered(id);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), id, id(40)),
                new EngineInput.QueueLeft(rig.now(), id, Left.ABANDONED),
                new EngineInput.CallEnded(rig.now(), id, Outcome.COMPLETED, EngineInput.EndedBy.UNKNOWN));
        assertThat(call(id).cause()).isEqualTo(EndCause.ABANDONED);
        assertThat(targetStatus()).isEqualTo(TargetStatus.IDLE);
    }

    @Test
    void anAgentWhoRingsOrTalksSaysThatTheCallerHasJoined() {
        var id = oneCall(1);
        rig.answered(id);
        rig.happens(new EngineInput.AgentRinging(rig.now(), id, id(51)));
        assertThat(call(id).queuedAt()).isEqualTo(rig.now());
        rig.happens(new EngineInput.AgentConnected(rig.now(), id, id(51)));
        rig.wait(OrderTime.ANSWER.plusSeconds(5));
        assertThat(rig.hungUp).isEmpty();
        assertThat(rig.alarms).isEmpty();
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void whoGivesUpWaitingWasInTheQueueAlsoWhereNobodyTold() {
        var id = oneCall(1);
        rig.answered(id);
        rig.happens(
                new EngineInput.QueueLeft(rig.now(), id, Left.ABANDONED),
                new EngineInput.CallEnded(rig.now(), id, Outcome.COMPLETED, EngineInput.EndedBy.CALLER));
        assertThat(call(id).cause()).isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void momentsOfACallAreTheExchangesAndTimersCountFromWhenTheyWereHeard() {
        var id = oneCall(2);
        rig.wait(Duration.ofSeconds(10));
        var now = rig.now();
        rig.happens(new EngineInput.CallAnswered(now.minusSeconds(4), id));
        assertThat(call(id).answeredAt()).isEqualTo(now.minusSeconds(4));
        rig.happens(new EngineInput.CallEnded(now.minusSeconds(1), id, Outcome.COMPLETED, EngineInput.EndedBy.CALLER));
        assertThat(call(id).endedAt()).isEqualTo(now.minusSeconds(1));
        assertThat(rig.store.targets.values().iterator().next().nextTryAt()).isEqualTo(now.plusSeconds(60));
    }

    @Test
    void noMomentOfACallIsBeforeAnEarlierOneOrLaterThanNow() {
        var id = oneCall(1);
        rig.wait(Duration.ofSeconds(10));
        var now = rig.now();
        rig.happens(
                new EngineInput.CallAnswered(now.minusSeconds(2), id),
                new EngineInput.QueueJoined(now.minusSeconds(3), id, id(40)),
                new EngineInput.AgentConnected(now.plusSeconds(3), id, id(51)));
        assertThat(call(id).queuedAt()).isEqualTo(now.minusSeconds(2));
        assertThat(call(id).connectedAt()).isEqualTo(now);
    }

    @Test
    void aQueueTimeoutAtTheFlowsEndHangsUp() {
        var id = oneCall(1);
        rig.answered(id);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), id, id(40)),
                new EngineInput.QueueLeft(rig.now(), id, Left.TIMEOUT));
        assertThat(rig.hungUp).containsExactly(id);
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).cause()).isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void aRefusedCallGivesItsTryBackAndWaitsLongerEachTime() {
        var id = oneCall(1);
        rig.happens(new EngineInput.CallRefused(rig.now(), id, EngineInput.Refusal.NO_TRUNK, "no trunk"));
        assertThat(call(id).cause()).isEqualTo(EndCause.NOT_PLACED);
        var target = rig.store.targets.values().iterator().next();
        assertThat(target.tryCounts()).containsOnly(0);
        rig.wait(Duration.ofSeconds(60));
        assertThat(rig.ordered).hasSize(2);
        rig.happens(new EngineInput.CallRefused(
                rig.now(), rig.open(1).getFirst(), EngineInput.Refusal.NO_TRUNK, "no trunk"));
        rig.wait(Duration.ofSeconds(119));
        assertThat(rig.ordered).hasSize(2);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.ordered).hasSize(3);
        assertThat(rig.moment(1).calls().notPlaced()).isEqualTo(2);
        assertThat(rig.moment(1).calls().ended()).isZero();
    }

    @Test
    void aCallForWhichTheNetworkHasNoRoomUsesUpNoTryAndWaitsLongerEachTime() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.ended(id, Outcome.CONGESTED);
        assertThat(call(id).cause()).isEqualTo(EndCause.NOT_PLACED);
        assertThat(rig.store.targets.values().iterator().next().tryCounts()).containsOnly(0);
        rig.wait(Duration.ofSeconds(60));
        var again = rig.open(1).getFirst();
        rig.accepted(again);
        rig.ended(again, Outcome.CONGESTED);
        rig.wait(Duration.ofSeconds(119));
        assertThat(rig.ordered).hasSize(2);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.ordered).hasSize(3);
    }

    @Test
    void aCallThatMeetsCongestionAfterItsRingUsesUpNoTryEither() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.happens(new EngineInput.CallRinging(rig.now(), id));
        rig.ended(id, Outcome.CONGESTED);
        assertThat(call(id).cause()).isEqualTo(EndCause.CONGESTED);
        assertThat(rig.store.targets.values().iterator().next().tryCounts()).containsOnly(0);
        rig.wait(Duration.ofMillis(59_999));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void twentyRefusalsInARowHoldTheCampaignWithAnAlarm() {
        rig.with(outplan(20, 60_000, 1), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.targets(30, 100);
        rig.limits = new LineLimits(1, 1_000);
        rig.open();
        rig.linkUp();
        rig.start(1);
        for (int i = 0; i < 20; i++) {
            rig.happens(new EngineInput.CallRefused(
                    rig.now(), rig.open(1).getFirst(), EngineInput.Refusal.NO_TRUNK, "no trunk"));
        }
        assertThat(rig.open(1)).isEmpty();
        assertThat(rig.alarms).as("the link may be going").isEmpty();
        rig.wait(Duration.ofSeconds(4));
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.calls_refused");
        rig.wait(Duration.ofSeconds(4));
        assertThat(rig.alarms).hasSize(1);
        rig.start(1);
        assertThat(rig.open(1)).hasSize(1);
    }

    @Test
    void aNumberIsDialedForAnotherTargetOnlyAfterItsCallAndTheGap() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))))
                .with(campaign(2, CampaignType.CALL, 20, 31, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.target(30, "+12125550101");
        rig.target(31, "+12125550101");
        rig.open();
        rig.linkUp();
        rig.start(1);
        rig.start(2);
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofSeconds(15));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        rig.wait(LineLimits.NUMBER_GAP.minusMillis(1));
        assertThat(rig.open(2)).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.open(2)).hasSize(1);
    }

    @Test
    void retriesOfOneTargetAreNotDelayedByTheGap() {
        oneCall(3);
        rig.target(30, "+12125550101");
        rig.happens(new EngineInput.TargetsChanged(id(30)));
        for (int i = 1; i <= 3; i++) {
            assertThat(rig.ordered).hasSize(i);
            rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
            rig.wait(Duration.ofMinutes(1));
        }
        assertThat(rig.ordered).as("its tries are used up, the gap is not over").hasSize(3);
        rig.wait(LineLimits.NUMBER_GAP.minusMinutes(1));
        assertThat(rig.ordered).hasSize(4);
    }

    @Test
    void aSettingOfTheGapCountsFromTheNextLook() {
        rig.with(outplan(20, 60_000, 1), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.target(30, "+12125550101");
        rig.target(30, "+12125550101");
        rig.limits = new LineLimits(30, 5, Duration.ZERO);
        var call = begin();
        rig.ended(call, Outcome.BUSY);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void oneNumberInHundredsOfTargetsDoesNotHoldUpTheOthers() {
        rig.with(outplan(20, 600_000, 3), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, 20, 30, 40, 100));
        for (int i = 0; i < 300; i++) {
            rig.target(30, "+12125550100");
        }
        rig.target(30, "+12125550101");
        begin();
        assertThat(rig.open(1)).hasSize(2);
        assertThat(rig.store.counts(id(30)).left()).isEqualTo(301);
    }

    /** Twelve targets that are due again at once, and hundreds that were never called. */
    @Test
    void retriesLeaveEverySecondCallToTheFresh() {
        rig.with(outplan(20, 0, 100), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.limits = new LineLimits(1, 100_000);
        rig.targets(30, 400);
        begin();
        for (int i = 0; i < 500; i++) {
            rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        }
        assertThat(rig.store.calls.values().stream()
                        .map(CampaignCall::outdialTargetId)
                        .distinct())
                .hasSizeBetween(249, 252);
    }

    @Test
    void aFlowWithoutQueueEndsTheCallWithSuccess() {
        rig.with(outplan(20, 60_000, 1), list(30))
                .with(campaign(
                        1,
                        CampaignType.CALL,
                        20,
                        30,
                        0,
                        100,
                        EndHandle.STOP,
                        0,
                        List.of(action("answer"), action("talk"))));
        rig.target(30, "+12125550101");
        var id = begin();
        rig.answered(id);
        assertThat(rig.hungUp).isEmpty();
        rig.happens(rig.orderEnded(id, MediaResult.DONE));
        assertThat(rig.hungUp).containsExactly(id);
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).result()).isEqualTo(CallResult.SUCCESS);
    }

    @Test
    void whoHangsUpBeforeTheFlowIsThroughIsCalledAgain() {
        rig.with(outplan(20, 60_000, 2), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("talk"))));
        rig.target(30, "+12125550101");
        var id = begin();
        rig.answered(id);
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).cause()).isEqualTo(EndCause.HUNG_UP);
        assertThat(targetStatus()).isEqualTo(TargetStatus.IDLE);
    }

    @Test
    void aTargetWithoutADialableDestinationIsNotCallable() {
        rig.with(outplan(20, 60_000, 0, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.target(30, "+12125550101");
        rig.target(30, "", "+12125550102");
        var id = begin();
        assertThat(rig.moment(1).targets()).isEqualTo(new TargetCounts(0, 1, 1));
        rig.talksTo(id, 51);
        assertThat(rig.moment(1).targets()).isEqualTo(new TargetCounts(1, 0, 1));
    }

    @Test
    void aDoubledOrLateEventChangesNothing() {
        var id = oneCall(1);
        rig.talksTo(id, 51);
        int facts = rig.store.facts.size();
        rig.happens(
                new EngineInput.CallEnded(rig.now(), id, Outcome.BUSY, EngineInput.EndedBy.UNKNOWN),
                new EngineInput.CallRinging(rig.now(), id),
                new EngineInput.AgentConnected(rig.now(), id, id(51)));
        assertThat(rig.store.facts).hasSize(facts);
        assertThat(call(id).result()).isEqualTo(CallResult.SUCCESS);
    }

    @Test
    void aCallThatIsRefusedAfterWeOrderedItsEndGivesItsTryBackToo() {
        var id = oneCall(1);
        rig.order(new EngineInput.HangUpOrdered(id));
        rig.happens(new EngineInput.CallRefused(rig.now(), id, EngineInput.Refusal.NO_TRUNK, "no trunk"));
        assertThat(call(id).cause()).isEqualTo(EndCause.NOT_PLACED);
        assertThat(rig.store.targets.values().iterator().next().tryCounts()).containsOnly(0);
        rig.wait(Duration.ofSeconds(59));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void aRefusalOfACallThatReachedTheNetworkCountsItsTry() {
        var id = oneCall(1);
        rig.accepted(id);
        rig.happens(new EngineInput.CallRefused(rig.now(), id, EngineInput.Refusal.NO_TRUNK, "too late"));
        assertThat(call(id).cause()).isEqualTo(EndCause.FAILED);
        assertThat(targetStatus()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void theWaitAfterRefusalsDoublesUpToFifteenMinutesAndBeginsAnewAfterACallThatWasPlaced() {
        oneCall(3);
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            int ordered = rig.ordered.size();
            rig.happens(new EngineInput.CallRefused(
                    rig.now(), rig.open(1).getFirst(), EngineInput.Refusal.NO_TRUNK, "no trunk"));
            rig.wait(Duration.ofMinutes(minutes).minusMillis(1));
            assertThat(rig.ordered).as("after %d minutes", minutes).hasSize(ordered);
            rig.wait(Duration.ofMillis(1));
            assertThat(rig.ordered).hasSize(ordered + 1);
        }
        rig.accepted(rig.open(1).getFirst());
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        rig.wait(Duration.ofMinutes(1));
        rig.happens(new EngineInput.CallRefused(
                rig.now(), rig.open(1).getFirst(), EngineInput.Refusal.NO_TRUNK, "no trunk"));
        int ordered = rig.ordered.size();
        rig.wait(Duration.ofMinutes(1));
        assertThat(rig.ordered).hasSize(ordered + 1);
    }

    @Test
    void theEarliestDueRetryComesBeforeTheOldestFreshTargetWhichHasTheNextTurn() {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 3);
        var first = begin();
        rig.ended(first, Outcome.BUSY);
        rig.agentIs(51, AgentStatus.AWAY);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        rig.wait(Duration.ofMinutes(2));
        rig.agentIs(51, AgentStatus.AVAILABLE);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(rig.store.calls.values())
                .extracting(CampaignCall::targetName)
                .containsExactly("target 1", "target 2", "target 1", "target 3", "target 2");
    }

    @Test
    void aTalkThatOurHangUpEndsIsASuccess() {
        var id = oneCall(1);
        rig.answered(id);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), id, id(40)),
                new EngineInput.AgentRinging(rig.now(), id, id(51)),
                new EngineInput.AgentConnected(rig.now(), id, id(51)));
        rig.order(new EngineInput.HangUpOrdered(id));
        rig.ended(id, Outcome.COMPLETED);
        assertThat(call(id).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aCallerWhomAnAgentMissesWaitsOnAndKeepsAnAgentFree() {
        var call = oneCall(1);
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        misses(call, 51, Missed.NO_ANSWER);
        assertThat(rig.moment(1).waiting()).isOne();
        assertThat(rig.moment(1).agentRinging()).isZero();
        assertThat(rig.moment(1).snapshot().reserved()).isOne();
        rig.happens(
                new EngineInput.AgentRinging(rig.now(), call, id(51)),
                new EngineInput.AgentConnected(rig.now(), call, id(51)));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void whoMissesThreeCallersInARowIsSetAwayWithOneAlarm() {
        var call = oneCall(1);
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        misses(call, 51, Missed.REJECTED);
        misses(call, 51, Missed.WITHDRAWN);
        misses(call, 51, Missed.UNREACHABLE);
        assertThat(rig.alarms).isEmpty();
        misses(call, 51, Missed.NO_ANSWER);
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.agent_set_away");
        assertThat(rig.agentOrders).containsEntry(id(51), AgentStatus.AWAY);
        var agent = rig.store.book.agent(id(51));
        assertThat(agent.awayReason()).isEqualTo(AwayReason.MISSED);
    }

    @Test
    void aCallerWhomAnAgentTakesMakesTheMissesBeforeForgotten() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 2);
        var call = begin();
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        misses(call, 51, Missed.NO_ANSWER);
        misses(call, 51, Missed.NO_ANSWER);
        rig.happens(
                new EngineInput.AgentRinging(rig.now(), call, id(51)),
                new EngineInput.AgentConnected(rig.now(), call, id(51)));
        rig.ended(call, Outcome.COMPLETED);
        rig.agentIs(51, AgentStatus.AVAILABLE);
        var next = rig.open(1).getFirst();
        rig.answered(next);
        rig.happens(new EngineInput.QueueJoined(rig.now(), next, id(40)));
        misses(next, 51, Missed.NO_ANSWER);
        assertThat(rig.alarms).isEmpty();
    }

    private void misses(UUID call, int agent, Missed why) {
        if (why != Missed.UNREACHABLE) {
            rig.happens(new EngineInput.AgentRinging(rig.now(), call, id(agent)));
        }
        rig.happens(new EngineInput.AgentMissed(rig.now(), call, id(agent), why));
        rig.agentIs(agent, AgentStatus.AVAILABLE);
    }

    @Test
    void anOrderForACallThatIsOverIsRefused() {
        var id = oneCall(1);
        rig.ended(id, Outcome.BUSY);
        assertThat(rig.order(new EngineInput.HangUpOrdered(id)))
                .extracting(problem -> problem.code())
                .containsExactly("call.over");
    }

    @Test
    void theClaimIsCommittedBeforeTheOrderLeaves() {
        var id = oneCall(1);
        assertThat(rig.ordered.get(id)).isNotNull();
        assertThat(rig.claimedWhenOrdered).containsExactly(id);
    }

    @Test
    void countsAddUpOverSuccessFailAbandonedAndNotPlaced() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 4);
        rig.talksTo(begin(), 51);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        var abandoned = rig.open(1).getFirst();
        rig.answered(abandoned);
        rig.happens(
                new EngineInput.QueueJoined(rig.now(), abandoned, id(40)),
                new EngineInput.QueueLeft(rig.now(), abandoned, Left.ABANDONED));
        rig.ended(abandoned, Outcome.COMPLETED);
        rig.happens(new EngineInput.CallRefused(
                rig.now(), rig.open(1).getFirst(), EngineInput.Refusal.NO_TRUNK, "no trunk"));
        assertThat(rig.moment(1).calls()).isEqualTo(new CallCounts(1, 2, 1, 2, 1, 0));
        assertThat(rig.moment(1).calls().ended()).isEqualTo(3);
        assertThat(rig.moment(1).targets()).isEqualTo(new TargetCounts(3, 1, 0));
    }

    @Test
    void aClaimThatFailsStopsTheCampaignWithAnAlarm() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 4);
        rig.store.claimFails = true;
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.moment(1).status()).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.moment(1).stopReason()).isEqualTo(StopReason.FAULT);
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.placing_failed");
    }

    @Test
    void aDialTimeoutOfZeroMeansThirtySeconds() {
        oneCall(1);
        var plan = rig.store.book.outplan(id(20));
        rig.order(new EngineInput.Edited(
                new Outplan(
                        plan.id(),
                        plan.name(),
                        "",
                        null,
                        0,
                        60_000,
                        plan.maxTryCounts(),
                        plan.stamps(),
                        plan.unknown()),
                false));
        rig.target(30, "+12125550109");
        rig.happens(new EngineInput.TargetsChanged(id(30)));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        var id = rig.open(1).getFirst();
        rig.accepted(id);
        assertThat(rig.ordered.get(id).ringFor()).isEqualTo(Duration.ofSeconds(30));
        rig.wait(Duration.ofMillis(29_999));
        assertThat(rig.hungUp).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).containsExactly(id);
    }

    @Test
    void aFailedTargetIsDueATryIntervalAfterTheEndOfItsCall() {
        var id = oneCall(2);
        rig.answered(id);
        rig.wait(Duration.ofSeconds(7));
        rig.ended(id, Outcome.COMPLETED);
        var target = rig.store.targets.values().iterator().next();
        assertThat(target.status()).isEqualTo(TargetStatus.IDLE);
        assertThat(target.nextTryAt()).isEqualTo(EngineRig.START.plusSeconds(67));
        rig.wait(Duration.ofMillis(59_999));
        assertThat(rig.open(1)).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.open(1)).as("at its exact moment").hasSize(1);
    }

    /** A time server moves the wall by less than a jump: nothing tells the engine, and its timer comes too late. */
    @Test
    void onceASecondWhoeverIsDueByTheWallIsCalled() {
        var id = oneCall(2);
        rig.accepted(id);
        rig.ended(id, Outcome.BUSY);
        rig.wait(Duration.ofMillis(57_500));
        rig.clock.setWallTime(rig.clock.wallTime().plusMillis(1_900));
        rig.wait(Duration.ofMillis(1_500));
        assertThat(rig.clock.monotonicNanos()).isLessThan(Duration.ofSeconds(60).toNanos());
        assertThat(rig.open(1)).hasSize(1);
        assertThat(rig.alarms).isEmpty();
    }
}
