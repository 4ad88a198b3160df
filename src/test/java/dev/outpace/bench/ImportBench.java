package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.Stamps;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.TargetFile;
import dev.outpace.workspace.TargetImport;
import dev.outpace.workspace.TargetImports;
import dev.outpace.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A CSV file into a list, from the first look to the last target in the list, beside plain batched inserts of the same rows into
 * the same table of an empty workspace. Both run in a process of 512 MB. Fewer rows: {@code -Dimport.rows=100000}.
 */
@Tag("bench")
class ImportBench {
    private static final int ROWS = Integer.getInteger("import.rows", 1_000_000);
    private static final int BATCH = 1_000;

    @TempDir
    Path folder;

    @Test
    void aMillionRowsEndToEnd() throws IOException, InterruptedException {
        var file = folder.resolve("targets.csv");
        write(file);
        var plain = child("plain", file);
        var own = child("import", file);
        new Table(10, "Import of " + Table.number(ROWS) + " rows, end to end, in 512 MB", "", "seconds", "rows/s")
                .row("import", seconds(own.getFirst()), rate(own.getFirst()))
                .row("of it: looked at, columns guessed", seconds(own.get(1)), "")
                .row("of it: read and stored", seconds(own.get(2)), rate(own.get(2)))
                .row("of it: joined the list", seconds(own.get(3)), rate(own.get(3)))
                .row("plain batched inserts", seconds(plain.getFirst()), rate(plain.getFirst()))
                .note("The inserts have their rows ready, in batches and commits of " + Table.number(BATCH)
                        + ", and check nothing.")
                .write();
    }

    private static String seconds(long nanos) {
        return "%.1f".formatted(nanos / 1e9);
    }

    private static String rate(long nanos) {
        return Table.number(Math.round(ROWS / (nanos / 1e9)));
    }

    private List<Long> child(String way, Path file) throws IOException, InterruptedException {
        var out = folder.resolve(way + ".out");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dimport.rows=" + ROWS,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportBench.class.getName(),
                        way,
                        file.toString(),
                        folder.resolve(way).toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        var lines = Files.readAllLines(out);
        return lines.getLast()
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .map(Long::valueOf)
                .toList();
    }

    private static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("customer;mobile;home;policy_no\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("Rosa Delgado " + i + ";" + written(i) + ";;HP-" + (200_000 + i) + "\n");
            }
        }
    }

    /** Numbers of fiction, again and again: duplicates are let in. */
    private static String written(int i) {
        return "(" + (201 + i / 100 % 10) + ") 555-01" + two(i % 100);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** The process that is measured. */
    public static void main(String[] args) throws Exception {
        var file = Path.of(args[1]);
        var folder = EmptyWorkspace.in(Path.of(args[2]));
        System.out.println(args[0].equals("plain") ? plain(folder, file) : imported(folder, file));
    }

    private static String imported(Path folder, Path file) {
        var list = new UUID(1, 30);
        try (var workspace = Workspace.open(
                new Workspace.Opening(folder, "a benchmark", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC())) {
            workspace
                    .resources()
                    .save(new Outdial(list, Ids.NIL, "Policies", "", "", Stamps.NONE, Json.Obj.EMPTY), false)
                    .join();
            var imports = workspace.targetImports();
            long begun = System.nanoTime();
            var look = (TargetFile.Look.Usable) imports.look(file);
            long looked = System.nanoTime();
            var choices = new TargetImports.Choices(imports.suggested(look.file()), "US", true, false);
            var importing = imports.into(list, look.file(), choices);
            var joining = new long[1];
            var outcome = importing.run(new TargetImport.Watch() {
                @Override
                public void at(long rows, long total) {
                    if (importing.joining() && joining[0] == 0) {
                        joining[0] = System.nanoTime();
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
            long ended = System.nanoTime();
            if (!outcome.equals(new TargetImport.Outcome.Added(ROWS))) {
                throw new IllegalStateException(outcome + ", rejected " + importing.firstRejected());
            }
            return (ended - begun) + " " + (looked - begun) + " " + (joining[0] - looked) + " " + (ended - joining[0]);
        }
    }

    private static String plain(Path folder, Path file) throws IOException, SQLException {
        var list = new UUID(1, 30);
        var sql = "insert into target (outdial_id, state, next_try_at, name, detail, data, type_0, number_0, tries_0,"
                + " tries_1, tries_2, tries_3, tries_4, created_at, id)"
                + " values (?, 0, 0, ?, '', ?, 'tel', ?, 0, 0, 0, 0, 0, ?, ?)";
        var rows = Files.readAllLines(file);
        long begun = System.nanoTime();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("outpace").toAbsolutePath());
                var statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 1; i < rows.size(); i++) {
                var cells = rows.get(i).split(";", -1);
                statement.setObject(1, list);
                statement.setString(2, cells[0]);
                statement.setString(3, "{\"policy_no\":\"" + cells[3] + "\"}");
                statement.setString(4, "+1" + cells[1].replaceAll("\\D", ""));
                statement.setLong(5, begun);
                statement.setObject(6, new UUID(begun, i));
                statement.addBatch();
                if (i % BATCH == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
        return Long.toString(System.nanoTime() - begun);
    }
}
