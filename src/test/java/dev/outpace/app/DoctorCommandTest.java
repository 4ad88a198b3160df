package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = folder.resolve("workspace");
        var setUp = Path.of("src/test/resources/dev/outpace/formats/setup-small.json");
        assertThat(CommandOutput.of("import", setUp, "--workspace", workspace).exitCode())
                .isZero();
    }

    private CommandOutput doctor() {
        return CommandOutput.of("doctor", "--json", "--workspace", workspace);
    }

    @Test
    void aSoundWorkspaceIsOneObjectThatSaysSo() {
        var told = doctor();
        assertThat(told.exitCode()).isZero();
        assertThat(told.json().fields()).containsOnlyKeys("sound", "rows", "problems");
        assertThat(told.json().get("sound")).isEqualTo(new Json.Bool(true));
        assertThat(told.json().get("rows"))
                .isInstanceOfSatisfying(
                        Json.Num.class, rows -> assertThat(rows.value()).isGreaterThan(BigDecimal.valueOf(40)));
        assertThat(told.objects("problems")).isEmpty();
    }

    @Test
    void damageIsToldByCodePlaceAndSentence() throws IOException {
        var file = workspace.resolve("outpace.mv.db");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var told = doctor();
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.json().get("sound")).isEqualTo(new Json.Bool(false));
        var changed = told.objects("problems").findFirst().orElseThrow();
        assertThat(changed.fields()).containsOnlyKeys("severity", "code", "place", "message");
        assertThat(changed.text("severity", "")).isEqualTo("error");
        assertThat(changed.text("code", "")).isEqualTo("doctor.changed");
        assertThat(changed.text("place", "")).isEqualTo("outpace.mv.db");
        assertThat(changed.text("message", "")).isNotBlank().doesNotContain("doctor.");
        assertThat(told.err()).isEmpty();
    }

    @Test
    void whatWasNotClosedIsAWarning() throws IOException {
        Files.delete(workspace.resolve("outpace.sum"));
        var told = doctor();
        assertThat(told.exitCode()).isZero();
        assertThat(told.each("problems", "severity")).containsExactly("warning");
        assertThat(told.each("problems", "code")).containsExactly("doctor.not_closed");
    }
}
