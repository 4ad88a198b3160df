package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.PolicyComparison.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {
    private static Days days(String policy, double utilisation, long abandonedOfThousand) {
        var campaign =
                new OfCampaign("c", 3_000, 1_000, abandonedOfThousand, 1_000 - abandonedOfThousand, 0, 0, 1_000, null);
        return new Days(policy, List.of(new DayResult(8, 1_000 * utilisation, 0, 1_000, 0, List.of(campaign))));
    }

    private static PolicyComparison comparison(Days... policies) {
        return new PolicyComparison(Day.of(20, 8, Day.policy("adaptive")), List.of(policies));
    }

    @Test
    void itIsFromTheBestConstantToTheBestStaticRiskWithinTheLimit() {
        var compared = comparison(
                days("adaptive", 0.90, 29),
                days("progressive", 0.74, 0),
                days("service_level:44", 0.86, 30),
                days("free_floor:9", 0.95, 80),
                days("vicidial_hard", 0.97, 0),
                days("static_risk:0.02", 0.91, 30),
                days("static_risk:0.01", 0.90, 15),
                days("static_risk:0.03", 0.93, 40));

        assertThat(compared.gap()).hasValueSatisfying(gap -> {
            assertThat(gap.constant()).isEqualTo("service_level:44");
            assertThat(gap.truth()).isEqualTo("static_risk:0.02");
            assertThat(gap.taken()).isCloseTo(0.8, within(1e-9));
        });
    }

    @Test
    void withoutOneOfTheThreeOrRoomBetweenThemThereIsNone() {
        var adaptive = days("adaptive:0.03", 0.9, 29);
        var constant = days("free_floor:2", 0.86, 30);
        var truth = days("static_risk:0.02", 0.91, 30);

        assertThat(comparison(adaptive, constant, truth).gap()).isPresent();
        assertThat(comparison(adaptive, constant).gap()).isEmpty();
        assertThat(comparison(adaptive, truth).gap()).isEmpty();
        assertThat(comparison(constant, truth).gap()).isEmpty();
        assertThat(comparison(adaptive, constant, days("static_risk:0.02", 0.86, 30))
                        .gap())
                .isEmpty();
    }
}
