package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.TargetStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people and files do to targets. Methods that take long block their caller, never the engine's writes. */
public final class TargetWrites {
    /** Rows a chunk: so short that a claim behind it hardly waits, at some 80,000 rows a second. */
    private static final int CHUNK = 50;

    /** Who hears of changed lists counts their targets, which costs a write: it is told of every so many that join. */
    private static final int TOLD_AFTER = 40 * CHUNK;

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;
    private final ResourceTables resources;

    TargetWrites(Writer writer, TargetTable table, TargetRows rows, ResourceTables resources) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
        this.resources = resources;
    }

    /** Who watches targets being added; on the thread that adds them. */
    public interface Watch {
        /** So many are stored, and nobody sees them yet. */
        default void stored(long rows) {}

        /** So many have joined the list; from the first on, all will, whatever happens. */
        default void joined(long rows) {}

        /** Asked between chunks, and once more before the first joins. */
        default boolean cancelled() {
            return false;
        }
    }

    /**
     * Adds many targets to a list, all or none: until the last one is stored, nobody sees the first. A cut before that
     * leaves nothing, one after it is carried on at the next opening. Ids in ascending order go in several times faster.
     *
     * @return how many were added; 0 when cancelled
     */
    public long addAll(UUID outdialId, Iterator<OutdialTarget> targets, Watch watch) {
        stageBegin(outdialId);
        long added = 0;
        boolean through = false;
        try {
            while (targets.hasNext() && !watch.cancelled()) {
                var chunk = new ArrayList<OutdialTarget>(CHUNK);
                while (chunk.size() < CHUNK && targets.hasNext()) {
                    chunk.add(targets.next());
                }
                stage(chunk);
                added += chunk.size();
                watch.stored(added);
            }
            through = !targets.hasNext() && !watch.cancelled();
        } finally {
            if (!through) {
                undo(outdialId);
            }
        }
        if (!through) {
            return 0;
        }
        StoredTargets.await(writer.write(transaction -> publishing(transaction, outdialId)));
        publish(outdialId, watch);
        return added;
    }

    /**
     * Stores resources and targets, all in one transaction: other writes wait, so it is for a workspace that nobody runs.
     *
     * @param targets by their list
     * @param emptied lists whose present targets go before
     */
    public void storeAll(List<Resource> all, Map<UUID, Iterator<OutdialTarget>> targets, Set<UUID> emptied) {
        StoredTargets.await(writer.write(transaction -> {
            for (var resource : all) {
                resources.save(transaction, resource);
            }
            for (var outdialId : emptied) {
                empty(transaction, outdialId);
            }
            for (var list : targets.entrySet()) {
                insert(transaction, list.getValue());
                transaction.targetsChanged(list.getKey());
            }
            table.loadCounts(transaction.connection());
            return true;
        }));
    }

    private void insert(Transaction transaction, Iterator<OutdialTarget> list) throws SQLException {
        var statement = transaction.statement(TargetRows.INSERT);
        int batched = 0;
        while (list.hasNext()) {
            var target = list.next();
            rows.set(statement, target, TargetRows.stateOf(target));
            statement.addBatch();
            if (++batched % CHUNK == 0) {
                statement.executeBatch();
            }
        }
        statement.executeBatch();
    }

    private void stageBegin(UUID outdialId) {
        StoredTargets.await(writer.write(transaction -> {
            var busy = transaction.statement("select 1 from target_import where outdial_id = ?");
            busy.setObject(1, outdialId);
            try (var row = busy.executeQuery()) {
                if (row.next()) {
                    throw new StoreException(Problem.error("store.import_running", outdialId.toString()));
                }
            }
            var begin = transaction.statement("insert into target_import (outdial_id, publishing) values (?, false)");
            begin.setObject(1, outdialId);
            return begin.executeUpdate() == 1;
        }));
    }

    /** The import's own chunk waits for its commit, so that no more than one is ever under way. */
    private void stage(List<OutdialTarget> chunk) {
        StoredTargets.await(writer.writeWhenFree(transaction -> {
            var statement = transaction.statement(TargetRows.INSERT);
            for (var target : chunk) {
                rows.set(statement, target, TargetState.IMPORTING);
                var nextTryAt = target.nextTryAt();
                statement.setLong(3, staged(TargetRows.stateOf(target), nextTryAt));
                statement.addBatch();
            }
            statement.executeBatch();
            return true;
        }));
    }

    /** While it is being imported, a target's place in the range waits in its next-try column: its state, then a moment. */
    private static long staged(TargetState state, @Nullable Instant nextTryAt) {
        return (state == TargetState.RETRY && nextTryAt != null ? Columns.micros(nextTryAt) : 0) * 8 + state.code;
    }

    private static boolean publishing(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("update target_import set publishing = true where outdial_id = ?");
        statement.setObject(1, outdialId);
        return statement.executeUpdate() == 1;
    }

    private void publish(UUID outdialId, Watch watch) {
        long joined = 0;
        boolean more = true;
        while (more) {
            long before = joined;
            more = StoredTargets.await(
                    writer.writeWhenFree(transaction -> publishChunk(transaction, outdialId, before)));
            joined += CHUNK;
            watch.joined(joined);
        }
    }

    private boolean publishChunk(Transaction transaction, UUID outdialId, long before) throws SQLException {
        var find = transaction.statement("select seq, next_try_at from target where outdial_id = ? and state = 6"
                + " order by outdial_id, state, next_try_at, seq fetch first " + CHUNK + " rows only");
        find.setObject(1, outdialId);
        var publish = transaction.statement("update target set state = ?, next_try_at = ? where seq = ?");
        int count = 0;
        try (var row = find.executeQuery()) {
            while (row.next()) {
                long staged = row.getLong(2);
                var state = TargetState.of((int) Math.floorMod(staged, 8L));
                publish.setInt(1, state.code);
                publish.setLong(2, Math.floorDiv(staged, 8L));
                publish.setLong(3, row.getLong(1));
                publish.addBatch();
                table.add(outdialId, state, 1);
                count++;
            }
        }
        publish.executeBatch();
        if (count < CHUNK) {
            end(transaction, outdialId);
        }
        if (before % TOLD_AFTER == 0 || count < CHUNK) {
            transaction.targetsChanged(outdialId);
        }
        return count == CHUNK;
    }

    private void undo(UUID outdialId) {
        boolean more = true;
        while (more) {
            more = StoredTargets.await(writer.writeWhenFree(transaction -> undoChunk(transaction, outdialId)));
        }
    }

    private static boolean undoChunk(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement(
                "delete from target where outdial_id = ? and state = 6 fetch first " + CHUNK + " rows only");
        statement.setObject(1, outdialId);
        boolean more = statement.executeUpdate() == CHUNK;
        if (!more) {
            end(transaction, outdialId);
        }
        return more;
    }

    private static void end(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("delete from target_import where outdial_id = ?");
        statement.setObject(1, outdialId);
        statement.executeUpdate();
    }

    /** At opening: imports that were cut while loading are undone, those whose targets were joining are carried through. */
    void finishCutImports() {
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
        cut.forEach((outdialId, publishing) -> finish(outdialId, publishing, 0));
    }

    private void finish(UUID outdialId, boolean publishing, long before) {
        var _ = writer.writeWhenFree(transaction ->
                        publishing ? publishChunk(transaction, outdialId, before) : undoChunk(transaction, outdialId))
                .thenAccept(more -> {
                    if (more) {
                        finish(outdialId, publishing, before + CHUNK);
                    }
                });
    }

    private void empty(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("delete from target where outdial_id = ? and state < 6");
        statement.setObject(1, outdialId);
        statement.executeUpdate();
        table.forget(outdialId);
        transaction.targetsChanged(outdialId);
    }

    public CompletableFuture<Boolean> add(OutdialTarget target) {
        return writer.write(transaction -> {
            var statement = transaction.statement(TargetRows.INSERT);
            var state = TargetRows.stateOf(target);
            rows.set(statement, target, state);
            statement.executeUpdate();
            table.add(target.outdialId(), state, 1);
            transaction.targetsChanged(target.outdialId());
            return true;
        });
    }

    /**
     * Saves an edited target. A new address in a slot resets the slot's tries; a target that was not reached and has a new
     * address can be called again.
     *
     * @return why it was refused: it is in a call, or gone
     */
    public CompletableFuture<Optional<Problem>> save(OutdialTarget edited) {
        return change(edited.id(), edited.name(), (transaction, now) -> {
            var tries = new ArrayList<Integer>();
            boolean newAddress = false;
            for (int i = 0; i < Outplan.DESTINATIONS; i++) {
                boolean same = sameAddress(
                        now.destinations().get(i), edited.destinations().get(i));
                tries.add(same ? now.tryCounts().get(i) : 0);
                newAddress |= !same && edited.destinations().get(i) != null;
            }
            boolean comesBack = newAddress && !now.succeeded() && now.status() != TargetStatus.IDLE;
            var saved = new OutdialTarget(
                    now.id(),
                    now.outdialId(),
                    now.seq(),
                    edited.name(),
                    edited.detail(),
                    edited.data(),
                    comesBack ? TargetStatus.IDLE : now.status(),
                    edited.destinations(),
                    tries,
                    now.nextTryAt(),
                    now.lastResult(),
                    edited.stamps(),
                    now.unknown());
            var state = TargetRows.stateOf(saved);
            var statement = transaction.statement(TargetRows.UPDATE);
            rows.set(statement, saved, state);
            statement.executeUpdate();
            table.move(now.outdialId(), TargetRows.stateOf(now), state);
        });
    }

    private static boolean sameAddress(@Nullable Address before, @Nullable Address after) {
        return Objects.equals(before == null ? null : before.dialKey(), after == null ? null : after.dialKey());
    }

    /** @return why it was refused: it is in a call, or gone */
    public CompletableFuture<Optional<Problem>> delete(UUID targetId, Instant at) {
        return change(targetId, "", (transaction, now) -> {
            var statement =
                    transaction.statement("update target set state = 5, next_try_at = 0, deleted_at = ? where id = ?");
            Columns.setInstant(statement, 1, at);
            statement.setObject(2, targetId);
            statement.executeUpdate();
            table.move(now.outdialId(), TargetRows.stateOf(now), TargetState.DELETED);
        });
    }

    private interface Change {
        void of(Transaction transaction, OutdialTarget now) throws SQLException;
    }

    private CompletableFuture<Optional<Problem>> change(UUID targetId, String name, Change change) {
        return writer.write(transaction -> {
            var statement = transaction.statement("select * from target where id = ? and state < 5");
            statement.setObject(1, targetId);
            OutdialTarget now;
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(Problem.error("target.gone", "", name));
                }
                now = rows.read(row);
            }
            if (now.status() == TargetStatus.PROGRESSING) {
                return Optional.of(Problem.error("target.in_call", "", now.name()));
            }
            change.of(transaction, now);
            transaction.targetsChanged(now.outdialId());
            return Optional.empty();
        });
    }

    /** Ids of targets among some that are stored already, deleted ones included. */
    public CompletableFuture<Set<UUID>> stored(Set<UUID> ids) {
        return writer.writeWhenFree(transaction -> {
            var statement = transaction.statement("select 1 from target where id = ?");
            return ids.stream()
                    .filter(id -> {
                        try {
                            statement.setObject(1, id);
                            try (var row = statement.executeQuery()) {
                                return row.next();
                            }
                        } catch (SQLException failure) {
                            throw Store.failed(failure);
                        }
                    })
                    .collect(Collectors.toSet());
        });
    }
}
