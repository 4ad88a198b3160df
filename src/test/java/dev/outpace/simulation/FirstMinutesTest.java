package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten minutes of mornings, from nothing and from what a workspace has stored of the day before. */
class FirstMinutesTest {
    private static final int MORNINGS = 12;

    private static Days mornings(Scenario scenario, boolean knownYesterday) {
        return PolicyComparison.ofFirstMinutes(
                        scenario, List.of(), MORNINGS, 10, knownYesterday, Runnable::run, () -> false)
                .policies()
                .getFirst();
    }

    private static double abandonRate(Days days) {
        long abandoned = days.days().stream().mapToLong(DayResult::abandoned).sum();
        return (double) abandoned
                / days.days().stream().mapToLong(DayResult::answered).sum();
    }

    private static void yesterdayHelps(Scenario scenario) {
        var nothing = mornings(scenario, false);
        var known = mornings(scenario, true);

        assertThat(known.days()).extracting(DayResult::hours).containsOnly(1.0 / 6);
        var ahead = known.difference(nothing, DayResult::utilisation);
        assertThat(ahead.mean() - 2 * ahead.standardError()).isGreaterThan(0.01);
        assertThat(abandonRate(known))
                .as("%.4f from nothing", abandonRate(nothing))
                .isLessThan(0.04);
    }

    @Test
    void aMorningThatKnowsItsYesterdayKeepsAgentsBusierFromTheFirstMinute() {
        yesterdayHelps(Day.of(20, 2, Day.policy("adaptive")));
    }

    @Test
    void aFlowNeedNotBeLearnedAgain() {
        yesterdayHelps(Day.of(20, 2, Day.policy("adaptive"))
                .withNumbers(new Numbers(
                        Day.DIAL,
                        Drift.NONE,
                        new Machines(0.2, 8),
                        List.of(
                                new FlowStage.Detection(3, 0, 0, 0),
                                new FlowStage.Talk(12, 0.02),
                                new FlowStage.Key(3, 0.5, 5, 0)))));
    }

    @Test
    void theDayItselfMeetsTheSamePeopleAsWithoutADayBefore() {
        var published = Day.of(5, 2, Day.policy("progressive"));

        assertThat(mornings(published, true).days())
                .extracting(day -> day.campaigns().getFirst())
                .extracting(OfCampaign::dials)
                .containsExactlyElementsOf(mornings(published, false).days().stream()
                        .map(day -> day.campaigns().getFirst().dials())
                        .toList());
    }
}
