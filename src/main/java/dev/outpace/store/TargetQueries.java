package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.NextTargets;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Penetration;
import dev.outpace.model.PhoneMap;
import dev.outpace.model.TargetBar;
import dev.outpace.model.TargetConditions;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetPage.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads targets for the screens, one page at a time. */
public final class TargetQueries {
    private static final Logger LOG = LoggerFactory.getLogger(TargetQueries.class);

    private static final String BAR = "select state, count(*), false from target where outdial_id = ? and "
            + TargetState.IN_LIST + " group by state union all select " + TargetState.DONE.code
            + ", count(*), true from target where outdial_id = ? and " + TargetState.oneOf(TargetState.DONE)
            + " and last_result = 'NORMAL'";

    /**
     * The list's id stands inside a case expression on purpose. As a plain condition, H2 would use the index on it and sort the
     * whole list first.
     */
    private static final String IN_ORDER = "select * from target where case when outdial_id = ? then state else "
            + TargetState.IMPORTING.code + " end < " + TargetState.IMPORTING.code;

    /** The order of the table: in a call, waiting for the next try, fresh, held by rules, not callable, done. */
    private static final List<TargetState> NEXT_FIRST = List.of(
            TargetState.PROGRESSING,
            TargetState.RETRY,
            TargetState.RETRY_OR_AGENT,
            TargetState.FRESH,
            TargetState.HELD,
            TargetState.NOT_CALLABLE,
            TargetState.BARRED,
            TargetState.DONE);

    private final Readers readers;
    private final Supplier<Connection> passing;
    private final TargetRows rows;
    private final TargetPreview preview;

    /** @param passing opens a connection for a pass through a whole list, which takes long */
    TargetQueries(Readers readers, Supplier<Connection> passing, TargetRows rows, TargetPreview preview) {
        this.preview = preview;
        this.readers = readers;
        this.passing = passing;
        this.rows = rows;
    }

    /** One page in the order of {@link #NEXT_FIRST}, of a filter without standings. */
    public CompletableFuture<TargetPage> page(TargetFilter filter, @Nullable Place after, int size) {
        return page(filter, new RulesNow(null, Instant.EPOCH), after, size);
    }

    /**
     * One page in the order of {@link #NEXT_FIRST}.
     *
     * @param rules by which the list is called, for its standings
     */
    public CompletableFuture<TargetPage> page(TargetFilter filter, RulesNow rules, @Nullable Place after, int size) {
        return readers.read(connection ->
                page(connection, filter.outdialId(), TargetCondition.of(filter, rules, connection), after, size));
    }

    private TargetPage page(
            Connection connection, UUID outdialId, TargetCondition condition, @Nullable Place after, int size)
            throws SQLException {
        var found = new ArrayList<OutdialTarget>();
        Place last = after;
        int first = after == null ? 0 : after.group();
        for (int place = first; place < NEXT_FIRST.size() && found.size() < size; place++) {
            if (condition.mayBeIn(NEXT_FIRST.get(place))) {
                var from = after != null && place == first ? after : null;
                last = walk(connection, outdialId, condition, place, from, size - found.size(), found, last);
            }
        }
        return new TargetPage(List.copyOf(found), found.size() < size ? null : last);
    }

