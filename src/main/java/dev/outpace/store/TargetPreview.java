package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Address;
import dev.outpace.model.FreshTurns;
import dev.outpace.model.NextTargets;
import dev.outpace.model.OutdialTarget;
import dev.outpace.store.NumberRule.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks ahead at what {@link TargetClaims} would take, in the same order and by the same rule, and changes nothing. */
final class TargetPreview {
    /** Targets that are looked at for the first numbers; more are only not looked at. */
    private static final int MAX_LOOK = 256;

    private static final String DUE_NOW = "select count(*) from target where outdial_id = ? and ("
            + TargetState.oneOf(TargetState.FRESH) + " or ("
            + TargetState.oneOf(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)
            + " and next_try_at <= ?))";
    private static final String LATER = "select count(*), min(next_try_at) from target where outdial_id = ? and "
            + TargetState.oneOf(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)
            + " and next_try_at > ?";

    private final TargetRows rows;

    TargetPreview(TargetRows rows) {
        this.rows = rows;
    }

    /** @param claim as the engine would claim now, with nobody in a call */
    NextTargets look(Connection connection, Claim claim, int numbers) throws SQLException {
        var list = claim.campaign().outdialId();
        long now = count(connection, list, claim.now());
        try (var statement = connection.prepareStatement(LATER)) {
            statement.setObject(1, list);
            statement.setLong(2, Columns.micros(claim.now()));
            try (var row = statement.executeQuery()) {
                boolean some = row.next() && row.getLong(1) > 0;
                return new NextTargets(
                        now,
                        some ? row.getLong(1) : 0,
                        some ? Columns.instant(row.getLong(2)) : null,
                        first(connection, claim, numbers));
            }
        }
    }

    private static long count(Connection connection, UUID list, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(DUE_NOW)) {
            statement.setObject(1, list);
            statement.setLong(2, Columns.micros(now));
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** As {@link TargetClaims} walks through them, with a call in progress to each number that was found. */
    private List<Address> first(Connection connection, Claim claim, int numbers) throws SQLException {
        var due = new EnumMap<TargetState, Deque<OutdialTarget>>(TargetState.class);
        for (var state : TargetClaims.IN_TURN) {
            due.put(state, due(connection, claim, state));
        }
        var found = new ArrayList<Address>();
        // A number that was just called for one target is in its gap for the next.
        var taken = new LinkedHashSet<String>();
        var listed = new DoNotCallQueries.Looking(connection);
        int share = claim.campaign().options().freshShare();
        var turns = FreshTurns.NONE;
        boolean freshFirst = claim.freshFirst() || turns.freshFirst(share);
        while (found.size() < numbers) {
            var next = next(connection, claim, listed, due, freshFirst, taken);
            if (next == null) {
                return found;
            }
            found.add(next.number());
            turns = turns.taken(next.target().lastResult() == null, share);
            freshFirst = turns.freshFirst(share);
        }
        return found;
    }

    private record Next(OutdialTarget target, Address number) {}

    private ArrayDeque<OutdialTarget> due(Connection connection, Claim claim, TargetState state) throws SQLException {
        var due = new ArrayDeque<OutdialTarget>();
        try (var statement = connection.prepareStatement(TargetClaims.DUE)) {
            statement.setObject(1, claim.campaign().outdialId());
            statement.setInt(2, state.code);
            statement.setLong(3, Columns.micros(state == TargetState.FRESH ? TargetClaims.FRESH : claim.now()));
            statement.setInt(4, MAX_LOOK);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(rows.read(row));
                }
            }
        }
        return due;
    }

    private static @Nullable Next next(
            Connection connection,
            Claim claim,
            DoNotCallQueries.Looking listed,
            Map<TargetState, Deque<OutdialTarget>> due,
            boolean freshFirst,
            Set<String> taken)
            throws SQLException {
        var order = new ArrayList<>(TargetClaims.IN_TURN);
        if (freshFirst) {
            order.remove(TargetState.FRESH);
            order.addFirst(TargetState.FRESH);
        }
        for (var state : order) {
            var left = Objects.requireNonNull(due.get(state));
            while (!left.isEmpty()) {
                var target = left.remove();
                var number = listed.firstAllowed(target, claim);
                if (number != null && mayRing(connection, claim, target.id(), number, taken)) {
                    return new Next(target, number);
                }
            }
        }
        return null;
    }

    private static boolean mayRing(Connection connection, Claim claim, UUID targetId, Address number, Set<String> taken)
            throws SQLException {
        boolean inCall = claim.inCall().test(number) || taken.contains(number.dialKey());
        boolean dials = NumberRule.of(claim, targetId, inCall, inCall ? null : known(connection, number))
                instanceof Verdict.Dial;
        if (dials) {
            taken.add(number.dialKey());
        }
        return dials;
    }

    private static DialedNumbers.@Nullable Known known(Connection connection, Address number) throws SQLException {
        try (var statement = connection.prepareStatement(DialedNumbers.KNOWN)) {
            return DialedNumbers.known(statement, number);
        }
    }
}
