package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.AgentStatus;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers in queues: who takes them, who misses them, and when they leave. */
public abstract class QueueContractTest extends TelephonyContract {
    @Test
    void aQueuedCallerIsHandedToAnAgentWhoWrapsUpAfterTheTalk() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);

        await(new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)), 2);

        assertThat(sinceJoined(call))
                .containsExactly(
                        new QueueJoined(AT, call, SALES),
                        new AgentRinging(AT, call, ANNA),
                        new AgentConnected(AT, call, ANNA),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.CALLER),
                        new AgentChanged(AT, ANNA, AgentNow.wrappingUp(AT)),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    @Test
    void callersAreTakenInTheOrderOfJoiningByTheAgentWhoIsAvailableLongest() {
        var first = queued(Party.ANSWERS, Duration.ZERO);
        var second = queued(Party.ANSWERS, Duration.ZERO);
        change(BEN, AgentStatus.AVAILABLE);
        change(ANNA, AgentStatus.AVAILABLE);
        settle();
        assertThat(ledger.inputs()).contains(new AgentRinging(AT, first, BEN), new AgentRinging(AT, second, ANNA));

        awaitAvailable(BEN);
        awaitAvailable(ANNA);
        boolean annaFirst = lastAvailable(ANNA) < lastAvailable(BEN);
        var third = queued(Party.ANSWERS, Duration.ZERO);
        settle();

        assertThat(ledger.inputs()).contains(new AgentRinging(AT, third, annaFirst ? ANNA : BEN));
    }

    @Test
    void oneAgentOfSeveralQueuesTakesOneCallerAtATime() {
        assign(agent(ANNA, AgentStatus.AVAILABLE, SALES_TAG, SUPPORT_TAG));
        change(ANNA, AgentStatus.AVAILABLE);

        var sales = answered(Party.ANSWERS);
        var support = answered(Party.ANSWERS);
        order(() -> telephony().joinQueue(support, SUPPORT, Duration.ZERO));
        order(() -> telephony().joinQueue(sales, SALES, Duration.ZERO));
        settle();

        assertThat(ledger.inputs()).contains(new AgentRinging(AT, support, ANNA), new QueueJoined(AT, sales, SALES));
        assertThat(ledger.of(sales)).doesNotHaveAnyElementsOfTypes(AgentRinging.class);
    }

    @Test
    void aCallerWhoWaitedAsLongAsTheFlowAllowsIsStillThere() {
        var call = queued(Party.ANSWERS, Duration.ofSeconds(5));

        await(new QueueLeft(AT, call, Left.TIMEOUT));
        assertThat(ledger.openCalls()).containsExactly(call);

        order(() -> telephony().hangUp(call));
        awaitEnd(call);
    }

    @Test
    void anImpatientCallerLeavesTheQueueAndHangsUp() {
        var call = queued(Party.ANSWERS_IMPATIENTLY, Duration.ZERO);

        awaitEnd(call);

        assertThat(sinceJoined(call))
                .containsExactly(
                        new QueueJoined(AT, call, SALES),
                        new QueueLeft(AT, call, Left.ABANDONED),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.CALLER));
    }

    @Test
    void aCallerWhoLeavesWhileAnAgentsPhoneRingsSetsTheAgentFree() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentRinging(AT, call, ANNA));

        order(() -> telephony().hangUp(call));
        await(new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)), 2);

        assertThat(sinceJoined(call))
                .containsExactly(
                        new QueueJoined(AT, call, SALES),
                        new AgentRinging(AT, call, ANNA),
                        new QueueLeft(AT, call, Left.ABANDONED),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.US),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHDRAWN")
    void aCallerWhomAnAgentMissesIsOfferedToTheNext(Missed how) {
        change(ANNA, AgentStatus.AVAILABLE);
        phonesMiss(how);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentMissed(AT, call, ANNA, how));
        phonesMiss(null);

        change(BEN, AgentStatus.AVAILABLE);
        await(new AgentConnected(AT, call, BEN));

        var told = sinceJoined(call)
                .filter(input -> !(input instanceof AgentChanged))
                .toList();
        if (how == Missed.UNREACHABLE) {
            assertThat(told).doesNotContain(new AgentRinging(AT, call, ANNA));
        }
        assertThat(told)
                .containsSubsequence(
                        new AgentMissed(AT, call, ANNA, how),
                        new AgentRinging(AT, call, BEN),
                        new AgentConnected(AT, call, BEN));
    }

    @Test
    void anAgentWhoMissedACallerIsTold() {
        change(ANNA, AgentStatus.AVAILABLE);
        phonesMiss(Missed.NO_ANSWER);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentMissed(AT, call, ANNA, Missed.NO_ANSWER));
        settle();

        assertThat(ledger.agents()).containsEntry(ANNA, AgentStatus.AVAILABLE);
    }

    @Test
    void aLimitOfWaitingCutsNoRingAndEndsTheWaitAfterIt() {
        change(ANNA, AgentStatus.AVAILABLE);
        phonesMiss(Missed.NO_ANSWER);
        var call = queued(Party.ANSWERS, Duration.ofSeconds(3));

        await(new QueueLeft(AT, call, Left.TIMEOUT));

        assertThat(sinceJoined(call).filter(input -> !(input instanceof AgentChanged)))
                .containsExactly(
                        new QueueJoined(AT, call, SALES),
                        new AgentRinging(AT, call, ANNA),
                        new AgentMissed(AT, call, ANNA, Missed.NO_ANSWER),
                        new QueueLeft(AT, call, Left.TIMEOUT));
    }

    @Test
    void aQueueThatIsNotThereIsNeverJoined() {
        var call = answered(Party.ANSWERS);

        order(() -> telephony().joinQueue(call, new UUID(2, 9), Duration.ZERO));
        settle();

        assertThat(ledger.of(call)).last().isEqualTo(new QueueLeft(AT, call, Left.QUEUE_GONE));
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aQueueThatIsTakenAwayLeavesItsCallersOnTheLine() {
        var call = queued(Party.ANSWERS, Duration.ZERO);

        order(() -> telephony().assign(List.of(), List.of()));
        settle();

        assertThat(ledger.of(call)).last().isEqualTo(new QueueLeft(AT, call, Left.QUEUE_GONE));
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aCallerWhoWaitsIsTakenOutOfTheQueueByOrder() {
        var call = queued(Party.ANSWERS, Duration.ZERO);
        order(() -> telephony().leaveQueue(call));
        await(new QueueLeft(AT, call, Left.WITHDRAWN));
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aCallerForWhomAPhoneRingsIsTakenOutOfTheQueueAndTheAgentIsFree() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentRinging(AT, call, ANNA));
        order(() -> telephony().leaveQueue(call));
        await(new QueueLeft(AT, call, Left.WITHDRAWN));
        awaitAvailable(ANNA);
        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aTalkThatCrossedWithTheOrderToLeaveGoesOn() {
        var call = talking();
        order(() -> telephony().leaveQueue(call));
        awaitEnd(call);
        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(QueueLeft.class);
    }

    @Test
    void anOrderThatTheCallIsNotReadyForEndsToo() {
        var call = talking();
        order(() -> telephony().execute(nextOrder(), call, new MediaOrder.Beep()));
        await(OrderEnded.class);
        assertThat(ledger.of(call))
                .filteredOn(OrderEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(OrderEnded.class, ended -> {
                    assertThat(ended.order()).isEqualTo(latestOrder);
                    assertThat(ended.result().problem()).isNotEmpty();
                });
    }
}
