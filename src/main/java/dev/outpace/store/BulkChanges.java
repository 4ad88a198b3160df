package dev.outpace.store;

import dev.outpace.model.BulkEdit;
import dev.outpace.model.Stamps;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes a chunk of targets in one transaction, and takes such a change back. Used on the writer thread only. */
final class BulkChanges {
    private static final String COLUMNS = "seq, class, rank, held_by, waits_since, " + TargetRows.COLUMNS;
    private static final String KEEP =
            "insert into target_undo (" + COLUMNS + ") select " + COLUMNS + " from target where seq = any(?)";
    private static final String WHERE = ", updated_at = ? where seq = any(?)";

    /** A fresh target gets its place in the order of its list before the next claim. */
    private static final String NO_PLACE =
            ", next_try_at = case when state = " + TargetState.FRESH.code + " then 0 else next_try_at end";

    /** Rules look again at whom they held. */
    private static final String STATE_BACK = "case when state not in (" + TargetState.HELD.code + ", "
            + TargetState.BARRED.code + ") then state when last_result is null then " + TargetState.FRESH.code
            + " else " + TargetState.RETRY.code + " end";

    private static final String NEXT_BACK = "case when state = " + TargetState.FRESH.code
            + " then 0 when state <> " + TargetState.HELD.code + " and state <> " + TargetState.BARRED.code
            + " then next_try_at when last_result is null then 0 else greatest(next_try_at, waits_since, 1) end";

    private static final String RESTORE =
            "update target t set (outdial_id, state, next_try_at, priority, rank, tries_0, tries_1, tries_2, tries_3,"
                    + " tries_4,"
                    + " closed_destinations,"
                    + " last_result, waits_since,"
                    + " updated_at, held_by) ="
                    + " (select"
                    + " outdial_id,"
                    + " " + STATE_BACK + ", " + NEXT_BACK + ", priority, rank, tries_0, tries_1,"
                    + " tries_2, tries_3, tries_4, closed_destinations, last_result, waits_since, updated_at, null"
                    + " from target_undo u where u.seq = t.seq) where t.seq = any(?)";

    private static final String INSERT = "insert into target (" + COLUMNS + ") overriding system value select "
            + COLUMNS.replace("held_by", "null")
                    .replace(" state,", " " + STATE_BACK + ",")
                    .replace(" next_try_at,", " " + NEXT_BACK + ",")
            + " from target_undo where seq = any(?)";

    /** A list that is deleted takes no targets any more. */
    private static final String GONE = "select 1 from outdial where deleted_at < ? and id = ?";

    private final TargetTable table;

    BulkChanges(TargetTable table) {
        this.table = table;
    }

    private record Place(long seq, TargetState state, boolean called) {}

    /** @param left as they are, since they were called or edited meanwhile, or their list is gone */
    record Undone(int back, int left) {}

    /** @return how many were changed */
    int make(
            Transaction transaction,
            long moment,
            UUID outdialId,
            long[] places,
            TargetCondition condition,
            BulkEdit edit)
            throws SQLException {
        if (edit instanceof BulkEdit.Move(var to) && isGone(transaction, to)) {
            return 0;
        }
        var chosen = choose(transaction, outdialId, places, condition, edit);
        if (chosen.isEmpty()) {
            return 0;
        }
        var seqs = chosen.stream().map(Place::seq).toArray();
        var keep = transaction.statement(KEEP);
        keep.setArray(1, transaction.connection().createArrayOf("bigint", seqs));
        keep.executeUpdate();
        change(transaction, moment, seqs, edit);
        for (var place : chosen) {
            count(transaction, outdialId, place, edit);
        }
        return chosen.size();
    }

    private static boolean isGone(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement(GONE);
        statement.setLong(1, Columns.micros(Stamps.NEVER));
        statement.setObject(2, outdialId);
        try (var row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static List<Place> choose(
            Transaction transaction, UUID outdialId, long[] places, TargetCondition condition, BulkEdit edit)
            throws SQLException {
        var statement = transaction.statement(
                "select seq, state, last_result from target where seq = any(?) and outdial_id = ? and "
                        + TargetState.IN_LIST + condition.sql());
        statement.setArray(
                1,
                transaction
                        .connection()
                        .createArrayOf("bigint", Arrays.stream(places).boxed().toArray()));
        statement.setObject(2, outdialId);
        condition.set(statement, 3);
        var chosen = new ArrayList<Place>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var state = TargetState.of(row.getInt(2));
                boolean barred = state == TargetState.BARRED && edit instanceof BulkEdit.Requeue;
                if (state != TargetState.PROGRESSING && !barred) {
                    chosen.add(new Place(row.getLong(1), state, row.getString(3) != null));
                }
            }
        }
        return chosen;
    }

    private static void change(Transaction transaction, long moment, Object[] seqs, BulkEdit edit) throws SQLException {
        var set = new Setter(statement(transaction, edit));
        switch (edit) {
            case BulkEdit.Requeue(var keepsTries) -> {
                if (keepsTries) {
                    set.number(moment);
                    set.number(moment);
                }
            }
            case BulkEdit.Move(var to) -> set.id(to);
            case BulkEdit.Priority(var priority) -> set.number(priority);
            case BulkEdit.MarkDone _, BulkEdit.Delete _ -> {}
        }
        if (!(edit instanceof BulkEdit.Delete)) {
            set.number(moment);
        }
        set.numbers(seqs);
        set.statement.executeUpdate();
    }

