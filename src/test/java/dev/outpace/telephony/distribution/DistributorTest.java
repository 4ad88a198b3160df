package dev.outpace.telephony.distribution;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.Timeless;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Phones that take their time: what they report may cross with what they are ordered. */
class DistributorTest {
    private static final UUID SALES = new UUID(4, 0);
    private static final UUID ANNA = new UUID(3, 1);
    private static final UUID BEN = new UUID(3, 2);
    private static final UUID CALL = new UUID(2, 1);
    private static final UUID NEXT_CALL = new UUID(2, 2);
    private static final Duration WRAP_UP = Duration.ofSeconds(10);

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final List<EngineInput> told = new ArrayList<>();
    /** Orders to phones, such as {@code ring 1 for 2}. */
    private final List<String> orders = new ArrayList<>();

    private final Distributor distributor = new Distributor(
            clock,
            new Phones() {
                @Override
                public void ring(UUID agentId, UUID callId) {
                    orders.add("ring " + name(agentId, callId));
                }

                @Override
                public void stopRinging(UUID agentId, UUID callId) {
                    orders.add("stop " + name(agentId, callId));
                }

                @Override
                public void hangUp(UUID agentId, UUID callId) {
                    orders.add("hang up " + name(agentId, callId));
                }

                @Override
                public boolean connect(UUID agentId) {
                    orders.add("connect " + agentId.getLeastSignificantBits());
                    return false;
                }

                @Override
                public void disconnect(UUID agentId) {
                    orders.add("disconnect " + agentId.getLeastSignificantBits());
                }

                @Override
                public Duration wrapUp(UUID agentId, UUID callId, UUID queueId) {
                    return WRAP_UP;
                }
            },
            input -> told.add(Timeless.input(input)));

    private static String name(UUID agentId, UUID callId) {
        return agentId.getLeastSignificantBits() + " for " + callId.getLeastSignificantBits();
    }

    private void assign(UUID... agents) {
        assign(0, agents);
    }

    private void assign(long serviceTimeout, UUID... agents) {
        var queue = new Queue(SALES, "", "", "", List.of(), Ids.NIL, 0, serviceTimeout, Stamps.NONE, Json.Obj.EMPTY);
        distributor.assign(
                List.of(queue),
                List.of(agents).stream().map(DistributorTest::agent).toList());
    }

    private static Agent agent(UUID id) {
        return new Agent(
                id, "", "", "", "", AgentStatus.AVAILABLE, 0, List.of(), List.of(), Stamps.NONE, Json.Obj.EMPTY);
    }

    private void rung() {
        distributor.join(CALL, SALES, Duration.ZERO);
        distributor.rings(ANNA, CALL, clock.wallTime());
        told.clear();
        orders.clear();
    }

    private void talking() {
        rung();
        distributor.answered(ANNA, CALL, clock.wallTime());
        told.clear();
    }

    private CallEnded end(Outcome outcome) {
        return new CallEnded(clock.wallTime(), CALL, outcome, EndedBy.CALLER);
    }

    @Test
    void aWaitEndsAtItsLimitToTheMillisecond() {
        assign();
        distributor.join(CALL, SALES, Duration.ofSeconds(2));

        clock.run(Duration.ofMillis(1_999));
        assertThat(told).containsExactly(new QueueJoined(AT, CALL, SALES));
        clock.run(Duration.ofMillis(1));
        assertThat(told).last().isEqualTo(new QueueLeft(AT, CALL, Left.TIMEOUT));
    }

