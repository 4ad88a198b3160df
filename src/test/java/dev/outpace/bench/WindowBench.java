package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
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
 * From the start of the process to the painted frame of the window and to the first rows in it, each beside the least JavaFX
 * program that is started the same way, in turn: the packaged program and the least one with a cache of classes of their own, and
 * both as a build starts them.
 */
@Tag("bench")
class WindowBench {
    private static final int PAIRS = 11;
    private static final String TITLE =
            "From the start of the process to the painted window, median of " + PAIRS + " pairs";
    private static final Path PACKAGED = Path.of("target", "outpace").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "bench", "window").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("hello.jar");
    private static final Path CACHE = FOLDER.resolve("hello.aot");
    private static final Path WORKSPACE = FOLDER.resolve("workspace");

    /** Nanoseconds from the start of a process to the lines that tell that its frame and its rows are painted. */
    private record Painted(long frame, long rows) {}

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
            var table = new Table(6, TITLE, "", "median", "fastest", "slowest", "of hello world, by pairs");
            measure(table, display.name(), "`bin/outpace`", outpace("--demo"), hello("-XX:AOTCache=" + CACHE));
            measure(table, display.name(), "as a build starts it", built("--demo"), hello());
            table.write();
        }
    }

    private static void measure(Table table, String display, String way, List<String> outpace, List<String> hello)
            throws IOException, InterruptedException {
        var askedToPaint = Map.of("DISPLAY", display, "JDK_JAVA_OPTIONS", "-Doutpace.rehearsal=paint");
        var least = new Samples();
        var frame = new Samples();
        var rows = new Samples();
        var frameOfLeast = new ArrayList<Double>();
        var rowsOfLeast = new ArrayList<Double>();
        for (int i = -1; i < PAIRS; i++) {
            long helloTime = run(hello, Map.of("DISPLAY", display)).rows();
            var painted = run(outpace, askedToPaint);
            if (i >= 0) {
                least.add(helloTime);
                frame.add(painted.frame());
                rows.add(painted.rows());
                frameOfLeast.add((double) painted.frame() / helloTime);
                rowsOfLeast.add((double) painted.rows() / helloTime);
            }
        }
        row(table, "Frame with navigation, " + way, frame, median(frameOfLeast));
        row(table, "First rows, " + way, rows, median(rowsOfLeast));
        row(table, "JavaFX hello world, " + (way.startsWith("`") ? "its own AOT cache" : way), least, 1);
    }

    private static void row(Table table, String name, Samples samples, double ratio) {
        table.row(name, samples.cell(.5), samples.cell(0), samples.cell(1), Table.times(ratio));
    }

    private static double median(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private static void skip(String reason) throws IOException {
        new Table(6, TITLE, "").note("Not measured: " + reason + ".").write();
    }

    private static List<String> outpace(String... arguments) {
        var command = new ArrayList<>(List.of(PACKAGED.resolve("bin/outpace").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--workspace", WORKSPACE.toString()));
        return command;
    }

    /** With the compiled classes in place of their jar, and no cache. */
    private static List<String> built(String... arguments) throws IOException {
        var classPath = new ArrayList<>(
                List.of(Path.of("target", "classes").toAbsolutePath().toString()));
        try (var jars = Files.newDirectoryStream(PACKAGED.resolve("lib"), "*.jar")) {
            for (var jar : jars) {
                if (!jar.getFileName().toString().startsWith("outpace-")) {
                    classPath.add(jar.toString());
                }
            }
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=" + Path.of("target", "javafx").toAbsolutePath(),
                "@" + Path.of("packaging", "java.options").toAbsolutePath(),
                "-cp",
                String.join(File.pathSeparator, classPath),
                "dev.outpace.app.Main"));
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

    private static Painted run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var said = new StringBuilder();
        long begun = System.nanoTime();
        long frame = begun;
        long rows = begun;
        var process = builder.start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                said.append(line).append('\n');
                if (line.equals("frame painted")) {
                    frame = System.nanoTime();
                } else if (line.equals("painted")) {
                    rows = System.nanoTime();
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isZero();
        return new Painted(frame - begun, rows - begun);
    }
}
