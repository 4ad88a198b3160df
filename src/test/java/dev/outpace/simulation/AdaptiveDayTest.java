package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole days under adaptive pacing: it stays within its target and gets more out of the agents than one line each. */
class AdaptiveDayTest {
    private static final int AGENTS = 20;
    private static final double HOURS = 8;
    private static final Lognormal TALK = new Lognormal(150, 120);
    private final LabPolicies policies = new LabPolicies();

    private static Numbers numbers(double answered, Drift drift) {
        return new Numbers(new Dial(answered, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0), drift);
    }

    private LabPolicy adaptive(double target) {
        return policies.parse("adaptive:" + target).orElseThrow();
    }

    private Scenario day(List<Step> rota, List<Numbers> campaigns, double target) {
        var calling = new ArrayList<Calling>();
        for (var numbers : campaigns) {
            calling.add(new Calling("campaign " + calling.size(), "queue", adaptive(target), null, numbers));
        }
        var handle = new Handle(new Constant(0), TALK, new Lognormal(20, 10));
        return new Scenario(
                "day",
                HOURS,
                1,
                List.of(new Desk("queue", rota, 0)),
                calling,
                handle,
                new Constant(2),
                Breaks.NONE,
                Scenario.NO_LIMITS);
    }

    private Scenario day(double answered, Drift drift, double target) {
        return day(List.of(new Step(0, AGENTS)), List.of(numbers(answered, drift)), target);
    }

    private static DayResult run(Scenario scenario) {
        return LabRun.of(scenario, null, scenario.seed()).run();
    }

    @ParameterizedTest
    @CsvSource({"0.06, 0.03", "0.3, 0.03", "0.3, 0.01", "0.6, 0.05"})
    void theTargetIsKeptAndUsed(double answered, double target) {
        var day = run(day(answered, Drift.NONE, target));

        assertThat(day.abandonRate()).isBetween(target * 0.75, target * 1.15);
        assertThat(day.utilisation()).isGreaterThan(0.85);
    }

    /** Six hours in: an estimate of before that were kept would abandon a multiple of the target, or leave agents idle. */
    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.4, 0.1, 3})
    void theAnswerRateMayJump(double times) {
        var day = run(day(0.3, new Drift.Step(times, 6 * 3_600), 0.03));

        assertThat(day.abandonRate()).isLessThan(0.0335);
        assertThat(day.utilisation()).isGreaterThan(times == 0.1 ? 0.75 : 0.88);
    }

    @Test
    void halfOfTheAgentsMayLeaveAtOnce() {
        var rota = List.of(new Step(0, AGENTS), new Step(240, AGENTS / 2), new Step(300, AGENTS));
        var day = run(day(rota, List.of(numbers(0.3, Drift.NONE)), 0.03));

        assertThat(day.abandonRate()).isLessThan(0.0335);
        assertThat(day.utilisation()).isGreaterThan(0.88);
    }

    @Test
    void aListThatIsDeadForAnHourAndThenNotCostsNoMoreThanItsBudget() {
        var dead = new Drift.Step(30, 2 * 3_600);
        var day = run(day(0.01, dead, 0.03));

        assertThat(day.answered()).isGreaterThan(1_000);
        assertThat(day.abandonRate()).isLessThan(0.04);
    }

    @Test
    void campaignsThatShareAQueueShareItsAgentsAndTheBudget() {
        var same = numbers(0.3, Drift.NONE);
        var day = run(day(List.of(new Step(0, AGENTS)), List.of(same, same, same), 0.03));

        assertThat(day.abandonRate()).isBetween(0.024, 0.0335);
        assertThat(day.utilisation()).isGreaterThan(0.89);
        double third = day.dials() / 3.0;
        assertThat(day.campaigns())
                .allSatisfy(one -> assertThat(one.dials()).isBetween((long) (0.9 * third), (long) (1.1 * third)));
    }

    @Test
    void withoutAgentsNobodyIsDialed() {
        var rota = List.of(new Step(0, 10), new Step(60, 0));
        var day = run(day(rota, List.of(numbers(0.3, Drift.NONE)), 0.03));

        assertThat(day.staffedSeconds()).isLessThan(10 * 3_600 + 10 * 600);
        assertThat(day.dials()).isLessThan(1_000);
    }

    /** So many dials ring at once that their outcomes come in waves. The first hour alone, which has the start in it. */
    @ParameterizedTest
    @CsvSource({"200, 0.2, 45, 15", "50, 0.1, 15, 5"})
    void largeAndShortCallRoomsStayWithinTheTarget(int agents, double answered, double talk, double wrapUp) {
        var day = Day.of(
                agents,
                1,
                adaptive(0.03),
                numbers(answered, Drift.NONE).dial(),
                new Handle(new Constant(0), new Lognormal(talk, 0.9 * talk), new Lognormal(wrapUp, wrapUp / 2)),
                2);
        assertThat(run(day).abandonRate()).isLessThan(0.031);
    }
}
