package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The console as a program of its own, ended from outside. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there can only be killed")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SignalTest {
    /** What the tests themselves find JavaFX by. */
    private static final List<String> OF_JAVAFX =
            List.of("--module-path", "--add-modules", "--add-exports", "--enable-native-access");

    @TempDir
    private Path folder;

    @Test
    void aSignalClosesTheWindowAndTheWorkspaceWithoutAWordOfFailure() throws Exception {
        var output = folder.resolve("output.txt");
        var process = console(output);
        try {
            while (!Files.exists(output) || !Files.readAllLines(output).contains(Rehearsal.PAINTED)) {
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                        .as("ended by itself: %s", Files.exists(output) ? Files.readString(output) : "")
                        .isFalse();
            }
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).isEqualToIgnoringWhitespace(Rehearsal.FRAME_PAINTED + Rehearsal.PAINTED);
        assertThat(Files.readString(folder.resolve("workspace/logs/outpace.log")))
                .doesNotContain("ERROR")
                .doesNotContain("Exception");
    }

    private Process console(Path output) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> OF_JAVAFX.stream().anyMatch(argument::startsWith))
                .forEach(command::add);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-D" + Rehearsal.PROPERTY + "=stay"));
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.add(Main.class.getName());
        command.addAll(
                List.of("--demo", "--workspace", folder.resolve("workspace").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
