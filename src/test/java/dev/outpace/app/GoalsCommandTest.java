package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsCommandTest {
    private static final Path BASE = Path.of("src/test/resources/dev/outpace/simulation/scenario-base.json");

    @Test
    void aRowSaysWhatWasReachedAndWhatTheConstantsReach() {
        var measured =
                CommandOutput.of("goals", "--worlds", "plain", "--agents", "3", "--answered", "0.6", "--days", "2");

        assertThat(measured.err()).isEmpty();
        assertThat(measured.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).matches("world +answered +agents +adaptive .* goal"),
                        row -> assertThat(row)
                                .matches("plain +0.6 +3 +\\d\\d\\.\\d% ± .*% +\\d\\d\\.\\d% \\(\\d+\\) .* (met|not met:"
                                        + " .+)"),
                        took -> assertThat(took).matches("Met in [01] of 1, in [0-9.]+ s\\."));
        assertThat(measured.exitCode()).isEqualTo(measured.out().contains("Met in 1 of 1") ? 0 : 1);
    }

    @Test
    void withTheTruthARowAlsoSaysHowMuchOfTheGapIsTaken() {
        var measured = CommandOutput.of(
                "goals", "--worlds", "plain", "--agents", "2", "--answered", "0.6", "--days", "1", "--truth");

        assertThat(measured.err()).isEmpty();
        assertThat(measured.out().lines().limit(2))
                .satisfiesExactly(
                        head -> assertThat(head).endsWith("truth  of the gap  goal"),
                        row -> assertThat(row)
                                .matches(".* \\d\\d\\.\\d% \\(0\\.\\d{5}\\) +(-?\\d+%)? +(met|not met: .+)"));
    }

    private static String policy(@Nullable Json days) {
        return days instanceof Json.Obj object ? object.text("policy", "") : "";
    }

    @Test
    void asJsonItIsAnObjectALine(@TempDir Path folder) throws IOException {
        var own = Files.writeString(
                folder.resolve("day.json"), Files.readString(BASE).replace("\"hours\": 8", "\"hours\": 1"));

        var measured = CommandOutput.of("goals", own, "--agents", "2", "--answered", "0.5", "--days", "1", "--json");

        assertThat(measured.out()).hasLineCount(1);
        var row = measured.json();
        assertThat(row.text("world", "")).isEqualTo("base, answer rate 0.30");
        assertThat(row.integer("agents", 0)).isEqualTo(2);
        assertThat(policy(row.get("adaptive"))).isEqualTo("adaptive");
        assertThat(policy(row.get("constant"))).startsWith("service_level:");
        assertThat(policy(row.get("floored"))).startsWith("free_floor:");
        assertThat(row.text("worst_campaign", "")).isEqualTo("renewal");
        boolean met = new Json.Array(List.of()).equals(row.get("missed"));
        assertThat(measured.exitCode()).isEqualTo(met ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--worlds | moon | moon is not a world. Worlds: plain, ",
                "--days | 0 | The number of days is from 1 to 10000.",
                "--agents | 0 | agents are from 1 to 2000",
                "--answered | 1.2 | answer rates above 0 and up to 1",
                "--answered | NaN | answer rates above 0 and up to 1",
            })
    void wrongUsageIsToldAndNothingRuns(String option, String value, String message) {
        var measured = CommandOutput.of("goals", option, value);

        assertThat(measured.exitCode()).isEqualTo(2);
        assertThat(measured.out()).isEmpty();
        assertThat(measured.err()).contains(message);
    }

    @Test
    void aWrongFileIsRefusedWithPlaceAndReason(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("day.json"), Files.readString(BASE).replace("\"answered\": 0.3", "\"answered\": 30"));

        var wrong = CommandOutput.of("goals", file);

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).isEqualTo("outpace: " + file + " dial.answered: 30 is not from 0 to 1.\n");
    }
}
