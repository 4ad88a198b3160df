package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Address;
import dev.outpace.model.CampaignType;
import dev.outpace.model.FreshTurns;
import dev.outpace.model.NextTargets;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetRouting;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import dev.outpace.store.NumberRule.Verdict;
import dev.outpace.store.RuledPreview.Closed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Looks ahead at what {@link TargetClaims} would take, in the same order and by the same rule, and changes nothing. */
final class TargetPreview {
    /** Targets that are looked at for the first numbers; more are only not looked at. */
    private static final int MAX_LOOK = 256;

    /** In the order in which claims walk through them. */
    private static final List<TargetState> IN_TURN =
            List.of(TargetState.RETRY, TargetState.HELD, TargetState.RETRY_OR_AGENT, TargetState.FRESH);

    private static final String DUE_NOW = "select count(*) from target where outdial_id = ? and ("
            + TargetState.oneOf(TargetState.FRESH) + " or ("
            + TargetState.oneOf(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)
            + " and next_try_at <= ?))";
    private static final String LATER = "select count(*), min(next_try_at) from target where outdial_id = ? and "
            + TargetState.oneOf(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)
            + " and next_try_at > ?";

    private final TargetRows rows;
    private final Columns columns;
    private final BiFunction<Address, TargetRouting, Callee> callees;
    private final ZoneId workspaceZone;

    /** @param callees tells where a number may be */
    TargetPreview(
            TargetRows rows,
            Columns columns,
            BiFunction<Address, TargetRouting, Callee> callees,
            ZoneId workspaceZone) {
        this.rows = rows;
        this.columns = columns;
        this.callees = callees;
        this.workspaceZone = workspaceZone;
    }

    /** @param claim as the engine would claim now, with nobody in a call */
    NextTargets look(Connection connection, Claim claim, int numbers) throws SQLException {
        var listed = new DoNotCallQueries.Looking(connection);
        var ruled = ruled(connection, claim, listed);
        if (ruled == null) {
            return look(connection, claim, numbers, listed, null, Closed.NONE);
        }
        try {
            return look(connection, claim, numbers, listed, ruled, ruled.closed(IN_TURN));
        } finally {
            ruled.close();
        }
    }

    /** Null where no rules hold, as in {@link ClaimRules#walk}. */
    private @Nullable RuledPreview ruled(Connection connection, Claim claim, DoNotCallQueries.Looking listed)
            throws SQLException {
        var set = claim.rules();
        if (set == null || claim.campaign().type() == CampaignType.FLOW) {
            return null;
        }
        var classes = new HoursClasses(callees);
        classes.load(connection);
        var gate = new RuleGate(new CallingRules(set, workspaceZone), classes, columns);
        return new RuledPreview(connection, claim, gate, classes, rows, listed);
    }

    private NextTargets look(
            Connection connection,
            Claim claim,
            int numbers,
            DoNotCallQueries.Looking listed,
            @Nullable RuledPreview ruled,
            Closed closed)
            throws SQLException {
        var list = claim.campaign().outdialId();
        // Calls may begin between the two counts.
        long now = Math.max(0, count(connection, list, claim.now()) - closed.targets());
        try (var statement = connection.prepareStatement(LATER)) {
            statement.setObject(1, list);
            statement.setLong(2, Columns.micros(claim.now()));
            try (var row = statement.executeQuery()) {
                boolean some = row.next() && row.getLong(1) > 0;
                var later = closed.plus(some ? row.getLong(1) : 0, some ? Columns.instant(row.getLong(2)) : null);
                return new NextTargets(
                        now, later.targets(), later.opens(), first(connection, claim, numbers, listed, ruled));
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
    private List<Address> first(
            Connection connection,
            Claim claim,
            int numbers,
            DoNotCallQueries.Looking listed,
            @Nullable RuledPreview ruled)
            throws SQLException {
        var due = new EnumMap<TargetState, Deque<OutdialTarget>>(TargetState.class);
        for (var state : IN_TURN) {
            due.put(state, due(connection, claim, state, ruled));
        }
        var found = new ArrayList<Address>();
        // A number that was just called for one target is in its gap for the next.
        var taken = new LinkedHashSet<String>();
        int share = claim.campaign().options().freshShare();
        var turns = FreshTurns.NONE;
        boolean freshFirst = claim.freshFirst() || turns.freshFirst(share);
        while (found.size() < numbers) {
            var next = next(connection, claim, listed, ruled, due, freshFirst, taken);
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

    private Deque<OutdialTarget> due(
            Connection connection, Claim claim, TargetState state, @Nullable RuledPreview ruled) throws SQLException {
        if (ruled != null) {
            return ruled.due(
                    state, Columns.micros(state == TargetState.FRESH ? TargetClaims.FRESH : claim.now()), MAX_LOOK);
        }
        var due = new ArrayDeque<OutdialTarget>();
        try (var statement = connection.prepareStatement(TargetClaims.DUE)) {
            statement.setObject(1, claim.campaign().outdialId());
            statement.setInt(2, state.code);
            // What rules held is let go without any.
            statement.setLong(
                    3,
                    Columns.micros(
                            state == TargetState.FRESH
                                    ? TargetClaims.FRESH
                                    : state == TargetState.HELD ? TargetClaims.EVER : claim.now()));
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
            @Nullable RuledPreview ruled,
            Map<TargetState, Deque<OutdialTarget>> due,
            boolean freshFirst,
            Set<String> taken)
            throws SQLException {
        var order = new ArrayList<>(IN_TURN);
        if (freshFirst) {
            order.remove(TargetState.FRESH);
            order.addFirst(TargetState.FRESH);
        }
        for (var state : order) {
            var left = Objects.requireNonNull(due.get(state));
            while (!left.isEmpty()) {
                var target = left.remove();
                var number = ruled == null ? listed.firstAllowed(target, claim) : ruled.allowed(target);
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
