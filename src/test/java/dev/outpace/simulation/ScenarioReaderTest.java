package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.FileRefused;
import dev.outpace.formats.JacksonJson;
import dev.outpace.formats.JsonFiles;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Compliance;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/outpace/simulation");
    private static final LabPolicies POLICIES = new LabPolicies();

    private static ScenarioReader.Reading read(String text) {
        return ScenarioReader.read("day.json", new JacksonJson().read(text), POLICIES);
    }

    private static Scenario sample(String name) throws FileRefused {
        var path = SAMPLES.resolve(name);
        var reading = ScenarioReader.read(path.toString(), JsonFiles.read(path), POLICIES);
        assertThat(reading.problems()).isEmpty();
        return reading.scenario().orElseThrow();
    }

    private static String base() {
        try {
            return Files.readString(SAMPLES.resolve("scenario-base.json"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void aQueueMayKeepItsAgentsConnected() {
        assertThat(read(base()).scenario().orElseThrow().queues())
                .allSatisfy(queue -> assertThat(queue.agentsStay()).isFalse());
        var stay = base().replaceFirst("\"agents\": 20", "\"agents\": 20, \"agents_stay_connected\": true");
        var day = read(stay).scenario().orElseThrow();
        assertThat(day.queues())
                .singleElement()
                .satisfies(queue -> assertThat(queue.agentsStay()).isTrue());
        assertThat(day.withAgents(5).queues())
                .singleElement()
                .satisfies(queue -> assertThat(queue.agentsStay()).isTrue());
        assertThat(read(base().replaceFirst("\"agents\": 20", "\"agents\": 20, \"agents_stay_connected\": 7"))
                        .problems())
                .isNotEmpty();
    }

    @Test
    void agentsOfAQueueMayServeAnother() {
        var two = base().replaceFirst(
                        "\"agents\": 20",
                        "\"agents\": 20, \"agents_also_serve\": [\"support\"]}, {\"id\": \"support\", \"agents\": 3");
        var day = read(two).scenario().orElseThrow();
        assertThat(day.queues())
                .extracting(Scenario.Desk::agentsAlsoServe)
                .containsExactly(List.of("support"), List.of());
        assertThat(day.withAgents(5).queues())
                .extracting(Scenario.Desk::agentsAlsoServe)
                .containsExactly(List.of("support"), List.of());
        assertThat(read(two.replace("[\"support\"]", "[\"nowhere\"]")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("scenario.no_queue");
                    assertThat(problem.place()).endsWith("queues[0].agents_also_serve");
                });
    }

    @Test
    void theSimpleSampleIsReadAsItStands() throws FileRefused {
        var day = sample("scenario-base.json");

        assertThat(day.name()).isEqualTo("base, answer rate 0.30");
        assertThat(day.hours()).isEqualTo(8);
        assertThat(day.queues()).singleElement().satisfies(queue -> {
            assertThat(queue.rota()).containsExactly(new Step(0, 20));
            assertThat(queue.inboundPerHour()).isZero();
        });
        var campaign = day.campaigns().getFirst();
        assertThat(campaign.policy().name()).isEqualTo("adaptive");
        assertThat(campaign.targets()).isNull();
        var dial = campaign.numbers().dial();
        assertThat(dial.answered()).isEqualTo(0.3);
        assertThat(dial.badNumber()).isEqualTo(0.15);
        assertThat(dial.fastFail()).isEqualTo(2);
        assertThat(dial.noAnswer()).isEqualTo(26);
        assertThat(dial.timeToAnswer()).isEqualTo(new Lognormal(9, 5));
        assertThat(day.handle().talk()).isEqualTo(new Lognormal(150, 120));
        assertThat(day.handle().wrapUp()).isEqualTo(new Lognormal(20, 10));
        assertThat(day.patience()).isEqualTo(new Constant(2));
        assertThat(day.breaks()).isEqualTo(Breaks.NONE);
        assertThat(day.lines()).isEqualTo(Scenario.NO_LIMITS);
        assertThat(day.abandonLimit()).isEqualTo(0.03);
    }

    @Test
    void theHardSampleHasDriftBreaksRotaListsAndLimits() throws FileRefused {
        var day = sample("scenario-hard.json");

        assertThat(day.queues().getFirst().rota())
                .containsExactly(new Step(0, 12), new Step(60, 20), new Step(420, 14));
        assertThat(day.campaigns()).extracting(Scenario.Calling::targets).containsExactly(null, 6_000L);
        assertThat(day.campaigns().getFirst().numbers().drift()).isEqualTo(new Drift.Sine(0.4, 8 * 3_600));
        assertThat(day.breaks()).isEqualTo(new Breaks(0.3, 90 * 60, 10 * 60));
        assertThat(day.lines()).isEqualTo(new LineLimits(200, 10));
    }

    @Test
    void aCampaignMayHaveNumbersOfItsOwnAndAQueueCallersOfItsOwn() {
        var day = read(base().replace(
                                "\"targets\": null",
                                "\"targets\": 50, \"dial\": {\"answered\": 0.5, \"answered_drift\": {\"shape\":"
                                        + " \"step\", \"factor\": 0.5, \"at_hours\": 2}}")
                        .replace("\"inbound\": null", "\"inbound\": {\"sales\": 12.5}"))
                .scenario()
                .orElseThrow();

        var numbers = day.campaigns().getFirst().numbers();
        assertThat(numbers.dial().answered()).isEqualTo(0.5);
        assertThat(numbers.dial().noAnswer()).isEqualTo(26);
        assertThat(numbers.drift()).isEqualTo(new Drift.Step(0.5, 7_200));
        assertThat(day.queues().getFirst().inboundPerHour()).isEqualTo(12.5);
    }

    @Test
    void aCampaignMayHaveMachinesAndAFlow() throws FileRefused {
        var text = base().replace("\"targets\": null", """
            "machines": 0.2, "machine_talk": 6, "flow": [
              {"stage": "amd", "seconds": 3, "missed": 0.05, "mistaken": 0.02},
              {"stage": "talk", "seconds": 12, "hang_ups_per_second": 0.02},
              {"stage": "key", "seconds": 3, "pressed": 0.15},
              {"stage": "key", "seconds": 9, "pressed": 0.5, "wait_seconds": 20, "hang_ups_per_second": 0.1},
              {"stage": "passage", "reached": 0.4, "seconds": {"distribution": "lognormal", "mean": 14, "sd": 5},
               "leaves": {"distribution": "exponential", "mean": 9}}]\
            """);
        var reading = read(text);

        assertThat(reading.problems()).isEmpty();
        var numbers = reading.scenario().orElseThrow().campaigns().getFirst().numbers();
        assertThat(numbers.machines()).isEqualTo(new Machines(0.2, 6));
        assertThat(numbers.flow())
                .containsExactly(
                        new FlowStage.Detection(3, 0.05, 0.02, 0),
                        new FlowStage.Talk(12, 0.02),
                        new FlowStage.Key(3, 0.15, 5, 0),
                        new FlowStage.Key(9, 0.5, 20, 0.1),
                        new FlowStage.Passage(0.4, new Lognormal(14, 5), new Exponential(9)));
        for (var name : List.of("amd3", "amd5", "people15_machines35", "press1", "flow12", "flow25")) {
            assertThat(sample(name + ".json").campaigns().getFirst().numbers().flow())
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void aCampaignMayCountWaitsAsAbandoned() throws FileRefused {
        assertThat(rules("{\"after_seconds\": 2.5, \"from\": \"greeting\"}"))
                .isEqualTo(new Compliance("", 2_500, AbandonFrom.GREETING, true, 0, false, 0, Json.Obj.EMPTY));
        assertThat(rules("{}")).isEqualTo(Compliance.DEFAULT.withWaits(true, AbandonFrom.QUEUE));
        assertThat(rules("{\"from\": \"answer\", \"counts_waits\": false}"))
                .isEqualTo(Compliance.DEFAULT.withWaits(false, AbandonFrom.ANSWER));
        assertThat(rules("null")).isEqualTo(Compliance.DEFAULT);
        for (var name : List.of("waits08", "waits18")) {
            assertThat(sampleRules(name)).isEqualTo(Compliance.DEFAULT.withWaits(true, AbandonFrom.ANSWER));
        }
        assertThat(read(withAbandon("{\"after_seconds\": 0.4, \"from\": \"dial\"}"))
                        .problems())
                .extracting(Problem::place)
                .containsExactly("day.json campaigns[0].abandon.after_seconds", "day.json campaigns[0].abandon.from");
    }

    private static Compliance sampleRules(String name) throws FileRefused {
        return sample(name + ".json").campaigns().getFirst().rules();
    }

    private static String withAbandon(String abandon) {
        return base().replace("\"targets\": null", "\"abandon\": " + abandon);
    }

    private static Compliance rules(String abandon) {
        return read(withAbandon(abandon))
                .scenario()
                .orElseThrow()
                .campaigns()
                .getFirst()
                .rules();
    }

    @Test
    void pacingIsAnObjectOrAName() {
        var pacing = "{\n        \"policy\": \"adaptive\",\n        \"abandon_target\": 0.03\n      }";
        assertThat(base()).contains(pacing);
        assertThat(policy(pacing, "{\"policy\": \"service_level\", \"service_level\": 48}"))
                .isEqualTo("service_level:48");
        assertThat(policy(pacing, "{\"policy\": \"adaptive\", \"abandon_target\": 0.02}"))
                .isEqualTo("adaptive:0.02");
        assertThat(policy(pacing, "{\"policy\": \"vicidial_hard\"}")).isEqualTo("vicidial_hard");
        assertThat(policy(pacing, "\"boost:1.5\"")).isEqualTo("boost:1.5");
        assertThat(policy(pacing, "null")).isEqualTo("adaptive");
    }

    private static String policy(String before, String after) {
        var day = read(base().replace(before, after)).scenario().orElseThrow();
        return day.campaigns().getFirst().policy().name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hours\": 8 | \"hours\": 169 | hours | 169 is not from 0.01 to 168.",
                "\"hours\": 8 | \"hours\": \"8\" | hours | \"8\" is not a number.",
                "\"seed\": 1 | \"seed\": 1.5 | seed | 1.5 is not a whole number.",
                "\"agents\": 20 | \"agents\": 2001 | queues[0].agents | 2001 is not from 0 to 2000.",
                "\"agents\": 20 | \"agents\": null | queues[0].agents | This field is missing.",
                "\"id\": \"sales\" | \"id\": 7 | queues[0].id | 7 is not a text.",
                "\"schedule\": null | \"schedule\": [{\"at_minutes\": 5, \"agents\": 1}, {\"at_minutes\": 5,"
                        + " \"agents\": 2}] | queues[0].schedule[1].at_minutes | This step is not later than the"
                        + " previous one.",
                "\"queue\": \"sales\" | \"queue\": \"help\" | campaigns[0].queue | There is no queue help.",
                "\"targets\": null | \"targets\": -1 | campaigns[0].targets | -1 is not from 0 to 1000000000.",
                "\"policy\": \"adaptive\" | \"policy\": \"magic\" | campaigns[0].pacing.policy | magic is not a policy",
                "\"targets\": null | \"machines\": 0.6 | campaigns[0].machines | The shares of answered and failed"
                        + " dials add up to 1.05",
                "\"targets\": null | \"tries\": 0 | campaigns[0].tries | 0 is not from 1 to 100.",
                "\"targets\": null | \"tries\": 3, \"retry_minutes\": -1 | campaigns[0].retry_minutes | -1 is not from"
                        + " 0 to",
                "\"targets\": null | \"machines\": 0.5, \"spread\": 0.5 | campaigns[0].spread | The shares of answered"
                        + " and failed dials add up to 1.1",
                "\"targets\": null | \"flow\": [{\"stage\": \"menu\"}] | campaigns[0].flow[0].stage | \"menu\" is not"
                        + " one of: amd, talk, key, passage.",
                "\"targets\": null | \"flow\": [{\"stage\": \"talk\"}] | campaigns[0].flow[0].seconds | This field is"
                        + " missing.",
                "\"targets\": null | \"flow\": [{\"stage\": \"amd\", \"seconds\": 46}] | campaigns[0].flow[0].seconds |"
                        + " 46 is not from 0 to 45.",
                "\"targets\": null | \"flow\": [{\"stage\": \"key\", \"seconds\": 4, \"pressed\": 0.5,"
                        + " \"wait_seconds\": 3}] | campaigns[0].flow[0].wait_seconds | 3 is not from 4 to 86400.",
                "\"abandon_target\": 0.03 | \"abandon_target\": 3 | campaigns[0].pacing.abandon_target | 3 is not from"
                        + " 0.001 to 0.5.",
                "\"answered\": 0.3 | \"answered\": 1.3 | dial.answered | 1.3 is not from 0 to 1.",
                "\"answered\": 0.3 | \"answer\": 0.3 | dial.answered | This field is missing.",
                "\"answered\": 0.3 | \"answered\": 0.95 | dial.fast_fail.probability | The shares of answered and"
                        + " failed dials add up to",
                "\"no_answer_seconds\": 26 | \"no_answer_seconds\": 1 | dial.no_answer_seconds | 1 is not from 2 to"
                        + " 86400.",
                "\"mean\": 9 | \"mean\": -9 | dial.time_to_answer.mean | -9 is not from 0 to 86400.",
                "\"mean\": 150 | \"mean\": 1e9 | handle.talk.mean | 1E+9 is not from 0 to 86400.",
                "\"sd\": 120 | \"deviation\": 120 | handle.talk.sd | This field is missing.",
                "\"sd\": 10 | \"sd\": true | handle.wrap_up.sd | true is not a number.",
                "\"answered_drift\": null | \"answered_drift\": {\"shape\": \"saw\"} | dial.answered_drift.shape |"
                        + " \"saw\" is not one of: sine, step, hourly, walk.",
                "\"answered_drift\": null | \"answered_drift\": {\"shape\": \"hourly\", \"factors\": []} |"
                        + " dial.answered_drift.factors | At least one is required.",
                "\"answered_drift\": null | \"answered_drift\": {\"shape\": \"hourly\", \"factors\": [1, -1]} |"
                        + " dial.answered_drift.factors[1] | -1 is not from 0 to 100.",
                "\"answered_drift\": null | \"answered_drift\": {\"shape\": \"walk\", \"spread\": 0.1} |"
                        + " dial.answered_drift.minutes | This field is missing.",
                "\"answered_drift\": null | \"congestion\": [{\"from_minutes\": 5}] | dial.congestion[0].share | This"
                        + " field is missing.",
                "\"answered_drift\": null | \"congestion\": [{\"share\": 0.1, \"from_minutes\": 5, \"until_minutes\":"
                        + " 4}] | dial.congestion[0].until_minutes | 4 is not from 5 to",
                "\"patience_seconds\": 2 | \"patience\": {\"distribution\": \"weibull\", \"mean\": 9} |"
                        + " caller.patience.shape | This field is missing.",
                "\"breaks\": null | \"misses\": {\"no_answer\": 0.6, \"rejected\": 0.5} | agents.misses | The shares"
                        + " of missed calls add up to 1.1, which is more than 1.",
                "\"breaks\": null | \"talk_spread\": -0.1 | agents.talk_spread | -0.1 is not from 0 to",
                "\"inbound\": null | \"inbound\": {\"sales\": {\"per_hour\": \"3\"}} | inbound.sales.per_hour | \"3\""
                        + " is not a number.",
                "\"patience_seconds\": 2 | \"patience_seconds\": [] | caller.patience_seconds | […] is not a number.",
                "\"breaks\": null | \"breaks\": {\"every_minutes\": 0, \"minutes\": 5, \"at_once\": 0.5} |"
                        + " agents.breaks.every_minutes | 0 is not from 1 to 1440.",
                "\"breaks\": null | \"breaks\": {\"every_minutes\": 60, \"minutes\": 5, \"at_once\": 30} |"
                        + " agents.breaks.at_once | 30 is not from 0 to 1.",
                "\"concurrent\": null | \"concurrent\": 0 | lines.concurrent | 0 is not from 1 to",
                "\"inbound\": null | \"inbound\": {\"help\": 3} | inbound.help | There is no queue help.",
                "\"inbound\": null | \"inbound\": 3 | inbound | 3 is not an object.",
            })
    void aWrongValueIsNamedWithItsPlaceAndReason(String before, String after, String place, String reason) {
        assertThat(base()).contains(before);
        var text = base();
        int at = text.indexOf(before);
        var reading = read(text.substring(0, at) + after + text.substring(at + before.length()));

        assertThat(reading.scenario()).isEmpty();
        assertThat(new ProblemWords()
                        .lines(reading.problems().stream()
                                .filter(Problem::isError)
                                .toList()))
                .anySatisfy(line -> assertThat(line).startsWith("day.json " + place + ": " + reason));
    }

    @ParameterizedTest
    @CsvSource({"queues", "campaigns", "dial", "handle", "hours"})
    void whatADayCannotDoWithoutIsMissed(String field) {
        var reading = read(base().replace('"' + field + "\":", "\"was_" + field + "\":"));

        assertThat(reading.scenario()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.place()).isEqualTo("day.json " + field);
        });
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.place()).isEqualTo("day.json was_" + field);
        });
    }

    @Test
    void aFieldThatIsNotKnownIsNamedAndLeftOut() {
        var reading = read(base().replace("\"patience_seconds\": 2", "\"patience_seconds\": 2, \"mood\": \"good\""));

        assertThat(reading.scenario()).isPresent();
        assertThat(reading.problems()).containsExactly(Problem.warning("field.left_out", "day.json caller.mood"));
    }

    @Test
    void twoOfTheSameIdAreRefused() {
        var one = "{\"id\": \"sales\", \"agents\": 1}";
        var reading = ScenarioReader.read(
                "day.json",
                new JacksonJson().read(base().replaceFirst("\"queues\": \\[", "\"queues\": [" + one + ",")),
                POLICIES);

        assertThat(reading.problems()).extracting(Problem::place).contains("day.json queues[1].id");
    }

    @Test
    void moreThanTheMostIsNotRead() {
        var many = "{\"id\": \"x\"},".repeat(Scenario.MAX_CAMPAIGNS);
        var reading = read(base().replaceFirst("\"campaigns\": \\[", "\"campaigns\": [" + many));

        assertThat(reading.problems())
                .contains(Problem.error(
                        "field.too_many", "day.json campaigns", Scenario.MAX_CAMPAIGNS + 1, Scenario.MAX_CAMPAIGNS));
    }

    @Test
    void everyProblemHasAText() {
        var words = new ProblemWords();
        for (var code :
                List.of("agents", "id_twice", "misses", "no_policy", "no_queue", "none", "not_later", "shares")) {
            var problem = Problem.error("scenario." + code, "", 1, 2, 3);
            assertThat(words.sentence(problem)).isNotEqualTo(problem.code()).doesNotContain("{");
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedByName(@TempDir Path folder) throws IOException {
        assertThat(refusal(folder)).isEqualTo(Problem.error("file.folder", folder.toString()));
        var missing = folder.resolve("none.json");
        assertThat(refusal(missing)).isEqualTo(Problem.error("file.missing", missing.toString()));
        var cut = Files.writeString(folder.resolve("cut.json"), "{\"hours\": 8,\n");
        assertThat(refusal(cut).code()).isEqualTo("json.cut");
        var big = Files.writeString(folder.resolve("big.json"), " ".repeat(1 << 20) + "{}");
        assertThat(refusal(big)).isEqualTo(Problem.error("file.too_big", big.toString(), 1L));
    }

    private static Problem refusal(Path file) {
        try {
            JsonFiles.read(file);
        } catch (FileRefused refused) {
            return refused.problem();
        }
        throw new AssertionError("was read: " + file);
    }
}
