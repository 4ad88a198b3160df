package dev.outpace.simulation.goal;

import static dev.outpace.simulation.goal.Figures.day;
import static dev.outpace.simulation.goal.Figures.days;
import static dev.outpace.simulation.goal.Figures.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.goal.Goal.Miss;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoalTest {
    private static final Optional<Days> NO_RIVAL = Optional.empty();

    private static Optional<Days> rival(double... utilisation) {
        return Optional.of(new Days(
                "rival", Arrays.stream(utilisation).mapToObj(day -> day(day, 0)).toList()));
    }

    private static Goal goal(Scenario scenario, Days adaptive, Optional<Days> constant, Optional<Days> floored) {
        return new Goal(scenario, adaptive, constant, floored, NO_RIVAL);
    }

    @Test
    void itIsMeasuredAgainstTheBetterOfBothConstants() {
        var adaptive = days("adaptive", day(0.90, 30), day(0.92, 30));

        var goal = goal(scenario("adaptive"), adaptive, rival(0.80, 0.82), rival(0.89, 0.91));

        assertThat(goal.rival()).isEqualTo(goal.floored());
        assertThat(goal.lead()).hasValueSatisfying(lead -> {
            assertThat(lead.mean()).isCloseTo(0.01, within(1e-9));
            assertThat(lead.standardError()).isCloseTo(0, within(1e-9));
        });
        assertThat(goal.missed()).isEmpty();
    }

    @Test
    void agentsMayBeLessBusyByTwoStandardErrorsOfTheDifference() {
        // behind by 1 and 3.01 points: 2.005 ± 1.005
        var adaptive = days("adaptive", day(0.80, 30), day(0.80, 30));
        var within = goal(scenario("adaptive"), adaptive, rival(0.81, 0.8301), NO_RIVAL);
        // behind by 2 and 3 points: 2.5 ± 0.5
        var behind = goal(scenario("adaptive"), adaptive, NO_RIVAL, rival(0.82, 0.83));

        assertThat(within.missed()).isEmpty();
        assertThat(behind.missed()).containsExactly(Miss.UTILISATION);
    }

    @Test
    void withoutARivalThatKeepsTheLimitOnlyTheLimitCounts() {
        var goal = goal(scenario("adaptive"), days("adaptive", day(0.1, 30)), NO_RIVAL, NO_RIVAL);

        assertThat(goal.lead()).isEmpty();
        assertThat(goal.missed()).isEmpty();
    }

    @Test
    void theMeanOfTheDaysMustKeepTheTarget() {
        var kept = days("adaptive", day(0.9, 20), day(0.9, 40));
        var over = days("adaptive", day(0.9, 20), day(0.9, 41));

        assertThat(goal(scenario("adaptive"), kept, NO_RIVAL, NO_RIVAL).missed())
                .isEmpty();
        assertThat(goal(scenario("adaptive"), over, NO_RIVAL, NO_RIVAL).missed())
                .containsExactly(Miss.ABANDONED);
        assertThat(goal(scenario("adaptive:0.005"), kept, NO_RIVAL, NO_RIVAL).missed())
                .containsExactly(Miss.ABANDONED, Miss.CAMPAIGN);
    }

    @Test
    void aCampaignIsOverItsOwnTargetBehindAGoodMean() {
        var days = days("adaptive", day(0.9, 2, 55));
        var close = days("adaptive", day(0.9, 10, 31));

        var goal = goal(scenario("adaptive", "adaptive"), days, NO_RIVAL, NO_RIVAL);

        assertThat(goal.worstCampaign()).isEqualTo(1);
        assertThat(goal.missed()).containsExactly(Miss.CAMPAIGN);
        assertThat(goal(scenario("adaptive", "adaptive"), close, NO_RIVAL, NO_RIVAL)
                        .missed())
                .isEmpty();
    }

    /** Of 1,000 calls at 3.1 %, 32 are lost about as often as not. */
    @Test
    void aCampaignWithFewCallsMayBeOverItsTargetByChance() {
        var goal = goal(scenario("adaptive", "adaptive"), days("adaptive", day(0.9, 10, 32)), NO_RIVAL, NO_RIVAL);

        assertThat(goal.missed()).containsExactly(Miss.CAMPAIGN_BY_CHANCE);
        assertThat(goal.worstCampaignWithin().low()).isLessThan(0.031);
        assertThat(goal.worstCampaignWithin().high()).isGreaterThan(0.032);
    }

    @Test
    void aRivalMustKeepTheTargetOfEachCampaign() {
        var two = scenario("adaptive", "adaptive");

        assertThat(Goal.mayBeRival(two, days("rival", day(0.9, 2, 55)))).isFalse();
        assertThat(Goal.mayBeRival(two, days("rival", day(0.9, 28, 32)))).isTrue();
        assertThat(Goal.mayBeRival(two, days("rival", day(0.9, 29, 32)))).isFalse();
        assertThat(Goal.mayBeRival(scenario("adaptive:0.01", "adaptive"), days("rival", day(0.9, 30, 5))))
                .isFalse();
    }

    @Test
    void eachCampaignHasItsOwnTarget() {
        var days = days("adaptive", day(0.9, 10, 30));

        assertThat(goal(scenario("adaptive:0.01", "adaptive:0.03"), days, NO_RIVAL, NO_RIVAL)
                        .missed())
                .isEmpty();
        var swapped = goal(scenario("adaptive:0.03", "adaptive:0.01"), days, NO_RIVAL, NO_RIVAL);
        assertThat(swapped.worstCampaign()).isEqualTo(1);
        assertThat(swapped.missed()).containsExactly(Miss.CAMPAIGN);
    }

    @Test
    void theGapIsFromTheBetterConstantToTheTruth() {
        var adaptive = days("adaptive", day(0.9, 30), day(0.92, 30));

        var goal = new Goal(scenario("adaptive"), adaptive, rival(0.8, 0.8), rival(0.87, 0.89), rival(0.92, 0.94));

        assertThat(goal.gap()).hasValueSatisfying(share -> assertThat(share).isCloseTo(0.6, within(1e-9)));
        assertThat(new Goal(scenario("adaptive"), adaptive, rival(0.8, 0.8), NO_RIVAL, rival(0.8, 0.8)).gap())
                .isEmpty();
    }
}
