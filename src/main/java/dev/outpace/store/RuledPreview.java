package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.rules.Ruling;
import dev.outpace.store.ClassHeads.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks ahead under calling rules, by the same gate as {@link RuledWalk}, and changes nothing. Used by one reader alone. */
final class RuledPreview {
    private static final String CLASSES = "select distinct class from target where outdial_id = ? and state = ?";
    private static final String COUNTS = "select class, count(*) from target where outdial_id = ? and state = ?"
            + " and next_try_at <= ? group by class";
    private static final String OF_CLASS = "select * from target where outdial_id = ? and state = ? and class = ?"
            + " and next_try_at <= ? order by outdial_id, state, class, next_try_at, rank, seq fetch first ? rows only";

    private final Connection connection;
    private final Claim claim;
    private final RuleGate gate;
    private final HoursClasses classes;
    private final TargetRows rows;
    private final DoNotCallQueries.Looking listed;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** @param classes loaded with the connection */
    RuledPreview(
            Connection connection,
            Claim claim,
            RuleGate gate,
            HoursClasses classes,
            TargetRows rows,
            DoNotCallQueries.Looking listed) {
        this.connection = connection;
        this.claim = claim;
        this.gate = gate;
        this.classes = classes;
        this.rows = rows;
        this.listed = listed;
    }

    private record Found(OutdialTarget target, Head head) {}

    /**
     * The first targets in a state that are within their hours now, in the order in which claims come to them.
     *
     * @param latest next try, in microseconds
     */
    Deque<OutdialTarget> due(TargetState state, long latest, int most) throws SQLException {
        var found = new ArrayList<Found>();
        for (int hoursClass : classes(state)) {
            if (gate.isOpen(hoursClass, claim.now())) {
                var statement = ofClass(state, hoursClass, latest, most);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        var target = rows.read(row);
                        if (isOpen(target, hoursClass)) {
                            found.add(new Found(target, head(row)));
                        }
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Found::head));
        var due = new ArrayDeque<OutdialTarget>();
        found.stream().limit(most).map(Found::target).forEach(due::add);
        return due;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("next_try_at"), row.getLong("rank"), row.getLong("seq"));
    }

    private List<Integer> classes(TargetState state) throws SQLException {
        var statement = statement(CLASSES);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setInt(2, state.code);
        var found = new TreeSet<Integer>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getInt(1));
            }
        }
        return List.copyOf(found);
    }

    private PreparedStatement ofClass(TargetState state, int hoursClass, long latest, int most) throws SQLException {
        var statement = statement(OF_CLASS);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setInt(2, state.code);
        statement.setInt(3, hoursClass);
        statement.setLong(4, latest);
        statement.setInt(5, most);
        return statement;
    }

    /** A target whose class nobody has found out is looked at as if it had one. */
    private boolean isOpen(OutdialTarget target, int hoursClass) {
        return hoursClass != HoursClasses.UNKNOWN || gate.isOpen(classes.callees(target), claim.now());
    }

    /** The number that a claim would dial now; null where none may be called now. */
    @Nullable
    Address allowed(OutdialTarget target) throws SQLException {
        var next = target.nextDestination(claim.outplan());
        while (next.isPresent()) {
            int index = next.getAsInt();
            var number = Objects.requireNonNull(target.destinations().get(index));
            if (listed.find(claim.doNotCall(), number) == null) {
                var ruling = gate.ask(this::statement, target, number, claim.now(), claim.agentFree())
                        .ruling();
                if (ruling instanceof Ruling.MayCall) {
                    return number;
                }
                if (ruling instanceof Ruling.NotBefore) {
                    return null;
                }
            }
            next = target.nextDestination(claim.outplan(), index + 1);
        }
        return null;
    }

    /**
     * Targets that are due but whose hours are closed.
     *
     * @param opens when the first of them open; null if there are none
     */
    record Closed(long targets, @Nullable Instant opens) {
        static final Closed NONE = new Closed(0, null);

        Closed plus(long more, @Nullable Instant at) {
            boolean earlier = opens == null || (at != null && at.isBefore(opens));
            return new Closed(targets + more, earlier ? at : opens);
        }
    }

    Closed closed(List<TargetState> states) throws SQLException {
        var closed = Closed.NONE;
        for (var state : states) {
            long latest = Columns.micros(state == TargetState.FRESH ? TargetClaims.FRESH : claim.now());
            for (var one : counts(state, latest).entrySet()) {
                int hoursClass = one.getKey();
                if (hoursClass == HoursClasses.UNKNOWN) {
                    closed = closedUnknown(state, latest, closed);
                } else if (!gate.isOpen(hoursClass, claim.now())) {
                    closed = closed.plus(
                            one.getValue(),
                            gate.firstToOpen(classes.callees(hoursClass), claim.now())
                                    .map(callee -> gate.opensAt(callee, claim.now()))
                                    .orElse(null));
                }
            }
        }
        return closed;
    }

    private Map<Integer, Long> counts(TargetState state, long latest) throws SQLException {
        var statement = statement(COUNTS);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setInt(2, state.code);
        statement.setLong(3, latest);
        var counts = new HashMap<Integer, Long>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                counts.put(row.getInt(1), row.getLong(2));
            }
        }
        return counts;
    }

    private Closed closedUnknown(TargetState state, long latest, Closed before) throws SQLException {
        var closed = before;
        var statement = ofClass(state, HoursClasses.UNKNOWN, latest, Integer.MAX_VALUE);
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var callees = classes.callees(rows.read(row));
                if (!gate.isOpen(callees, claim.now())) {
                    closed = closed.plus(
                            1,
                            gate.firstToOpen(callees, claim.now())
                                    .map(callee -> gate.opensAt(callee, claim.now()))
                                    .orElse(null));
                }
            }
        }
        return closed;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
    }
}
