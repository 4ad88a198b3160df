package dev.outpace.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One table of the report. It is printed, and stands in {@code target/bench.md} with those that were written before. */
final class Table {
    private static final Path PIECES = Path.of("target", "bench");
    private static final Path REPORT = Path.of("target", "bench.md");

    private final int place;
    private final String title;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param place in the report */
    Table(int place, String title, String... columns) {
        this.place = place;
        this.title = title;
        row((Object[]) columns);
        lines.add("| --- " + "| ---: ".repeat(columns.length - 1) + '|');
    }

    Table row(Object... cells) {
        lines.add("| " + List.of(cells).stream().map(String::valueOf).collect(Collectors.joining(" | ")) + " |");
        return this;
    }

    Table note(String sentence) {
        notes.add(sentence);
        return this;
    }

    void write() throws IOException {
        var text = new StringBuilder("**" + title + "**\n\n");
        lines.forEach(line -> text.append(line).append('\n'));
        if (!notes.isEmpty()) {
            text.append('\n').append(String.join("\n", notes)).append('\n');
        }
        System.out.println("\n" + text);
        Files.createDirectories(PIECES);
        Files.writeString(PIECES.resolve(place + ".md"), text);
        try (var pieces = Files.list(PIECES)) {
            var report = new ArrayList<String>(List.of(machine()));
            for (var piece : pieces.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                report.add(Files.readString(piece));
            }
            Files.writeString(REPORT, String.join("\n", report));
        }
    }

    private static String machine() throws IOException {
        var cpu = Path.of("/proc/cpuinfo");
        var model = !Files.isReadable(cpu)
                ? System.getProperty("os.arch")
                : Files.readAllLines(cpu, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        return "%s, %d cores, %s, Java %s, %s%n"
                .formatted(
                        model,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("java.vm.version"),
                        LocalDate.now(ZoneId.systemDefault()));
    }

    /** With three significant digits, and a comma between thousands. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String times(double ratio) {
        return number(ratio) + " ×";
    }
}
