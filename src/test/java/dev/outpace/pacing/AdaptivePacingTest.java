package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool that is told what happens, second by second, and what the policy makes of it. */
class AdaptivePacingTest {
    private static final UUID CAMPAIGN = new UUID(1, 1);
    private static final UUID QUEUE = new UUID(1, 2);
    private static final long SECOND = 1_000_000_000L;

    private final AgentPool pool = new AgentPool(() -> 0);
    private final AdaptivePacing policy = new AdaptivePacing(CAMPAIGN, PacingChoice.adaptive(0.03), pool);
    private final List<Line> ringing = new ArrayList<>();
    private long now;

    AdaptivePacingTest() {
        pool.adaptive(CAMPAIGN, policy);
    }

    private void pass(double seconds) {
        now += (long) (seconds * SECOND);
        pool.at(now);
    }

    private void agents(int from, int to, AgentPhase phase) {
        for (int i = from; i < to; i++) {
            pool.agentMoved(new UUID(2, i), phase);
        }
    }

    private PacingSnapshot snapshot() {
        int free = pool.agents(AgentPhase.FREE);
        return new PacingSnapshot(Instant.EPOCH, CAMPAIGN, QUEUE, free, 0, pool.dialing(), pool.dialing(), 100);
    }

    private Line dial() {
        var line = new Line(CAMPAIGN);
        pool.dialed(line);
        ringing.add(line);
        return line;
    }

    private int dialAll() {
        int dialed = 0;
        while (policy.mayDial(snapshot())) {
            dial();
            dialed++;
        }
        return dialed;
    }

    /** So many dials of which a share was answered 8 s later, and the rest not within 25 s. */
    private void learn(int dials, double answered) {
        var random = new SplittableRandom(5);
        for (int i = 0; i < dials; i++) {
            var line = new Line(CAMPAIGN);
            pool.dialed(line);
            if (random.nextDouble() < answered) {
                pass(8);
                pool.answered(line, true);
                pool.served(line);
            } else {
                pass(25);
                pool.unanswered(line);
            }
        }
    }

    private PacingForecast forecast() {
        return Objects.requireNonNull(policy.explained(snapshot()).forecast());
    }

    @Test
    void beginsWithOneLineForEachFreeAgent() {
        agents(0, 7, AgentPhase.FREE);
        assertThat(dialAll()).isEqualTo(7);
    }

    @Test
    void failuresThatComeFirstDoNotEndTheCarefulStart() {
        agents(0, 10, AgentPhase.FREE);
        for (int i = 0; i < 40; i++) {
            var line = dial();
            pool.unanswered(line);
            ringing.remove(line);
        }
        pass(2);
        assertThat(dialAll()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.7})
    void dialsTheMoreTheFewerAnswer(double answered) {
        learn(2_000, answered);
        agents(0, 10, AgentPhase.FREE);
        int dialed = dialAll();

        assertThat(dialed * answered).as("expected answers of %d lines", dialed).isBetween(4.0, 10.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TALKING", "RINGING", "AWAY", "OFFLINE"})
    void neverDialsWhenNobodyCanTakeACall(AgentPhase phase) {
        learn(500, 0.3);
        agents(0, 50, phase);
        assertThat(policy.mayDial(snapshot())).isFalse();
        assertThat(policy.allowed(snapshot())).hasValue(pool.dialing());
    }

    @Test
    void callersWhoWaitTakeTheFreeAgents() {
        learn(500, 0.3);
        agents(0, 2, AgentPhase.FREE);
        for (int i = 0; i < 2; i++) {
            var line = new Line(CAMPAIGN);
            pool.dialed(line);
            pool.answered(line, true);
            pool.queued(line);
        }
        assertThat(policy.mayDial(snapshot())).isFalse();
    }

    @Test
    void linesThatRangLongCountLess() {
        learn(2_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        dialAll();
        double atOnce = forecast().expectedAnswers();
        pass(12);

        assertThat(forecast().expectedAnswers()).isLessThan(atOnce / 2);
        assertThat(dialAll()).isPositive();
    }

    @Test
    void agentsWhoWrapUpForLongAreExpectedSoon() {
        learn(2_000, 0.3);
        for (int i = 0; i < 200; i++) {
            agents(0, 1, AgentPhase.WRAPPING_UP);
            pass(20);
            agents(0, 1, AgentPhase.FREE);
            agents(0, 1, AgentPhase.TALKING);
            pass(100);
        }
        agents(0, 1, AgentPhase.OFFLINE);
        agents(10, 30, AgentPhase.WRAPPING_UP);
        double atOnce = forecast().expectedFree();
        pass(17);

        assertThat(forecast().expectedFree()).isGreaterThan(atOnce + 10);
        assertThat(dialAll()).isPositive();
    }

    @Test
    void allowedIsWhatMayReallyBeDialed() {
        var random = new SplittableRandom(11);
        learn(1_000, 0.3);
        for (int round = 0; round < 200; round++) {
            agents(0, random.nextInt(30), random.nextBoolean() ? AgentPhase.FREE : AgentPhase.WRAPPING_UP);
            agents(0, random.nextInt(30), AgentPhase.TALKING);
            pass(random.nextDouble() * 4);
            int allowed = policy.allowed(snapshot()).orElseThrow();
            int before = pool.dialing();
            assertThat(before + dialAll()).as("round %d", round).isEqualTo(allowed);
            while (!ringing.isEmpty() && random.nextInt(3) > 0) {
                pool.unanswered(ringing.removeFirst());
            }
        }
    }

    @Test
    void theForecastTellsWhatTheDecisionIsMadeFrom() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        dialAll();
        var forecast = forecast();

        assertThat(forecast.ringing()).isEqualTo(pool.dialing());
        assertThat(forecast.expectedAnswers()).isBetween(4.0, 10.0);
        assertThat(forecast.expectedFree()).isBetween(10.0, 11.0);
        assertThat(forecast.expectedAbandons()).isBetween(0.0, 1.0);
        assertThat(forecast.answerRate()).isBetween(0.25, 0.35);
        assertThat(forecast.abandonRate()).isZero();
        assertThat(forecast.budget()).isBetween(6.0, 12.0);
    }

    @Test
    void whatWasAbandonedBeforeCounts() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        int careless = policy.allowed(snapshot()).orElseThrow();
        pool.history(CAMPAIGN, 0, 1_000, 1_000, 80);

        assertThat(forecast().abandonRate()).isGreaterThan(0.05);
        assertThat(policy.allowed(snapshot()).orElseThrow()).isLessThan(careless);
    }

    @Test
    void abandonedCallsMakeItMoreCareful() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        int before = policy.allowed(snapshot()).orElseThrow();
        for (int i = 0; i < 15; i++) {
            var line = new Line(CAMPAIGN);
            pool.dialed(line);
            pool.answered(line, true);
            pool.queued(line);
            pool.abandoned(line);
        }
        assertThat(policy.allowed(snapshot()).orElseThrow()).isLessThan(before);
    }
}
