package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.EngineRig.queueJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a campaign does for people whom no agent could take, and how long phones ring. */
@SuppressWarnings("NullAway")
class ComplianceTest {
    private static final Duration TRY_INTERVAL = Duration.ofMinutes(1);
    private static final String MESSAGE = "${voipbin.call.destination.target}: nobody was free.";

    private EngineRig rig = new EngineRig();

    private static Compliance message() {
        return new Compliance(MESSAGE, 2_000, 0, false, 0, Json.Obj.EMPTY);
    }

    private static Compliance redial(int hours, boolean withAgent) {
        return new Compliance("", Compliance.ABANDON_AFTER, hours, withAgent, 0, Json.Obj.EMPTY);
    }

    private static Compliance minimumRing(int millis) {
        return new Compliance("", Compliance.ABANDON_AFTER, 0, false, millis, Json.Obj.EMPTY);
    }

    private static Campaign with(Compliance rules) {
        return campaign(1, 20, 30, 40, 100).withOptions(CampaignOptions.DEFAULT.withCompliance(rules));
    }

    /** One target, one agent, and the call to it. */
    private UUID oneCall(Compliance rules) {
        rig.with(outplan(20, TRY_INTERVAL.toMillis(), 5), list(30), queue(40), agent(51, 40))
                .with(with(rules));
        rig.target(30, "+12125550101");
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

    private void joins(UUID call) {
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, rig.joined.get(call)));
    }

    private void leaves(UUID call, Left how) {
        rig.happens(new EngineInput.QueueLeft(rig.now(), call, how));
    }

    /** The person waited for an agent and gave up. */
    private void abandons(UUID call) {
        joins(call);
        leaves(call, Left.ABANDONED);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
    }

    // Minimum ring.

    @ParameterizedTest
    @CsvSource({"0, 20000", "15000, 20000", "45000, 45000"})
    void aCallRingsAsLongAsTheLongerOfOutplanAndMinimum(int minimum, long ringFor) {
        var call = oneCall(minimumRing(minimum));
        assertThat(rig.ordered.get(call).ringFor()).isEqualTo(Duration.ofMillis(ringFor));
        rig.accepted(call);
        rig.wait(Duration.ofMillis(ringFor - 1));
        assertThat(rig.hungUp).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void theTimeBeforeTheFirstRingIsNoRinging() {
        var call = oneCall(minimumRing(15_000));
        rig.accepted(call);
        rig.wait(Duration.ofSeconds(8));
        rig.happens(new EngineInput.CallRinging(rig.now(), call));
        rig.wait(Duration.ofSeconds(5));
        rig.happens(new EngineInput.CallRinging(rig.now(), call));
        rig.wait(Duration.ofMillis(9_999));
        assertThat(rig.hungUp)
                .as("14.999 s of ringing, 22.999 s after the order")
                .isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void anEditOfTheMinimumCountsFromTheNextCallAndAStopIsNotHeldUpByIt() {
        var call = oneCall(minimumRing(0));
        rig.order(new EngineInput.Edited(with(minimumRing(60_000)), false));
        rig.accepted(call);
        rig.wait(Duration.ofSeconds(20));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.CANCELLED);
        rig.wait(TRY_INTERVAL);
        var next = rig.open(1).getFirst();
        assertThat(rig.ordered.get(next).ringFor()).isEqualTo(Duration.ofSeconds(60));
        rig.order(new EngineInput.CampaignStopped(id(1), StopMode.CANCEL_RINGING));
        assertThat(rig.hungUp).contains(next);
    }

    // The message for callers whom nobody takes.

    @Test
    void aCallerWhomNobodyTakesHearsTheMessageAndIsAbandoned() {
        var call = oneCall(message());
        joins(call);
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofSeconds(2));
        leaves(call, Left.TIMEOUT);
        assertThat(rig.hungUp).isEmpty();
        assertThat(rig.orders)
                .containsExactly(new MediaOrder.Talk("+12125550101: nobody was free.", "", "", "", false, true));
        assertThat(rig.moment(1).snapshot().available())
                .as("no agent is kept for who is on the way out")
                .isEqualTo(1);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
        assertThat(rig.moment(1).calls().abandoned()).isEqualTo(1);
        rig.wait(TRY_INTERVAL);
        assertThat(rig.ordered).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "0, 2000", "9000, 2000"})
    void theShorterOfTheQueuesWaitAndTheRulesHolds(long queueWait, long longest) {
        var plain = queue(40);
        rig.with(new Queue(
                plain.id(),
                "",
                "",
                "random",
                plain.tagIds(),
                plain.waitFlowId(),
                queueWait,
                0,
                plain.stamps(),
                plain.unknown()));
        rig.with(outplan(20, 60_000, 5), list(30), agent(51, 40)).with(with(message()));
        rig.target(30, "+12125550101");
        var call = begin();
        joins(call);
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofMillis(longest));
    }

    @Test
    void withoutAVoiceTheCallEndsAtOnce() {
        var call = oneCall(message());
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Capability.TALK));
        joins(call);
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofSeconds(2));
        leaves(call, Left.TIMEOUT);
        assertThat(rig.orders).isEmpty();
        assertThat(rig.hungUp).containsExactly(call);
    }

    @Test
    void whoHangsUpInTheMessageOrHearsItBrokenOffIsAbandonedToo() {
        var call = oneCall(message());
        joins(call);
        leaves(call, Left.TIMEOUT);
        rig.happens(rig.orderEnded(call, MediaResult.failed("no voice")));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        rig.wait(TRY_INTERVAL);
        var next = rig.open(1).getFirst();
        joins(next);
        leaves(next, Left.TIMEOUT);
        rig.ended(next, Outcome.COMPLETED);
        assertThat(rig.moment(1).calls().abandoned()).isEqualTo(2);
    }

    @Test
    void aQueueInTheMiddleOfTheFlowWaitsAsPublishedAndTheFlowGoesOn() {
        var flow = List.of(queueJoin(40), EngineRig.action("talk"));
        rig.with(outplan(20, 60_000, 5), list(30), queue(40), agent(51, 40))
                .with(with(message()).withActions(flow));
        rig.target(30, "+12125550101");
        var call = begin();
        joins(call);
        assertThat(rig.longestWaits).containsEntry(call, Duration.ZERO);
        leaves(call, Left.TIMEOUT);
        assertThat(rig.orders).singleElement().isNotEqualTo(new MediaOrder.Talk(MESSAGE, "", "", "", false, true));
        assertThat(rig.hungUp).isEmpty();
    }

    @Test
    void aCallerIsNotLeftInSilenceWhenTheLinkWentAwayInTheMessage() {
        var call = oneCall(message());
        joins(call);
        leaves(call, Left.TIMEOUT);
        rig.happens(new EngineInput.LinkDown(rig.now(), "cable"));
        assertThat(rig.hungUp).isEmpty();
        rig.linkUp(call);
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void theMessageIsSaidWhenTheLinkIsBackIfItCouldNotBeOrderedBefore() {
        var call = oneCall(message());
        joins(call);
        rig.happens(
                new EngineInput.LinkDown(rig.now(), "cable"), new EngineInput.QueueLeft(rig.now(), call, Left.TIMEOUT));
        assertThat(rig.orders).isEmpty();
        rig.linkUp(call);
        assertThat(rig.orders).hasSize(1);
        assertThat(rig.hungUp).isEmpty();
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.hungUp).containsExactly(call);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aCallThatTheExchangeStillHasAfterARestartEndsWithItsMessage(boolean inMessage) {
        var call = oneCall(message());
        joins(call);
        if (inMessage) {
            leaves(call, Left.TIMEOUT);
        }
        rig = rig.cut().open();
        rig.linkUp(call);
        if (!inMessage) {
            leaves(call, Left.TIMEOUT);
            assertThat(rig.orders).as("what was known of the flow is gone").hasSize(1);
        }
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
    }

    @Test
    void anEditOfTheMessageCountsFromTheNextCall() {
        var call = oneCall(message());
        rig.order(new EngineInput.Edited(with(Compliance.DEFAULT), false));
        joins(call);
        assertThat(rig.longestWaits).containsEntry(call, Duration.ofSeconds(2));
        leaves(call, Left.TIMEOUT);
        rig.happens(rig.orderEnded(call, MediaResult.DONE));
        rig.ended(call, Outcome.COMPLETED);
        rig.wait(TRY_INTERVAL);
        var next = rig.open(1).getFirst();
        joins(next);
        assertThat(rig.longestWaits).containsEntry(next, Duration.ZERO);
    }

    // The rest before an abandoned target is dialed again.

    @Test
    void anAbandonedTargetRestsForItsHours() {
        abandons(oneCall(redial(72, false)));
        rig.wait(Duration.ofDays(3).minusMillis(1));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void onlyAbandonedTargetsRestAndALongerIntervalHolds() {
        rig.with(outplan(20, Duration.ofHours(100).toMillis(), 5), list(30), queue(40), agent(51, 40))
                .with(with(redial(72, true)));
        rig.target(30, "+12125550101");
        var call = begin();
        rig.ended(call, Outcome.BUSY);
        rig.wait(Duration.ofHours(100));
        assertThat(rig.ordered).hasSize(2);
        abandons(rig.open(1).getFirst());
        rig.wait(Duration.ofHours(100).minusMillis(1));
        assertThat(rig.ordered).hasSize(2);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(3);
    }

    @Test
    void withAnAgentKeptFreeItIsDialedByTheOutplan() {
        abandons(oneCall(redial(72, true)));
        rig.agentIs(51, AgentStatus.AWAY);
        rig.wait(Duration.ofHours(2));
        assertThat(rig.ordered).hasSize(1);
        rig.agentIs(51, AgentStatus.AVAILABLE);
        assertThat(rig.ordered).hasSize(2);
        assertThat(rig.moment(1).snapshot().reserved()).as("from the dial on").isEqualTo(1);
        assertThat(rig.moment(1).snapshot().available()).isZero();
        var call = rig.open(1).getFirst();
        joins(call);
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.moment(1).snapshot().reserved()).as("as for any caller").isZero();
    }

    @Test
    void theKeptAgentIsFreeAgainWhenTheCallIsNotAnswered() {
        abandons(oneCall(redial(72, true)));
        rig.wait(TRY_INTERVAL);
        var call = rig.open(1).getFirst();
        rig.ended(call, Outcome.NO_ANSWER);
        assertThat(rig.moment(1).snapshot().reserved()).isZero();
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
        rig.wait(TRY_INTERVAL);
        assertThat(rig.ordered)
                .as("it rests on, with an agent it may be dialed")
                .hasSize(3);
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
    }

    @Test
    void linesThatDialMayNeedTheFreeAgentsThemselves() {
        rig.with(outplan(20, 10_000, 5), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(with(redial(72, true)).withServiceLevel(10))
                .with(campaign(2, 20, 31, 40, 10));
        rig.target(30, "+12125550101");
        abandons(begin());
        rig.targets(31, 3);
        rig.happens(new EngineInput.TargetsChanged(id(31)));
        rig.start(2);
        assertThat(rig.open(2)).hasSize(3);
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.open(1)).as("two agents, three lines of campaign 2").isEmpty();
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_FOR_KEPT_AGENT);
        rig.ended(rig.open(2).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).isEmpty();
        rig.ended(rig.open(2).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).as("two agents, one line").hasSize(1);
    }

    @Test
    void freshTargetsGoOnWhileAbandonedOnesWaitForAnAgent() {
        rig.with(outplan(20, 10_000, 5), list(30), queue(40), agent(51, 40))
                .with(with(redial(72, true)).withServiceLevel(10));
        rig.target(30, "+12125550101");
        abandons(begin());
        rig.targets(30, 4);
        rig.happens(new EngineInput.TargetsChanged(id(30)));
        assertThat(rig.open(1)).hasSize(4);
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.store.targets.values().iterator().next().status())
                .as("four lines ring for one agent")
                .isEqualTo(TargetStatus.IDLE);
    }

    @Test
    void anAbandonedTargetIsRememberedOverARestart() {
        abandons(oneCall(redial(72, true)));
        rig.agentIs(51, AgentStatus.AWAY);
        rig.wait(Duration.ofHours(1));
        rig = rig.cut().open();
        rig.linkUp();
        assertThat(rig.ordered).as("its agent is there again, and kept").hasSize(1);
        assertThat(rig.moment(1).snapshot().reserved()).isEqualTo(1);
        var ringing = rig.open(1).getFirst();
        rig = rig.cut().open();
        rig.linkUp(ringing);
        assertThat(rig.moment(1).snapshot().reserved())
                .as("the exchange still has the call")
                .isEqualTo(1);
    }

    @Test
    void anotherRuleCountsFromTheNextCall() {
        abandons(oneCall(redial(1, true)));
        rig.agentIs(51, AgentStatus.AWAY);
        rig.order(new EngineInput.Edited(with(redial(2, false)), false));
        rig.agentIs(51, AgentStatus.AVAILABLE);
        rig.wait(Duration.ofHours(2).minusMillis(1));
        assertThat(rig.ordered).as("longer now, and no agent makes it earlier").hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void moreTriesOrANewAddressDoNotEndTheRest() {
        rig.with(outplan(20, TRY_INTERVAL.toMillis(), 1), list(30), queue(40), agent(51, 40))
                .with(with(redial(72, false)));
        var target = rig.target(30, "+12125550101");
        rig.target(30, "+12125550102", "+12125550103");
        abandons(begin());
        abandons(rig.open(1).getFirst());
        assertThat(rig.store.targets.get(target.id()).status()).isEqualTo(TargetStatus.DONE);
        rig.order(new EngineInput.Edited(outplan(20, TRY_INTERVAL.toMillis(), 3), true));
        rig.start(1);
        rig.wait(Duration.ofHours(71));
        assertThat(rig.ordered).hasSize(2);
        rig.wait(Duration.ofHours(1));
        rig.wait(TRY_INTERVAL);
        assertThat(rig.ordered.size()).isGreaterThan(2);
    }

    @Test
    void theRestIsTheNumbersWhicheverListAndCampaignHasIt() {
        rig.with(outplan(20, TRY_INTERVAL.toMillis(), 5), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(with(redial(72, false)))
                .with(campaign(2, 20, 31, 40, 100)
                        .withOptions(CampaignOptions.DEFAULT.withCompliance(redial(24, false))));
        rig.target(30, "+12125550101", "+12125550102");
        rig.target(31, "+12125550101");
        abandons(begin());
        rig.start(2);
        rig.wait(Duration.ofHours(24).minusMillis(1));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.open(2)).as("by the hours of the campaign that dials").hasSize(1);
        assertThat(rig.open(1)).isEmpty();
    }

    @Test
    void theOtherNumberOfAnAbandonedTargetFollowsTheOutplan() {
        rig.with(outplan(20, TRY_INTERVAL.toMillis(), 1, 1), list(30), queue(40), agent(51, 40))
                .with(with(redial(72, false)));
        rig.target(30, "+12125550101", "+12125550102");
        abandons(begin());
        rig.wait(TRY_INTERVAL);
        assertThat(rig.ordered).hasSize(2);
    }

    @Test
    void anAnswerAfterOurHangUpIsASilentCallAndRestsToo() {
        var call = oneCall(redial(72, false));
        rig.accepted(call);
        rig.wait(Duration.ofSeconds(20));
        rig.happens(new EngineInput.CallAnswered(rig.now(), call));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(call(call).cause()).isEqualTo(EndCause.ABANDONED);
        rig.wait(Duration.ofHours(71));
        assertThat(rig.ordered).hasSize(1);
    }

    @Test
    void withoutAQueueNoAgentCanBeKept() {
        rig.with(outplan(20, TRY_INTERVAL.toMillis(), 5), list(30), queue(40), agent(51, 40))
                .with(with(redial(1, true)));
        rig.target(30, "+12125550101");
        abandons(begin());
        rig.order(new EngineInput.CampaignStopped(id(1), StopMode.FINISH_CALLS));
        var flow = List.of(EngineRig.action("talk"));
        rig.order(new EngineInput.Edited(
                campaign(1, 20, 30, 0, 100)
                        .withActions(flow)
                        .withOptions(CampaignOptions.DEFAULT.withCompliance(redial(1, true))),
                false));
        rig.start(1);
        rig.wait(Duration.ofMinutes(59));
        assertThat(rig.ordered).hasSize(1);
        rig.wait(Duration.ofMinutes(1));
        assertThat(rig.ordered).hasSize(2);
    }
}
