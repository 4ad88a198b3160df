package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AsteriskTelephonyTest {
    private static final UUID CAMPAIGN = new UUID(1, 0);
    private static final String ANSWERS = "00";
    private static final String NEVER_ANSWERS = "03";

    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(told::add, 1);
    private final FakeAsterisk asterisk = exchange.asterisk;

    private void connect() {
        exchange.telephony().connect();
        run(Duration.ofMillis(10));
    }

    private UUID originate(long number, String party) {
        var call = new UUID(5, number);
        exchange.telephony()
                .originate(new CallRequest(
                        call, CAMPAIGN, Address.tel("+121255501" + party), null, Duration.ofSeconds(30)));
        return call;
    }

    private void run(Duration time) {
        exchange.clock.run(time);
    }

    private List<EngineInput> of(UUID call) {
        return told.stream()
                .filter(input ->
                        input instanceof CallEvent event && event.callId().equals(call))
                .toList();
    }

    private LinkUp lastLinkUp() {
        return (LinkUp) told.stream()
                .filter(LinkUp.class::isInstance)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void momentsAreTheExchangesOwnByOurClock() {
        connect();
        asterisk.disorder(0);
        var call = originate(1, "04");
        run(Duration.ofSeconds(5));

        assertThat(of(call))
                .allSatisfy(input -> assertThat(((CallEvent) input).at())
                        .as("though Asterisk's clock is 90 s ahead, and some are told 200 ms late")
                        .isBetween(
                                exchange.clock.wallTime().minusMillis(5_020),
                                exchange.clock.wallTime().minusMillis(4_950)));
    }

    @Test
    void theCallsOfAnEarlierRunOfTheProgramAreInTheFirstSnapshot() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        exchange.telephony().close();
        told.clear();

        var next = exchange.telephony(told::add, AsteriskExchange.SETTINGS);
        next.connect();
        run(Duration.ofMillis(10));
        assertThat(lastLinkUp().now().calls()).containsEntry(call, CallNow.of(CallStage.IDLE));

        next.hangUp(call);
        run(Duration.ofSeconds(1));
        assertThat(of(call))
                .singleElement()
                .isInstanceOfSatisfying(
                        CallEnded.class, ended -> assertThat(ended.by()).isEqualTo(EndedBy.US));
    }

    /** Exchanges lock out who is refused again and again. */
    @Test
    void aRefusedUserIsToldWithTheReasonAndTriedAgainOnlyWhenAPersonSaysSo() {
        var barriers = new ArrayList<LinkBarrier>();
        exchange.telephony().tellBarriers(barriers::add);
        asterisk.lock(true);
        exchange.telephony().connect();
        run(Duration.ofHours(2));
        assertThat(barriers).containsExactly(new LinkBarrier.Refused());
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkDown.class,
                        down -> assertThat(down.reason()).isEqualTo("login refused: Authentication failed"));
        assertThat(asterisk.refusedLogins()).isEqualTo(1);

        asterisk.lock(false);
        run(Duration.ofHours(2));
        assertThat(asterisk.refusedLogins()).isEqualTo(1);
        assertThat(told).hasSize(1);
        exchange.telephony().connect();
        run(Duration.ofSeconds(2));
        assertThat(told).last().isInstanceOf(LinkUp.class);
    }

    @Test
    void anExchangeThatCanNotBeReachedIsToldOnceWithItsReason() {
        asterisk.cut();
        exchange.telephony().connect();
        run(Duration.ofSeconds(20));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkDown.class, down -> assertThat(down.reason()).isEqualTo("Connection refused"));
    }

    @Test
    void theCallsOfAnotherWorkspaceAreLeftAlone() {
        connect();
        originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        var settings = AsteriskExchange.SETTINGS;
        var other = exchange.telephony(
                told::add,
                new AsteriskSettings(
                        settings.login(),
                        settings.trunk(),
                        settings.callerId(),
                        settings.context(),
                        settings.extension(),
                        "other"));
        other.connect();
        run(Duration.ofSeconds(20));

        assertThat(lastLinkUp().now().calls()).isEmpty();
        assertThat(asterisk.channels()).isOne();
        assertThat(asterisk.received()).doesNotContain("Hangup");
    }

    /** What was written before the link was lost is carried out when Asterisk goes on, though the call was closed here. */
    @Test
    void aGhostIsHungUp() {
        connect();
        asterisk.stall(true);
        var call = originate(1, NEVER_ANSWERS);
        run(Duration.ofSeconds(6));
        assertThat(told).last().isInstanceOf(LinkDown.class);
        asterisk.stallOnlyOld();
        run(Duration.ofSeconds(15));
        assertThat(told).filteredOn(LinkUp.class::isInstance).hasSize(2);
        assertThat(of(call)).singleElement().isInstanceOf(CallRefused.class);

        asterisk.stall(false);
        run(Duration.ofSeconds(8));
        assertThat(of(call)).as("nothing more is told").hasSize(1);
        assertThat(asterisk.channels()).isZero();
    }

    @Test
    void aCallWithAHangUpThatWasOrderedWhileTheLinkWasDownIsHungUpWhenItIsBack() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        asterisk.cut();
        run(Duration.ofSeconds(1));
        exchange.telephony().hangUp(call);
        asterisk.restore();
        run(Duration.ofSeconds(5));

        assertThat(of(call)).last().isInstanceOf(CallEnded.class);
        assertThat(asterisk.channels()).isZero();
    }

    @Test
    void afterTheLinksReturnTheSnapshotIsThereWithinFiveSeconds() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        asterisk.cut();
        run(Duration.ofMinutes(10));
        told.clear();
        asterisk.restore();
        run(Duration.ofSeconds(5));
        assertThat(told)
                .first()
                .isInstanceOfSatisfying(
                        LinkUp.class, link -> assertThat(link.now().calls()).containsKey(call));
    }

    @Test
    void anAsteriskThatWasStartedAnewHasFailedItsCallsWhichAreClosedOnce() {
        connect();
        var rings = originate(1, NEVER_ANSWERS);
        var up = originate(2, ANSWERS);
        run(Duration.ofSeconds(2));
        asterisk.restart();
        run(Duration.ofSeconds(5));

        assertThat(lastLinkUp().restarted()).isTrue();
        for (var call : List.of(rings, up)) {
            assertThat(of(call))
                    .filteredOn(CallEnded.class::isInstance)
                    .singleElement()
                    .satisfies(
                            ended -> assertThat(((CallEnded) ended).outcome()).isEqualTo(Outcome.FAILED));
        }
    }

    /** Recorded from "core restart now": Asterisk hangs up all channels, says so, and closes the link much later. */
    @Test
    void aShutdownEndsTheLinkAtOnceAfterTheCallsHaveEnded() {
        connect();
        var rings = originate(1, "14");
        run(Duration.ofSeconds(30));

        assertThat(of(rings))
                .last()
                .isInstanceOfSatisfying(
                        CallEnded.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.FAILED));
        int down = told.indexOf(
                told.stream().filter(LinkDown.class::isInstance).findFirst().orElseThrow());
        assertThat(down).isGreaterThan(told.indexOf(of(rings).getLast()));
    }

    @Test
    void anIdUsedTwiceLeavesTheLivingCallAsItIs() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        originate(1, ANSWERS);
        run(Duration.ofSeconds(2));

        assertThat(asterisk.received()).containsOnlyOnce("Originate");
        assertThat(of(call)).last().isInstanceOf(CallAnswered.class);
    }

    @Test
    void callersAreKeptAsLongAsThisProgramLives() {
        connect();
        originate(1, ANSWERS);
        run(Duration.ofSeconds(1));
        run(Duration.ofSeconds(30));
        int kept = Collections.frequency(asterisk.received(), "Setvar");
        assertThat(kept).isBetween(6, 7);
        asterisk.cut();
        run(Duration.ofSeconds(30));
        assertThat(Collections.frequency(asterisk.received(), "Setvar")).isEqualTo(kept);
    }

    /** Asterisk says that it has no such channel, and the end never comes. */
    @Test
    void aCallWhoseEndWasNeverToldEndsWithItsHangUp() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(2));
        asterisk.forgetChannels();
        exchange.telephony().hangUp(call);
        run(Duration.ofSeconds(3));
        assertThat(of(call))
                .last()
                .isInstanceOfSatisfying(
                        CallEnded.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED));
    }

    @Test
    void aCallWhoseEndWasNeverToldIsFoundByTheSecondListThatLacksIt() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(6));
        asterisk.forgetChannels();
        exchange.telephony().requestSnapshot();
        run(Duration.ofSeconds(1));
        assertThat(lastLinkUp().now().calls()).as("its end may be on its way").containsKey(call);
        run(Duration.ofSeconds(5));
        assertThat(of(call))
                .last()
                .isInstanceOfSatisfying(
                        CallEnded.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void aCallThatOneListLacksAndALaterOneHasBeginsAnew() {
        connect();
        asterisk.disorder(0);
        exchange.telephony().requestSnapshot();
        var call = originate(1, ANSWERS);
        run(Duration.ofSeconds(20));
        asterisk.forgetChannels();
        exchange.telephony().requestSnapshot();
        run(Duration.ofSeconds(1));
        assertThat(lastLinkUp().now().calls()).containsKey(call);
    }

    @Test
    void afterTheCloseNothingIsToldAndCallsAreLeftAlone() {
        connect();
        var call = originate(1, ANSWERS);
        run(Duration.ofMillis(10));
        assertThat(of(call)).first().isInstanceOf(CallAccepted.class);
        told.clear();
        exchange.telephony().close();
        originate(2, ANSWERS);
        run(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
        assertThat(asterisk.channels()).isOne();
    }
}
