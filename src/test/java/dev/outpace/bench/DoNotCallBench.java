package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.formats.DoNotCallFiles;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.store.DoNotCallWrites.Load;
import dev.outpace.store.Store;
import dev.outpace.store.TargetWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Do-not-call lists: reading and loading two million numbers, and claims with a list of 100,000 beside claims without one. */
@Tag("bench")
class DoNotCallBench {
    private static final int MANY = 2_000_000;
    private static final int LIST = 100_000;
    private static final int TARGETS = 20_000;
    private static final int WARM_UP = 2_000;
    private static final int PAIRS = 5_000;
    private static final int LOOKUPS = 200_000;
    private static final NumberRest REST = new NumberRest(LineLimits.NUMBER_GAP, Duration.ZERO, Duration.ZERO);
    private static final DoNotCallList NATIONAL =
            new DoNotCallList(new UUID(7, 1), "National", "bench", null, 0, true, Stamps.NONE, Json.Obj.EMPTY);

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(1);
    private final CallCentre centre = new CallCentre(1, 0, 0);
    private final Outplan outplan = CallCentre.outplan();

    @Test
    void twoMillionNumbersAndClaimsWithAList() throws Exception {
        var file = folder.resolve("numbers.txt");
        write(file);
        long begun = System.nanoTime();
        var read = new DoNotCallFiles("US").read(file, false, in -> in);
        double reading = seconds(begun);
        try (var store = centre.store(folder, TARGETS);
                var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("outpace").toAbsolutePath())) {
            long before = size();
            begun = System.nanoTime();
            load(store, read.added());
            double loading = seconds(begun);
            new Table(1, "Do-not-call list of 2,000,000 numbers", "what", "figure")
                    .row("numbers", Table.number(read.added().numbers()))
                    .row("reading the file, s", "%.2f".formatted(reading))
                    .row("loading, s", "%.2f".formatted(loading))
                    .row("bytes a number on the disk", "%.1f".formatted((size() - before) / (double) MANY))
                    .row("lookup, µs", "%.2f".formatted(lookup(connection)))
                    .write();
            load(store, numbers(LIST));
            var without = new Samples();
            var with = new Samples();
            claims(store, connection, WARM_UP, new Samples(), new Samples());
            claims(store, connection, PAIRS, without, with);
            new Table(1, "Claim without and with a do-not-call list of 100,000 numbers, paired", "list", "p50", "p99")
                    .row("none", without.cell(.5), without.cell(.99))
                    .row("100,000 numbers", with.cell(.5), with.cell(.99))
                    .write();
        }
    }

    private long number() {
        return 12_000_000_000L + random.nextLong(7_999_999_999L);
    }

    private void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < MANY; i++) {
                out.write(Long.toString(number()).substring(1));
                out.write('\n');
            }
        }
    }

    private DoNotCallEntries numbers(int count) {
        var builder = new DoNotCallEntries.Builder(count);
        for (int i = 0; i < count; i++) {
            builder.number(number());
        }
        return builder.build();
    }

    private static void load(Store store, DoNotCallEntries entries) {
        var id = UUID.randomUUID();
        assertThat(store.doNotCall()
                        .prepare(id, List.of(Load.replacing(NATIONAL, entries)), new TargetWrites.Watch() {}))
                .isTrue();
        store.doNotCall().saveAll(id, List.of(NATIONAL));
    }

    private long size() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mv.db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private double lookup(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        try (var statement = connection.prepareStatement("select 1 from do_not_call_number where entry = ?")) {
            for (int i = 0; i < LOOKUPS; i++) {
                statement.setLong(1, number());
                try (var row = statement.executeQuery()) {
                    row.next();
                }
            }
        }
        return (System.nanoTime() - begun) / 1e3 / LOOKUPS;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** One after the other, so that both meet the same machine. */
    private void claims(Store store, Connection connection, int pairs, Samples without, Samples with)
            throws SQLException {
        for (int i = 0; i < pairs; i++) {
            if (i % (TARGETS / 4) == 0) {
                makeFresh(store, connection);
            }
            claim(store, List.of(), without);
            claim(store, List.of(NATIONAL.id()), with);
        }
    }

    private void claim(Store store, List<UUID> lists, Samples samples) {
        var claim = new Claim(
                UUID.randomUUID(),
                centre.campaign(0),
                outplan,
                Instant.now(),
                _ -> false,
                false,
                false,
                REST,
                lists,
                null);
        long begun = System.nanoTime();
        var result = store.targetPool().claim(claim);
        samples.add(System.nanoTime() - begun);
        var call = ((Claimed) result).call().ended(EndCause.NO_ANSWER, Instant.now());
        store.factLog()
                .write(new Fact.CallClosed(
                        call, new TargetFate.RetryAt(Instant.now().plusSeconds(3_600))));
        store.factLog().awaitCommitted();
    }

    private static void makeFresh(Store store, Connection connection) throws SQLException {
        store.factLog().awaitCommitted();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update target set state = 0, next_try_at = 0, tries_0 = 0 where state <> 0");
        }
    }
}
