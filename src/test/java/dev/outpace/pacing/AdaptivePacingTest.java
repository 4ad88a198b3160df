package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.Line;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PastCall;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What adaptive pacing makes of what happens on the floor. */
class AdaptivePacingTest extends PacingRig {
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
            floor.unanswered(line);
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
        assertThat(policy.allowed(snapshot())).hasValue(queue.dialing());
    }

    @Test
    void callersWhoWaitTakeTheFreeAgents() {
        learn(500, 0.3);
        agents(0, 2, AgentPhase.FREE);
        for (int i = 0; i < 2; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.queued(line);
            floor.queued(line);
        }
        assertThat(policy.mayDial(snapshot())).isFalse();
    }

    @Test
    void linesThatRangLongCountLess() {
        learn(2_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        dialAll();
        double atOnce = forecast().expectedCallers();
        pass(12);

        assertThat(forecast().expectedCallers()).isLessThan(atOnce / 2);
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
            int before = queue.dialing();
            assertThat(before + dialAll()).as("round %d", round).isEqualTo(allowed);
            while (!ringing.isEmpty() && random.nextInt(3) > 0) {
                floor.unanswered(ringing.removeFirst());
            }
        }
    }

    @Test
    void theForecastTellsWhatTheDecisionIsMadeFrom() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        dialAll();
        var forecast = forecast();

        assertThat(forecast.ringing()).isEqualTo(queue.dialing());
        assertThat(forecast.expectedCallers()).isBetween(4.0, 10.0);
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
        memory.addHistory(campaign, 0, 1_000, 1_000, 80, 0);

        assertThat(forecast().abandonRate()).isGreaterThan(0.05);
        assertThat(policy.allowed(snapshot()).orElseThrow()).isLessThan(careless);
    }

    /** 5 % of 400 machines are 20 people of 20 + 300 who answered. */
    @Test
    void peopleAmongMachinesCountAsAnsweredAndAbandoned() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        long answered =
                memory.of(campaign).standing(PacingChoice.adaptive(0.03), 0).of();
        var counting = PacingChoice.adaptive(0.03).withMachineErrors(0.05);
        memory.setAdaptive(campaign, counting);

        machines(400);

        assertThat(memory.of(campaign).standing(counting, 0)).isEqualTo(new AbandonStanding(20, answered + 20, 0.03));
        assertThat(memory.of(campaign).standing(PacingChoice.adaptive(0.03), 0))
                .isEqualTo(new AbandonStanding(0, answered, 0.03));
        var withoutErrors = new AdaptivePacingTest();
        withoutErrors.learn(1_000, 0.3);
        withoutErrors.agents(0, 10, AgentPhase.FREE);
        withoutErrors.machines(400);
        policy = new AdaptivePacing(campaign, counting, memory);
        assertThat(forecast().allowedChance())
                .isLessThan(withoutErrors.forecast().allowedChance() / 5);
    }

    private Line standing(UUID stage) {
        var line = line();
        floor.dialed(line);
        floor.answered(line, true);
        floor.reserve(line, QUEUE);
        floor.standsAt(line, stage);
        return line;
    }

    private PacingForecast afterTheFlow(boolean askedBefore) {
        var stage = new UUID(4, 1);
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        var callers = new ArrayList<Line>();
        for (int i = 0; i < 16; i++) {
            callers.add(standing(stage));
        }
        if (askedBefore) {
            forecast();
        }
        for (int i = 0; i < 4; i++) {
            pass(4.1);
            floor.queued(callers.get(i));
            floor.served(callers.get(i));
        }
        for (int i = 0; i < 12; i++) {
            callers.add(standing(stage));
        }
        return forecast();
    }

    /** A window that looks at a campaign must not change what is dialed. */
    @Test
    void whoAsksAndWhenChangesNothing() {
        var asked = afterTheFlow(true);
        assertThat(asked.expectedCallers()).isPositive();
        assertThat(new AdaptivePacingTest().afterTheFlow(false)).isEqualTo(asked);
    }

    @Test
    void machinesOfEarlierHoursCountToo() {
        var counting = PacingChoice.adaptive(0.03).withMachineErrors(0.05);
        memory.addHistory(campaign, 3, 1_000, 900, 10, 200);
        assertThat(memory.of(campaign).standing(counting, 0)).isEqualTo(new AbandonStanding(20, 1_010, 0.03));
    }

    @Test
    void abandonedCallsMakeItMoreCareful() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        int before = policy.allowed(snapshot()).orElseThrow();
        for (int i = 0; i < 15; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.queued(line);
            floor.queued(line);
            floor.abandoned(line);
        }
        assertThat(policy.allowed(snapshot()).orElseThrow()).isLessThan(before);
    }

    @Test
    void anotherCampaignOfTheQueueKeepsItsOwnLowerTarget() {
        learn(1_000, 0.5);
        agents(0, 10, AgentPhase.FREE);
        var careful = floor.campaign(new UUID(1, 9), QUEUE, () -> {});
        memory.setAdaptive(careful, PacingChoice.adaptive(0.005));
        learn(careful, 200, 0);
        int alone = policy.allowed(snapshot()).orElseThrow();
        floor.dialed(floor.line(careful, QUEUE, false));

        int beside = 0;
        while (policy.mayDial(snapshot())) {
            dial();
            beside++;
        }
        assertThat(beside).isPositive().isLessThan(alone);
        var forecast = forecast();
        assertThat(forecast.risksTooMuch())
                .as("it is not the campaign's own risk")
                .isFalse();
        assertThat(forecast.caution()).isEqualTo(PacingForecast.Caution.OTHERS);
        assertThat(policy.allowed(snapshot()).orElseThrow()).isEqualTo(queue.dialing());
    }

    @Test
    void campaignsWithAsManyAnswersKeepALowerTarget() {
        learn(1_000, 0.3);
        agents(0, 10, AgentPhase.FREE);
        var careful = floor.campaign(new UUID(1, 9), QUEUE, () -> {});
        memory.setAdaptive(careful, PacingChoice.adaptive(0.003));
        learn(careful, 300, 0.3);
        int alone = policy.allowed(snapshot()).orElseThrow();
        floor.dialed(floor.line(careful, QUEUE, false));

        int beside = 0;
        while (policy.mayDial(snapshot())) {
            dial();
            beside++;
        }
        assertThat(beside).isPositive().isLessThan(alone);
        assertThat(forecast().caution()).isEqualTo(PacingForecast.Caution.OTHERS);
    }

    /** The lines of others are in the outlook with what is known of them, so they need no free agents of their own. */
    @Test
    void theCarefulStartOfACampaignCountsItsOwnLinesOnly() {
        learn(1_000, 0.1);
        agents(0, 10, AgentPhase.FREE);
        for (int i = 0; i < 12; i++) {
            dial();
        }
        var fresh = floor.campaign(new UUID(1, 9), QUEUE, () -> {});
        memory.setAdaptive(fresh, PacingChoice.adaptive(0.03));
        var beginning = new AdaptivePacing(fresh, PacingChoice.adaptive(0.03), memory);

        int lines = 0;
        while (beginning.mayDial(snapshot()) && lines < 100) {
            floor.dialed(floor.line(fresh, QUEUE, false));
            lines++;
        }
        assertThat(lines).isBetween(1, 10);
    }

    @Test
    void whatEarlierCallsToldOfTimesNeedNotBeLearnedAgain() {
        var menu = new UUID(3, 1);
        var calls = new ArrayList<PastCall>();
        for (int i = 0; i < 200; i++) {
            boolean reached = i % 4 == 0;
            calls.add(new PastCall(
                    CAMPAIGN,
                    true,
                    false,
                    12,
                    reached,
                    15,
                    List.of(new PastCall.Stage(menu, 6)),
                    0,
                    false,
                    reached ? 90 : 0,
                    reached ? 15 : PastCall.UNKNOWN));
        }
        memory.knewCalls(campaign, calls);

        var own = memory.of(campaign);
        assertThat(own.ringing.toSuccess.mean()).isCloseTo(12, within(0.2));
        assertThat(own.fromAnswer.chance.now()).isCloseTo(0.25, within(0.05));
        assertThat(own.fromAnswer.toSuccess.mean()).isCloseTo(15, within(1.5));
        assertThat(own.fromStage(menu).chance.now()).isCloseTo(0.25, within(0.05));
        assertThat(own.fromStage(menu).toFailure.mean()).isCloseTo(6, within(1.0));
        assertThat(own.flowEnds.callersPerPerson()).isCloseTo(0.25, within(0.05));
        assertThat(memory.of(queue).talk.mean()).isCloseTo(90, within(6.0));
        assertThat(memory.of(queue).wrapUp.mean()).isCloseTo(15, within(3.0));
        assertThat(memory.of(queue).timeToQueue.mean()).isCloseTo(27, within(2.0));
        assertThat(own.ringing.chance.isKnown())
                .as("that is told by the counts of hours")
                .isFalse();
    }

    @Test
    void aNewCampaignKnowsTheListOfAnother() {
        learn(1_000, 0.2);
        var fresh = floor.campaign(new UUID(1, 9), QUEUE, () -> {});
        memory.knowsListOf(fresh, campaign);

        assertThat(memory.of(fresh).ringing.chance.now()).isCloseTo(0.2, within(0.03));
        assertThat(memory.of(fresh).ringing.chance.isKnown()).isTrue();
    }

    @Test
    void whatEarlierCallsToldMakesACarefulStartNeedless() {
        agents(0, 10, AgentPhase.FREE);
        assertThat(policy.allowed(snapshot())).as("one line per free agent").hasValue(10);

        memory.knewAnswers(campaign, 400, 2_000);
        assertThat(forecast().answerRate()).isBetween(0.18, 0.22);
        assertThat(forecast().caution()).isEqualTo(PacingForecast.Caution.NONE);
        assertThat(policy.allowed(snapshot()).orElseThrow()).isGreaterThan(15);
    }
}
