package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The link that is lost and found, of an exchange with queues: snapshots have every agent, and callers who wait and talk. */
public abstract class FloorLinkContractTest extends TelephonyContract {
    @Test
    void theFirstSnapshotHasTheAgents() {
        assertThat(ledger.inputs())
                .filteredOn(input -> !(input instanceof OthersWait))
                .containsExactly(new LinkUp(AT, false, snapshot(AgentStatus.AWAY, AgentStatus.AWAY)));
    }

    @Test
    void aCallerWhoWaitedAndIsGoneAfterALostLinkEndsOnce() {
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

    private static Snapshot snapshot(AgentStatus anna, AgentStatus ben) {
        return new Snapshot(Map.of(), Map.of(ANNA, AgentNow.of(anna), BEN, AgentNow.of(ben)));
    }
}