    private @Nullable Place walk(
            Connection connection,
            UUID outdialId,
            TargetCondition condition,
            int place,
            @Nullable Place after,
            int size,
            List<OutdialTarget> found,
            @Nullable Place last)
            throws SQLException {
        var sql = "select * from target where outdial_id = ? and state = ?" + condition.sql()
                + (after == null ? "" : " and (next_try_at > ? or (next_try_at = ? and seq > ?))")
                + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, outdialId);
            statement.setInt(2, NEXT_FIRST.get(place).code);
            int at = condition.set(statement, 3);
            if (after != null) {
                statement.setLong(at++, after.nextTryAt());
                statement.setLong(at++, after.nextTryAt());
                statement.setLong(at++, after.seq());
            }
            statement.setInt(at, size);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(rows.read(row));
                    last = new Place(place, row.getLong("next_try_at"), row.getLong("seq"));
                }
            }
        }
        return last;
    }

    /**
     * Counts the targets that a filter lets through.
     *
     * @param count takes the number; once it is cancelled, the count ends
     */
    public void count(TargetFilter filter, RulesNow rules, CompletableFuture<Long> count) {
        var _ = readers.read(connection -> count(connection, filter, rules, count))
                .whenComplete((found, failure) -> {
                    if (failure == null) {
                        count.complete(found);
                    } else {
                        count.completeExceptionally(failure);
                    }
                });
    }

    private static long count(
            Connection connection, TargetFilter filter, RulesNow rules, CompletableFuture<Long> wanted)
            throws SQLException {
        var condition = TargetCondition.of(filter, rules, connection);
        long found = 0;
        for (var state : NEXT_FIRST) {
            if (wanted.isCancelled()) {
                return found;
            }
            if (condition.mayBeIn(state)) {
                found += count(connection, filter.outdialId(), state, condition, wanted);
            }
        }
        return found;
    }

    private static long count(
            Connection connection,
            UUID outdialId,
            TargetState state,
            TargetCondition condition,
            CompletableFuture<Long> wanted)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select count(*) from target where outdial_id = ? and state = ?" + condition.sql())) {
            statement.setObject(1, outdialId);
            statement.setInt(2, state.code);
            condition.set(statement, 3);
            var _ = wanted.whenComplete((_, _) -> {
                if (wanted.isCancelled()) {
                    cancel(statement);
                }
            });
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException over) {
            LOG.debug("A count was over before it was cancelled", over);
        }
    }

    /** How far a list is worked through. */
    public CompletableFuture<Penetration> penetration(UUID outdialId, RulesNow rules) {
        return readers.read(connection -> new PenetrationQuery(outdialId, rules).on(connection));
    }

    /** Counts in one statement, so that all counts are of the same moment. */
    public CompletableFuture<TargetBar> bar(UUID outdialId) {
        return readers.read(connection -> {
            long success = 0;
            var states = new EnumMap<TargetState, Long>(TargetState.class);
            try (var statement = connection.prepareStatement(BAR)) {
                statement.setObject(1, outdialId);
                statement.setObject(2, outdialId);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        if (row.getBoolean(3)) {
                            success = row.getLong(2);
                        } else {
                            states.put(TargetState.of(row.getInt(1)), row.getLong(2));
                        }
                    }
                }
            }
            long idle = Stream.of(TargetState.FRESH, TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)
                    .mapToLong(state -> states.getOrDefault(state, 0L))
                    .sum();
            return new TargetBar(
                    success,
                    states.getOrDefault(TargetState.DONE, 0L) - success,
                    states.getOrDefault(TargetState.PROGRESSING, 0L),
                    idle,
                    states.getOrDefault(TargetState.NOT_CALLABLE, 0L) + states.getOrDefault(TargetState.BARRED, 0L));
        });
    }

    /**
     * What a campaign would dial next.
     *
     * @param claim as the engine would claim now, with nobody in a call
     */
    public CompletableFuture<NextTargets> next(Claim claim, int numbers) {
        return readers.read(connection -> preview.look(connection, claim, numbers));
    }

    public CompletableFuture<Optional<OutdialTarget>> target(UUID targetId) {
        return readers.read(connection -> target(connection, targetId));
    }

    Optional<OutdialTarget> target(Connection connection, UUID targetId) throws SQLException {
        try (var statement =
                connection.prepareStatement("select * from target where id = ? and " + TargetState.IN_LIST)) {
            statement.setObject(1, targetId);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(rows.read(row)) : Optional.empty();
            }
        }
    }

    /**
     * Passes through the targets of a list in the order in which they were added, as of this moment. Later changes are not
     * seen. Blocks its caller, and keeps one target in memory at a time.
     */
    public void each(UUID outdialId, Consumer<OutdialTarget> target) {
        each(TargetFilter.of(outdialId, TargetConditions.NONE), new RulesNow(null, Instant.EPOCH), target);
    }

    /** The same with those that a filter lets through. */
    public void each(TargetFilter filter, RulesNow rules, Consumer<OutdialTarget> target) {
        try (var connection = passing.get();
                var lazy = connection.createStatement()) {
            var condition = TargetCondition.of(filter, rules, connection);
            lazy.execute("set lazy_query_execution 1");
            try (var statement = connection.prepareStatement(IN_ORDER + condition.sql() + " order by seq")) {
                statement.setObject(1, filter.outdialId());
                condition.set(statement, 2);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        target.accept(rows.read(row));
                    }
                }
            }
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /** In {@link #phones}, of a number that is not the first of a target of the list. */
    public static final long NOT_FIRST = -1;

    /**
     * The numbers that are there already, each with the place of the target of the list whose first number it is.
     *
     * @param allLists whether the numbers of the other lists count, too
     */
    public CompletableFuture<PhoneMap> phones(UUID outdialId, boolean allLists) {
        return readers.read(connection -> {
            var phones = new PhoneMap();
            try (var lazy = connection.createStatement();
                    var statement = connection.prepareStatement("select outdial_id, seq, type_0, number_0, type_1,"
                            + " number_1, type_2, number_2, type_3, number_3, type_4, number_4 from target where "
                            + (allLists ? "" : "outdial_id = ? and ") + TargetState.IN_LIST)) {
                lazy.execute("set lazy_query_execution 1");
                if (!allLists) {
                    statement.setObject(1, outdialId);
                }
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        add(phones, row, Columns.uuid(row, "outdial_id").equals(outdialId));
                    }
                } finally {
                    lazy.execute("set lazy_query_execution 0");
                }
            }
            return phones;
        });
    }

    private static void add(PhoneMap phones, ResultSet row, boolean ofList) throws SQLException {
        boolean first = ofList;
        for (int i = 3; i <= 1 + 2 * Outplan.DESTINATIONS; i += 2) {
            var type = row.getString(i);
            if (type != null) {
                var target = row.getString(i + 1);
                if (first || phones.get(type, target) == 0) {
                    phones.put(type, target, first ? row.getLong("seq") : NOT_FIRST);
                }
                first = false;
            }
        }
    }

    /** Another target of the list with a phone number of this one. */
    public CompletableFuture<Optional<OutdialTarget>> withPhoneOf(OutdialTarget target) {
        var phones = target.destinations().stream()
                .filter(address -> address != null && !address.isEmpty())
                .toList();
        return readers.read(connection -> {
            var same = new StringJoiner(" or ", "(", ")");
            for (int i = 0; i < phones.size() * Outplan.DESTINATIONS; i++) {
                same.add("(number_" + i % Outplan.DESTINATIONS + " = ? and type_" + i % Outplan.DESTINATIONS + " = ?)");
            }
            if (phones.isEmpty()) {
                return Optional.empty();
            }
            try (var statement = connection.prepareStatement("select * from target where outdial_id = ? and "
                    + TargetState.IN_LIST + " and id <> ? and " + same + " fetch first row only")) {
                var set = new Setter(statement);
                set.id(target.outdialId());
                set.id(target.id());
                for (int i = 0; i < phones.size() * Outplan.DESTINATIONS; i++) {
                    var phone = phones.get(i / Outplan.DESTINATIONS);
                    set.text(phone.target());
                    set.text(phone.type());
                }
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(rows.read(row)) : Optional.empty();
                }
            }
        });
    }

    /** Reads targets by id, in no particular order. Unknown ids are left out. */
    public CompletableFuture<List<OutdialTarget>> targets(Collection<UUID> ids) {
        return readers.read(connection -> {
            var found = new ArrayList<OutdialTarget>();
            try (var statement =
                    connection.prepareStatement("select * from target where id = any(?) and " + TargetState.IN_LIST)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(rows.read(row));
                    }
                }
            }
            return found;
        });
    }

    /** The list of each target, as list id by target id. */
    public CompletableFuture<Map<UUID, UUID>> listsOf(Collection<UUID> ids) {
        return readers.read(connection -> {
            var lists = new HashMap<UUID, UUID>();
            try (var statement = connection.prepareStatement("select id, outdial_id from target where id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        lists.put(Columns.uuid(row, "id"), Columns.uuid(row, "outdial_id"));
                    }
                }
            }
            return lists;
        });
    }
}
