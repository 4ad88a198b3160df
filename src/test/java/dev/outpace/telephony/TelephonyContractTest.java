package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter must do. An adapter's test extends this and says how its exchange is set up for tests. */
public abstract class TelephonyContractTest {
    /** Who is at the far end of a number. Callers in a queue are patient for half a minute or more, impatient ones less. */
    protected enum Party {
        ANSWERS,
        ANSWERS_IMPATIENTLY,
        ANSWERS_AS_WE_HANG_UP,
        NEVER_ANSWERS,
        BUSY,
        REJECTS,
        WRONG_NUMBER,
        REFUSED_BY_THE_EXCHANGE
    }

    protected static final UUID CAMPAIGN = new UUID(1, 0);
    private static final UUID SALES = new UUID(2, 1);
    private static final UUID SUPPORT = new UUID(2, 2);
    private static final UUID SALES_TAG = new UUID(3, 1);
    private static final UUID SUPPORT_TAG = new UUID(3, 2);
    private static final UUID ANNA = new UUID(4, 1);
    private static final UUID BEN = new UUID(4, 2);

    protected final InputLedger ledger = new InputLedger();
    private long calls;
    private OrderId latestOrder = new OrderId(0);

    private OrderId nextOrder() {
        latestOrder = new OrderId(latestOrder.number() + 1);
        return latestOrder;
    }

    /** The adapter, that tells the {@link #ledger}. */
    protected abstract Telephony telephony();

    /** A number where this party is; the next call goes there at once. */
    protected abstract Address number(Party party);

    /** From the next caller on, every agent's phone misses callers like this; null for phones that are picked up. */
    protected abstract void phonesMiss(@Nullable Missed how);

    /** Lets time go on until something may have happened; false when nothing ever will. */
    protected abstract boolean next();

    /** Lets everything arrive that is on its way now. */
    protected abstract void settle();

    protected abstract void dropLink();

    protected abstract void restoreLink();

    @BeforeEach
    void connectWithTwoAgentsAway() {
        assign(agent(ANNA, AgentStatus.AWAY, SALES_TAG), agent(BEN, AgentStatus.AWAY, SALES_TAG));
        order(telephony()::connect);
        settle();
    }

    @Test
    void theFirstInputIsASnapshot() {
        assertThat(ledger.inputs())
                .containsExactly(new LinkUp(AT, false, snapshot(AgentStatus.AWAY, AgentStatus.AWAY)));
    }

