package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Json;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleLook;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.rules.CallingRules;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a set of calling rules means for a whole list, beside a pass through the same rows that only reads their states. */
@Tag("bench")
class RuleLookBench {
    private static final int TARGETS = Integer.getInteger("targets", 1_000_000);
    private static final int LOOKS = 4;
    private static final Instant NOW = Instant.parse("2026-05-12T13:00:00Z");

    @TempDir
    Path folder;

    @Test
    void ofAMillionTargetsAndAHundredThousandCalls() throws IOException, SQLException {
        var table = new Table(2, "A look at a list of " + Table.number(TARGETS) + " targets", "pass", "ms, best of 4");
        try (var store = new CallCentre(1, 0, 0).store(folder, 0)) {
            var list = CallCentre.listId(0);
            store.targets()
                    .storeAll(
                            List.of(),
                            Map.of(
                                    list,
                                    IntStream.range(0, TARGETS)
                                            .mapToObj(number -> CallCentre.target(list, number)
                                                    .withRouting(TargetRouting.in(zone(number), "")))
                                            .iterator()),
                            Set.of());
            call();
            look(store, hours(List.of()));
            table.row("rows only", Long.toString(bare()));
            table.row("hours", Long.toString(look(store, hours(List.of()))));
            table.row(
                    "hours and limits",
                    Long.toString(look(
                            store,
                            hours(List.of(
                                    new AttemptLimit(3, Duration.ofDays(1), AttemptLimit.Per.NUMBER),
                                    new AttemptLimit(7, Duration.ofDays(7), AttemptLimit.Per.PERSON))))));
            table.row(
                    "hours and a limit that all who were called have reached",
                    Long.toString(look(
                            store, hours(List.of(new AttemptLimit(1, Duration.ofDays(1), AttemptLimit.Per.NUMBER))))));
        }
        table.write();
    }

    private static String zone(int number) {
        return number % 10 == 0 ? "Europe/London" : number % 10 < 4 ? "America/Chicago" : "Asia/Tokyo";
    }

    private void call() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("outpace").toAbsolutePath());
                var statement = connection.prepareStatement("insert into campaign_call (id, campaign_id, outplan_id,"
                        + " outdial_id, outdial_target_id, queue_id, reference_type, target_name, destination_type,"
                        + " destination, destination_index, try_count, status, result, cause, created_at, ended_at,"
                        + " agent_id) select random_uuid(), id, id, outdial_id, id, id, 'CALL', name, type_0, number_0,"
                        + " 0, 1, 3, 'FAIL', 'NO_ANSWER', ?, ?, id from target where mod(seq, 10) = 0")) {
            long at = NOW.minus(Duration.ofHours(1)).toEpochMilli() * 1_000;
            statement.setLong(1, at);
            statement.setLong(2, at);
            assertThat(statement.executeUpdate()).isEqualTo(TARGETS / 10);
        }
    }

    private long bare() throws SQLException {
        long best = Long.MAX_VALUE;
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("outpace").toAbsolutePath());
                var statement =
                        connection.prepareStatement("select * from target where outdial_id = ? and state < 6")) {
            connection.createStatement().execute("set lazy_query_execution 1");
            statement.setObject(1, CallCentre.listId(0));
            for (int i = 0; i < LOOKS; i++) {
                long begun = System.nanoTime();
                long states = 0;
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        states += row.getInt("state") + 1;
                    }
                }
                assertThat(states).isEqualTo(TARGETS);
                best = Math.min(best, (System.nanoTime() - begun) / 1_000_000);
            }
        }
        return best;
    }

    private static long look(Store store, RuleSet rules) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            RuleLook look = store.listLooks()
                    .look(
                            CallCentre.listId(0),
                            CallCentre.outplan(),
                            new CallingRules(rules, ZoneId.of("Europe/London")),
                            List.of(),
                            NOW,
                            ZoneId.of("Europe/London"));
            assertThat(look.targets()).isEqualTo(TARGETS);
            best = Math.min(best, (System.nanoTime() - begun) / 1_000_000);
        }
        return best;
    }

    private static RuleSet hours(List<AttemptLimit> limits) {
        var days = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), _ -> List.of(new CallWindow(540, 1_080))));
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                new WeekHours(days, null, null),
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                limits,
                RestRules.NONE,
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }
}
