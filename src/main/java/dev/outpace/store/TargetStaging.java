package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.store.TargetWrites.Watch;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Adds many targets to a list in two steps: they are stored where no reader sees them, then joined to the list. Both steps work
 * in chunks between other writes, while the caller waits.
 */
final class TargetStaging {
    /** Rows in a chunk. At some 80,000 rows a second, a claim behind a chunk hardly waits. */
    private static final int CHUNK = 50;

    /** Rows in a commit while nobody else writes. */
    private static final int AT_ONCE = 10 * CHUNK;

    /**
     * Listeners of a changed list count its targets, which costs a write. So they are told only once per this many joined
     * targets.
     */
    private static final int TARGETS_PER_NOTICE = 40 * CHUNK;

    private static final String IN_PLACES = " from target_staged where place > ? and place <= ? and outdial_id = ?";
    private static final String NEW_IN_PLACES = IN_PLACES + " and updates is null order by place";
    private static final List<String> JOIN = IntStream.rangeClosed(0, Outplan.DESTINATIONS)
            .mapToObj(destinations -> StagedRows.join(destinations, NEW_IN_PLACES))
            .toList();
    private static final String STATES = "select state, count(*)" + IN_PLACES + " and updates is null group by state";

    private final Writer writer;
    private final TargetTable table;
    private final FreshOrder freshOrder;
    private final StagedRows rows;
    private final StagedUpdates updates;

    TargetStaging(Writer writer, TargetTable table, TargetRows rows, FreshOrder freshOrder) {
        this.freshOrder = freshOrder;
        this.writer = writer;
        this.table = table;
        this.rows = new StagedRows(rows);
        updates = new StagedUpdates(table, rows);
    }

    /** @throws StoreException if another import into the list is running */
    void begin(UUID outdialId) {
        boolean free = StoredTargets.await(writer.write(transaction -> {
            var begin = transaction.statement("insert into target_import (outdial_id, publishing, joined)"
                    + " select ?, false, (select coalesce(max(place), 0) from target_staged)"
                    + " where not exists (select 1 from target_import where outdial_id = ?)");
            begin.setObject(1, outdialId);
            begin.setObject(2, outdialId);
            return begin.executeUpdate() == 1;
        }));
        if (!free) {
            throw new StoreException(Problem.error("store.import_running", outdialId.toString()));
        }
    }

    /**
     * Reads the next targets while the ones before are written.
     *
     * @return how many targets are stored; fewer than all if cancelled
     */
    long stage(Iterator<OutdialTarget> targets, Watch watch) {
        long staged = 0;
        Pending pending = null;
        while (targets.hasNext() && !watch.cancelled()) {
            var some = new ArrayList<OutdialTarget>(AT_ONCE);
            while (some.size() < AT_ONCE && targets.hasNext()) {
                some.add(targets.next());
            }
            staged += pending == null ? 0 : finish(pending);
            watch.stored(staged);
            pending = new Pending(some, begin(some, 0));
        }
        staged += pending == null ? 0 : finish(pending);
        watch.stored(staged);
        return staged;
    }

    /** @param written how many of them are, when it completes */
    private record Pending(List<OutdialTarget> targets, CompletableFuture<Integer> written) {}

    private int finish(Pending pending) {
        int written = StoredTargets.await(pending.written);
        while (written < pending.targets.size()) {
            written = StoredTargets.await(begin(pending.targets, written));
        }
        return written;
    }

    /** In one commit, unless other writes wait: then it ends with the chunk that it is at. */
    private CompletableFuture<Integer> begin(List<OutdialTarget> targets, int from) {
        return writer.writeWhenFree(transaction -> {
            int written = from;
            do {
                int to = Math.min(written + CHUNK, targets.size());
                stage(transaction, targets.subList(written, to));
                written = to;
            } while (written < targets.size() && !writer.isAwaited());
            return written;
        });
    }

    private void stage(Transaction transaction, List<OutdialTarget> chunk) throws SQLException {
        int destinations = rows.insert(transaction, chunk);
        if (destinations != 1) {
            var mark = transaction.statement("update target_import set destinations = ? where outdial_id = ?"
                    + " and destinations > 0 and (? = 0 or destinations < ?)");
            mark.setInt(1, destinations);
            mark.setObject(2, chunk.getFirst().outdialId());
            mark.setInt(3, destinations);
            mark.setInt(4, destinations);
            mark.executeUpdate();
        }
    }

    /** From this commit on all targets will join, even after a kill. */
    static boolean joining(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("update target_import set publishing = true where outdial_id = ?");
        statement.setObject(1, outdialId);
        return statement.executeUpdate() == 1;
    }

    /** Joins the targets. Waits while the store can't be written. */
    void join(UUID outdialId, Watch watch) {
        var step = new Joined(0, StagedUpdates.Done.NONE, true);
        var all = StagedUpdates.Done.NONE;
        while (step.more()) {
            long before = step.targets();
            step = StoredTargets.await(
                    writer.writeFactWhenFree(transaction -> joinSome(transaction, outdialId, before)));
            all = all.plus(step.updates());
            watch.joined(step.targets());
        }
        if (all.updated() + all.left() > 0) {
            watch.updated(all.updated(), all.left());
        }
        clear();
    }

    /**
     * @param targets joined or updated so far
     * @param updates of this step
     */
    private record Joined(long targets, StagedUpdates.Done updates, boolean more) {}

