package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.telephony.TestedExchange.Party;
import org.junit.jupiter.api.Test;

/** The link that is lost and found: snapshots have every call that lives. */
public abstract class LinkContractTest extends TelephonyContract {
    @Test
    void theFirstInputIsASnapshot() {
        assertThat(ledger.inputs()).singleElement().isInstanceOfSatisfying(LinkUp.class, link -> {
            assertThat(link.restarted()).isFalse();
            assertThat(link.now().calls()).isEmpty();
        });
    }

    @Test
    void whileTheLinkIsDownNothingIsHeardAndNoCallIsPlaced() {
        var ringing = originate(Party.ANSWERS);
        order(exchange::dropLink);
        settle();
        var refused = originate(Party.ANSWERS);
        settle();

        assertThat(ledger.inputs()).hasAtLeastOneElementOfType(LinkDown.class);
        assertThat(ledger.of(refused)).singleElement().isInstanceOf(CallRefused.class);
        assertThat(ledger.of(ringing)).doesNotHaveAnyElementsOfTypes(CallAnswered.class);
    }

    @Test
    void theSnapshotAfterALostLinkHasTheCallsThatLiveAndTheOthersEndOnce() {
        var mayLive = answered(Party.ANSWERS);
        var gone = originate(Party.NEVER_ANSWERS);
        await(new CallRinging(AT, gone));
        order(exchange::dropLink);
        while (next()) {
            // Until one at least has ended unheard.
        }
        order(exchange::restoreLink);
        settle();

        assertThat(ledger.openCalls())
                .containsExactlyInAnyOrderElementsOf(lastLinkUp().now().calls().keySet())
                .isSubsetOf(mayLive);
        assertThat(ledger.of(gone)).last().isEqualTo(new CallEnded(AT, gone, Outcome.UNKNOWN, EndedBy.UNKNOWN));
    }

    @Test
    void theSnapshotSaysWhereACallIsThatMovedOnUnheard() {
        var call = originate(Party.ANSWERS);
        await(new CallRinging(AT, call));
        order(exchange::dropLink);
        settle();
        assertThat(next()).isTrue();
        order(exchange::restoreLink);
        settle();

        assertThat(lastLinkUp().now().calls())
                .containsOnlyKeys(call)
                .extractingByKey(call)
                .satisfies(now -> assertThat(now.stage()).isEqualTo(CallStage.IDLE));
    }

    @Test
    void aSnapshotThatIsAskedForHasEveryCall() {
        var up = answered(Party.ANSWERS);
        var rings = originate(Party.NEVER_ANSWERS);
        await(new CallRinging(AT, rings));
        order(telephony()::requestSnapshot);
        settle();

        assertThat(lastLinkUp().now().calls()).containsOnlyKeys(up, rings);
    }

    @Test
    void anExchangeThatIsStartedAnewSaysSoAndHasNoneOfItsCalls() {
        var call = originate(Party.NEVER_ANSWERS);
        order(exchange::restart);
        settle();

        assertThat(lastLinkUp().restarted()).isTrue();
        assertThat(lastLinkUp().now().calls()).isEmpty();
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
    }

    @Test
    void onceItIsClosedNothingIsTold() {
        var call = originate(Party.ANSWERS);
        await(new CallRinging(AT, call));
        order(telephony()::close);
        var told = ledger.inputs();
        originate(Party.ANSWERS);
        order(telephony()::requestSnapshot);
        while (next()) {
            // Until whatever could be told has happened.
        }

        assertThat(ledger.inputs()).isEqualTo(told);
    }

    private LinkUp lastLinkUp() {
        return (LinkUp) ledger.inputs().stream()
                .filter(LinkUp.class::isInstance)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
