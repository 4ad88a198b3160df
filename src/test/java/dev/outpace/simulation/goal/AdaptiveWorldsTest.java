package dev.outpace.simulation.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JsonFiles;
import dev.outpace.model.Json;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabRun;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two days with 20 agents in worlds with machines, flows, callers of their own accord and patient ones: adaptive pacing stays
 * within its target and keeps the agents busy. The lower bounds of utilisation are far above what it reached while it counted
 * each answer as a caller.
 */
class AdaptiveWorldsTest {
    private static Scenario scenario(String name) throws Exception {
        var file = Path.of(Objects.requireNonNull(GoalWorld.class.getResource("worlds.json"))
                .toURI());
        var world = GoalWorld.all((Json.Obj) JsonFiles.read(file)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ScenarioReader.read(name, world.day(20, 0.3), new LabPolicies())
                .scenario()
                .orElseThrow();
    }

    private static List<DayResult> days(Scenario scenario) {
        var days = new ArrayList<DayResult>();
        for (int day = 0; day < 2; day++) {
            days.add(LabRun.of(scenario, null, scenario.seed() + day).run());
        }
        return days;
    }

    @ParameterizedTest
    @CsvSource({
        "amd-5, 0.88",
        "machines-35, 0.88",
        "press-1, 0.87",
        "flow-25, 0.85",
        "inbound-200, 0.90",
        "inbound-300, 0.91",
        "patience-60, 0.97",
        "swing-20-minutes, 0.86"
    })
    void theTargetIsKeptAndTheAgentsAreBusy(String world, double busy) throws Exception {
        var days = days(scenario(world));
        assertThat(days.stream().mapToDouble(DayResult::abandonRate).average().orElseThrow())
                .isLessThan(0.0335);
        assertThat(days.stream().mapToDouble(DayResult::utilisation).average().orElseThrow())
                .isGreaterThan(busy);
    }

    @ParameterizedTest
    @CsvSource({"two-campaigns", "three-campaigns", "two-targets"})
    void eachCampaignOfASharedQueueKeepsItsOwnTarget(String world) throws Exception {
        var scenario = scenario(world);
        var days = days(scenario);
        for (int i = 0; i < days.getFirst().campaigns().size(); i++) {
            int campaign = i;
            long answered = days.stream()
                    .mapToLong(day -> day.campaigns().get(campaign).answered())
                    .sum();
            long abandoned = days.stream()
                    .mapToLong(day -> day.campaigns().get(campaign).abandoned())
                    .sum();
            assertThat(answered).isGreaterThan(300);
            double allowed = scenario.campaigns().get(i).policy().abandonTarget() * answered;
            assertThat((double) abandoned)
                    .as(days.getFirst().campaigns().get(campaign).id())
                    .isLessThan(allowed + 2 * Math.sqrt(allowed));
        }
    }
}
