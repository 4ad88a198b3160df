package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the start of the process to the first painted window: the packaged program beside the least JavaFX program, each with
 * a cache of classes of its own, in turn.
 */
@Tag("bench")
class WindowBench {
    private static final int REPETITIONS = 9;
    private static final Path PACKAGED = Path.of("target", "outpace").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "bench", "window").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("hello.jar");
    private static final Path CACHE = FOLDER.resolve("hello.aot");
    private static final Path WORKSPACE = FOLDER.resolve("workspace");

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(FOLDER);
    }

    @Test
    void paintedAfterTheStart() throws IOException, InterruptedException {
        if (!Files.isExecutable(PACKAGED.resolve("bin/outpace"))) {
            skip("target/outpace is not there: mvn package makes it");
            return;
        }
        try (var display = Display.open()) {
            if (display.name().isEmpty()) {
                skip("there is no display, and no Xvfb to make one");
                return;
            }
            trainHello();
            run(outpace("run", "--headless", "--demo", "--for", "2s"), Map.of());
            measure(display.name());
        }
    }

    private static void measure(String display) throws IOException, InterruptedException {
        var console = outpace("--demo");
        var askedToPaint = Map.of("DISPLAY", display, "JDK_JAVA_OPTIONS", "-Doutpace.rehearsal=paint");
        var hello = new Samples();
        var outpace = new Samples();
        for (int i = -1; i < REPETITIONS; i++) {
            long helloTime = run(hello("-XX:AOTCache=" + CACHE), Map.of("DISPLAY", display));
            long outpaceTime = run(console, askedToPaint);
            if (i >= 0) {
                hello.add(helloTime);
                outpace.add(outpaceTime);
            }
        }
        new Table(
                        6,
                        "From the start of the process to the first painted window, median of " + REPETITIONS,
                        "",
                        "median",
                        "fastest",
                        "slowest",
                        "")
                .row(
                        "Outpace, a demo workspace, `bin/outpace`",
                        outpace.cell(.5),
                        outpace.cell(0),
                        outpace.cell(1),
                        Table.times(outpace.millis(.5) / hello.millis(.5)))
                .row(
                        "JavaFX hello world with its own AOT cache",
                        hello.cell(.5),
                        hello.cell(0),
                        hello.cell(1),
                        Table.times(1))
                .write();
    }

    private static void skip(String reason) throws IOException {
        new Table(6, "From the start of the process to the first painted window", "")
                .note("Not measured: " + reason + ".")
                .write();
    }

    private static List<String> outpace(String... arguments) {
        var command = new ArrayList<>(List.of(PACKAGED.resolve("bin/outpace").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--workspace", WORKSPACE.toString()));
        return command;
    }

    private static List<String> hello(String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=" + PACKAGED.resolve("lib/javafx"),
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", JAR.toString(), HelloWindow.class.getName()));
        return command;
    }

    private static void trainHello() throws IOException, InterruptedException {
        try (var jar = new JarOutputStream(Files.newOutputStream(JAR));
                var classes = Files.list(Path.of("target", "test-classes", "dev", "outpace", "bench"))) {
            for (var file : classes.filter(path -> path.getFileName().toString().startsWith("HelloWindow"))
                    .toList()) {
                jar.putNextEntry(new JarEntry("dev/outpace/bench/" + file.getFileName()));
                jar.write(Files.readAllBytes(file));
            }
        }
        run(
                hello(
                        "-XX:AOTCacheOutput=" + CACHE,
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true"),
                Map.of());
        assertThat(CACHE).exists();
    }

    /** @return nanoseconds from the start of a process to the line that tells that its window is painted */
    private static long run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var said = new StringBuilder();
        long begun = System.nanoTime();
        long painted = begun;
        var process = builder.start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                said.append(line).append('\n');
                if (line.equals("painted")) {
                    painted = System.nanoTime();
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isZero();
        return painted - begun;
    }
}
