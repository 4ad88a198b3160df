package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
