package dev.outpace.simulation.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.formats.JacksonJson;
import dev.outpace.formats.JsonFiles;
import dev.outpace.model.Json;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoalWorldTest {
    private static Json.Obj json(String text) {
        return (Json.Obj) new JacksonJson().read(text.replace('\'', '"'));
    }

    private static Scenario scenario(GoalWorld world, int agents, double answered) {
        var reading = ScenarioReader.read(world.name(), world.day(agents, answered), new LabPolicies());
        assertThat(reading.problems()).as(world.name()).isEmpty();
        return reading.scenario().orElseThrow();
    }

    @Test
    void theWorldsThatComeWithTheProgramAreScenariosInEverySize() throws Exception {
        var file = Path.of(Objects.requireNonNull(GoalWorld.class.getResource("worlds.json"))
                .toURI());

        var worlds = GoalWorld.all((Json.Obj) JsonFiles.read(file));

        assertThat(worlds).extracting(GoalWorld::name).doesNotHaveDuplicates().contains("plain", "two-campaigns");
        for (var world : worlds) {
            assertThat(world.agents()).as(world.name()).isNotEmpty();
            for (int agents : world.agents()) {
                for (double answered : world.answered()) {
                    var day = scenario(world, agents, answered);
                    assertThat(day.name()).isEqualTo(world.name());
                    assertThat(day.queues().getFirst().agents()).isEqualTo(agents);
                }
            }
        }
    }

    @Test
    void aWorldHasWhatItSaysAndElseTheCommonDay() {
        var worlds = GoalWorld.all(json("""
            {'agents': [5, 20], 'answered': [0.3],
             'day': {'hours': 8, 'dial': {'answered': 0.3, 'no_answer_seconds': 26}, 'caller': {'patience_seconds': 2}},
             'worlds': [
               {'name': 'plain', 'day': {}},
               {'name': 'other', 'agents': [200], 'day': {'hours': 2, 'dial': {'no_answer_seconds': 30}}}]}
            """));

        assertThat(worlds.getFirst().agents()).containsExactly(5, 20);
        assertThat(worlds.getFirst().day())
                .isEqualTo(json("{'hours': 8, 'dial': {'answered': 0.3, 'no_answer_seconds': 26}, 'caller':"
                        + " {'patience_seconds': 2}, 'name': 'plain'}"));
        assertThat(worlds.getLast().agents()).containsExactly(200);
        assertThat(worlds.getLast().answered()).containsExactly(0.3);
        assertThat(worlds.getLast().day())
                .isEqualTo(json("{'hours': 2, 'dial': {'answered': 0.3, 'no_answer_seconds': 30}, 'caller':"
                        + " {'patience_seconds': 2}, 'name': 'other'}"));
    }

    @Test
    void inAnotherSizeInboundCallersQueuesAndAnswerRatesChangeInProportion() {
        var day = json("""
            {'name': 'two queues', 'hours': 8,
             'queues': [{'id': 'a', 'agents': 20},
                        {'id': 'b', 'schedule': [{'at_minutes': 0, 'agents': 4}, {'at_minutes': 60, 'agents': 10}]}],
             'inbound': {'a': 30, 'b': {'per_hour': 8}},
             'campaigns': [{'id': 'x', 'queue': 'a'}, {'id': 'y', 'queue': 'b', 'dial': {'answered': 0.6}}],
             'dial': {'answered': 0.3, 'no_answer_seconds': 26, 'time_to_answer': {'distribution': 'constant', 'mean': 9}},
             'handle': {'talk': {'distribution': 'constant', 'mean': 100}}}
            """);
        var world = GoalWorld.of(day);

        assertThat(world.name()).isEqualTo("two queues");
        assertThat(world.agents()).containsExactly(20);
        assertThat(world.answered()).containsExactly(0.3);
        assertThat(world.day(20, 0.3)).isEqualTo(day);
        var scaled = scenario(world, 50, 0.12);
        assertThat(scaled.queues()).extracting(Desk::agents).containsExactly(50, 25);
        assertThat(scaled.queues().getFirst().inboundPerHour()).isCloseTo(75, within(1e-9));
        assertThat(scaled.queues().getLast().inboundPerHour()).isCloseTo(20, within(1e-9));
        assertThat(scaled.queues().getLast().rota().getFirst().agents()).isEqualTo(10);
        assertThat(scaled.campaigns())
                .extracting(campaign -> campaign.numbers().dial().answered())
                .usingElementComparator(GoalWorldTest::nearly)
                .containsExactly(0.12, 0.24);
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
    }

    @Test
    void sizesAreThoseAskedForOrElseItsOwn() {
        var world = new GoalWorld("w", Json.Obj.EMPTY, List.of(5), List.of(0.3));

        assertThat(world.in(List.of(7, 8), List.of()))
                .isEqualTo(new GoalWorld("w", Json.Obj.EMPTY, List.of(7, 8), List.of(0.3)));
        assertThat(world.in(List.of(), List.of(0.1)))
                .isEqualTo(new GoalWorld("w", Json.Obj.EMPTY, List.of(5), List.of(0.1)));
    }
}
