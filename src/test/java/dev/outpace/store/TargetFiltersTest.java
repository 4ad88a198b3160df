package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallWindow;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.LastResult;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetConditions;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStanding;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Filters and counts of a list, beside a plain look at each of its rows. It is 10:00 in Paris and 4:00 in New York. */
@SuppressWarnings("NullAway")
class TargetFiltersTest extends StoreFixture {
    private static final List<TargetState> IN_LIST = Arrays.stream(TargetState.values())
            .filter(state -> state != TargetState.IMPORTING)
            .toList();
    private static final List<EndCause> CAUSES = List.of(EndCause.values());
    private static final int PARIS = 1;
    private static final int NEW_YORK = 2;
    private static final RuleSet NINE_TO_SIX = new RuleSet(
            new UUID(15, 1),
            "rules",
            "",
            null,
            new WeekHours(
                    Arrays.stream(DayOfWeek.values())
                            .collect(Collectors.toMap(
                                    Function.identity(), _ -> List.of(new CallWindow(9 * 60, 18 * 60)))),
                    null,
                    null),
            UnknownZone.NEVER,
            List.of(),
            Map.of(),
            List.of(),
            RestRules.NONE,
            "",
            List.of(),
            null,
            Stamps.createdAt(NOW),
            Json.Obj.EMPTY);

    /** A row as it was written. */
    private record Row(
            UUID id,
            TargetState state,
            int hoursClass,
            RuleKind by,
            EndCause result,
            long next,
            int tries,
            String zone,
            int priority,
            String number) {
        TargetStanding standing(boolean ruled) {
            boolean waits = next > Columns.micros(NOW);
            boolean closed = ruled && hoursClass == NEW_YORK;
            return switch (state) {
                case PROGRESSING -> TargetStanding.IN_CALL;
                case DONE -> result == EndCause.NORMAL ? TargetStanding.DONE : TargetStanding.EXHAUSTED;
                case NOT_CALLABLE -> TargetStanding.BARRED;
                case BARRED -> by == RuleKind.DO_NOT_CALL ? TargetStanding.DO_NOT_CALL : TargetStanding.BARRED;
                case HELD ->
                    waits
                            ? by == RuleKind.HOURS ? TargetStanding.OUTSIDE_HOURS : TargetStanding.LIMIT
                            : closed
                                    ? TargetStanding.OUTSIDE_HOURS
                                    : result == null ? TargetStanding.NEW : TargetStanding.RETRY_DUE;
                case FRESH -> closed ? TargetStanding.OUTSIDE_HOURS : TargetStanding.NEW;
                case RETRY, RETRY_OR_AGENT ->
                    waits ? TargetStanding.LATER : closed ? TargetStanding.OUTSIDE_HOURS : TargetStanding.RETRY_DUE;
                case IMPORTING -> throw new AssertionError();
            };
        }

        boolean matches(TargetConditions wanted, boolean ruled) {
            boolean hasNext = state.waits();
            boolean result = wanted.results().isEmpty()
                    || (this.result == null
                            ? wanted.results().contains(LastResult.NONE)
                            : wanted.results().stream()
                                    .anyMatch(group -> group.causes().contains(this.result)));
            return result
                    && (wanted.standings().isEmpty() || wanted.standings().contains(standing(ruled)))
                    && number.contains(wanted.number())
                    && (wanted.zone().isEmpty() || wanted.zone().equals(zone))
                    && tries >= wanted.triesFrom()
                    && tries <= wanted.triesTo()
                    && (wanted.nextFrom() == null || (hasNext && next >= Columns.micros(wanted.nextFrom())))
                    && (wanted.nextTo() == null || (hasNext && next < Columns.micros(wanted.nextTo())))
                    && (wanted.priority() == null || wanted.priority() == priority);
        }
    }

