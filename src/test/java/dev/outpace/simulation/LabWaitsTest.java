package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.floor.QueueFloor;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Compliance;
import dev.outpace.pacing.ServiceLevelPacing;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days of campaigns that count a wait of more than two seconds as abandoned, with agents who need time to pick up. */
class LabWaitsTest {
    private static final Constant PATIENT = new Constant(30);

    private static Scenario day(LabPolicy policy, AbandonFrom from, Distribution pickUp, FlowStage... flow) {
        var day = Day.of(20, 4, policy);
        var campaign = day.campaigns()
                .getFirst()
                .withNumbers(new Numbers(Day.DIAL, Drift.NONE, Machines.NONE, List.of(flow)))
                .withRules(Compliance.DEFAULT.withWaits(true, from));
        return new Scenario(
                "waits",
                day.hours(),
                5,
                day.queues(),
                List.of(campaign),
                new Handle(pickUp, Day.HANDLE.talk(), Day.HANDLE.wrapUp()),
                PATIENT,
                Breaks.NONE,
                Scenario.NO_LIMITS);
    }

    private static DayResult run(String policy, AbandonFrom from, Distribution pickUp) {
        var day = day(Day.policy(policy), from, pickUp);
        return LabRun.of(day, null, day.seed()).run();
    }

    /** The laboratory counts by itself, without the engine's verdict. Talks that go on at the end are not in its count yet. */
    @ParameterizedTest
    @EnumSource
    void theEngineCountsTheSameCallers(AbandonFrom from) {
        var queues = new ArrayList<QueueFloor>();
        var policy = Day.policy("seen", (_, queue, _) -> {
            queues.add(queue);
            return new ServiceLevelPacing();
        });
        var scenario = day(
                policy,
                from,
                new Lognormal(1.5, 0.8),
                new FlowStage.Talk(0.3, 0),
                new FlowStage.Detection(1, 0, 0, 0),
                new FlowStage.Talk(0.4, 0));
        var day = LabRun.of(scenario, null, 9).run();

        assertThat(queues.getFirst().abandoned() - day.abandoned()).isBetween(0L, 20L);
        double limit = switch (from) {
            case QUEUE -> 2;
            case ANSWER -> 2 - 1.7;
            case GREETING -> 2 - 0.4;
        };
        double late = 1 - below(limit, 1.5, 0.8);
        assertThat(day.abandonRate()).isCloseTo(late, within(0.05));
    }

    /** Share of a lognormal law below a value. */
    private static double below(double value, double mean, double sd) {
        double variance = Math.log(1 + sd * sd / (mean * mean));
        double z = (Math.log(value) - Math.log(mean) + variance / 2) / Math.sqrt(variance);
        double sum = 0;
        int steps = 4_000;
        for (int i = 0; i < steps; i++) {
            double x = -8 + (z + 8) * (i + 0.5) / steps;
            sum += Math.exp(-x * x / 2);
        }
        return sum * (z + 8) / steps / Math.sqrt(2 * Math.PI);
    }

    @Test
    void withAgentsWhoPickUpIn1800MillisecondsAThirdOfThePeopleWaitTooLongWhateverIsDialed() {
        var progressive = run("progressive", AbandonFrom.ANSWER, new Exponential(1.8));
        assertThat(progressive.abandonRate()).isCloseTo(Math.exp(-2 / 1.8), within(0.03));

        var adaptive = run("adaptive", AbandonFrom.ANSWER, new Exponential(1.8));
        assertThat(adaptive.dials()).as("one by one").isEqualTo(progressive.dials());
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.3", "1.8, 0"})
    void adaptivePacingKeepsTheTargetByTheWaitsWherePickUpAllowsIt(double mean, double sd) {
        var pickUp = sd == 0 ? new Constant(mean) : new Lognormal(mean, sd);
        var adaptive = run("adaptive", AbandonFrom.ANSWER, pickUp);
        assertThat(adaptive.abandonRate()).isBetween(0.02, 0.0335);
        assertThat(adaptive.utilisation())
                .isGreaterThan(run("progressive", AbandonFrom.ANSWER, pickUp).utilisation() + 0.1);
    }

    @Test
    void whereNoWaitCountsPatientCallersAreNotAbandonedByThePickUp() {
        var day = day(Day.policy("progressive"), AbandonFrom.ANSWER, new Exponential(1.8));
        var campaign = day.campaigns().getFirst().withRules(Compliance.DEFAULT);
        var plain = new Scenario(
                day.name(),
                day.hours(),
                day.seed(),
                day.queues(),
                List.of(campaign),
                day.handle(),
                day.patience(),
                day.breaks(),
                day.lines());
        assertThat(LabRun.of(plain, null, 5).run().abandoned()).isZero();
    }
}
