package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in a process of its own, which can be killed as the operating system does it. */
final class OutpaceProcess {
    private static final int LONGEST_SECONDS = 90;
    private static final int LOOK_MILLIS = 50;

    private final Process process;
    private final Path output;

    private OutpaceProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Goes on with the campaigns of a workspace that are started. */
    static OutpaceProcess run(Path workspace) throws IOException {
        var output = Files.createTempFile("outpace", ".txt");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.outpace.app.Main",
                "run",
                "--headless",
                "--workspace",
                workspace.toString());
        return new OutpaceProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Kills it as soon as something is the case. */
    void killWhen(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                    .as("ended by itself: %s", Files.readString(output))
                    .isFalse();
            assertThat(System.nanoTime())
                    .as("still waiting: %s", Files.readString(output))
                    .isLessThan(end);
        }
        process.destroyForcibly().waitFor();
        Files.delete(output);
    }
}