    @Test
    void anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp() {
        var call = answered(Party.ANSWERS);

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call))
                .containsExactly(
                        new CallAccepted(AT, call),
                        new CallRinging(AT, call),
                        new CallAnswered(AT, call),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.US));
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY, EXCHANGE",
        "REJECTS, REJECTED, CALLER",
        "WRONG_NUMBER, BAD_NUMBER, EXCHANGE",
        "NEVER_ANSWERS, NO_ANSWER, EXCHANGE"
    })
    void aCallThatNobodyTakesEndsByItselfAndSaysHow(Party party, Outcome outcome, EndedBy by) {
        var call = originate(party);

        awaitEnd(call);

        assertThat(ledger.of(call).getFirst()).isEqualTo(new CallAccepted(AT, call));
        assertThat(ledger.of(call).getLast()).isEqualTo(new CallEnded(AT, call, outcome, by));
        assertThat(ledger.of(call)).doesNotContain(new CallAnswered(AT, call));
    }

    @Test
    void aCallThatRingsIsCancelledByOurHangUp() {
        var call = originate(Party.NEVER_ANSWERS);
        await(new CallRinging(AT, call));

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call).getLast()).isEqualTo(new CallEnded(AT, call, Outcome.CANCELLED, EndedBy.US));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED_BY_THE_EXCHANGE")
    void aHangUpInTheSameBreathAsTheCallStillGivesOneEnd(Party party) {
        var call = originateWithoutSettling(party);
        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call)).first().isEqualTo(new CallAccepted(AT, call));
        assertThat(ledger.of(call)).last().isInstanceOf(CallEnded.class);
    }

    @Test
    void anAnswerThatCrossesWithOurHangUpIsToldAndTheCallEndsOnce() {
        var call = originate(Party.ANSWERS_AS_WE_HANG_UP);
        await(new CallRinging(AT, call));

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call))
                .containsSubsequence(
                        new CallAnswered(AT, call), new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.US));
    }

    @Test
    void furtherHangUpsAndOrdersForUnknownCallsHaveNoEffect() {
        var call = answered(Party.ANSWERS);
        var unknown = new UUID(9, 9);

        order(() -> telephony().hangUp(call));
        order(() -> telephony().hangUp(call));
        order(() -> telephony().hangUp(unknown));
        order(() -> telephony().execute(nextOrder(), unknown, talk("Hello")));
        order(() -> telephony().joinQueue(unknown, SALES, Duration.ZERO));
        awaitEnd(call);
        order(() -> telephony().hangUp(call));
        settle();

        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
        assertThat(ledger.of(unknown)).isEmpty();
    }

    @Test
    void ofARefusedCallNothingElseIsHeard() {
        var call = originate(Party.REFUSED_BY_THE_EXCHANGE);
        settle();
        order(() -> telephony().hangUp(call));
        settle();

        assertThat(ledger.of(call)).singleElement().isInstanceOf(CallRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "'+12125550100\r\nAction: Originate'", "'+1212555\u00000100'"})
    void anAddressThatCouldSayMoreThanANumberIsRefused(String number) {
        var call = nextCall();
        order(() -> telephony()
                .originate(new CallRequest(call, CAMPAIGN, Address.tel(number), null, Duration.ofSeconds(30))));
        settle();

        assertThat(ledger.of(call)).singleElement().isInstanceOf(CallRefused.class);
    }

    @Test
    void aSpokenTextEndsWhileTheCallGoesOn() {
        var call = answered(Party.ANSWERS);

        order(() -> telephony().execute(nextOrder(), call, talk("Good morning, this is a call about your renewal.")));
        await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));

        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aHangUpCutsASpokenTextAndOnlyTheEndIsHeard() {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().execute(nextOrder(), call, talk("word ".repeat(200))));
        settle();

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(OrderEnded.class);
    }

    @Test
    void everyOrderThatItSaysItCanDoEnds() {
        var call = answered(Party.ANSWERS);
        var orders = List.of(
                new MediaOrder.Play(List.of("https://example.org/welcome.wav")),
                new MediaOrder.Beep(),
                new MediaOrder.SendDigits("12#", Duration.ofMillis(100), Duration.ZERO),
                new MediaOrder.Echo(Duration.ofSeconds(2)),
                new MediaOrder.DetectMachine(true),
                new MediaOrder.StartRecording("wav", Duration.ZERO, "", Duration.ZERO),
                new MediaOrder.StopRecording());

        for (int i = 0; i < orders.size(); i++) {
            var media = orders.get(i);
            order(() -> telephony().execute(nextOrder(), call, media));
            await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));
        }
    }

    @Test
    void keysThatWerePressedComeWithTheEndOfTheirOrder() {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().execute(nextOrder(), call, new MediaOrder.ReceiveDigits(Duration.ofSeconds(3), 1, "")));
        while (!(ledger.of(call).getLast() instanceof OrderEnded)) {
            assertThat(next()).as("waiting for keys in %s", ledger.inputs()).isTrue();
        }
        assertThat(ledger.of(call).getLast()).isInstanceOfSatisfying(OrderEnded.class, ended -> {
            assertThat(ended.result().problem()).isEmpty();
            assertThat(ended.result().digits()).matches("[0-9*#]?");
        });
    }

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
    void whoeverIsAssignedAnewAppearsAndWhoStaysGoesOnAsBefore() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentConnected(AT, call, ANNA));
        var carla = new UUID(4, 3);

        assign(agent(ANNA, AgentStatus.OFFLINE, SALES_TAG), agent(carla, AgentStatus.AVAILABLE, SALES_TAG));
        settle();

        assertThat(ledger.agents()).containsEntry(ANNA, AgentStatus.BUSY).containsEntry(carla, AgentStatus.AVAILABLE);
        awaitAvailable(ANNA);
    }

    @Test
    void anIdleAgentChangesAtOnce() {
        for (var status : List.of(AgentStatus.AVAILABLE, AgentStatus.OFFLINE, AgentStatus.AWAY)) {
            change(ANNA, status);
            assertThat(ledger.inputs()).last().isEqualTo(new AgentChanged(AT, ANNA, AgentNow.of(status)));
        }
    }

    @Test
    void anAgentInACallChangesAfterIt() {
        change(ANNA, AgentStatus.AVAILABLE);
        var call = queued(Party.ANSWERS, Duration.ZERO);
        await(new AgentConnected(AT, call, ANNA));

        change(ANNA, AgentStatus.OFFLINE);
        await(new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.OFFLINE)));

        assertThat(ledger.inputs())
                .containsSubsequence(
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.CALLER),
                        new AgentChanged(AT, ANNA, AgentNow.of(AgentStatus.OFFLINE)));
    }

    @Test
    void whileTheLinkIsDownNothingIsHeardAndNoCallIsPlaced() {
        var ringing = originate(Party.ANSWERS);
        order(this::dropLink);
        settle();
        var refused = originate(Party.ANSWERS);
        settle();

        assertThat(ledger.inputs()).hasAtLeastOneElementOfType(LinkDown.class);
        assertThat(ledger.of(refused)).singleElement().isInstanceOf(CallRefused.class);
        assertThat(ledger.of(ringing)).doesNotHaveAnyElementsOfTypes(CallAnswered.class);
    }

    @Test
    void theSnapshotAfterALostLinkHasTheCallsThatLiveAndTheOthersEndOnce() {
        change(ANNA, AgentStatus.AVAILABLE);
        var gone = originate(Party.BUSY);
        var queued = queued(Party.ANSWERS, Duration.ZERO);
        order(this::dropLink);
        while (next()) {
            // Until everything has ended unheard.
        }
        order(this::restoreLink);
        settle();

        assertThat(ledger.inputs()).contains(new LinkUp(AT, false, snapshot(AgentStatus.AVAILABLE, AgentStatus.AWAY)));
        assertThat(ledger.of(gone)).filteredOn(CallEnded.class::isInstance).hasSize(1);
        assertThat(ledger.of(queued)).last().isEqualTo(new CallEnded(AT, queued, Outcome.UNKNOWN, EndedBy.UNKNOWN));
        assertThat(ledger.openCalls()).isEmpty();
    }

    @Test
    void theSnapshotSaysWhereACallIsThatMovedOnUnheard() {
        var call = originate(Party.ANSWERS);
        await(new CallRinging(AT, call));
        order(this::dropLink);
        settle();
        assertThat(next()).isTrue();
        order(this::restoreLink);
        settle();

        assertThat(ledger.inputs())
                .filteredOn(LinkUp.class::isInstance)
                .last()
                .satisfies(link -> assertThat(((LinkUp) link).now().calls())
                        .containsOnlyKeys(call)
                        .extractingByKey(call)
                        .satisfies(now -> assertThat(now.stage()).isEqualTo(CallStage.IDLE)));
    }

    private static Snapshot snapshot(AgentStatus anna, AgentStatus ben) {
        return new Snapshot(Map.of(), Map.of(ANNA, AgentNow.of(anna), BEN, AgentNow.of(ben)));
    }

    protected final UUID originate(Party party) {
        var call = originateWithoutSettling(party);
        settle();
        return call;
    }

    private UUID originateWithoutSettling(Party party) {
        var call = nextCall();
        var to = number(party);
        order(() -> telephony().originate(new CallRequest(call, CAMPAIGN, to, null, Duration.ofSeconds(30))));
        return call;
    }

    private UUID nextCall() {
        return new UUID(5, ++calls);
    }

    private UUID answered(Party party) {
        var call = originate(party);
        await(new CallAnswered(AT, call));
        return call;
    }

    private UUID queued(Party party, Duration maxWait) {
        var call = answered(party);
        order(() -> telephony().joinQueue(call, SALES, maxWait));
        await(new QueueJoined(AT, call, SALES));
        return call;
    }

    private void change(UUID agentId, AgentStatus status) {
        order(() -> telephony().changeAgent(nextOrder(), agentId, status, AwayReason.BREAK));
        settle();
    }

    private void assign(Agent... agents) {
        order(() -> telephony()
                .assign(List.of(queue(SALES, SALES_TAG), queue(SUPPORT, SUPPORT_TAG)), Arrays.asList(agents)));
    }

    private void order(Runnable order) {
        ledger.during(order);
    }

    private void await(EngineInput expected) {
        await(expected, 1);
    }

    private void await(EngineInput expected, int times) {
        while (ledger.inputs().stream().filter(expected::equals).count() < times) {
            assertThat(next())
                    .as("waiting for %s in %s", expected, ledger.inputs())
                    .isTrue();
        }
    }

    private void awaitEnd(UUID call) {
        while (ledger.openCalls().contains(call) || ledger.of(call).isEmpty()) {
            assertThat(next()).as("waiting for the end in %s", ledger.inputs()).isTrue();
        }
    }

    private void awaitAvailable(UUID agentId) {
        while (ledger.agents().get(agentId) != AgentStatus.AVAILABLE) {
            assertThat(next()).as("waiting for an agent in %s", ledger.inputs()).isTrue();
        }
    }

    private int lastAvailable(UUID agentId) {
        return ledger.inputs().lastIndexOf(new AgentChanged(AT, agentId, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    private Stream<EngineInput> sinceJoined(UUID call) {
        return ledger.inputs().stream().skip(ledger.inputs().indexOf(new QueueJoined(AT, call, SALES)));
    }

    private static MediaOrder talk(String text) {
        return new MediaOrder.Talk(text, "", "", "", false, true);
    }

    protected static Queue queue(UUID id, UUID tag) {
        return new Queue(id, "", "", "random", List.of(tag), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
    }

    protected static Agent agent(UUID id, AgentStatus status, UUID... tags) {
        return new Agent(id, "", "", "", "ringall", status, 0, List.of(tags), List.of(), Stamps.NONE, Json.Obj.EMPTY);
    }
}
