package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.EngineRig.queueJoin;
import static dev.outpace.engine.EngineRig.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Action;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a flow does with a call, and a campaign of type flow without one. */
@SuppressWarnings("NullAway")
class CallFlowTest {
    private final EngineRig rig = new EngineRig();

    private UUID answeredCall(int campaignQueue, Action... actions) {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), queue(41), agent(51, 40, 41))
                .with(campaign(1, CampaignType.CALL, 20, 30, campaignQueue, 100, EndHandle.STOP, 0, List.of(actions)));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        rig.start(1);
        var call = rig.open(1).getFirst();
        rig.answered(call);
        return call;
    }

    private void flowCampaign(int targets, Action... actions) {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40))
                .with(campaign(1, CampaignType.FLOW, 20, 30, 40, 100, EndHandle.STOP, 0, List.of(actions)));
        rig.targets(30, targets);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private CampaignCall facts(UUID call) {
        return rig.store.calls.get(call);
    }

    private int reserved() {
        return rig.moment(1).snapshot().reserved();
    }

    @Test
    void aQueueWhoseTimeIsUpLetsTheFlowGoOn() {
        var call = answeredCall(0, queueJoin(40), action("talk"));
        rig.happens(new QueueJoined(rig.now(), call, id(40)), new QueueLeft(rig.now(), call, Left.TIMEOUT));
        assertThat(rig.hungUp).isEmpty();
        assertThat(rig.executed).containsExactly(call);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).as("joined a queue and got no agent").isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void whoWaitsAgainReservesAgain() {
        rig.with(campaign(2, 20, 31, 40, 100), list(31));
        var call = answeredCall(40, queueJoin(41));
        assertThat(reserved()).as("in the queue that paces, which comes first").isEqualTo(1);
        assertThat(rig.moment(2).snapshot().reserved()).isZero();
        rig.happens(new QueueJoined(rig.now(), call, id(41)), new QueueLeft(rig.now(), call, Left.TIMEOUT));
        assertThat(rig.joined).containsEntry(call, id(40));
        assertThat(reserved()).isZero();
        assertThat(rig.moment(2).snapshot().reserved()).isEqualTo(1);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.moment(2).snapshot().reserved()).isZero();
    }

    @Test
    void aReservationCountsInTheQueueThatTheFlowLeadsToWhicheverCampaignItIsOf() {
        rig.with(campaign(2, 20, 31, 41, 100), list(31));
        answeredCall(40, action("talk"), queueJoin(41));
        assertThat(rig.moment(2).snapshot().reserved()).isEqualTo(1);
        assertThat(rig.moment(2).snapshot().available()).isZero();
        assertThat(reserved()).as("it paces the campaign, too").isEqualTo(1);
    }

    @Test
    void aFlowThatEndsBeforeAQueueReservesNobody() {
        var call = answeredCall(40, action("talk"), action("hangup"));
        assertThat(reserved()).isZero();
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aQueueThatIsGoneLetsTheFlowGoOnAndAbandonsNobodyWhoNeverJoined() {
        var call = answeredCall(0, queueJoin(40), action("talk"));
        rig.happens(new QueueLeft(rig.now(), call, Left.QUEUE_GONE));
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aCampaignQueueThatIsGoneEndsTheCallAsAbandoned() {
        var call = answeredCall(40);
        rig.happens(new QueueLeft(rig.now(), call, Left.QUEUE_GONE));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void whoHangsUpBeforeJoiningTheQueueHungUp() {
        var call = answeredCall(40, action("talk"));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void anOrderWhoseEndIsLostLetsTheFlowGoOn() {
        var call = answeredCall(0, action("talk"), action("talk"));
        rig.wait(Duration.ofMinutes(2));
        assertThat(rig.executed).hasSize(2);
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.order_lost");
        rig.wait(Duration.ofMinutes(2));
        assertThat(rig.alarms).as("one is enough").hasSize(1);
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void anOrderIsNotOverdueBeforeItsTime() {
        answeredCall(0, action("talk"), action("talk"));
        rig.wait(Duration.ofSeconds(14));
        assertThat(rig.executed).hasSize(1);
    }

    @Test
    void theEndOfAnEarlierOrderDoesNotEndTheOneThatIsOpen() {
        var call = answeredCall(0, action("talk"), action("talk"), action("talk"));
        var first = rig.orderEnded(call, MediaResult.DONE);
        rig.happens(first);
        assertThat(rig.executed).hasSize(2);
        rig.happens(first);
        assertThat(rig.executed).hasSize(2);
    }

    @Test
    void aQueueThatIsSilentCountsAsGone() {
        var call = answeredCall(0, queueJoin(40), action("talk"));
        rig.wait(Duration.ofSeconds(16));
        assertThat(rig.executed).containsExactly(call);
    }

    @Test
    void nothingIsOverdueWhileTheLinkIsAway() {
        var call = answeredCall(0, action("talk"), action("talk"));
        rig.happens(new EngineInput.LinkDown(rig.now(), "cut"));
        rig.wait(Duration.ofMinutes(5));
        assertThat(rig.executed).hasSize(1);
        assertThat(rig.alarms).isEmpty();
        rig.linkUp(call);
        rig.wait(Duration.ofSeconds(14));
        assertThat(rig.executed).hasSize(1);
        rig.wait(Duration.ofSeconds(2));
        assertThat(rig.executed).hasSize(2);
    }

    @Test
    void theTimeOfAnOrderBeginsAnewAlsoAfterAShortLossOfTheLink() {
        var call = answeredCall(0, action("talk"), action("talk"));
        shortLoss(call);
        rig.wait(OrderTime.ANSWER.minusMillis(1));
        assertThat(rig.executed).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.executed).hasSize(2);
    }

    @Test
    void aQueueHasTheTimeToTakeACallerAnewAfterAShortLossOfTheLink() {
        var call = answeredCall(40);
        shortLoss(call);
        rig.wait(OrderTime.ANSWER.minusSeconds(1));
        assertThat(reserved()).isEqualTo(1);
        assertThat(rig.hungUp).isEmpty();
        rig.wait(Duration.ofSeconds(1));
        assertThat(reserved()).isZero();
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void aLookAtTheExchangeWithoutALossGivesAQueueNoMoreTime() {
        var call = answeredCall(40);
        rig.wait(OrderTime.ANSWER.minusMillis(1));
        rig.linkUp(call);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).containsExactly(call);
    }

    private void shortLoss(UUID call) {
        rig.wait(OrderTime.ANSWER.minusMillis(2));
        rig.happens(new EngineInput.LinkDown(rig.now(), "cut"));
        rig.wait(Duration.ofMillis(1));
        rig.linkUp(call);
    }

    @Test
    void aDoubledEventDoesNotTakeTheFlowASecondStep() {
        var call = answeredCall(0, action("talk"), sleep(Duration.ofSeconds(5)), action("talk"), action("talk"));
        rig.happens(
                rig.orderEnded(call, MediaResult.DONE),
                rig.orderEnded(call, MediaResult.DONE),
                new QueueLeft(rig.now(), call, Left.TIMEOUT));
        assertThat(rig.executed).hasSize(1);
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.executed).hasSize(2);
    }

    @Test
    void theCallerIsHandedOnOnlyOnceTheAnswerIsCommitted() {
        rig.store.whenAwaited = () -> assertThat(rig.joined).isEmpty();
        var call = answeredCall(40);
        assertThat(rig.store.awaited).isEqualTo(1);
        assertThat(rig.joined).containsKey(call);
    }

    @Test
    void aFlowOnMoreThanAHundredActionsFails() {
        var circle = action("answer").withId(id(70));
        var call = answeredCall(0, new Action(circle.id(), circle.id(), "answer", null, Json.Obj.EMPTY));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.FLOW_FAILED);
    }

    @Test
    void aFlowWithoutACallSucceedsAtItsEndOrAtStop() {
        flowCampaign(2, action("answer"), action("stop"), action("talk"));
        assertThat(rig.ordered).isEmpty();
        assertThat(rig.executed).isEmpty();
        assertThat(rig.joined).as("ignores its queue").isEmpty();
        assertThat(rig.moment(1).calls().success()).isEqualTo(2);
        assertThat(rig.moment(1).calls().answered()).as("by a person").isZero();
        assertThat(rig.moment(1).targets()).isEqualTo(new TargetCounts(2, 0, 0));
        assertThat(rig.moment(1).status()).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void aFlowWithoutACallThatFailsIsTriedAgainByTheOutplan() {
        var circle = new Action(id(70), id(70), "webhook_send", null, Json.Obj.EMPTY);
        flowCampaign(1, circle);
        assertThat(rig.store.calls.values())
                .singleElement()
                .satisfies(call -> assertThat(call.cause()).isEqualTo(EndCause.FLOW_FAILED));
        rig.wait(Duration.ofMillis(59_999));
        assertThat(rig.store.calls).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.store.calls).hasSize(2);
        assertThat(rig.moment(1).targets()).isEqualTo(new TargetCounts(1, 0, 0));
    }

    @Test
    void aFlowWithoutACallNeedsNoAgentsAndNoOutplan() {
        rig.with(list(30))
                .with(campaign(1, CampaignType.FLOW, 0, 30, 99, 10_000, EndHandle.STOP, 0, List.of(action("stop"))));
        rig.targets(30, 3);
        rig.open();
        rig.linkUp();
        assertThat(rig.start(1)).isEmpty();
        assertThat(rig.moment(1).calls().success()).isEqualTo(3);
        assertThat(rig.moment(1).allowed()).isNull();
        assertThat(rig.moment(1).snapshot().queueId()).isEqualTo(Ids.NIL);
    }

    private static Action branch(int id, int one, int otherwise) {
        return new Action(
                id(id),
                Ids.NIL,
                "branch",
                Json.Obj.EMPTY
                        .with("target_ids", Json.Obj.EMPTY.with("1", new Json.Text(id(one).toString())))
                        .with("default_target_id", new Json.Text(id(otherwise).toString())),
                Json.Obj.EMPTY);
    }

    private Action[] pressOne() {
        return new Action[] {
            action("digits_receive"),
            branch(71, 72, 73),
            action("hangup").withId(id(73)),
            queueJoin(40).withId(id(72))
        };
    }

    @Test
    void aCallerWhoPressesTheKeyIsHandedOnAndOneWhoDoesNotIsLetGo() {
        var call = answeredCall(0, pressOne());
        assertThat(rig.orders).containsExactly(new MediaOrder.ReceiveDigits(Duration.ZERO, 0, ""));
        rig.happens(new EngineInput.KeyPressed(rig.now(), call, '1'), rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.joined).containsEntry(call, id(40));
        assertThat(rig.store.steps(call)).contains("branch =1", "queue_join");

        var other = new CallFlowTest();
        var refusing = other.answeredCall(0, pressOne());
        other.rig.happens(other.rig.orderEnded(refusing, MediaResult.DONE));
        assertThat(other.rig.hungUp).containsExactly(refusing);
        other.rig.ended(refusing, Outcome.COMPLETED);
        assertThat(other.facts(refusing).cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void whoListenedIsKeptWithTheCallAndChangesNothing() {
        var call = answeredCall(0, action("beep"));
        int orders = rig.orders.size();
        rig.happens(
                new EngineInput.CallListened(rig.now(), call, EngineInput.Listened.WHISPER, "PJSIP/super"),
                new EngineInput.CallListened(rig.now(), call, EngineInput.Listened.ENDED, "PJSIP/super"));
        assertThat(rig.store.steps(call)).endsWith("WHISPER PJSIP/super", "ENDED PJSIP/super");
        assertThat(rig.orders).hasSize(orders);
    }

    /** The exchange can then tell a key that the engine has not heard of yet from those that it has. */
    @Test
    void anOrderForKeysSaysHowManyWereHeardBefore() {
        var call = answeredCall(0, action("beep"), action("digits_receive"));
        rig.happens(
                new EngineInput.KeyPressed(rig.now(), call, '7'),
                new EngineInput.KeyPressed(rig.now(), call, '8'),
                rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.orders).last().isEqualTo(new MediaOrder.ReceiveDigits(Duration.ZERO, 0, "", 2));
    }

    @Test
    void whereTheFlowBranchesAnAgentIsKeptByTheShareOfCallersWhoCame() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(
                        1,
                        CampaignType.CALL,
                        20,
                        30,
                        40,
                        0,
                        EndHandle.STOP,
                        0,
                        List.of(
                                action("digits_receive"),
                                branch(71, 72, 73),
                                action("hangup").withId(id(73)),
                                queueJoin(40).withId(id(72)))));
        rig.targets(30, 3);
        rig.open();
        rig.linkUp();
        rig.start(1);
        var calls = rig.open(1);
        calls.forEach(rig::answered);
        assertThat(reserved()).as("all may come, and so far all are thought to").isEqualTo(3);
        rig.happens(rig.orderEnded(calls.get(0), MediaResult.DONE));
        assertThat(reserved())
                .as("this one pressed nothing and is on the way out")
                .isEqualTo(2);
        rig.ended(calls.get(0), Outcome.COMPLETED);
        assertThat(reserved()).as("half of those who decided may come").isEqualTo(1);
        rig.happens(
                new EngineInput.KeyPressed(rig.now(), calls.get(1), '1'),
                rig.orderEnded(calls.get(1), MediaResult.DONE));
        assertThat(reserved()).as("one comes for sure, one by half").isEqualTo(2);
    }

    @Test
    void aKeyThatIsPressedBetweenTwoOrdersIsHeard() {
        var actions = new ArrayList<Action>(List.of(action("talk")));
        actions.addAll(List.of(pressOne()));
        var call = answeredCall(0, actions.toArray(Action[]::new));
        rig.happens(new EngineInput.KeyPressed(rig.now(), call, '1'));
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.joined).containsEntry(call, id(40));
    }

    @Test
    void anOrderWhoseEndIsNotToldIsCancelledBeforeTheFlowGoesOn() {
        var call = answeredCall(0, action("beep"), action("talk"));
        rig.wait(Duration.ofSeconds(21));
        assertThat(rig.cancelled).hasSize(1);
        assertThat(rig.orders).hasSize(2);
        assertThat(rig.hungUp).doesNotContain(call);
    }

    @Test
    void theReasonOfAHangupMakesTheResult() {
        var busy = new Action(
                Ids.NIL, Ids.NIL, "hangup", Json.Obj.EMPTY.with("reason", new Json.Text("busy")), Json.Obj.EMPTY);
        var call = answeredCall(0, busy);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.BUSY);
    }

    @Test
    void aMachineIsHungUpWhereTheFlowSaysSo() {
        var detect = new Action(
                Ids.NIL,
                Ids.NIL,
                "amd",
                Json.Obj.EMPTY.with("machine_handle", new Json.Text("hangup")),
                Json.Obj.EMPTY);
        var call = answeredCall(0, detect, action("talk"));
        rig.happens(rig.orderEnded(call, new MediaResult("", true)));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts(call).cause()).isEqualTo(EndCause.MACHINE);
    }

    @Test
    void aFlowThatWouldFailCallsRefusesTheStartByName() {
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
                        List.of(branch(71, 72, 73), action("fetch"))));
        rig.targets(30, 1);
        rig.open();
        rig.linkUp();
        assertThat(rig.start(1))
                .filteredOn(Problem::isError)
                .extracting(Problem::code)
                .containsExactly("start.flow_broken", "start.action_not_possible");
    }

    @Test
    void theDataOfATargetIsSpoken() {
        var greeting = new Action(
                Ids.NIL,
                Ids.NIL,
                "talk",
                Json.Obj.EMPTY.with("text", new Json.Text("${campaign.name} ${voipbin.call.destination.target}")),
                Json.Obj.EMPTY);
        answeredCall(0, greeting);
        assertThat(rig.orders)
                .singleElement()
                .isInstanceOfSatisfying(
                        MediaOrder.Talk.class, talk -> assertThat(talk.text()).matches(".+ \\+1\\d+"));
    }
}
