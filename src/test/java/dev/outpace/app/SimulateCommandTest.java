package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final Path BASE = Path.of("src/test/resources/dev/outpace/simulation/scenario-base.json");

    private static double number(Json.Obj object, String field) {
        return object.get(field) instanceof Json.Num(var number) ? number.doubleValue() : Double.NaN;
    }

    @Test
    void asJsonItIsOneObjectWithFractions() {
        var simulated = CommandOutput.of(
                "simulate", BASE, "--policy", "progressive", "--policy", "service_level:48", "--seeds", "2", "--json");

        assertThat(simulated.exitCode()).isZero();
        assertThat(simulated.err()).isEmpty();
        assertThat(simulated.out()).hasLineCount(1);
        assertThat(simulated.json().text("scenario", "")).isEqualTo("base, answer rate 0.30");
        assertThat(simulated.each("policies", "policy")).containsExactly("progressive", "service_level:48");
        var last = simulated.objects("policies").toList().getLast();
        assertThat(last.fields().keySet())
                .contains(
                        "policy",
                        "utilisation",
                        "abandon_rate",
                        "abandon_rate_worst",
                        "days_over_limit",
                        "idle_seconds_per_call",
                        "dials_per_handled",
                        "calls_per_hour");
        assertThat(number(last, "utilisation")).isBetween(0.86, 0.90);
        assertThat(number(last, "abandon_rate")).isBetween(0.01, number(last, "abandon_rate_worst"));
        assertThat(number(last, "days_over_limit")).isIn(0.0, 0.5, 1.0);
        assertThat(number(last, "idle_seconds_per_call")).isBetween(18.0, 27.0);
        assertThat(number(last, "dials_per_handled")).isBetween(3.2, 3.7);
        assertThat(number(last, "calls_per_hour")).isBetween(350.0, 400.0);
    }

    @Test
    void theFirstMinutesMayKnowTheDayBefore() {
        var simulated = CommandOutput.of(
                "simulate", BASE, "--seeds", "1", "--first-minutes", "3", "--known-yesterday", "--json");

        assertThat(simulated.exitCode()).isZero();
        assertThat(number(simulated.objects("policies").toList().getLast(), "utilisation"))
                .isBetween(0.5, 1.0);
        assertThat(CommandOutput.of("simulate", BASE, "--known-yesterday").exitCode())
                .as("of a whole day it is not asked")
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(CommandOutput.of("simulate", BASE, "--first-minutes", "0.5").exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void toAPersonItIsATable(@TempDir Path folder) throws IOException {
        var own = Files.writeString(
                folder.resolve("day.json"),
                Files.readString(BASE)
                        .replace("\"hours\": 8", "\"hours\": 1")
                        .replace("\"adaptive\"", "\"vicidial_hard\""));

        var simulated = CommandOutput.of("simulate", own, "--seeds", "1");

        assertThat(simulated.exitCode()).isZero();
        assertThat(simulated.err().lines())
                .singleElement()
                .asString()
                .endsWith("This field is unknown and was ignored.");
        assertThat(simulated.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).isEqualTo("base, answer rate 0.30: 1 day of 1 h, abandon limit 3%"),
                        columns -> assertThat(columns).startsWith("policy").endsWith("calls/h"),
                        row -> assertThat(row).startsWith("vicidial_hard ").contains("%"),
                        took -> assertThat(took).matches("1 days? in [0-9.]+ s\\."));
    }

    /** Two campaigns with answer rates of 5 and 60 %, the second with a target that it never reaches. */
    private static Path twoCampaigns(Path folder) throws IOException {
        var campaign = "\"id\": \"renewal\",\n      \"queue\": \"sales\",";
        return Files.writeString(
                folder.resolve("two.json"),
                Files.readString(BASE)
                        .replace("\"hours\": 8", "\"hours\": 2")
                        .replace(
                                "    {\n      " + campaign,
                                "    {\"id\": \"few\", \"queue\": \"sales\", \"pacing\": \"adaptive:0.005\","
                                        + " \"dial\": {\"answered\": 0.05}},\n    {\n      " + campaign)
                        .replace("\"abandon_target\": 0.03", "\"abandon_target\": 0.3"));
    }

    @Test
    void eachOfSeveralCampaignsHasFiguresOfItsOwn(@TempDir Path folder) throws IOException {
        var simulated = CommandOutput.of("simulate", twoCampaigns(folder), "--policy", "boost:4", "--seeds", "2");

        assertThat(simulated.err()).isEmpty();
        assertThat(simulated.out().lines().skip(3).limit(3))
                .satisfiesExactly(
                        columns -> assertThat(columns).matches("policy +campaign +dials a day +answered +abandoned .*"),
                        few -> assertThat(few)
                                .matches("boost:4 +few +[\\d,]+ ± \\d+ .* ± .*% +0\\.5% +over its target"),
                        rest -> assertThat(rest).matches("boost:4 +renewal +[\\d,]+ ± \\d+ .* ± .*% +30\\.0%"));
    }

    @Test
    void asJsonEachCampaignHasItsFiguresWithErrorsAndItsTarget(@TempDir Path folder) throws IOException {
        var simulated =
                CommandOutput.of("simulate", twoCampaigns(folder), "--policy", "boost:4", "--seeds", "2", "--json");
        var policy = simulated.objects("policies").toList().getFirst();
        var campaigns = policy.get("campaigns") instanceof Json.Array(var items) ? items : List.<Json>of();

        assertThat(campaigns).hasSize(2);
        var few = (Json.Obj) campaigns.getFirst();
        assertThat(few.text("id", "")).isEqualTo("few");
        assertThat(number(few, "answered") / number(few, "dials")).isBetween(0.03, 0.07);
        assertThat(number(few, "abandoned") / number(few, "answered"))
                .isBetween(0.8 * number(few, "abandon_rate"), 1.25 * number(few, "abandon_rate"));
        assertThat(few.fields().keySet())
                .contains("dials_error", "answered_error", "abandoned_error", "abandon_rate_error");
        assertThat(number(few, "abandon_target")).isEqualTo(0.005);
        assertThat(few.get("over_target")).isEqualTo(new Json.Bool(true));
        assertThat(((Json.Obj) campaigns.getLast()).get("over_target")).isEqualTo(new Json.Bool(false));
        assertThat(number((Json.Obj) campaigns.getLast(), "answered")).isGreaterThan(number(few, "answered"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policy | magic | magic is not a policy",
                "--policy | service_level | service_level is not a policy, or its number is missing",
                "--seeds | 0 | The number of seeds is from 1 to 10000.",
                "--seeds | many | Invalid value for option '--seeds'",
            })
    void wrongUsageIsToldAndNothingRuns(String option, String value, String message) {
        var simulated = CommandOutput.of("simulate", BASE, option, value);

        assertThat(simulated.exitCode()).isEqualTo(2);
        assertThat(simulated.out()).isEmpty();
        assertThat(simulated.err()).contains(message);
    }

    @Test
    void aWrongFileIsRefusedWithPlaceAndReason(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("day.json"), Files.readString(BASE).replace("\"answered\": 0.3", "\"answered\": 30"));
        var missing = folder.resolve("none.json");

        var wrong = CommandOutput.of("simulate", file);
        var none = CommandOutput.of("simulate", missing);

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).isEqualTo("outpace: " + file + " dial.answered: 30 is not from 0 to 1.\n");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).isEqualTo("outpace: " + missing + ": There is no such file.\n");
    }
}
