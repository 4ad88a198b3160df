package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.model.EndCause;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outplan;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claim of a list's next target with its commit, beside the published platform's query for it on the same table. */
@Tag("bench")
class ClaimBench {
    private static final int WARM_UP = 3_000;
    private static final int CLAIMS = 10_000;
    private static final int CLAIMS_OF_A_SMALL_LIST = 500;
    private static final NumberRest REST = new NumberRest(LineLimits.NUMBER_GAP, Duration.ZERO, Duration.ZERO);

    /**
     * Every condition is tested on every row, because the published query has them in its HAVING clause; that is what QUALIFY
     * is here.
     */
    private static final String PUBLISHED = "select *, "
            + IntStream.range(0, Outplan.DESTINATIONS)
                    .mapToObj(slot ->
                            "case when number_" + slot + " is not null and tries_" + slot + " < ? then 1 else 0 end")
                    .collect(Collectors.joining(" + "))
            + " as eligible from target qualify state in (0, 1) and eligible > 0 and outdial_id = ?"
            + " order by updated_at, created_at fetch first 1 rows only";

    @TempDir
    Path folder;

    private final CallCentre centre = new CallCentre(1, 0, 0);
    private final Outplan outplan = CallCentre.outplan();

    @Test
    void ofAThousandAndOfAMillionTargets() throws IOException, SQLException {
        var table = new Table(
                2,
                "Claim of the next target, commit included",
                "targets",
                "claim p50",
                "claim p99",
                "published query",
                "its p50 : claim p50");
        try (var store = centre.store(folder, 1_000)) {
            measure(table, store, folder, 1_000, 200);
        }
        var million = LargeWorkspace.folder();
        try (var store = LargeWorkspace.open()) {
            measure(table, store, million, LargeWorkspace.TARGETS, 5);
        }
        table.note("The published query alone, without the updates that follow it; in the same table of the same"
                        + " database.")
                .write();
    }

    private void measure(Table table, Store store, Path place, int targets, int repetitions) throws SQLException {
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + place.resolve("outpace").toAbsolutePath())) {
            claims(store, connection, WARM_UP, targets);
            var claims = claims(store, connection, CLAIMS, targets);
            var published = published(store, connection, repetitions);
            table.row(
                    Table.number(targets),
                    claims.cell(.5),
                    claims.cell(.99),
                    published.cell(.5),
                    Table.times(published.millis(.5) / claims.millis(.5)));
        }
    }

    private Samples claims(Store store, Connection connection, int count, int targets) throws SQLException {
        var samples = new Samples();
        var campaign = centre.campaign(0);
        while (samples.size() < count) {
            if (targets < count && samples.size() % CLAIMS_OF_A_SMALL_LIST == 0) {
                makeFresh(store, connection);
            }
            var claim = new Claim(UUID.randomUUID(), campaign, outplan, Instant.now(), _ -> false, false, false, REST);
            long begun = System.nanoTime();
            var result = store.targetPool().claim(claim);
            samples.add(System.nanoTime() - begun);
            assertThat(result).isInstanceOf(Claimed.class);
            var call = ((Claimed) result).call().ended(EndCause.NO_ANSWER, Instant.now());
            store.factLog()
                    .write(new Fact.CallClosed(
                            call, new TargetFate.RetryAt(Instant.now().plusSeconds(3_600))));
            store.factLog().awaitCommitted();
        }
        return samples;
    }

    /** So that a small list has targets for as many claims as a large one. */
    private static void makeFresh(Store store, Connection connection) throws SQLException {
        store.factLog().awaitCommitted();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update target set state = 0, next_try_at = 0, tries_0 = 0 where state <> 0");
        }
    }

    /** Claims in between change the table: a query whose table did not change is answered from its last result. */
    private Samples published(Store store, Connection connection, int repetitions) throws SQLException {
        var samples = new Samples();
        try (var statement = connection.prepareStatement(PUBLISHED)) {
            while (samples.size() < repetitions) {
                for (int slot = 0; slot < Outplan.DESTINATIONS; slot++) {
                    statement.setInt(slot + 1, outplan.maxTryCounts().get(slot));
                }
                statement.setObject(Outplan.DESTINATIONS + 1, CallCentre.listId(0));
                long begun = System.nanoTime();
                try (var row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
                samples.add(System.nanoTime() - begun);
                claims(store, connection, 1, Integer.MAX_VALUE);
            }
        }
        return samples;
    }
}
