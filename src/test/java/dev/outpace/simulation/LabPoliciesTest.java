package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabPoliciesTest {
    private final LabPolicies policies = new LabPolicies();

    @Test
    void everyNamedPolicyIsThere() {
        assertThat(policies.names())
                .contains(
                        "service_level",
                        "adaptive",
                        "progressive",
                        "voipbin_code",
                        "boost",
                        "vicidial_hard",
                        "vicidial_average",
                        "vicidial_tapered",
                        "vicidial_hard_available",
                        "vicidial_ratio",
                        "vicidial_ratio_available",
                        "omnidialer",
                        "issabel",
                        "static_sqrt",
                        "static_sqrt_wrap",
                        "static_risk",
                        "free_floor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "magic",
                "service_level",
                "service_level:",
                "service_level:-1",
                "service_level:10001",
                "service_level:NaN",
                "service_level:5:5",
                "adaptive:3",
                "progressive:1",
                "voipbin_code",
                "boost:x",
                "omnidialer:0",
                "vicidial_ratio",
                "static_risk",
                "static_risk:1.1",
                "free_floor"
            })
    void whatIsNoPolicyOrHasNoSuchNumberIsRefused(String text) {
        assertThat(policies.parse(text)).isEmpty();
    }

    @Test
    void aServiceLevelIsTheCampaignsOwn() {
        var day = Day.of(10, 1, Day.policy("service_level:50"));

        double careful =
                LabRun.of(day, Day.policy("service_level:200"), 1).run().callsPerHour();
        double plain = LabRun.of(day, Day.policy("service_level:100"), 1).run().callsPerHour();
        double eager = LabRun.of(day, null, 1).run().callsPerHour();

        assertThat(careful).isLessThan(plain);
        assertThat(plain).isLessThan(eager);
        assertThat(LabRun.of(day, Day.policy("progressive"), 1).run().callsPerHour())
                .isEqualTo(plain);
    }

    /**
     * What the laws came to in an independent simulation of them with the same world (20 agents, answer rate 0.30), in
     * percent; days here are few, so a deviation of a few standard errors is allowed.
     */
    @ParameterizedTest
    @CsvSource({
        "voipbin_code:100, 71.5, 0, 1, 0.1",
        "voipbin_code:300, 89.0, 3.9, 1, 0.8",
        "vicidial_hard, 73.9, 3.1, 1, 0.4",
        "vicidial_average, 74.0, 3.1, 1, 0.4",
        "vicidial_tapered, 84.1, 37, 1, 2",
        "vicidial_hard_available, 83.4, 3.0, 1, 0.3",
        "vicidial_tapered_available, 84.4, 3.0, 1.2, 0.3",
        "vicidial_ratio_available:2.53, 88.4, 3.0, 1, 0.5",
        "vicidial_ratio:1.16, 83.7, 3.0, 1, 0.7",
        "omnidialer, 79.0, 8.7, 1, 1",
        "issabel, 71.4, 0, 1, 0.2",
        "issabel_overcommit, 86.5, 7.3, 1, 1.2",
        "boost:2.58, 89.1, 3.0, 1, 0.8",
    })
    void aPublishedLawDoesWhatAnIndependentSimulationOfItDid(
            String policy, double utilisation, double abandoned, double offBy, double abandonedOffBy) {
        var days = Day.days(Day.of(20, 8, Day.policy(policy)), 2);

        assertThat(100 * days.figure(DayResult::utilisation).mean())
                .isBetween(utilisation - offBy, utilisation + offBy);
        assertThat(100 * days.figure(DayResult::abandonRate).mean())
                .isBetween(abandoned - abandonedOffBy, abandoned + abandonedOffBy);
    }

    @Test
    void anOmniDialerMayBeAllowedMoreOriginations() {
        var day = Day.of(50, 2, Day.policy("progressive"));
        var rates = List.of("omnidialer", "omnidialer:1").stream()
                .map(name -> LabRun.of(day, Day.policy(name), 1).run())
                .toList();

        assertThat(rates.getFirst()).isEqualTo(rates.getLast());
        assertThat(LabRun.of(day, Day.policy("omnidialer:3"), 1).run().dials())
                .isGreaterThan(rates.getFirst().dials() + 500);
        assertThat(rates.getFirst().dials()).isLessThanOrEqualTo(7_200);
    }
}
