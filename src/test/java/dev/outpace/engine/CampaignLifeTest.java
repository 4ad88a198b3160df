package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.StopMode;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway")
class CampaignLifeTest {
    private final EngineRig rig = new EngineRig();

    private void campaignWith(int targets, EndHandle endHandle, int next) {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, CampaignType.CALL, 20, 30, 40, 100, endHandle, next, List.of(action("answer"))));
        rig.targets(30, targets);
    }

    private void begin() {
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private CampaignStatus status(int campaign) {
        return rig.moment(campaign).status();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "TALK, talk, true",
        "KEYS, digits_receive, true",
        "RECORDING, recording_start, false",
        "ECHO, echo, false"
    })
    void whatTheTelephonyCanNotDoIsFoundAtTheStart(Telephony.Capability missing, String action, boolean refuses) {
        rig.capabilities = EnumSet.complementOf(EnumSet.of(missing));
        rig.with(outplan(20, 60_000, 1), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action(action))));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        assertThat(rig.start(1)).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isEqualTo(refuses);
            assertThat(problem.code())
                    .isEqualTo("start.telephony_no_" + missing.name().toLowerCase(Locale.ROOT));
            assertThat(problem.args()).containsExactly(action);
        });
        assertThat(rig.ordered).hasSize(refuses ? 0 : 1);
    }

    @Test
    void withoutQueuesNoCampaignOfAQueueStarts() {
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Telephony.Capability.QUEUES));
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        assertThat(rig.start(1)).extracting(Problem::code).containsExactly("start.telephony_without_queues");
    }

    @Test
    void stopsByItselfWhenEveryTargetIsDone() {
        campaignWith(3, EndHandle.STOP, 0);
        begin();
        while (!rig.open(1).isEmpty()) {
            rig.talksTo(rig.open(1).getFirst(), 51);
        }
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.moment(1).stopReason()).isEqualTo(StopReason.EXHAUSTED);
        assertThat(rig.store.counts(id(30)).done()).isEqualTo(3);
    }

    @Test
    void isNotUsedUpWhileACallMayBringATargetBack() {
        campaignWith(1, EndHandle.STOP, 0);
        begin();
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.NO_TARGET_DUE);
        assertThat(rig.moment(1).decision().nextTryAt())
                .isEqualTo(rig.store.calls.values().iterator().next().endedAt().plusSeconds(60));
        rig.wait(Duration.ofMinutes(1));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void continueStaysRunningAndDialsNewTargetsAtOnce() {
        campaignWith(1, EndHandle.CONTINUE, 0);
        begin();
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_FOR_TARGETS);
        rig.targets(30, 1);
        rig.happens(new EngineInput.TargetsChanged(id(30)));
        assertThat(rig.open(1)).hasSize(1);
    }

    @Test
    void stopWaitsForTheCallsInProgressAndHangsNoneUp() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        assertThat(rig.hungUp).isEmpty();
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOPPING);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.moment(1).stopReason()).isEqualTo(StopReason.USER);
    }

    @Test
    void stopWithoutCallsIsImmediate() {
        campaignWith(9, EndHandle.STOP, 0);
        rig.open();
        rig.start(1);
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void startInStoppingGoesBackToRun() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        rig.start(1);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(rig.open(1)).hasSize(2);
    }

    @Test
    void cancelRingingEndsOnlyCallsThatAreNotAnswered() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        var answered = rig.open(1).get(0);
        var ringing = rig.open(1).get(1);
        rig.answered(answered);
        rig.order(new CampaignStopped(id(1), StopMode.CANCEL_RINGING));
        assertThat(rig.hungUp).containsExactly(ringing);
        rig.order(new CampaignStopped(id(1), StopMode.HANG_UP_ALL));
        assertThat(rig.hungUp).contains(answered);
    }

    /** To the first destination of a call's target, as it stands. */
    private int triesOf(UUID call) {
        return rig.store
                .targets
                .get(rig.store.calls.get(call).outdialTargetId())
                .tryCounts()
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource(
            value = StopMode.class,
            names = {"CANCEL_RINGING", "HANG_UP_ALL"})
    void aCallThatAStopEndsBeforeItWasAnsweredGivesItsTryBack(StopMode mode) {
        campaignWith(1, EndHandle.STOP, 0);
        begin();
        var ringing = rig.open(1).getFirst();
        rig.accepted(ringing);
        rig.happens(new EngineInput.CallRinging(rig.now(), ringing));
        rig.wait(Duration.ofSeconds(4));
        rig.order(new CampaignStopped(id(1), mode));
        rig.ended(ringing, Outcome.CANCELLED);
        assertThat(rig.store.calls.get(ringing).cause()).isEqualTo(EndCause.CANCELLED);
        assertThat(triesOf(ringing)).isZero();
        assertThat(rig.store.counts(id(30)).left()).isEqualTo(1);
        rig.start(1);
        rig.wait(Duration.ofMinutes(1).minusMillis(1));
        assertThat(rig.open(1)).as("called again by the outplan").isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.store.calls.get(rig.open(1).getFirst()).tryCount()).isEqualTo(1);
    }

    @Test
    void closingGivesTheTriesOfRingingCallsBack() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        var ringing = rig.open(1).getFirst();
        rig.accepted(ringing);
        rig.happens(new EngineInput.Closing());
        assertThat(rig.store.calls.get(ringing).cause())
                .as("before its end is told")
                .isNull();
        rig.ended(ringing, Outcome.CANCELLED);
        assertThat(triesOf(ringing)).isZero();
        assertThat(rig.store.counts(id(30)).left()).isEqualTo(9);
    }

    @Test
    void aCallThatHadRungForItsTimeIsATryWhoeverEndsIt() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        var stopped = rig.open(1).get(0);
        var closed = rig.open(1).get(1);
        rig.accepted(stopped);
        rig.accepted(closed);
        rig.wait(Duration.ofSeconds(20));
        rig.order(new CampaignStopped(id(1), StopMode.CANCEL_RINGING));
        rig.ended(stopped, Outcome.CANCELLED);
        rig.happens(new EngineInput.Closing());
        rig.ended(closed, Outcome.CANCELLED);
        for (var call : List.of(stopped, closed)) {
            assertThat(rig.store.calls.get(call).cause()).isEqualTo(EndCause.NO_ANSWER);
            assertThat(triesOf(call)).isEqualTo(1);
        }
    }

    @Test
    void anEndThatTheExchangeTellsOfItselfIsATry() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        var call = rig.open(1).getFirst();
        rig.ended(call, Outcome.CANCELLED);
        assertThat(rig.store.calls.get(call).cause()).isEqualTo(EndCause.FAILED);
        assertThat(triesOf(call)).isEqualTo(1);
    }

    @Test
    void theNextCampaignStartsWhenTheListIsUsedUp() {
        campaignWith(1, EndHandle.STOP, 2);
        rig.with(list(31), campaign(2, 20, 31, 40, 100));
        rig.targets(31, 1);
        begin();
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(2)).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.open(2)).hasSize(1);
        var last = rig.store.facts.stream()
                .filter(FactLog.Fact.StatusesChanged.class::isInstance)
                .map(FactLog.Fact.StatusesChanged.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last.changes()).hasSize(2);
    }

    @Test
    void aStopByAPersonStartsNoNextCampaign() {
        campaignWith(2, EndHandle.STOP, 2);
        rig.with(list(31), campaign(2, 20, 31, 40, 100));
        rig.targets(31, 1);
        begin();
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        while (!rig.open(1).isEmpty()) {
            rig.talksTo(rig.open(1).getFirst(), 51);
        }
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void anEmptyListStartsNoNextCampaignAndSaysWhy() {
        campaignWith(0, EndHandle.STOP, 2);
        rig.with(list(31), campaign(2, 20, 31, 40, 100));
        rig.targets(31, 1);
        begin();
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(2)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.next_without_call");
    }

    @Test
    void startIsRefusedByNameWithoutListOutplanOrAnythingToDo() {
        rig.with(campaign(1, 0, 0, 0, 100), campaign(2, 98, 99, 97, 100)).open();
        assertThat(codes(rig.start(1))).containsExactly("start.no_list", "start.no_outplan", "start.nothing_to_do");
        assertThat(codes(rig.start(2)))
                .containsExactly("start.list_missing", "start.outplan_missing", "start.queue_missing");
        assertThat(status(1)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void aDialTimeoutThatIsMostlyAMistakenUnitIsAskedAbout() {
        for (long timeout : new long[] {30, 4_999, 120_001}) {
            assertThat(codes(startWith(timeout))).as("%d ms", timeout).containsExactly("start.dial_timeout");
        }
        for (long timeout : new long[] {0, 5_000, 120_000}) {
            assertThat(startWith(timeout)).as("%d ms", timeout).isEmpty();
        }
    }

    private static List<Problem> startWith(long dialTimeout) {
        var plan = outplan(20, 60_000, 2);
        var rig = new EngineRig();
        rig.with(list(30), queue(40), agent(51, 40), campaign(1, 20, 30, 40, 100))
                .with(new Outplan(
                        plan.id(),
                        plan.name(),
                        "",
                        null,
                        dialTimeout,
                        plan.tryInterval(),
                        plan.maxTryCounts(),
                        plan.stamps(),
                        plan.unknown()));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        return rig.start(1);
    }

    @Test
    void aListServesOneRunningCampaign() {
        campaignWith(5, EndHandle.STOP, 0);
        rig.with(campaign(2, 20, 30, 40, 100));
        begin();
        assertThat(codes(rig.start(2))).containsExactly("start.list_in_use");
    }

    @Test
    void logicThatCannotRunRefusesTheStartAndOtherActionsWarn() {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), agent(51, 40))
                .with(campaign(
                        1,
                        CampaignType.CALL,
                        20,
                        30,
                        40,
                        100,
                        EndHandle.STOP,
                        0,
                        List.of(action("fetch"), action("transcribe_start"), action("made_up"))));
        rig.targets(30, 1);
        rig.open();
        assertThat(codes(rig.start(1)))
                .containsExactly("start.action_not_possible", "start.action_skipped", "start.action_skipped");
    }

    @Test
    void typeListAndQueueChangeOnlyInStop() {
        campaignWith(5, EndHandle.STOP, 0);
        rig.with(list(31), queue(41));
        begin();
        var edited = campaign(1, 20, 31, 41, 100);
        assertThat(codes(rig.order(new Edited(edited, false))))
                .containsExactly("edit.only_in_stop", "edit.only_in_stop");
        assertThat(rig.moment(1).snapshot().queueId()).isEqualTo(id(40));
    }

    @Test
    void theServiceLevelChangesWhileRunning() {
        campaignWith(50, EndHandle.STOP, 0);
        begin();
        assertThat(rig.open(1)).hasSize(2);
        rig.order(new Edited(
                campaign(1, CampaignType.CALL, 20, 30, 40, 50, EndHandle.STOP, 0, List.of(action("answer"))), false));
        assertThat(rig.open(1)).hasSize(4);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
    }

    @Test
    void aChainThatLoopsIsRefused() {
        rig.with(campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 2, List.of()))
                .with(campaign(2, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 3, List.of()))
                .with(campaign(3, 20, 30, 40, 100))
                .open();
        var looping = campaign(3, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 1, List.of());
        assertThat(codes(rig.order(new Edited(looping, false)))).containsExactly("edit.loop");
        var own = campaign(3, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 3, List.of());
        assertThat(codes(rig.order(new Edited(own, false)))).containsExactly("edit.loop");
    }

    @Test
    void nothingIsOrderedWhileTheLinkIsDown() {
        campaignWith(9, EndHandle.STOP, 0);
        rig.open();
        rig.start(1);
        assertThat(rig.ordered).isEmpty();
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.TELEPHONY_DOWN);
        rig.linkUp();
        assertThat(rig.open(1)).hasSize(2);
        var live = rig.open(1).getFirst();
        var gone = rig.open(1).getLast();
        rig.happens(new EngineInput.LinkDown(rig.now(), "cable"));
        rig.wait(Duration.ofMinutes(5));
        assertThat(rig.hungUp).isEmpty();
        rig.linkUp(live);
        assertThat(rig.store.calls.get(gone).cause()).isEqualTo(EndCause.LOST);
        assertThat(rig.hungUp).contains(live);
    }

    @Test
    void unfinishedCallsAreClosedAtOpening() {
        campaignWith(3, EndHandle.STOP, 0);
        begin();
        var unanswered = rig.open(1).get(0);
        var answered = rig.open(1).get(1);
        rig.answered(answered);
        var reopened = rig.cut();
        reopened.goOn = false;
        reopened.open();
        reopened.linkUp();
        assertThat(reopened.store.calls.get(unanswered).cause()).isEqualTo(EndCause.INTERRUPTED);
        var targets = reopened.store.targets;
        assertThat(targets.get(rig.store.calls.get(unanswered).outdialTargetId())
                        .status())
                .isEqualTo(TargetStatus.IDLE);
        assertThat(targets.get(rig.store.calls.get(answered).outdialTargetId()).status())
                .isEqualTo(TargetStatus.DONE);
        assertThat(reopened.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_TO_GO_ON);
        assertThat(reopened.ordered).isEmpty();
        reopened.start(1);
        assertThat(reopened.ordered).hasSize(1);
    }

    @Test
    void launchingPausesWhileTheClockIsSet() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.wait(Duration.ofSeconds(1));
        rig.clock.setWallTime(rig.clock.wallTime().plusSeconds(3_600));
        rig.happens();
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.CLOCK_CHANGED);
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.clock_changed");
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(rig.open(1)).hasSize(1);
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.open(1)).hasSize(2);
    }

    @Test
    void aClockThatWasAheadMakesNobodyWaitLonger() {
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.targets(30, 3);
        begin();
        rig.clock.setWallTime(rig.clock.wallTime().plus(Duration.ofHours(2)));
        rig.wait(Duration.ofSeconds(3));
        for (var call : rig.open(1)) {
            rig.ended(call, Outcome.BUSY);
        }
        rig.wait(Duration.ofSeconds(10));
        rig.clock.setWallTime(rig.clock.wallTime().minus(Duration.ofHours(2)));
        rig.wait(Duration.ofSeconds(59));
        assertThat(rig.open(1)).isEmpty();
        rig.wait(Duration.ofSeconds(3));
        assertThat(rig.open(1)).hasSize(3);
    }

    @Test
    void aClockThatWasPutRightWhileTheWorkspaceWasClosedMakesNobodyWaitLonger() {
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.targets(30, 3);
        begin();
        for (var call : rig.open(1)) {
            rig.ended(call, Outcome.BUSY);
        }
        rig.clock.setWallTime(rig.clock.wallTime().minus(Duration.ofHours(2)));
        var reopened = rig.cut();
        reopened.open();
        reopened.linkUp();
        reopened.wait(Duration.ofMinutes(1));
        assertThat(reopened.open(1)).hasSize(3);
    }

    @Test
    void closingEndsEveryCallAndLaunchesNoMore() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.answered(rig.open(1).getFirst());
        rig.happens(new EngineInput.Closing());
        assertThat(rig.hungUp).containsExactlyElementsOf(rig.open(1));
        rig.ended(rig.open(1).getFirst(), Outcome.COMPLETED);
        rig.ended(rig.open(1).getFirst(), Outcome.CANCELLED);
        rig.wait(Duration.ofMinutes(5));
        assertThat(rig.open(1)).isEmpty();
        assertThat(rig.ordered).hasSize(2);
        assertThat(rig.store.calls.values())
                .extracting(call -> call.cause())
                .containsExactly(EndCause.INTERRUPTED, EndCause.CANCELLED);
        assertThat(status(1)).isEqualTo(CampaignStatus.RUN);
    }

    @Test
    void aClockThatIsMovedByTwoSecondsPausesNothing() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.clock.setWallTime(rig.clock.wallTime().minusSeconds(2));
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(rig.open(1)).hasSize(2);
        assertThat(rig.alarms).isEmpty();
        rig.clock.setWallTime(rig.clock.wallTime().minusMillis(1));
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.CLOCK_CHANGED);
    }

    @Test
    void whatIsHeldBecauseTheWorkspaceClosesIsLetGoByAStart() {
        campaignWith(9, EndHandle.STOP, 0);
        begin();
        rig.order(new EngineInput.RunningHeld());
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(rig.open(1)).hasSize(1);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_TO_GO_ON);
        rig.start(1);
        assertThat(rig.open(1)).hasSize(2);
    }
}
