package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.RuleLook;
import dev.outpace.model.TargetRouting;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Consent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at whole lists by calling rules that need not be stored. Blocks its caller, on a connection of its own. */
public final class ListLooks {
    private static final String TARGETS = "select * from target where outdial_id = ? and " + TargetState.IN_LIST;

    private static final String OF_NUMBER = "select * from target where " + TargetState.IN_LIST + " and ("
            + IntStream.range(0, Outplan.DESTINATIONS)
                    .mapToObj(i -> "(number_" + i + " = ? and type_" + i + " = ?)")
                    .collect(Collectors.joining(" or "))
            + ") fetch first 20 rows only";

    private final Supplier<Connection> passing;
    private final TargetRows rows;
    private final Columns columns;
    private final BiFunction<Address, TargetRouting, Callee> callees;

    /** @param passing opens a connection for a pass through a whole list, which takes long */
    ListLooks(
            Supplier<Connection> passing,
            TargetRows rows,
            Columns columns,
            BiFunction<Address, TargetRouting, Callee> callees) {
        this.passing = passing;
        this.rows = rows;
        this.columns = columns;
        this.callees = callees;
    }

    private interface EachRow {
        void on(ResultSet row, TargetState state) throws SQLException;
    }

    /**
     * What rules mean for a list.
     *
     * @param lists do-not-call lists that count
     * @param zone by whose clock a day is
     */
    public RuleLook look(
            UUID outdialId, Outplan outplan, CallingRules rules, List<DoNotCallList> lists, Instant now, ZoneId zone) {
        try (var connection = passing.get()) {
            snapshot(connection);
            var tally = new LookTally(rules, now, zone);
            var classes = classes(connection);
            try (var look = new TargetLook(connection, outplan, rules, lists, classes, columns, now)) {
                each(connection, outdialId, (row, state) -> {
                    switch (state) {
                        case DONE -> tally.done();
                        case PROGRESSING -> tally.inCall();
                        case NOT_CALLABLE -> tally.undialed();
                        case HELD, RETRY_OR_AGENT, FRESH, RETRY, BARRED ->
                            look.tell(rows.read(row), row.getInt("class"), tally);
                        case IMPORTING -> throw new IllegalStateException("not in the list");
                    }
                });
            }
            return tally.look(lists.stream().filter(list -> list.isTooOld(now)).toList());
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /** Where the numbers that would be dialed next may be, with the targets of each place; those done are left out. */
    public Map<Callee, Long> places(UUID outdialId, Outplan outplan) {
        var places = new HashMap<Callee, Long>();
        try (var connection = passing.get()) {
            snapshot(connection);
            var classes = classes(connection);
            each(connection, outdialId, (row, state) -> {
                if (state != TargetState.DONE && state != TargetState.NOT_CALLABLE) {
                    var target = rows.read(row);
                    var number = next(target, outplan);
                    if (number != null) {
                        places.merge(classes.callee(number, target.routing(), row.getInt("class")), 1L, Long::sum);
                    }
                }
            });
            return places;
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /**
     * What rules ask of a number: of each target that has it, where the rules ask for something that only a target tells, which
     * passes through all lists; else once. Never empty.
     */
    public List<NumberFacts> ofNumber(CallingRules rules, Address number, Instant now) {
        try (var connection = passing.get()) {
            snapshot(connection);
            var gate = new RuleGate(rules, new HoursClasses(callees), columns);
            var statements = new HashMap<String, PreparedStatement>();
            CallHistory.Statements prepared = sql -> {
                var known = statements.get(sql);
                if (known == null) {
                    known = connection.prepareStatement(sql);
                    statements.put(sql, known);
                }
                return known;
            };
            var facts = new ArrayList<NumberFacts>();
            boolean asksTargets =
                    rules.set().consent() != null || !rules.set().personKey().isEmpty();
            for (var target : asksTargets ? targets(connection, number) : List.<OutdialTarget>of()) {
                facts.add(gate.facts(prepared, target, number, now));
            }
            if (facts.isEmpty()) {
                facts.add(new NumberFacts(
                        null,
                        callees.apply(number, TargetRouting.NONE),
                        CallHistory.ofNumber(prepared, rules, number, now),
                        Consent.NONE));
            }
            return facts;
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    private List<OutdialTarget> targets(Connection connection, Address number) throws SQLException {
        var found = new ArrayList<OutdialTarget>();
        try (var statement = connection.prepareStatement(OF_NUMBER)) {
            var set = new Setter(statement);
            for (int i = 0; i < Outplan.DESTINATIONS; i++) {
                set.text(number.target());
                set.text(number.type());
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(rows.read(row));
                }
            }
        }
        return found;
    }

    private static @Nullable Address next(OutdialTarget target, Outplan outplan) {
        var index = target.nextDestination(outplan);
        return index.isPresent() ? target.destinations().get(index.getAsInt()) : null;
    }

    /** Everything that is read is of one moment. */
    private static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction isolation level snapshot");
            statement.execute("set lazy_query_execution 1");
        }
    }

    private HoursClasses classes(Connection connection) throws SQLException {
        var classes = new HoursClasses(callees);
        classes.load(connection);
        return classes;
    }

    private static void each(Connection connection, UUID outdialId, EachRow each) throws SQLException {
        try (var statement = connection.prepareStatement(TARGETS)) {
            statement.setObject(1, outdialId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    each.on(row, TargetState.of(row.getInt("state")));
                }
            }
        }
    }
}
