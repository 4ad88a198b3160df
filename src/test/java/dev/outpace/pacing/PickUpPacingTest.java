package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.floor.AgentPhase;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adaptive pacing of a campaign that counts long waits, whose agents take their time to pick up. */
class PickUpPacingTest extends PacingRig {
    /** Callers whose agent is free at once and picks up after some seconds; where waits count, those over 2 s are late. */
    private void pickUps(int callers, double seconds) {
        for (int i = 0; i < callers; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.queued(line);
            floor.agentRings(line);
            pass(seconds);
            floor.served(line);
            floor.taken(line, 0, seconds > 2);
        }
    }

    @Test
    void callersTakenLateCountOnceAndLeaveLessOfTheTargetForThoseWhoFindNoAgent() {
        memory.setLongestWait(campaign, 2);
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        pickUps(200, 1);
        double before = forecast().allowedChance();
        var choice = PacingChoice.adaptive(0.03);
        long answered = memory.of(campaign).standing(choice, 0).of();
        pickUps(4, 2.5);
        assertThat(memory.of(campaign).standing(choice, 0)).isEqualTo(new AbandonStanding(4, answered + 4, 0.03));
        assertThat(queue.abandoned()).isEqualTo(4);
        assertThat(memory.of(campaign).spare(choice)).isCloseTo(0.03 - 4.0 / 224, within(0.001));
        assertThat(forecast().allowedChance()).isBetween(0.3 * before, 0.6 * before);
    }

    @Test
    void agentsWhoAreLateThemselvesAreDialedForOneByOneAndItSaysSo() {
        memory.setLongestWait(campaign, 2);
        learn(1_000, 0.3);
        pickUps(200, 2.5);
        agents(0, 10, AgentPhase.FREE);
        assertThat(policy.allowed(snapshot())).hasValue(10);
        assertThat(forecast().caution()).isEqualTo(PacingForecast.Caution.PICK_UP);
        assertThat(dialAll()).isEqualTo(10);
        assertThat(told).as("no brake: it is no fault of the forecast").isEmpty();
        pickUps(3_000, 1);
        assertThat(forecast().caution()).isNotEqualTo(PacingForecast.Caution.PICK_UP);
    }

    @Test
    void whoLeavesWhileTheAgentRingsWhoWasFreeIsLostToThePickUp() {
        memory.setLongestWait(campaign, 2);
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        for (int i = 0; i < 100; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.queued(line);
            floor.agentRings(line);
            pass(1.9);
            floor.abandoned(line);
        }
        assertThat(told).isEmpty();
        assertThat(forecast().caution()).isEqualTo(PacingForecast.Caution.PICK_UP);
    }

    /** With patient callers: who waits 20 s for an agent is lost only where waits count. */
    @ParameterizedTest
    @CsvSource({"1000, 0.2", "2, 0.2", "2, 1.5"})
    void theTimeForAnAgentIsWhatPickUpLeavesOfTheLimit(double limit, double pickUp) {
        memory.setLongestWait(campaign, limit);
        learn(1_000, 0.3);
        for (int i = 0; i < 300; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.queued(line);
            pass(20);
            floor.agentRings(line);
            floor.served(line);
        }
        pickUps(300, pickUp);
        double expected = limit > 20 ? 20 : limit - pickUp;
        assertThat(memory.of(queue).patience(4)[1]).isCloseTo(expected, within(limit > 20 ? 10 : 0.5));
    }

    @Test
    void anotherLimitForgetsWhoWasLateByTheOldOne() {
        memory.setLongestWait(campaign, 2);
        pickUps(100, 2.5);
        memory.setLongestWait(campaign, 3);
        assertThat(memory.of(campaign).lostToPickUp(PacingChoice.adaptive(0.03)))
                .isZero();
        memory.setLongestWait(campaign, Double.POSITIVE_INFINITY);
        pickUps(100, 2.5);
        assertThat(memory.of(campaign).spare(PacingChoice.adaptive(0.03))).isEqualTo(0.03);
    }
}
