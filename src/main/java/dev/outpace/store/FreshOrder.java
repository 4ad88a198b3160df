package dev.outpace.store;

import dev.outpace.model.Outdial;
import dev.outpace.model.TargetOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the fresh targets of lists in the order in which they are called. Their next try is 0, or below 0 where they have a place in the
 * order of their list; the lowest comes first. What comes into a list is placed before the next claim of it. Used on the writer thread
 * only.
 */
final class FreshOrder {
    /** Targets that are placed in one commit. */
    private static final int CHUNK = 100;

    /** Rows that are looked at in one commit when a list gets another order. */
    private static final int LOOK = 500;

    /** Setting of a list that is being ordered: a cut is made good at the next opening. */
    private static final String ORDERING = "ordering:";

    private static final String ASKED = "select name from setting where name like '" + ORDERING + "%'";

    private static final String UNPLACED =
            "select seq from target where outdial_id = ? and state = " + TargetState.FRESH.code
                    + " and next_try_at = 0 order by outdial_id, state, next_try_at, seq fetch first " + CHUNK
                    + " rows only";
    private static final String NEXT =
            "select seq, outdial_id, state from target where seq > ? order by seq fetch first " + LOOK + " rows only";

    private final ClassHeads heads;
    /** Lists whose oldest target does not come first. */
    private final Map<UUID, TargetOrder> orders = new HashMap<>();
    /** Whether a list may ask to be ordered. */
    private boolean asks;

    FreshOrder(ClassHeads heads) {
        this.heads = heads;
    }

    void load(Connection connection) throws SQLException {
        orders.clear();
        try (var statement = connection.prepareStatement("select id, target_order from outdial");
                var row = statement.executeQuery()) {
            while (row.next()) {
                know(Columns.uuid(row, "id"), TargetOrder.valueOf(row.getString(2)));
            }
        }
        try (var statement = connection.prepareStatement(ASKED)) {
            asks = !asked(statement).isEmpty();
        }
    }

    private void know(UUID outdialId, TargetOrder order) {
        if (order == TargetOrder.OLDEST) {
            orders.remove(outdialId);
        } else {
            orders.put(outdialId, order);
        }
    }

    /** The place of a target, below 0, as the database computes it from the target. */
    private static String place(TargetOrder order) {
        return switch (order) {
            case OLDEST -> "0";
            case NEWEST -> "-seq";
            case RANDOM -> "-1 - ora_hash(seq, 4294967295)";
            // 1,000,000 is the highest priority, and the lowest one with a minus.
            case PRIORITY -> "-1000001 - priority";
        };
    }

    /**
     * Places some of the targets that came into a list.
     *
     * @return whether there may be more
     */
    boolean place(Transaction transaction, UUID outdialId) throws SQLException {
        var order = orders.get(outdialId);
        if (order == null) {
            return false;
        }
        var unplaced = new ArrayList<Long>();
        var statement = transaction.statement(UNPLACED);
        statement.setObject(1, outdialId);
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                unplaced.add(row.getLong(1));
            }
        }
        place(transaction, outdialId, order, unplaced);
        return unplaced.size() == CHUNK;
    }

    private void place(Transaction transaction, UUID outdialId, TargetOrder order, List<Long> targets)
            throws SQLException {
        for (long seq : targets) {
            transaction.change("update target set next_try_at = " + place(order) + " where seq = ?", seq);
        }
        if (!targets.isEmpty()) {
            heads.forget(outdialId);
        }
    }

    /** Within the commit that saves a list. */
    void saved(Transaction transaction, Outdial list) throws SQLException {
        var before = orders.getOrDefault(list.id(), TargetOrder.OLDEST);
        know(list.id(), list.deleted() ? TargetOrder.OLDEST : list.order());
        if (!list.deleted() && before != list.order()) {
            transaction.change("delete from setting where name = ?", ORDERING + list.id());
            transaction.change("insert into setting (name, content) values (?, '')", ORDERING + list.id());
            asks = true;
        }
    }

    /** After the commit of {@link #saved}, and at opening: orders the lists that ask for it, in chunks between other writes. */
    void goOn(Writer writer) {
        if (!asks) {
            return;
        }
        asks = false;
        var _ = writer.writeFactWhenFree(transaction -> asked(transaction.statement(ASKED)))
                .thenAccept(lists -> {
                    if (!lists.isEmpty()) {
                        order(writer, lists.getFirst(), -1);
                    }
                });
    }

    private static List<UUID> asked(PreparedStatement statement) throws SQLException {
        var lists = new ArrayList<UUID>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                lists.add(UUID.fromString(row.getString(1).substring(ORDERING.length())));
            }
        }
        return lists;
    }

    private void order(Writer writer, UUID outdialId, long after) {
        var _ = writer.writeFactWhenFree(transaction -> orderChunk(transaction, outdialId, after))
                .thenAccept(last -> {
                    if (last < 0) {
                        asks = true;
                        goOn(writer);
                    } else {
                        order(writer, outdialId, last);
                    }
                });
    }

    /** @return {@code seq} of the last row that was looked at; -1 after the last one */
    private long orderChunk(Transaction transaction, UUID outdialId, long after) throws SQLException {
        var fresh = new ArrayList<Long>();
        long last = -1;
        int looked = 0;
        var statement = transaction.statement(NEXT);
        statement.setLong(1, after);
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                looked++;
                last = row.getLong(1);
                if (row.getInt(3) == TargetState.FRESH.code && outdialId.equals(Columns.uuid(row, "outdial_id"))) {
                    fresh.add(last);
                }
            }
        }
        place(transaction, outdialId, orders.getOrDefault(outdialId, TargetOrder.OLDEST), fresh);
        if (looked == LOOK) {
            return last;
        }
        transaction.change("delete from setting where name = ?", ORDERING + outdialId);
        transaction.targetsChanged(outdialId);
        return -1;
    }
}
