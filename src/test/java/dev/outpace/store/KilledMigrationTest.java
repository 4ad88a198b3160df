package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program as the operating system does, while it makes a workspace or brings an old one up to date. */
@Tag("kill")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledMigrationTest {
    private static final int KILLS = 10;
    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private int runs;

    @Test
    void anOldWorkspaceOpensWithAllItHadWheneverItsMigrationIsKilled() throws Exception {
        System.out.println("killed migrations: -Dseed=" + seed);
        var old = Files.createDirectory(folder.resolve("old"));
        FirstSchema.make(old, statement -> FirstSchema.fill(statement, ROWS));
        var file = old.resolve("outpace.mv.db");
        int cut = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            var workspace = Files.createDirectory(folder.resolve("migrated-" + kill));
            Files.copy(file, workspace.resolve("outpace.mv.db"));
            var migrating = workspace.resolve("outpace-migrating.mv.db");
            var process = listing(workspace);
            while (!Files.exists(migrating) && process.isAlive()) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            int millis = random.nextInt(3_000);
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            cut += Files.exists(migrating) ? 1 : 0;
            opensWith(workspace, ROWS);
        }
        System.out.println(cut + " of " + KILLS + " kills hit a migration");
        assertThat(cut).as("kills that hit a migration").isPositive();
    }

    @Test
    void aNewWorkspaceCanBeMadeWheneverItsFirstOpeningIsKilled() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            var workspace = folder.resolve("new-" + kill);
            var process = process("run", "--headless", "--for", "10m", "--workspace", workspace.toString());
            while (!Files.exists(workspace) && process.isAlive()) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            opensWith(workspace, 0);
        }
    }

    private void opensWith(Path workspace, int rows) throws IOException, InterruptedException, SQLException {
        if (rows > 0) {
            var process = listing(workspace);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output())).isZero();
        }
        Store.open(workspace, "kill test", new JacksonJson()).close();
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(
                    "select (select count(*) from target), (select count(*) from campaign_call)")) {
                row.next();
                assertThat(List.of(row.getInt(1), row.getInt(2))).isEqualTo(FirstSchema.counts(rows));
            }
            statement.execute("shutdown");
        }
    }

    private Process listing(Path workspace) throws IOException {
        return process("campaigns", "--workspace", workspace.toString());
    }

    private Process process(String... arguments) throws IOException {
        runs++;
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.outpace.app.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output().toFile()))
                .start();
    }

    private Path output() {
        return folder.resolve("output-" + runs + ".txt");
    }
}
