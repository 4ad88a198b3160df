package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.NextTargets;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.PhoneMap;
import dev.outpace.model.TargetBar;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetFilter.Group;
import dev.outpace.model.TargetFilter.Result;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetPage.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads targets for the screens, one page at a time. */
public final class TargetQueries {
    private static final String TEXT = " and (lower(name) like ? escape '!' or number_0 like ? escape '!'"
            + " or number_1 like ? escape '!' or number_2 like ? escape '!' or number_3 like ? escape '!'"
            + " or number_4 like ? escape '!')";

    private static final String BAR = "select state, count(*), false from target where outdial_id = ? and "
            + TargetState.IN_LIST + " group by state union all select " + TargetState.DONE.code
            + ", count(*), true from target where outdial_id = ? and " + TargetState.oneOf(TargetState.DONE)
            + " and last_result = 'NORMAL'";

    /**
     * The list's id stands inside a case expression on purpose. As a plain condition, H2 would use the index on it and sort the
     * whole list first.
     */
    private static final String IN_ORDER = "select * from target where case when outdial_id = ? then state else "
            + TargetState.IMPORTING.code + " end < " + TargetState.IMPORTING.code + " order by seq";

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

    /** @param passing opens a connection for a pass through a whole list, which takes long */
    TargetQueries(Readers readers, Supplier<Connection> passing, TargetRows rows) {
        this.readers = readers;
        this.passing = passing;
        this.rows = rows;
    }

    private static String condition(Group group) {
        return switch (group) {
            case ALL -> TargetState.IN_LIST;
            case IDLE ->
                TargetState.oneOf(TargetState.HELD, TargetState.RETRY_OR_AGENT, TargetState.FRESH, TargetState.RETRY);
            case PROGRESSING -> TargetState.oneOf(TargetState.PROGRESSING);
            case DONE -> TargetState.oneOf(TargetState.DONE);
            case NOT_CALLABLE -> TargetState.oneOf(TargetState.NOT_CALLABLE, TargetState.BARRED);
        };
    }

    private static String condition(Result result) {
        return switch (result) {
            case ANY -> "";
            case NONE -> " and last_result is null";
            case SUCCESS -> " and last_result = 'NORMAL'";
            case FAIL -> " and last_result <> 'NORMAL'";
        };
    }

    /** One page in the order of {@link #NEXT_FIRST}. */
    public CompletableFuture<TargetPage> page(TargetFilter filter, @Nullable Place after, int size) {
        return readers.read(connection -> page(connection, filter, after, size));
    }

    private TargetPage page(Connection connection, TargetFilter filter, @Nullable Place after, int size)
            throws SQLException {
        var found = new ArrayList<OutdialTarget>();
        Place last = after;
        int first = after == null ? 0 : after.group();
        for (int place = first; place < NEXT_FIRST.size() && found.size() < size; place++) {
            boolean goesOn = after != null && place == first;
            last = walk(
                    connection,
                    filter,
                    NEXT_FIRST.get(place),
                    place,
                    goesOn ? after : null,
                    size - found.size(),
                    found,
                    last);
        }
        return new TargetPage(List.copyOf(found), found.size() < size ? null : last);
    }

    private @Nullable Place walk(
            Connection connection,
            TargetFilter filter,
            TargetState state,
            int place,
            @Nullable Place after,
            int size,
            List<OutdialTarget> found,
            @Nullable Place last)
            throws SQLException {
        var sql = "select * from target where outdial_id = ? and state = ? and " + condition(filter.group())
                + condition(filter.result()) + (filter.text().isBlank() ? "" : TEXT)
                + (after == null ? "" : " and (next_try_at > ? or (next_try_at = ? and seq > ?))")
                + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
        try (var statement = connection.prepareStatement(sql)) {
            var set = new Setter(statement);
            set.id(filter.outdialId());
            set.number(state.code);
            setText(set, filter);
            if (after != null) {
                set.number(after.nextTryAt());
                set.number(after.nextTryAt());
                set.number(after.seq());
            }
            set.number(size);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(rows.read(row));
                    last = new Place(place, row.getLong("next_try_at"), row.getLong("seq"));
                }
            }
        }
        return last;
    }

    private static void setText(Setter set, TargetFilter filter) throws SQLException {
        if (filter.text().isBlank()) {
            return;
        }
        var text = like(filter.text());
        set.text(text.toLowerCase(Locale.ROOT));
        var digits = filter.text().replaceAll("[^0-9+@a-zA-Z.]", "");
        var number = digits.isEmpty() ? text : like(digits);
        for (int i = 0; i < 5; i++) {
            set.text(number);
        }
    }

    static String like(String text) {
        return "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
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
        return readers.read(connection -> new TargetPreview(rows).look(connection, claim, numbers));
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
        try (var connection = passing.get();
                var lazy = connection.createStatement();
                var statement = connection.prepareStatement(IN_ORDER)) {
            lazy.execute("set lazy_query_execution 1");
            statement.setObject(1, outdialId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    target.accept(rows.read(row));
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
