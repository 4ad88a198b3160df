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
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.AgentStatus;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The link that is lost and found: snapshots have all that lives. */
public abstract class LinkContractTest extends TelephonyContract {
    @Test
    void theFirstInputIsASnapshot() {
        assertThat(ledger.inputs())
                .containsExactly(new LinkUp(AT, false, snapshot(AgentStatus.AWAY, AgentStatus.AWAY)));
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
        change(ANNA, AgentStatus.AVAILABLE);
        var gone = originate(Party.BUSY);
        var queued = queued(Party.ANSWERS, Duration.ZERO);
        order(exchange::dropLink);
        while (next()) {
            // Until everything has ended unheard.
        }
        order(exchange::restoreLink);
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
        order(exchange::dropLink);
        settle();
        assertThat(next()).isTrue();
        order(exchange::restoreLink);
        settle();

        assertThat(ledger.inputs())
                .filteredOn(LinkUp.class::isInstance)
                .last()
                .satisfies(link -> assertThat(((LinkUp) link).now().calls())
                        .containsOnlyKeys(call)
                        .extractingByKey(call)
                        .satisfies(now -> assertThat(now.stage()).isEqualTo(CallStage.IDLE)));
    }

    @Test
    void aSnapshotThatIsAskedForHasEveryCallAndEveryAgent() {
        var talks = talking();
        var rings = originate(Party.NEVER_ANSWERS);
        order(telephony()::requestSnapshot);
        settle();

        assertThat(ledger.inputs()).last().isInstanceOfSatisfying(LinkUp.class, link -> {
            assertThat(link.now().calls()).containsOnlyKeys(talks, rings);
            assertThat(link.now().calls())
                    .extractingByKey(talks)
                    .satisfies(now -> assertThat(now.agentId()).isEqualTo(ANNA));
            assertThat(link.now().agents()).containsOnlyKeys(ANNA, BEN);
        });
    }

    @Test
    void anExchangeThatIsStartedAnewSaysSoAndHasNoneOfItsCalls() {
        var call = originate(Party.NEVER_ANSWERS);
        order(exchange::restart);
        settle();

        assertThat(ledger.inputs())
                .filteredOn(LinkUp.class::isInstance)
                .last()
                .isEqualTo(new LinkUp(AT, true, snapshot(AgentStatus.AWAY, AgentStatus.AWAY)));
        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
    }

    private static Snapshot snapshot(AgentStatus anna, AgentStatus ben) {
        return new Snapshot(Map.of(), Map.of(ANNA, AgentNow.of(anna), BEN, AgentNow.of(ben)));
    }
}
