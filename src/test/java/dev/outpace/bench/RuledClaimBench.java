package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.EndCause;
import dev.outpace.model.Holiday;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.model.RegionRules;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claim under calling rules, beside the claim without them, in one list of which most may not be called now. */
@Tag("bench")
class RuledClaimBench {
    private static final int TARGETS = Integer.getInteger("targets", 1_000_000);
    private static final int WARM_UP = 2_000;
    private static final int CLAIMS = 5_000;
    private static final NumberRest REST = new NumberRest(LineLimits.NUMBER_GAP, Duration.ZERO, Duration.ZERO);
    /** It is 14:00 in London, 8:00 in Chicago and 22:00 in Tokyo. */
    private static final Instant NOW = Instant.parse("2026-05-12T13:00:00Z");

    private static final Instant CHICAGO_OPENS = Instant.parse("2026-05-12T14:00:00Z");

    @TempDir
    Path folder;

    private final CallCentre centre = new CallCentre(1, 0, 0);
    private Instant now = NOW;

    @Test
    void ofAMillionTargetsOfWhichMostMayNotBeCalledNow() throws IOException, SQLException {
        var table = new Table(
                3, "Claim of the next target under calling rules, commit included", "claims", "claim p50", "claim p99");
        try (var store = centre.store(folder, 0)) {
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
            claims(store, null, WARM_UP);
            row(table, "without rules", claims(store, null, CLAIMS));
            var rules = rules();
            long begun = System.nanoTime();
            claims(store, rules, 1);
            awaitClasses();
            table.note("Finding the classes of " + Table.number(TARGETS) + " targets in the background took "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s.");
            claims(store, rules, WARM_UP);
            row(table, "nine of ten closed", claims(store, rules, CLAIMS));
            now = CHICAGO_OPENS;
            row(table, "three of ten just opened", claims(store, rules, CLAIMS));
            row(table, "without rules again", claims(store, null, CLAIMS));
        }
        table.write();
    }

    private static void row(Table table, String what, Samples samples) {
        table.row(what, samples.cell(.5), samples.cell(.99));
    }

    private static String zone(int number) {
        return number % 10 == 0 ? "Europe/London" : number % 10 < 4 ? "America/Chicago" : "Asia/Tokyo";
    }

    private static RuleSet rules() {
        var nineToSix = new WeekHours(
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> List.of(new CallWindow(540, 1_080)))),
                List.of(),
                List.of(new CallWindow(600, 960)));
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                nineToSix,
                UnknownZone.NEVER,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> new Holiday(LocalDate.of(2026, month, 1), List.of(), ""))
                        .toList(),
                Map.of("FR", new RegionRules(nineToSix, null, Json.Obj.EMPTY)),
                List.of(
                        new AttemptLimit(3, Duration.ofDays(1), AttemptLimit.Per.NUMBER),
                        new AttemptLimit(7, Duration.ofDays(7), AttemptLimit.Per.PERSON)),
                new RestRules(Duration.ofDays(7), Duration.ofDays(60), Duration.ofDays(3), false),
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private Samples claims(Store store, @Nullable RuleSet rules, int count) {
        var samples = new Samples();
        while (samples.size() < count) {
            now = now.plusMillis(10);
            var claim = new Claim(
                    UUID.randomUUID(),
                    centre.campaign(0),
                    CallCentre.outplan(),
                    now,
                    _ -> false,
                    false,
                    false,
                    REST,
                    List.of(),
                    rules);
            long begun = System.nanoTime();
            var result = store.targetPool().claim(claim);
            if (result instanceof ClaimResult.Unfinished) {
                continue;
            }
            samples.add(System.nanoTime() - begun);
            assertThat(result).isInstanceOf(Claimed.class);
            var call = ((Claimed) result).call().ended(EndCause.NO_ANSWER, now);
            store.factLog().write(new Fact.CallClosed(call, new TargetFate.RetryAt(now.plus(Duration.ofDays(1)))));
            store.factLog().awaitCommitted();
        }
        return samples;
    }

    private void awaitClasses() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("outpace").toAbsolutePath());
                var statement = connection.prepareStatement("select 1 from target where outdial_id = ? and state = 0"
                        + " and class = 0 fetch first row only")) {
            statement.setObject(1, CallCentre.listId(0));
            boolean some = true;
            while (some) {
                try (var row = statement.executeQuery()) {
                    some = row.next();
                }
            }
        }
    }
}
