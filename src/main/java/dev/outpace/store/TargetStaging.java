package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.store.ClassHeads.Head;
import dev.outpace.store.TargetWrites.Watch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Adds many targets to a list in two steps: they are stored where no reader sees them, then joined to the list. Both steps work
 * in chunks between other writes, while the caller waits.
 */
final class TargetStaging {
    /** Rows in a chunk. At some 80,000 rows a second, a claim behind a chunk hardly waits. */
    private static final int CHUNK = 50;

    /** Rows in a commit while nobody else writes. */
    private static final int AT_ONCE = 20 * CHUNK;

    /**
     * Listeners of a changed list count its targets, which costs a write. So they are told only once per this many joined
     * targets.
     */
    private static final int TARGETS_PER_NOTICE = 40 * CHUNK;

    private static final String IMPORTING = TargetState.oneOf(TargetState.IMPORTING);

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;

    TargetStaging(Writer writer, TargetTable table, TargetRows rows) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
    }

    /** @throws StoreException if another import into the list is running */
    void begin(UUID outdialId) {
        boolean free = StoredTargets.await(writer.write(transaction -> {
            var begin = transaction.statement("insert into target_import (outdial_id, publishing) select ?, false"
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
        var statement = transaction.statement(TargetRows.INSERT);
        for (var target : chunk) {
            rows.set(statement, target, TargetState.IMPORTING);
            var nextTryAt = target.nextTryAt();
            statement.setLong(3, staged(TargetRows.stateOf(target), nextTryAt));
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Value of the next-try column while a target is being imported: its future state, then its next try. */
    private static long staged(TargetState state, @Nullable Instant nextTryAt) {
        return (state == TargetState.RETRY && nextTryAt != null ? Columns.micros(nextTryAt) : 0) * 8 + state.code;
    }

    /** From this commit on all targets will join, even after a kill. */
    static boolean joining(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("update target_import set publishing = true where outdial_id = ?");
        statement.setObject(1, outdialId);
        return statement.executeUpdate() == 1;
    }

    /** Joins the targets. Waits while the store can't be written. */
    void join(UUID outdialId, Watch watch) {
        var step = new Joined(0, true);
        while (step.more()) {
            long before = step.targets();
            step = StoredTargets.await(
                    writer.writeFactWhenFree(transaction -> joinSome(transaction, outdialId, before)));
            watch.joined(step.targets());
        }
    }

    /** @param targets about as many as joined so far */
    private record Joined(long targets, boolean more) {}

    private Joined joinSome(Transaction transaction, UUID outdialId, long before) throws SQLException {
        long joined = before;
        boolean more;
        do {
            more = joinChunk(transaction, outdialId, joined);
            joined += CHUNK;
        } while (more && joined < before + AT_ONCE && !writer.isAwaited());
        return new Joined(joined, more);
    }

    private boolean joinChunk(Transaction transaction, UUID outdialId, long before) throws SQLException {
        var find = transaction.statement("select seq, next_try_at, class, rank from target where outdial_id = ? and "
                + IMPORTING + " order by outdial_id, state, next_try_at, seq fetch first " + CHUNK + " rows only");
        find.setObject(1, outdialId);
        var publish = transaction.statement("update target set state = ?, next_try_at = ? where seq = ?");
        int count = 0;
        try (var row = find.executeQuery()) {
            while (row.next()) {
                long staged = row.getLong(2);
                var state = TargetState.of((int) Math.floorMod(staged, 8L));
                publish.setInt(1, state.code);
                long nextTryAt = Math.floorDiv(staged, 8L);
                publish.setLong(2, nextTryAt);
                publish.setLong(3, row.getLong(1));
                publish.addBatch();
                table.joined(outdialId, state, row.getInt(3), new Head(nextTryAt, row.getLong(4), row.getLong(1)));
                count++;
            }
        }
        publish.executeBatch();
        if (count < CHUNK) {
            end(transaction, outdialId);
        }
        if (before % TARGETS_PER_NOTICE == 0 || count < CHUNK) {
            transaction.targetsChanged(outdialId);
        }
        return count == CHUNK;
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
                "delete from target where outdial_id = ? and " + IMPORTING + " fetch first " + CHUNK + " rows only");
        statement.setObject(1, outdialId);
        boolean more = statement.executeUpdate() == CHUNK;
        if (!more) {
            end(transaction, outdialId);
        }
        return more;
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
        return CompletableFuture.allOf(cut.entrySet().stream()
                .map(list -> {
                    var done = new CompletableFuture<Boolean>();
                    finish(list.getKey(), list.getValue(), 0, done);
                    return done;
                })
                .toArray(CompletableFuture[]::new));
    }

    private void finish(UUID outdialId, boolean publishing, long before, CompletableFuture<Boolean> done) {
        var _ = writer.writeFactWhenFree(transaction ->
                        publishing ? joinChunk(transaction, outdialId, before) : undoChunk(transaction, outdialId))
                .whenComplete((more, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else if (more) {
                        finish(outdialId, publishing, before + CHUNK, done);
                    } else {
                        done.complete(true);
                    }
                });
    }
}
