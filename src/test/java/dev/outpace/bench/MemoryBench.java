package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program holds of the machine while its window shows the running demo, beside the least JavaFX program. */
@Tag("bench")
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere no file tells how much memory a process has")
class MemoryBench {
    private static final int MINUTES = Integer.getInteger("memory.minutes", 2);
    private static final int SECONDS_APART = 10;
    private static final Path PACKAGED = Path.of("target", "outpace").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void residentWithTheDemoRunning() throws IOException, InterruptedException {
        if (!Files.isExecutable(PACKAGED.resolve("bin/outpace"))) {
            skip("target/outpace is not there: mvn package makes it");
            return;
        }
        try (var display = Display.open()) {
            if (display.name().isEmpty()) {
                skip("there is no display, and no Xvfb to make one");
                return;
            }
            measure(display.name());
        }
    }

    private void measure(String display) throws IOException, InterruptedException {
        var hello = start(
                display,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=" + PACKAGED.resolve("lib/javafx"),
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics",
                "-cp",
                Path.of("target", "test-classes").toString(),
                HelloWindow.class.getName(),
                HelloWindow.STAY);
        var outpace = start(
                display,
                PACKAGED.resolve("bin/outpace").toString(),
                "--demo",
                "--workspace",
                folder.resolve("workspace").toString());
        try {
            for (long left = TimeUnit.MINUTES.toSeconds(MINUTES); left > 0; left -= SECONDS_APART) {
                assertThat(outpace.process.waitFor(SECONDS_APART, TimeUnit.SECONDS))
                        .as("the console ended by itself")
                        .isFalse();
                outpace.look();
                hello.look();
            }
        } finally {
            outpace.end();
            hello.end();
        }
        new Table(
                        65,
                        "Memory of the window's process after " + MINUTES + " minutes of the demo",
                        "",
                        "resident",
                        "at most until then",
                        "")
                .row("Outpace, `bin/outpace --demo`", megabytes(outpace.last), megabytes(outpace.most), "")
                .row("JavaFX hello world", megabytes(hello.last), megabytes(hello.most), "")
                .note("Outpace has " + Table.times((double) outpace.last / hello.last) + " of hello world's.")
                .write();
    }

    private static String megabytes(long kilobytes) {
        return Table.number(kilobytes / 1024.0) + " MB";
    }

    private static void skip(String reason) throws IOException {
        new Table(65, "Memory of the window's process", "")
                .note("Not measured: " + reason + ".")
                .write();
    }

    private static Watched start(String display, String... command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("DISPLAY", display));
        return new Watched(builder.start());
    }

    /** A process, and how many kilobytes of the machine it has. */
    private static final class Watched {
        private final Process process;
        private long last;
        private long most;

        Watched(Process process) {
            this.process = process;
        }

        void look() throws IOException {
            last = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            most = Math.max(most, last);
        }

        void end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