    @Test
    void aLimitThatEndsWhileAPhoneRingsAppliesAtTheMissThoughAnotherAgentIsFree() {
        assign(ANNA, BEN);
        distributor.join(CALL, SALES, Duration.ofSeconds(2));
        distributor.rings(ANNA, CALL, clock.wallTime());
        clock.run(Duration.ofSeconds(3));
        assertThat(told).doesNotHaveAnyElementsOfTypes(QueueLeft.class);

        distributor.missed(ANNA, CALL, Missed.NO_ANSWER, clock.wallTime());

        assertThat(told)
                .endsWith(
                        new AgentMissed(AT, CALL, ANNA, Missed.NO_ANSWER),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)),
                        new QueueLeft(AT, CALL, Left.TIMEOUT));
        assertThat(orders).containsExactly("ring 1 for 1");
    }

    @Test
    void aMissWithinTheLimitRingsTheNextAndTheOneWhoMissedRestsFiveSeconds() {
        assign(ANNA, BEN);
        distributor.join(CALL, SALES, Duration.ofSeconds(20));
        clock.run(Duration.ofSeconds(1));
        distributor.missed(ANNA, CALL, Missed.UNREACHABLE, clock.wallTime());
        clock.run(Duration.ofSeconds(4));
        distributor.missed(BEN, CALL, Missed.REJECTED, clock.wallTime());

        assertThat(told)
                .contains(
                        new AgentMissed(AT, CALL, ANNA, Missed.UNREACHABLE),
                        new AgentRinging(AT, CALL, BEN),
                        new AgentMissed(AT, CALL, BEN, Missed.REJECTED));
        assertThat(orders).containsExactly("ring 1 for 1", "ring 2 for 1");
        clock.run(Duration.ofSeconds(1));
        assertThat(orders).containsExactly("ring 1 for 1", "ring 2 for 1", "ring 1 for 1");

        distributor.missed(ANNA, CALL, Missed.NO_ANSWER, clock.wallTime());
        clock.run(Duration.ofSeconds(4));
        assertThat(orders).hasSize(4);
        clock.run(Duration.ofSeconds(60));
        assertThat(told).as("the second phone took its time").doesNotHaveAnyElementsOfTypes(QueueLeft.class);
    }

    @Test
    void whoLeavesTheQueueWhileAPhoneRingsHasLeftWhenItIsSilentAndTheAgentIsFreeAtOnce() {
        assign(ANNA);
        rung();
        distributor.leave(CALL);
        assertThat(orders).containsExactly("stop 1 for 1");
        assertThat(told).isEmpty();

        distributor.missed(ANNA, CALL, Missed.WITHDRAWN, clock.wallTime());

        assertThat(told)
                .containsExactly(
                        new QueueLeft(AT, CALL, Left.WITHDRAWN),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)));
        distributor.join(NEXT_CALL, SALES, Duration.ZERO);
        assertThat(orders).last().isEqualTo("ring 1 for 2");
    }

    @Test
    void anAnswerThatCrossesWithTheOrderToLeaveIsATalk() {
        assign(ANNA);
        rung();
        distributor.leave(CALL);
        distributor.answered(ANNA, CALL, clock.wallTime());
        distributor.missed(ANNA, CALL, Missed.WITHDRAWN, clock.wallTime());

        assertThat(told).containsExactly(new AgentConnected(AT, CALL, ANNA));
        assertThat(distributor.callNow(CALL)).contains(new CallNow(CallStage.TALKING, clock.wallTime(), SALES, ANNA));
    }

    @Test
    void anAgentWhoseCallerHangsUpIsOfferedTheNextWhenThePhoneIsSilent() {
        assign(ANNA);
        rung();
        distributor.ended(end(Outcome.COMPLETED));
        distributor.join(NEXT_CALL, SALES, Duration.ZERO);
        assertThat(told)
                .containsExactly(
                        new QueueLeft(AT, CALL, Left.ABANDONED),
                        new CallEnded(AT, CALL, Outcome.COMPLETED, EndedBy.CALLER),
                        new QueueJoined(AT, NEXT_CALL, SALES));
        assertThat(orders).containsExactly("stop 1 for 1");

        distributor.missed(ANNA, CALL, Missed.WITHDRAWN, clock.wallTime());
        assertThat(orders).last().isEqualTo("ring 1 for 2");
    }

    @Test
    void anAgentWhoPicksUpAsTheCallerHangsUpIsFree() {
        assign(ANNA);
        rung();
        distributor.ended(end(Outcome.COMPLETED));
        told.clear();
        distributor.answered(ANNA, CALL, clock.wallTime());

        assertThat(told).containsExactly(new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    @Test
    void ofACallThatIsGoneUnseenItIsNotToldThatItLeftTheQueue() {
        assign();
        distributor.join(CALL, SALES, Duration.ZERO);
        told.clear();
        distributor.ended(end(Outcome.UNKNOWN));

        assertThat(told).containsExactly(new CallEnded(AT, CALL, Outcome.UNKNOWN, EndedBy.CALLER));
    }

    @Test
    void theCallerOfAnAgentWhoIsTakenAwayIsOfferedToTheNextWhenThePhoneIsSilent() {
        assign(ANNA, BEN);
        rung();
        assign(BEN);
        assertThat(orders).containsExactly("stop 1 for 1");

        distributor.missed(ANNA, CALL, Missed.WITHDRAWN, clock.wallTime());

        assertThat(told).containsExactly(new AgentMissed(AT, CALL, ANNA, Missed.WITHDRAWN));
        assertThat(orders).last().isEqualTo("ring 2 for 1");
    }

    @Test
    void theCallersOfAQueueThatIsTakenAwayHaveLeftItWhenThePhoneIsSilent() {
        assign(ANNA);
        rung();
        distributor.assign(List.of(), List.of(agent(ANNA)));
        assertThat(told).isEmpty();
        distributor.missed(ANNA, CALL, Missed.WITHDRAWN, clock.wallTime());

        assertThat(told).startsWith(new QueueLeft(AT, CALL, Left.QUEUE_GONE));
    }

    @Test
    void aTalkThatTakesLongerThanTheQueueAllowsIsEnded() {
        assign(30_000, ANNA);
        talking();
        clock.run(Duration.ofSeconds(30));
        assertThat(orders).containsExactly("hang up 1 for 1");

        distributor.released(ANNA, CALL, Released.US, clock.wallTime());
        assertThat(told).startsWith(new AgentReleased(AT, CALL, ANNA, Released.US));
    }

    @Test
    void nobodyIsRungDuringTheWorkAfterATalk() {
        assign(ANNA);
        talking();
        distributor.released(ANNA, CALL, Released.AGENT, clock.wallTime());
        distributor.join(NEXT_CALL, SALES, Duration.ZERO);
        clock.run(WRAP_UP.minusMillis(1));
        assertThat(orders).isEmpty();
        clock.run(Duration.ofMillis(1));
        assertThat(orders).containsExactly("ring 1 for 2");
    }

    @Test
    void anAgentInAnotherCallIsBusyAndOfferedNobody() {
        assign(ANNA);
        told.clear();
        distributor.otherCall(ANNA, true);
        distributor.otherCall(ANNA, true);
        distributor.join(CALL, SALES, Duration.ZERO);

        var elsewhere = new AgentNow(AgentStatus.BUSY, AwayReason.BREAK, null, true, true);
        assertThat(told).containsExactly(new AgentChanged(AT, ANNA, elsewhere), new QueueJoined(AT, CALL, SALES));
        assertThat(orders).isEmpty();

        distributor.otherCall(ANNA, false);
        assertThat(orders).containsExactly("ring 1 for 1");
    }

    @Test
    void aPhoneThatCannotBeReachedIsNotRungUntilItCan() {
        assign(ANNA);
        told.clear();
        distributor.reachable(ANNA, false);
        distributor.join(CALL, SALES, Duration.ZERO);

        var unreachable = new AgentNow(AgentStatus.AVAILABLE, AwayReason.BREAK, null, false, false);
        assertThat(told).startsWith(new AgentChanged(AT, ANNA, unreachable));
        assertThat(orders).isEmpty();
        distributor.reachable(ANNA, true);
        assertThat(orders).containsExactly("ring 1 for 1");
    }

    @Test
    void anotherCallDuringTheWorkAfterATalkCountsWhenThatIsOver() {
        assign(ANNA);
        talking();
        distributor.released(ANNA, CALL, Released.AGENT, clock.wallTime());
        distributor.otherCall(ANNA, true);
        assertThat(told).last().isEqualTo(new AgentChanged(AT, ANNA, AgentNow.wrappingUp(AT)));

        clock.run(WRAP_UP);
        assertThat(told)
                .last()
                .isEqualTo(
                        new AgentChanged(AT, ANNA, new AgentNow(AgentStatus.BUSY, AwayReason.BREAK, null, true, true)));
    }

    @Test
    void aPauseBeginsAfterTheCallInHandAndTheWorkAfterIt() {
        assign(ANNA);
        talking();
        distributor.pause(ANNA);
        distributor.released(ANNA, CALL, Released.AGENT, clock.wallTime());
        distributor.join(NEXT_CALL, SALES, Duration.ZERO);
        clock.run(WRAP_UP);

        assertThat(told).last().isEqualTo(new AgentChanged(AT, ANNA, AgentNow.away(AwayReason.BREAK)));
        distributor.resume(ANNA);
        assertThat(orders).containsExactly("ring 1 for 2");
    }

    @Test
    void reportsOfACallerWhomThePhoneNoLongerHasAreIgnored() {
        assign(ANNA, BEN);
        rung();
        distributor.missed(ANNA, CALL, Missed.NO_ANSWER, clock.wallTime());
        told.clear();
        distributor.answered(ANNA, CALL, clock.wallTime());
        distributor.rings(ANNA, CALL, clock.wallTime());
        distributor.missed(ANNA, CALL, Missed.NO_ANSWER, clock.wallTime());
        distributor.released(ANNA, CALL, Released.AGENT, clock.wallTime());

        assertThat(told).isEmpty();
    }

    private void assignStaying(boolean stays, UUID... agents) {
        var service = QueueService.USUAL.withAgentsStay(stays);
        var queue = new Queue(SALES, "", "", "", List.of(), Ids.NIL, 0, 0, service, null, Stamps.NONE, Json.Obj.EMPTY);
        distributor.assign(
                List.of(queue),
                List.of(agents).stream().map(DistributorTest::agent).toList());
    }

    private static AgentChanged anna(AgentStatus status, PhoneLine line) {
        return new AgentChanged(AT, ANNA, new AgentNow(status, AwayReason.BREAK, null, false, true, line));
    }

    @Test
    void anAgentWhoStaysConnectedIsOfferedNobodyUntilThePhoneIsOnTheLine() {
        assignStaying(true, ANNA);
        assertThat(orders).containsExactly("connect 1");
        assertThat(told).containsExactly(anna(AgentStatus.AVAILABLE, PhoneLine.CONNECTING));
        distributor.join(CALL, SALES, Duration.ZERO);
        assertThat(orders).hasSize(1);

        distributor.connected(ANNA, true);
        assertThat(orders).containsExactly("connect 1", "ring 1 for 1");
    }

    @Test
    void anAgentWhoHangsUpIsAwayUntilSetAvailable() {
        assignStaying(true, ANNA);
        distributor.connected(ANNA, true);
        told.clear();
        orders.clear();

        distributor.hungUp(ANNA);
        assertThat(told).last().isEqualTo(anna(AgentStatus.AWAY, PhoneLine.CONNECTING));
        assertThat(orders).isEmpty();

        distributor.changeAgent(ANNA, AgentStatus.AVAILABLE, AwayReason.BREAK);
        assertThat(orders).containsExactly("connect 1");
    }

    @Test
    void anAgentWhoHangsUpInATalkIsAwayAfterTheWorkThatFollows() {
        assignStaying(true, ANNA);
        distributor.connected(ANNA, true);
        distributor.join(CALL, SALES, Duration.ZERO);
        distributor.answered(ANNA, CALL, clock.wallTime());
        distributor.hungUp(ANNA);
        distributor.released(ANNA, CALL, Released.AGENT, clock.wallTime());
        assertThat(told)
                .last()
                .isInstanceOfSatisfying(
                        AgentChanged.class,
                        changed -> assertThat(changed.now().isWrappingUp()).isTrue());

        clock.run(WRAP_UP);
        assertThat(told).last().isEqualTo(anna(AgentStatus.AWAY, PhoneLine.CONNECTING));
    }

    @Test
    void whoIsAwayStaysOnTheLineAndWhoSignsOutDoesNot() {
        assignStaying(true, ANNA);
        distributor.connected(ANNA, true);
        orders.clear();
        distributor.changeAgent(ANNA, AgentStatus.AWAY, AwayReason.BREAK);
        assertThat(orders).isEmpty();
        distributor.changeAgent(ANNA, AgentStatus.OFFLINE, AwayReason.BREAK);
        assertThat(orders).containsExactly("disconnect 1");
    }

    @Test
    void aPhoneRingsAgainWhenItsQueuesKeepNobodyConnected() {
        assignStaying(true, ANNA);
        orders.clear();
        told.clear();
        assignStaying(false, ANNA);
        assertThat(orders).containsExactly("disconnect 1");
        assertThat(told).containsExactly(anna(AgentStatus.AVAILABLE, PhoneLine.RINGS));
        distributor.join(CALL, SALES, Duration.ZERO);
        assertThat(orders).last().isEqualTo("ring 1 for 1");
    }

    @Test
    void aCallerWhoWasFoundWaitingKeepsHisPlaceAndHisLimit() {
        assign();
        var since = clock.wallTime().minusSeconds(5);
        distributor.foundWaiting(CALL, SALES, since, Duration.ofSeconds(2));
        assertThat(told).isEmpty();
        assertThat(distributor.callNow(CALL))
                .hasValueSatisfying(now -> assertThat(now.since()).isEqualTo(since));
        clock.run(Duration.ofSeconds(2));
        assertThat(told).containsExactly(new QueueLeft(AT, CALL, Left.TIMEOUT));
    }
}
