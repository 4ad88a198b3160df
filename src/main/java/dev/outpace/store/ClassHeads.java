package dev.outpace.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * For each list, state and class of hours, a place before which no target of them stands. So a claim that merges classes reads
 * only the first target of one or two of them. Used on the writer thread only.
 */
final class ClassHeads {
    private static final String NEXT_CLASS = "select class from target where outdial_id = ? and state = ? and class > ?"
            + " order by outdial_id, state, class fetch first row only";
    private static final String PLACE = "select class, next_try_at, rank, seq from target where ";
    private static final String PLACE_OF_ROW = PLACE + "seq = ?";
    private static final String PLACE_OF_TARGET = PLACE + "id = ?";

    private record Key(UUID outdialId, TargetState state) {}

    /** A place in the order of one class. */
    record Head(long nextTryAt, long rank, long seq) implements Comparable<Head> {
        static final Head FIRST = new Head(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);

        private static final Comparator<Head> ORDER = Comparator.comparingLong(Head::nextTryAt)
                .thenComparingLong(Head::rank)
                .thenComparingLong(Head::seq);

        @Override
        public int compareTo(Head other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, Map<Integer, Head>> heads = new HashMap<>();

    /** The classes that have targets in the state, maybe with some that have none any more; the caller may change it. */
    Map<Integer, Head> of(Transaction transaction, UUID outdialId, TargetState state) throws SQLException {
        var key = new Key(outdialId, state);
        var found = heads.get(key);
        if (found == null) {
            found = classes(transaction, key);
            heads.put(key, found);
        }
        return found;
    }

    private static Map<Integer, Head> classes(Transaction transaction, Key key) throws SQLException {
        var classes = new TreeMap<Integer, Head>();
        var statement = transaction.statement(NEXT_CLASS);
        int last = -1;
        boolean more = true;
        while (more) {
            statement.setObject(1, key.outdialId());
            statement.setInt(2, key.state().code);
            statement.setInt(3, last);
            try (var row = statement.executeQuery()) {
                more = row.next();
                if (more) {
                    last = row.getInt(1);
                    classes.put(last, Head.FIRST);
                }
            }
        }
        return classes;
    }

    /** A target has entered a state, by a statement that was executed before. */
    void entered(Transaction transaction, UUID outdialId, TargetState state, long seq) throws SQLException {
        if (heads.containsKey(new Key(outdialId, state))) {
            var statement = transaction.statement(PLACE_OF_ROW);
            statement.setLong(1, seq);
            entered(outdialId, state, statement);
        }
    }

    void entered(Transaction transaction, UUID outdialId, TargetState state, UUID targetId) throws SQLException {
        if (heads.containsKey(new Key(outdialId, state))) {
            var statement = transaction.statement(PLACE_OF_TARGET);
            statement.setObject(1, targetId);
            entered(outdialId, state, statement);
        }
    }

    private void entered(UUID outdialId, TargetState state, PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            if (row.next()) {
                entered(outdialId, state, row.getInt(1), new Head(row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
    }

    void entered(UUID outdialId, TargetState state, int hoursClass, Head at) {
        var classes = heads.get(new Key(outdialId, state));
        if (classes != null) {
            classes.merge(hoursClass, at, (before, now) -> now.compareTo(before) < 0 ? now : before);
        }
    }

    void forget(UUID outdialId) {
        heads.keySet().removeIf(key -> key.outdialId().equals(outdialId));
    }

    void forgetAll() {
        heads.clear();
    }
}
