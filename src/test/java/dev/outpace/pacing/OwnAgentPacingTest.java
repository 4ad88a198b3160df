package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.floor.AgentPhase;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.PacingChoice;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A line that has a free agent of its own is dialed whatever the sums of the forecast say: it finds somebody. With the lowest target and
 * few agents nothing else can be dialed.
 */
class OwnAgentPacingTest extends PacingRig {
    private static final double TARGET = 0.005;

    private void paced(PacingChoice choice) {
        memory.setAdaptive(campaign, choice);
        policy = new AdaptivePacing(campaign, choice, memory);
    }

    /** Nine agents talk, so that the next moments are uncertain, and the tenth is free. */
    private void oneIsFree() {
        paced(PacingChoice.adaptive(TARGET));
        learn(1_000, 0.3);
        agents(0, 1, AgentPhase.FREE);
        agents(1, 10, AgentPhase.TALKING);
    }

    @Test
    void aFreeAgentWhomNobodyNeedsIsDialedFor() {
        oneIsFree();
        assertThat(memory.of(queue).outlook.chanceOfAbandon(1, campaign, 0))
                .as("as the sums see it")
                .isGreaterThan(forecast().allowedChance());
        assertThat(forecast().chance()).as("as it is").isZero();
        assertThat(policy.allowed(snapshot())).hasValue(1);
        assertThat(dialAll()).as("the second would share the agent").isOne();
    }

    @Test
    void aCallerInTheFlowNeedsTheAgentWhateverTheShareWhoComeThrough() {
        oneIsFree();
        var line = dial();
        floor.answered(line, true);
        floor.reserve(line, QUEUE);
        floor.standsAt(line, new UUID(4, 4));
        assertThat(policy.mayDial(snapshot())).isFalse();
    }

    @Test
    void callersWhomNoCampaignCalledMayTakeTheAgentFirst() {
        oneIsFree();
        for (int i = 0; i < 100; i++) {
            floor.changed(agent(0), AgentStatus.BUSY, false, AwayReason.BREAK, Remark.NONE, Instant.EPOCH);
            pass(10);
            agents(0, 1, AgentPhase.FREE);
            pass(10);
        }
        assertThat(memory.of(queue).others.perSecond()).isPositive();
        assertThat(policy.mayDial(snapshot())).isFalse();
    }

    @Test
    void whereDetectionTakesPeopleForMachinesTheBudgetHolds() {
        oneIsFree();
        paced(PacingChoice.adaptive(TARGET).withMachineErrors(0.05));
        assertThat(policy.mayDial(snapshot())).isTrue();
        machines(400);
        assertThat(policy.mayDial(snapshot())).isFalse();
    }
}
