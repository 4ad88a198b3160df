package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.StoreUp;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.StopMode;
import dev.outpace.model.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes after a list is used up. */
@SuppressWarnings("NullAway")
class ChainTest {
    private final EngineRig rig = new EngineRig();

    private static Campaign first(int next) {
        return campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, next, List.of(action("answer")));
    }

    /** Campaign 1 with two targets, followed by campaign 2 with one. */
    private void chain() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(first(2), campaign(2, 20, 31, 40, 100));
        rig.targets(30, 2);
        rig.targets(31, 1);
        rig.open();
        rig.linkUp();
    }

    private void useUp() {
        rig.open(1).forEach(call -> rig.happens(new CallAccepted(rig.now(), call)));
        rig.open(1).forEach(call -> rig.ended(call, Outcome.BUSY));
    }

    private CampaignStatus status(int campaign) {
        return rig.store.book.campaign(id(campaign)).status();
    }

    private List<String> alarms() {
        return rig.alarms.stream().map(alarm -> alarm.problem().code()).toList();
    }

    private UUID talking(int number) {
        var call = rig.open(1).get(number);
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)), new AgentConnected(rig.now(), call, id(51 + number)));
        return call;
    }

    @Test
    void oneTransactionStopsTheFirstAndStartsTheNextWhichDialsAtOnce() {
        chain();
        rig.start(1);
        useUp();
        assertThat(rig.open(2)).as("in the same instant").hasSize(1);
        var last = (Fact.StatusesChanged) rig.store.facts.stream()
                .filter(Fact.StatusesChanged.class::isInstance)
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last.changes())
                .extracting(StatusChange::campaignId, StatusChange::status, StatusChange::reason)
                .containsExactly(
                        tuple(id(1), CampaignStatus.STOP, StopReason.EXHAUSTED),
                        tuple(id(2), CampaignStatus.RUN, null));
        assertThat(last.changes().getLast().startedAt()).isNotNull();
    }

    @Test
    void aListThatIsUsedUpWithoutACallSinceTheStartStartsNoNext() {
        chain();
        rig.start(1);
        useUp();
        rig.order(new CampaignStopped(id(2), StopMode.HANG_UP_ALL));
        rig.ended(rig.open(2).getFirst(), Outcome.CANCELLED);
        rig.start(1);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(alarms()).containsExactly("alarm.next_without_call");
    }

    @Test
    void theChainPassesOnThroughAListInWhichNobodyCanBeDialed() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), list(32), queue(40), agent(51, 40), agent(52, 40))
                .with(first(2), follows(2, 31, 3), campaign(3, 20, 32, 40, 100));
        rig.targets(30, 2);
        rig.target(31, "", "+12125550177");
        rig.targets(32, 1);
        rig.open();
        rig.linkUp();
        rig.start(1);
        useUp();
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(3)).isEqualTo(CampaignStatus.RUN);
        assertThat(alarms()).containsExactly("alarm.ended_without_call");
    }

    private static Campaign follows(int number, int list, int next) {
        return campaign(number, CampaignType.CALL, 20, list, 40, 100, EndHandle.STOP, next, List.of(action("answer")));
    }

    @Test
    void theChainPassesOnThroughWhatHasNobodyToCallAndWhatMayNotStart() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), list(33), queue(40), agent(51, 40), agent(52, 40))
                .with(first(2), follows(2, 31, 3), follows(3, 99, 4), campaign(4, 20, 33, 40, 100));
        rig.targets(30, 2);
        rig.targets(33, 1);
        rig.open();
        rig.linkUp();
        rig.start(1);
        useUp();
        assertThat(List.of(status(1), status(2), status(3))).containsOnly(CampaignStatus.STOP);
        assertThat(status(4)).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.open(4)).as("in the same instant").hasSize(1);
        assertThat(alarms()).containsExactly("alarm.next_nothing_to_call", "alarm.next_refused");
        assertThat(rig.alarms.getFirst().problem().args()).containsExactly("campaign 1", "campaign 2");
    }

    /** Only files of another workspace, or a person who edits while it runs, can bring one in. */
    @Test
    void aChainThatComesBackStops() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), list(32), queue(40), agent(51, 40), agent(52, 40))
                .with(first(2), follows(2, 31, 3), follows(3, 32, 2));
        rig.targets(30, 2);
        rig.open();
        rig.linkUp();
        rig.start(1);
        useUp();
        assertThat(List.of(status(1), status(2), status(3))).containsOnly(CampaignStatus.STOP);
        assertThat(alarms())
                .containsExactly("alarm.next_nothing_to_call", "alarm.next_nothing_to_call", "alarm.next_loop");
    }

    @Test
    void whatWaitsForTargetsIsNotPassedOver() {
        rig.with(outplan(20, 60_000, 1), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(
                        first(2),
                        campaign(
                                2,
                                CampaignType.CALL,
                                20,
                                31,
                                40,
                                100,
                                EndHandle.CONTINUE,
                                0,
                                List.of(action("answer"))));
        rig.targets(30, 2);
        rig.open();
        rig.linkUp();
        rig.start(1);
        useUp();
        assertThat(status(2)).isEqualTo(CampaignStatus.RUN);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aNextThatIsRunningIsNotStartedAndAnAlarmSaysSo() {
        chain();
        rig.start(1);
        rig.start(2);
        useUp();
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(alarms()).containsExactly("alarm.next_not_stopped");
    }

    @Test
    void aNextWhoseStartIsRefusedIsNotStartedAndAnAlarmSaysSo() {
        chain();
        rig.start(1);
        rig.order(new Edited(campaign(2, 20, 99, 40, 100), false));
        useUp();
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(alarms()).containsExactly("alarm.next_refused");
    }

    @Test
    void aNextThatIsMissingOnlyWarnsAtTheStart() {
        chain();
        rig.order(new Edited(first(77), false));
        assertThat(rig.start(1)).extracting(problem -> problem.code()).containsExactly("start.next_missing");
        useUp();
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(alarms()).containsExactly("alarm.next_missing");
    }

    @Test
    void theNextStartsOnlyWhenTheLastTalkHasEnded() {
        chain();
        rig.start(1);
        var talking = talking(0);
        rig.ended(rig.open(1).getLast(), Outcome.BUSY);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        rig.ended(talking, Outcome.COMPLETED);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(2)).isEqualTo(CampaignStatus.RUN);
    }

    @Test
    void targetsAddedWhileStoppingAfterExhaustionAreCalledWhenTheLastCallHasEnded() {
        chain();
        rig.start(1);
        var talking = talking(0);
        rig.ended(rig.open(1).getLast(), Outcome.BUSY);
        rig.targets(30, 3);
        rig.happens(new TargetsChanged(id(30)));
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        rig.ended(talking, Outcome.COMPLETED);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.open(1)).as("one agent is free").hasSize(1);
        assertThat(rig.moment(1).stopReason()).isNull();
        for (int i = 0; i < 3; i++) {
            useUp();
        }
        assertThat(status(2))
                .as("the list is used up, and now the next follows")
                .isEqualTo(CampaignStatus.RUN);
    }

    /** The tries that ring are the last when it begins to stop, and no longer when they end. */
    @Test
    void aMaximumThatIsRaisedWhileTheLastTriesRingKeepsTheCampaignRunning() {
        chain();
        rig.start(1);
        rig.open(1).forEach(call -> rig.happens(new CallAccepted(rig.now(), call)));
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        assertThat(rig.lastDecision(1).reason()).as("nobody asked for it").isEqualTo(DecisionReason.NO_TARGET_LEFT);
        rig.order(new Edited(outplan(20, 60_000, 2), false));
        rig.open(1).forEach(call -> rig.ended(call, Outcome.BUSY));
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.NO_TARGET_DUE);
        rig.wait(Duration.ofSeconds(61));
        assertThat(rig.open(1)).hasSize(2);
    }

    @Test
    void aStopByAPersonWhileStoppingAfterExhaustionStartsNoNext() {
        chain();
        rig.start(1);
        var talking = talking(0);
        rig.ended(rig.open(1).getLast(), Outcome.BUSY);
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        rig.ended(talking, Outcome.COMPLETED);
        assertThat(rig.moment(1).stopReason()).isEqualTo(StopReason.USER);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void startWhileStoppingAfterExhaustionDialsWhatWasAdded() {
        chain();
        rig.start(1);
        var talking = talking(0);
        rig.ended(rig.open(1).getLast(), Outcome.BUSY);
        rig.targets(30, 1);
        rig.happens(new TargetsChanged(id(30)));
        assertThat(rig.start(1)).isEmpty();
        assertThat(rig.open(1)).hasSize(2).contains(talking);
    }

    @Test
    void continueNeverStartsANext() {
        chain();
        rig.order(new Edited(
                campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.CONTINUE, 2, List.of(action("answer"))),
                false));
        rig.start(1);
        useUp();
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void aCallThatMayYetBeRefusedKeepsTheListFromBeingUsedUp() {
        chain();
        rig.start(1);
        var call = talking(0);
        var unanswered = rig.open(1).getLast();
        assertThat(status(1))
                .as("its try is its last, but it may not have been placed")
                .isEqualTo(CampaignStatus.RUN);
        rig.accepted(unanswered);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        rig.ended(unanswered, Outcome.NO_ANSWER);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void whileTheWorkspaceClosesTheNextIsStartedButPlacesNoCall() {
        chain();
        rig.start(1);
        rig.open(1).forEach(call -> rig.happens(new CallAccepted(rig.now(), call)));
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        rig.order(new EngineInput.RunningHeld());
        useUp();
        assertThat(status(2)).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.open(2)).isEmpty();
        rig.start(2);
        assertThat(rig.open(2)).hasSize(1);
    }

    @Test
    void aListThatCanNotBeCountedWhenItsLastCallEndsIsCountedWhenItCan() {
        var pool = new FailingPool(rig.store);
        rig.pool = pool;
        chain();
        rig.start(1);
        rig.open(1).forEach(call -> rig.happens(new CallAccepted(rig.now(), call)));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        var last = talking(0);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        pool.fails = true;
        rig.ended(last, Outcome.COMPLETED);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        pool.fails = false;
        rig.happens(new StoreUp());
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.open(2)).hasSize(1);
        assertThat(alarms()).containsExactly("store.disk_full");
    }

    @Test
    void whereTheNextListCanNotBeCountedTheFirstCampaignEndsTogetherWithItsStart() {
        var pool = new FailingPool(rig.store);
        pool.failsOf = id(31);
        rig.pool = pool;
        chain();
        rig.start(1);
        useUp();
        assertThat(List.of(status(1), status(2))).containsExactly(CampaignStatus.STOPPING, CampaignStatus.STOP);
        assertThat(alarms()).containsExactly("store.disk_full");
        pool.failsOf = null;
        rig.happens(new StoreUp());
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.open(2)).hasSize(1);
    }

    @Test
    void theNextCampaignMayHaveTheSameList() {
        rig.with(outplan(20, 60_000, 1), outplan(21, 60_000, 2), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(
                        first(2),
                        campaign(
                                2,
                                CampaignType.CALL,
                                21,
                                30,
                                40,
                                100,
                                EndHandle.CONTINUE,
                                0,
                                List.of(action("answer"))));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        rig.start(1);
        useUp();
        assertThat(List.of(status(1), status(2))).containsExactly(CampaignStatus.STOP, CampaignStatus.RUN);
    }
}