    private static PreparedStatement statement(Transaction transaction, BulkEdit edit) throws SQLException {
        return transaction.statement(
                switch (edit) {
                    case BulkEdit.Requeue(var keepsTries) ->
                        keepsTries
                                ? "update target set held_by = null, state = case when last_result is null then "
                                        + TargetState.FRESH.code + " else " + TargetState.RETRY.code
                                        + " end, next_try_at = case when last_result is null then 0 else cast(? as"
                                        + " bigint) end, waits_since = case when last_result is null then null else"
                                        + " cast(? as bigint) end"
                                        + WHERE
                                : "update target set held_by = null, state = " + TargetState.FRESH.code
                                        + ", next_try_at = 0, waits_since = null, last_result = null,"
                                        + " closed_destinations = 0, tries_0 = 0, tries_1 = 0, tries_2 = 0,"
                                        + " tries_3 = 0, tries_4 = 0" + WHERE;
                    case BulkEdit.MarkDone _ ->
                        "update target set held_by = null, waits_since = null, next_try_at = 0, state = "
                                + TargetState.DONE.code + WHERE;
                    case BulkEdit.Delete _ -> "delete from target where seq = any(?)";
                    case BulkEdit.Move _ -> "update target set outdial_id = ?" + NO_PLACE + WHERE;
                    case BulkEdit.Priority _ -> "update target set priority = ?" + NO_PLACE + WHERE;
                });
    }

    private void count(Transaction transaction, UUID outdialId, Place place, BulkEdit edit) throws SQLException {
        switch (edit) {
            case BulkEdit.Requeue(var keepsTries) -> {
                var to = keepsTries && place.called() ? TargetState.RETRY : TargetState.FRESH;
                table.moved(transaction, place.seq(), outdialId, place.state(), outdialId, to);
            }
            case BulkEdit.MarkDone _ -> table.move(outdialId, place.state(), TargetState.DONE);
            case BulkEdit.Delete _ -> table.add(outdialId, place.state(), -1);
            case BulkEdit.Move(var to) ->
                table.moved(transaction, place.seq(), outdialId, place.state(), to, place.state());
            case BulkEdit.Priority _ -> {}
        }
    }

    private record Kept(
            long seq,
            UUID outdialId,
            TargetState state,
            @Nullable UUID nowIn,
            TargetState now) {}

    /** Takes the edit back of some targets that it changed, and forgets what they were. */
    Undone undo(Transaction transaction, long moment, int many) throws SQLException {
        var back = new ArrayList<Kept>();
        var seen = new ArrayList<Long>();
        boolean deleted = isDelete(transaction);
        var statement = transaction.statement("select u.seq, u.outdial_id, "
                + STATE_BACK.replace("state", "u.state").replace("last_result", "u.last_result")
                + ", t.outdial_id, t.state, t.updated_at, exists (" + GONE.replace("id = ?", "id = u.outdial_id")
                + ") from target_undo u left join target t on t.seq = u.seq"
                + " order by u.seq fetch first " + many + " rows only");
        statement.setLong(1, Columns.micros(Stamps.NEVER));
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                seen.add(row.getLong(1));
                var nowIn = row.getObject(4, UUID.class);
                boolean asLeft = nowIn == null
                        ? deleted
                        : row.getLong(6) == moment && row.getInt(5) != TargetState.PROGRESSING.code;
                boolean listIsGone = row.getBoolean(7);
                if (asLeft && !listIsGone) {
                    back.add(new Kept(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            TargetState.of(row.getInt(3)),
                            nowIn,
                            TargetState.of(row.getInt(5))));
                }
            }
        }
        restore(transaction, back, deleted);
        var forget = transaction.statement("delete from target_undo where seq = any(?)");
        forget.setArray(1, transaction.connection().createArrayOf("bigint", seen.toArray()));
        forget.executeUpdate();
        return new Undone(back.size(), seen.size() - back.size());
    }

    private static boolean isDelete(Transaction transaction) throws SQLException {
        try (var row = transaction.statement("select kind from target_edit").executeQuery()) {
            return row.next() && row.getString(1).equals("Delete");
        }
    }

    private void restore(Transaction transaction, List<Kept> back, boolean deleted) throws SQLException {
        if (back.isEmpty()) {
            return;
        }
        var statement = transaction.statement(deleted ? INSERT : RESTORE);
        statement.setArray(
                1,
                transaction
                        .connection()
                        .createArrayOf("bigint", back.stream().map(Kept::seq).toArray()));
        statement.executeUpdate();
        for (var target : back) {
            var nowIn = target.nowIn();
            if (nowIn == null) {
                table.added(target.outdialId(), target.state(), 1);
            } else {
                table.moved(transaction, target.seq(), nowIn, target.now(), target.outdialId(), target.state());
                transaction.targetsChanged(nowIn);
            }
            transaction.targetsChanged(target.outdialId());
        }
    }
}
