package dev.outpace.store;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.RegionRules;
import dev.outpace.rules.CallingRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a limit or rest of a set may hold a number or a person, without asking for each one's calls. It may say so of one whom
 * none holds, but never the other way round; its size does not depend on how many calls there were.
 */
final class CalledBefore {
    private static final int SLOTS = 1 << 22;
    private static final String CALLS =
            "select c.destination, c.outdial_target_id, c.created_at, c.cause, c.connected_at"
                    + " from campaign_call c where c.created_at > ?" + CallHistory.COUNTS;
    private static final String PERSONS = "select p.person, p.at, c.cause, c.connected_at from call_person p"
            + " join campaign_call c on c.id = p.call_id where p.at > ?" + CallHistory.COUNTS;

    private final byte[] dials = new byte[SLOTS];
    private final BitSet rests = new BitSet(SLOTS);
    private final int fewest;

    /** @param fewest calls that may reach a limit */
    private CalledBefore(int fewest) {
        this.fewest = fewest;
    }

    static CalledBefore read(Connection connection, CallingRules rules, Instant now) throws SQLException {
        var set = rules.set();
        var called = new CalledBefore(Math.min(Byte.MAX_VALUE, fewest(rules)));
        var longest = CallHistory.longest(rules);
        if (longest.isZero()) {
            return called;
        }
        boolean byKey = !set.personKey().isEmpty();
        try (var lazy = connection.createStatement();
                var statement = connection.prepareStatement(CALLS);
                var persons = connection.prepareStatement(PERSONS)) {
            lazy.execute("set lazy_query_execution 1");
            long since = CallHistory.since(now, longest);
            long limitSince = Columns.micros(now.minus(rules.longestLimit()));
            statement.setLong(1, since);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    boolean counts = row.getLong(3) > limitSince;
                    boolean rests = rests(row.getString(4), row.getLong(5));
                    called.add(Objects.hashCode(row.getString(1)), counts, rests);
                    called.add(Objects.hashCode(Columns.uuid(row, "outdial_target_id")), counts, rests);
                }
            }
            if (byKey) {
                persons.setLong(1, since);
                try (var row = persons.executeQuery()) {
                    while (row.next()) {
                        called.add(
                                row.getString(1).hashCode(),
                                row.getLong(2) > limitSince,
                                rests(row.getString(3), row.getLong(4)));
                    }
                }
            }
        }
        return called;
    }

    private static boolean rests(@Nullable String cause, long connectedAt) {
        return connectedAt != 0 || "REJECTED".equals(cause) || "ABANDONED".equals(cause);
    }

    private static int fewest(CallingRules rules) {
        return Stream.concat(
                        Stream.of(rules.set().attempts()),
                        rules.set().regions().values().stream()
                                .map(RegionRules::attempts)
                                .filter(Objects::nonNull))
                .flatMap(Collection::stream)
                .mapToInt(AttemptLimit::max)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void add(int hash, boolean dialed, boolean rested) {
        int slot = slot(hash);
        if (dialed && dials[slot] < Byte.MAX_VALUE) {
            dials[slot]++;
        }
        if (rested) {
            rests.set(slot);
        }
    }

    private static int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
    }

    /** @param key a number, a target's id, or a person as {@link RuleGate#personOf} has it */
    boolean mayHold(Object key) {
        int slot = slot(key.hashCode());
        return dials[slot] >= fewest || rests.get(slot);
    }
}
