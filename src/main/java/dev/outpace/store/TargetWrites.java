package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.TargetStatus;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Changes targets for users and files. Long methods block their caller, but not the engine's writes. */
public final class TargetWrites {
    private static final int BATCH = 200;

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;
    private final ResourceTables resources;
    private final TargetStaging staging;
    private final FreshOrder freshOrder;
    private final TargetEdits edits;

    TargetWrites(
            Writer writer,
            TargetTable table,
            TargetRows rows,
            ResourceTables resources,
            TargetStaging staging,
            FreshOrder freshOrder) {
        this.freshOrder = freshOrder;
        this.writer = writer;
        this.table = table;
        this.rows = rows;
        this.resources = resources;
        this.staging = staging;
        edits = new TargetEdits(table, rows);
    }

    /** Observes the adding of targets, on the thread that adds them. */
    public interface Watch {
        /** @param rows targets stored so far; no reader sees them yet */
        default void stored(long rows) {}

        /**
         * Called from the first target that joins its list. From then on all will join, even after a kill.
         *
         * @param rows targets joined so far
         */
        default void joined(long rows) {}

        /**
         * Called once, when all are through, if targets were to be updated.
         *
         * @param left as they are, since they were in a call or gone
         */
        default void updated(long targets, long left) {}

        /** Asked between chunks, and once more before the first target joins. */
        default boolean cancelled() {
            return false;
        }
    }

    /**
     * Adds many targets to a list, all or none. No reader sees the first before the last one is stored. After a kill before
     * that moment, nothing is left; after a later kill, the next opening completes the import. Targets in ascending order of id
     * are stored several times faster. One with a place updates the target there.
     *
     * @return how many were added or updated; 0 if cancelled
     */
    public long addAll(UUID outdialId, Iterator<OutdialTarget> targets, Watch watch) {
        staging.begin(outdialId);
        boolean through = false;
        long added;
        try {
            added = staging.stage(targets, watch);
            through = !targets.hasNext() && !watch.cancelled();
        } finally {
            if (!through) {
                staging.undo(outdialId);
            }
        }
        if (!through) {
            return 0;
        }
        StoredTargets.await(writer.write(transaction -> TargetStaging.joining(transaction, outdialId)));
        staging.join(outdialId, watch);
        return added;
    }

    /**
     * Stores resources and targets in one transaction. All other writes wait, so use this only while no engine runs.
     *
     * @param targets by their list
     * @param emptied lists whose present targets are deleted first
     */
    public void storeAll(List<Resource> all, Map<UUID, Iterator<OutdialTarget>> targets, Set<UUID> emptied) {
        StoredTargets.await(writer.write(transaction -> {
            storeAll(transaction, all, targets, emptied);
            return true;
        }));
    }

    void storeAll(
            Transaction transaction, List<Resource> all, Map<UUID, Iterator<OutdialTarget>> targets, Set<UUID> emptied)
            throws SQLException {
        for (var resource : all) {
            resources.save(transaction, resource);
        }
        for (var outdialId : emptied) {
            empty(transaction, outdialId);
        }
        for (var list : targets.entrySet()) {
            insert(transaction, list.getValue());
            boolean more = true;
            while (more) {
                more = freshOrder.place(transaction, list.getKey());
            }
            transaction.targetsChanged(list.getKey());
        }
        table.loadCounts(transaction.connection());
    }

    void insert(Transaction transaction, Iterator<OutdialTarget> list) throws SQLException {
        var statement = transaction.statement(TargetRows.INSERT);
        int batched = 0;
        while (list.hasNext()) {
            var target = list.next();
            var state = TargetRows.stateOf(target);
            rows.set(statement, target, state);
            table.added(target.outdialId(), state, 1);
            statement.addBatch();
            if (++batched % BATCH == 0) {
                statement.executeBatch();
            }
        }
        statement.executeBatch();
    }

    void empty(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("delete from target where outdial_id = ? and " + TargetState.IN_LIST);
        statement.setObject(1, outdialId);
        statement.executeUpdate();
        table.forget(outdialId);
        TargetRemoval.recall(transaction, outdialId);
        transaction.targetsChanged(outdialId);
    }

    public CompletableFuture<Boolean> add(OutdialTarget target) {
        return writer.write(transaction -> {
            var statement = transaction.statement(TargetRows.INSERT);
            var state = TargetRows.stateOf(target);
            rows.set(statement, target, state);
            statement.executeUpdate();
            table.added(target.outdialId(), state, 1);
            freshOrder.place(transaction, target.outdialId());
            transaction.targetsChanged(target.outdialId());
            return true;
        });
    }

    /**
     * Saves an edited target. A new address resets the tries of its destination. A target that was not reached can be called
     * again if it has a new address.
     *
     * @return why it was refused: the target is in a call, or deleted; empty if saved
     */
    public CompletableFuture<Optional<Problem>> save(OutdialTarget edited) {
        return change(
                edited.id(),
                edited.name(),
                (transaction, now, before) -> edits.save(transaction, now, before, edited, true));
    }

    /**
     * Deletes a target. Calls that were made keep its name and number.
     *
     * @return why it was refused: the target is in a call, or already deleted; empty if deleted
     */
    public CompletableFuture<Optional<Problem>> delete(UUID targetId) {
        return change(targetId, "", (transaction, now, state) -> {
            var statement = transaction.statement("delete from target where id = ?");
            statement.setObject(1, targetId);
            statement.executeUpdate();
            table.add(now.outdialId(), state, -1);
        });
    }

    private interface Change {
        void of(Transaction transaction, OutdialTarget now, TargetState state) throws SQLException;
    }

    private CompletableFuture<Optional<Problem>> change(UUID targetId, String name, Change change) {
        return writer.write(transaction -> {
            var statement = transaction.statement("select * from target where id = ? and " + TargetState.IN_LIST);
            statement.setObject(1, targetId);
            OutdialTarget now;
            TargetState state;
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(Problem.error("target.gone", "", name));
                }
                now = rows.read(row);
                state = TargetState.of(row.getInt("state"));
            }
            if (now.status() == TargetStatus.PROGRESSING) {
                return Optional.of(Problem.error("target.in_call", "", now.name()));
            }
            change.of(transaction, now, state);
            transaction.targetsChanged(now.outdialId());
            return Optional.empty();
        });
    }
}