    private Joined joinSome(Transaction transaction, UUID outdialId, long before) throws SQLException {
        var places = places(transaction, outdialId);
        long to = places.joined();
        long joined = before;
        var changed = StagedUpdates.Done.NONE;
        while (to < places.last() && joined < before + AT_ONCE && !(to > places.joined() && writer.isAwaited())) {
            long from = to;
            to = Math.min(from + CHUNK, places.last());
            joined += joinChunk(transaction, outdialId, places.destinations(), from, to);
            if (places.destinations() == 0) {
                var some = updates.carryOut(transaction, outdialId, from, to);
                joined += some.updated() + some.left();
                changed = changed.plus(some);
            }
        }
        boolean more = to < places.last();
        if (more) {
            var mark = transaction.statement("update target_import set joined = ? where outdial_id = ?");
            mark.setLong(1, to);
            mark.setObject(2, outdialId);
            mark.executeUpdate();
        } else {
            end(transaction, outdialId);
        }
        if (!more || before == 0 || before / TARGETS_PER_NOTICE != joined / TARGETS_PER_NOTICE) {
            transaction.targetsChanged(outdialId);
        }
        return new Joined(joined, changed, more);
    }

    /**
     * @param joined up to which place the targets are in the list
     * @param destinations as {@link StagedRows#insert} says of all of them
     */
    private record Places(long joined, long last, int destinations) {}

    private static Places places(Transaction transaction, UUID outdialId) throws SQLException {
        var statement =
                transaction.statement("select joined, destinations, (select coalesce(max(place), 0) from target_staged)"
                        + " from target_import where outdial_id = ?");
        statement.setObject(1, outdialId);
        try (var row = statement.executeQuery()) {
            return row.next() ? new Places(row.getLong(1), row.getLong(3), row.getInt(2)) : new Places(0, 0, 0);
        }
    }

    /** @return how many targets joined: places between may be of another list, or of none */
    private int joinChunk(Transaction transaction, UUID outdialId, int destinations, long after, long last)
            throws SQLException {
        var join = transaction.statement(JOIN.get(destinations));
        setPlaces(join, outdialId, after, last);
        int count = join.executeUpdate();
        boolean more = true;
        while (more) {
            more = freshOrder.place(transaction, outdialId);
        }
        if (destinations > 0) {
            table.joined(outdialId, TargetState.FRESH, count);
            return count;
        }
        var states = transaction.statement(STATES);
        setPlaces(states, outdialId, after, last);
        try (var row = states.executeQuery()) {
            while (row.next()) {
                table.joined(outdialId, TargetState.of(row.getInt(1)), row.getLong(2));
            }
        }
        return count;
    }

    private static void setPlaces(PreparedStatement statement, UUID outdialId, long after, long last)
            throws SQLException {
        statement.setLong(1, after);
        statement.setLong(2, last);
        statement.setObject(3, outdialId);
    }

    /** Deletes the staged targets. If the store can't be written now, this happens as soon as it can. */
    void undo(UUID outdialId) {
        try {
            boolean more = true;
            while (more) {
                more = StoredTargets.await(writer.writeWhenFree(transaction -> undoChunk(transaction, outdialId)));
            }
        } catch (StoreException failure) {
            if (failure.down() == null) {
                throw failure;
            }
            finish(outdialId, false, 0, new CompletableFuture<>());
        }
    }

    private static boolean undoChunk(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement(
                "delete from target_staged where outdial_id = ? fetch first " + CHUNK + " rows only");
        statement.setObject(1, outdialId);
        boolean more = statement.executeUpdate() == CHUNK;
        if (!more) {
            end(transaction, outdialId);
        }
        return more;
    }

    /** Empties the table where no import needs it. In a commit of its own: the statement commits. */
    private void clear() {
        var _ = writer.writeWhenFree(transaction -> {
            if (isAny(transaction, "target_import") || !isAny(transaction, "target_staged")) {
                return false;
            }
            transaction.statement("truncate table target_staged").executeUpdate();
            return true;
        });
    }

    private static boolean isAny(Transaction transaction, String table) throws SQLException {
        try (var row = transaction
                .statement("select 1 from " + table + " fetch first row only")
                .executeQuery()) {
            return row.next();
        }
    }

    static void end(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("delete from target_import where outdial_id = ?");
        statement.setObject(1, outdialId);
        statement.executeUpdate();
    }

    /**
     * Called at opening. Undoes imports that were interrupted while storing targets, and completes those that were interrupted
     * while joining them.
     */
    CompletableFuture<Void> finishCutImports() {
        var cut = StoredTargets.await(writer.write(transaction -> {
            var found = new HashMap<UUID, Boolean>();
            var statement = transaction.statement("select outdial_id, publishing from target_import");
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getBoolean(2));
                }
            }
            return found;
        }));
        clear();
        return CompletableFuture.allOf(cut.entrySet().stream()
                .map(list -> {
                    var done = new CompletableFuture<Boolean>();
                    finish(list.getKey(), list.getValue(), 0, done);
                    return done;
                })
                .toArray(CompletableFuture[]::new));
    }

    private void finish(UUID outdialId, boolean publishing, long before, CompletableFuture<Boolean> done) {
        var _ = writer.writeFactWhenFree(transaction -> publishing
                        ? joinSome(transaction, outdialId, before)
                        : new Joined(0, StagedUpdates.Done.NONE, undoChunk(transaction, outdialId)))
                .whenComplete((step, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else if (step.more()) {
                        finish(outdialId, publishing, step.targets(), done);
                    } else {
                        done.complete(true);
                    }
                });
    }
}
