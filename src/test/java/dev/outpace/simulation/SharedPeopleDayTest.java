package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Inbound;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Campaigns of two queues with the same people. While lines that are seldom answered ring for the one, the other dials again and again:
 * without regard to the neighbour, the one abandons 6 to 13 % of its callers.
 */
class SharedPeopleDayTest {
    private static final int DAYS = 6;

    private static Numbers numbers(double answered) {
        return new Numbers(new Dial(answered, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0), Drift.NONE);
    }

    private static Desk desk(String id, int agents, String other) {
        return new Desk(
                id, List.of(new Step(0, agents)), new Inbound(0, Drift.NONE, Inbound.PATIENCE), false, List.of(other));
    }

    private static Calling calling(String id, String queue, double answered) {
        return new Calling(id, queue, Day.policy("adaptive"), null, numbers(answered));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void eachCampaignKeepsItsLimitAndHasItsPart(int agents) {
        var scenario = new Scenario(
                "shared",
                8,
                1,
                List.of(desk("sales", agents, "support"), desk("support", agents, "sales")),
                List.of(calling("few", "sales", 0.05), calling("many", "support", 0.6)),
                Day.HANDLE,
                new Constant(2),
                Breaks.NONE,
                Scenario.NO_LIMITS);
        long[] answered = new long[2];
        long[] abandoned = new long[2];
        long[] dials = new long[2];
        double utilisation = 0;
        for (var day : Day.days(scenario, DAYS).days()) {
            for (int i = 0; i < 2; i++) {
                var one = day.campaigns().get(i);
                answered[i] += one.answered();
                abandoned[i] += one.abandoned();
                dials[i] += one.dials();
            }
            utilisation += day.utilisation() / DAYS;
        }
        for (int i = 0; i < 2; i++) {
            assertThat((double) abandoned[i] / answered[i]).isLessThan(0.031);
        }
        assertThat((double) dials[0] / dials[1]).isBetween(0.5, 2.0);
        // The best constant speed that keeps both limits: 77 % with 5 people, 88 % with 20.
        assertThat(utilisation).isGreaterThan(agents == 3 ? 0.82 : 0.89);
    }
}