    private List<Row> fill(Random random, int many) throws SQLException {
        var rows = new ArrayList<Row>();
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < many; i++) {
            var number = "+1212555%04d".formatted(100 + random.nextInt(100));
            var target = target(number).withRouting(TargetRouting.NONE);
            var state = IN_LIST.get(random.nextInt(IN_LIST.size()));
            targets.add(target);
            rows.add(new Row(
                    target.id(),
                    state,
                    random.nextInt(3),
                    RuleKind.ofCode(1 + random.nextInt(6)),
                    random.nextInt(3) == 0 ? null : CAUSES.get(random.nextInt(CAUSES.size())),
                    state.waits() ? Columns.micros(NOW.plus(Duration.ofMinutes(random.nextInt(21) - 10))) : 0,
                    random.nextInt(5),
                    random.nextBoolean() ? "Europe/Paris" : null,
                    random.nextInt(3),
                    number));
        }
        store.targets().addAll(LIST, targets.iterator(), new TargetWrites.Watch() {});
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connectToWrite();
                var statement = connection.prepareStatement("update target set state = ?, class = ?, held_by = ?,"
                        + " last_result = ?, next_try_at = ?, tries_0 = ?, zone = ?, priority = ? where id = ?");
                var classes = connection.createStatement()) {
            classes.execute("delete from hours_class");
            classes.execute("insert into hours_class (id, callees) values (" + PARIS + ", 'FR Europe/Paris'), ("
                    + NEW_YORK + ", 'US-NY America/New_York')");
            for (var row : rows) {
                statement.setInt(1, row.state().code);
                statement.setInt(2, row.hoursClass());
                statement.setInt(3, row.by().code);
                statement.setString(
                        4, row.result() == null ? null : row.result().name());
                statement.setLong(5, row.next());
                statement.setInt(6, row.tries());
                statement.setString(7, row.zone());
                statement.setInt(8, row.priority());
                statement.setObject(9, row.id());
                statement.executeUpdate();
            }
            connection.commit();
        }
        open();
        return rows;
    }

    private static TargetConditions conditions(Random random) {
        var wanted = TargetConditions.NONE;
        if (random.nextBoolean()) {
            wanted = wanted.withStandings(some(random, TargetStanding.class));
        }
        if (random.nextInt(3) == 0) {
            wanted = wanted.withResults(some(random, LastResult.class));
        }
        if (random.nextInt(3) == 0) {
            wanted = wanted.withNumber("5501%d".formatted(random.nextInt(10)));
        }
        if (random.nextInt(4) == 0) {
            wanted = wanted.withZone("Europe/Paris");
        }
        if (random.nextInt(4) == 0) {
            wanted = wanted.withTries(random.nextInt(3), 2 + random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            wanted = wanted.withNextTry(NOW.minus(Duration.ofMinutes(3)), random.nextBoolean() ? null : NOW);
        }
        if (random.nextInt(5) == 0) {
            wanted = wanted.withPriority(random.nextInt(3));
        }
        return wanted;
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        var some = EnumSet.noneOf(type);
        for (var each : type.getEnumConstants()) {
            if (random.nextInt(4) == 0) {
                some.add(each);
            }
        }
        return some;
    }

    private List<UUID> allPages(TargetFilter filter, RulesNow rules) {
        var found = new ArrayList<UUID>();
        TargetPage.Place after = null;
        do {
            var page = store.targetQueries().page(filter, rules, after, 7).join();
            page.targets().forEach(target -> found.add(target.id()));
            after = page.next();
        } while (after != null);
        return found;
    }

    private void filtersAsAPlainLook(long seed) throws SQLException {
        var random = new Random(seed);
        var rows = fill(random, 400);
        for (int i = 0; i < 150; i++) {
            var wanted = conditions(random);
            boolean ruled = random.nextBoolean();
            var rules = new RulesNow(ruled ? NINE_TO_SIX : null, NOW);
            Predicate<Row> plain = row -> row.matches(wanted, ruled);
            var filter = TargetFilter.of(LIST, wanted);
            var expected = rows.stream().filter(plain).map(Row::id).toList();
            assertThat(allPages(filter, rules))
                    .as("seed %d: %s", seed, wanted)
                    .containsExactlyInAnyOrderElementsOf(expected);
            var count = new CompletableFuture<Long>();
            store.targetQueries().count(filter, rules, count);
            assertThat(count.join()).as("seed %d: %s", seed, wanted).isEqualTo(expected.size());
        }
        for (boolean ruled : List.of(true, false)) {
            var expected = new HashMap<TargetStanding, Long>(new EnumMap<>(TargetStanding.class));
            for (var standing : TargetStanding.values()) {
                expected.put(standing, 0L);
            }
            rows.forEach(row -> expected.merge(row.standing(ruled), 1L, Long::sum));
            var bar = store.targetQueries()
                    .penetration(LIST, new RulesNow(ruled ? NINE_TO_SIX : null, NOW))
                    .join();
            assertThat(bar.counts()).as("seed %d", seed).isEqualTo(expected);
            assertThat(bar.total()).isEqualTo(400);
        }
    }

    @Test
    void aFilterFindsWhatAPlainLookFinds() throws SQLException {
        filtersAsAPlainLook(new Random().nextLong());
    }

    @Test
    void oneStandingIsThatOfTheRulesNow() throws SQLException {
        filtersAsAPlainLook(26);
        var night = Instant.parse("2026-05-12T22:30:00Z");
        var rules = new RulesNow(NINE_TO_SIX, night);
        var fresh = store.targetQueries().penetration(LIST, rules).join().of(TargetStanding.OUTSIDE_HOURS);
        var day = store.targetQueries()
                .penetration(LIST, new RulesNow(NINE_TO_SIX, NOW))
                .join()
                .of(TargetStanding.OUTSIDE_HOURS);
        assertThat(fresh).isGreaterThan(day);
    }

    @Test
    void aCountThatIsNotWantedAnyMoreIsOver() throws SQLException {
        fill(new Random(1), 50);
        var count = new CompletableFuture<Long>();
        count.cancel(false);
        store.targetQueries().count(TargetFilter.of(LIST, TargetConditions.NONE), new RulesNow(null, NOW), count);
        assertThat(count).isCancelled();
        assertThat(store.targetQueries().bar(LIST).join().total()).isEqualTo(50);
    }
}
