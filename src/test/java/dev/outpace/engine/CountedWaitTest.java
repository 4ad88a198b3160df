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

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Action;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that count as abandoned because their caller had an agent only after the campaign's limit of two seconds. */
@SuppressWarnings("NullAway")
class CountedWaitTest {
    private static final String MESSAGE = "Nobody was free.";
    private static final Action AMD = action("amd");

    private EngineRig rig = new EngineRig();

    private static Compliance counted(AbandonFrom from) {
        return Compliance.DEFAULT.withWaits(true, from);
    }

    private static Compliance message(AbandonFrom from) {
        return new Compliance(MESSAGE, 2_000, from, false, 0, false, 0, Json.Obj.EMPTY);
    }

    /** One target, one agent, and the call to it, which a person has answered. */
    private UUID answered(Compliance rules, Action... flow) {
        rig.with(outplan(20, 60_000, 5), list(30), queue(40), agent(51, 40))
                .with(campaign(1, 20, 30, 40, 100)
                        .withOptions(CampaignOptions.DEFAULT.withCompliance(rules))
                        .withActions(List.of(flow)));
        rig.target(30, "+12125550101");
        rig.open();
        rig.linkUp();
        rig.start(1);
        var call = rig.open(1).getFirst();
        rig.wait(Duration.ofSeconds(4));
        rig.answered(call);
        return call;
    }

    private void joins(UUID call) {
        rig.happens(new QueueJoined(rig.now(), call, rig.joined.get(call)));
    }

    private void rings(UUID call) {
        rig.happens(new AgentRinging(rig.now(), call, id(51)));
    }

    private void taken(UUID call) {
        rig.happens(new AgentConnected(rig.now(), call, id(51)));
    }

    private void after(long millis) {
        rig.wait(Duration.ofMillis(millis));
    }

    private CampaignCall call(UUID id) {
        return rig.store.calls.get(id);
    }

    private CallCounts counts() {
        return rig.moment(1).calls();
    }

    @ParameterizedTest
    @CsvSource({"1900, false", "2000, false", "2001, true", "2100, true"})
    void whoWaitsLongerThanTheLimitIsTakenAndCountsAsAbandoned(long wait, boolean late) {
        var call = answered(counted(AbandonFrom.QUEUE));
        after(700);
        joins(call);
        after(wait - 1_000);
        rings(call);
        after(1_000);
        taken(call);
        assertThat(call(call).takenLate())
                .as("stored with the talk's beginning, whatever comes after it")
                .isEqualTo(late);
        after(90_000);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.NORMAL);
        assertThat(call(call).isAbandoned()).isEqualTo(late);
        assertThat(counts()).isEqualTo(new CallCounts(1, 0, late ? 1 : 0, 1, 0, 0));
    }

    @Test
    void withoutTheRuleNoWaitWithAnAgentCounts() {
        var call = answered(Compliance.DEFAULT);
        joins(call);
        after(30_000);
        rings(call);
        taken(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).takenLate()).isFalse();
        assertThat(counts().abandoned()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"QUEUE, false, false", "ANSWER, true, true", "GREETING, false, true"})
    void theTimeRunsFromTheQueueTheAnswerOrTheVerdict(AbandonFrom from, boolean afterShort, boolean afterLong) {
        assertThat(takenLate(from, 1_200)).isEqualTo(afterShort);
        rig = new EngineRig();
        assertThat(takenLate(from, 1_700)).isEqualTo(afterLong);
    }

    /** A verdict after 3 s, 0.4 s of text, the queue. */
    private boolean takenLate(AbandonFrom from, long inQueue) {
        var call = answered(counted(from), AMD, action("talk"));
        after(3_000);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        after(400);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        joins(call);
        rings(call);
        after(inQueue);
        taken(call);
        return call(call).takenLate();
    }

    @Test
    void onlyTheFirstVerdictEndsTheGreetingAndADetectionThatFailsEndsNone() {
        var call = answered(counted(AbandonFrom.GREETING), AMD, AMD, AMD);
        rig.happens(rig.orderEnded(call, MediaResult.failed("no detection")));
        after(1_000);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        after(1_500);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        joins(call);
        rings(call);
        after(500);
        taken(call);
        assertThat(call(call).takenLate())
                .as("2.0 s after the second one's verdict")
                .isFalse();
        rig = new EngineRig();
        call = answered(counted(AbandonFrom.GREETING), AMD);
        rig.happens(rig.orderEnded(call, MediaResult.failed("no detection")));
        after(1_000);
        joins(call);
        after(1_100);
        rings(call);
        taken(call);
        assertThat(call(call).takenLate()).as("2.1 s after the answer").isTrue();
    }

    @Test
    void aDetectionThatIsNotWaitedForTellsNothingOfTheGreeting() {
        var background = AMD.withOption(Json.Obj.EMPTY.with("async", new Json.Bool(true)));
        var call = answered(counted(AbandonFrom.GREETING), background);
        assertThat(rig.orders).containsExactly(new MediaOrder.DetectMachine(false));
        after(100);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        joins(call);
        after(1_950);
        rings(call);
        taken(call);
        assertThat(call(call).takenLate()).isTrue();
    }

    @Test
    void aQueueInTheMiddleOfTheFlowCountsItsOwnWait() {
        var call = answered(counted(AbandonFrom.QUEUE), queueJoin(40), sleep(Duration.ofSeconds(1)));
        joins(call);
        after(5_000);
        rig.happens(new QueueLeft(rig.now(), call, Left.TIMEOUT));
        after(1_000);
        joins(call);
        rings(call);
        after(1_900);
        taken(call);
        assertThat(call(call).takenLate()).isFalse();
    }

    @Test
    void whoIsMissedByOneAgentAndTakenByTheNextHasWaitedAllTheTime() {
        var call = answered(counted(AbandonFrom.QUEUE));
        joins(call);
        rings(call);
        after(1_500);
        rig.happens(new AgentMissed(rig.now(), call, id(51), Missed.REJECTED));
        rings(call);
        after(600);
        taken(call);
        assertThat(call(call).takenLate()).isTrue();
    }

    @Test
    void whoHangsUpIsAbandonedOnceWithAnAgentOrWithout() {
        var call = answered(counted(AbandonFrom.QUEUE));
        joins(call);
        after(3_000);
        rig.happens(new QueueLeft(rig.now(), call, Left.ABANDONED));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).takenLate()).isFalse();
        assertThat(counts()).isEqualTo(new CallCounts(0, 1, 1, 1, 0, 0));
        after(60_000);
        var next = rig.open(1).getFirst();
        rig.answered(next);
        joins(next);
        after(3_000);
        rings(next);
        taken(next);
        rig.happens(new EngineInput.AgentReleased(rig.now(), next, id(51), EngineInput.Released.CALLER));
        rig.ended(next, Outcome.COMPLETED);
        assertThat(counts()).isEqualTo(new CallCounts(1, 1, 2, 2, 0, 0));
    }

    @Test
    void aTalkThatBeganLateStillCountsWhenTheWorkspaceIsOpenedAgain() {
        var call = answered(counted(AbandonFrom.QUEUE));
        joins(call);
        after(3_000);
        rings(call);
        taken(call);
        rig = rig.cut().open();
        rig.linkUp();
        assertThat(call(call).cause()).isEqualTo(EndCause.INTERRUPTED);
        assertThat(counts()).isEqualTo(new CallCounts(0, 1, 1, 1, 0, 0));
    }

    // The timer of the message.

    @ParameterizedTest
    @CsvSource({"QUEUE, 2000", "ANSWER, 500", "GREETING, 1300"})
    void theMessageComesAsLongAfterTheSameMoment(AbandonFrom from, long longest) {
        var call = answered(message(from), AMD, action("talk"));
        after(800);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        after(700);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofMillis(longest));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "GREETING"})
    void aTimeThatIsOverBeforeTheQueueEndsTheWaitAtOnceIfNoAgentIsThere(AbandonFrom from) {
        var call = answered(message(from), action("talk"));
        after(5_000);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofMillis(1));
    }

    @Test
    void anExchangeThatEndsNoWaitItselfHasAMomentToOfferTheCallerToAFreeAgent() {
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Capability.EXACT_LIMITS));
        var call = answered(message(AbandonFrom.ANSWER), action("talk"));
        after(5_000);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        after(200);
        joins(call);
        after(40);
        rings(call);
        after(5_000);
        assertThat(rig.left).as("an agent's phone rings").isEmpty();
        rig.happens(new AgentMissed(rig.now(), call, id(51), Missed.NO_ANSWER));
        assertThat(rig.left).containsExactly(call);
    }

    @Test
    void whoseAgentRingsAtTheLimitStaysAndCountsWhenTakenAfterIt() {
        var rules = message(AbandonFrom.QUEUE).withWaits(true, AbandonFrom.QUEUE);
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Capability.EXACT_LIMITS));
        var call = answered(rules);
        joins(call);
        after(1_900);
        rings(call);
        after(1_800);
        assertThat(rig.left).isEmpty();
        taken(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(counts()).isEqualTo(new CallCounts(1, 0, 1, 1, 0, 0));
    }

    @Test
    void whomTheRingingAgentMissesAfterTheLimitHearsTheMessageAndCountsOnce() {
        var rules = message(AbandonFrom.QUEUE).withWaits(true, AbandonFrom.QUEUE);
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Capability.EXACT_LIMITS));
        var call = answered(rules);
        joins(call);
        after(1_900);
        rings(call);
        after(15_000);
        rig.happens(new AgentMissed(rig.now(), call, id(51), Missed.NO_ANSWER));
        assertThat(rig.left).containsExactly(call);
        rig.happens(new QueueLeft(rig.now(), call, Left.WITHDRAWN));
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
        assertThat(counts()).isEqualTo(new CallCounts(0, 1, 1, 1, 0, 0));
    }
}
