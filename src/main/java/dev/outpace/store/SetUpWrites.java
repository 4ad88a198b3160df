package dev.outpace.store;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Resource;
import dev.outpace.store.TargetWrites.Watch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writes imported files into a workspace that runs, in three steps. First {@link #prepare} stores the targets where no reader
 * sees them. Then the engine writes {@link dev.outpace.engine.FactLog.Fact.SetUpSaved}; its commit decides that the import
 * takes effect. Then {@link #join} adds the targets to their lists. After a kill before that commit, nothing of the import is
 * left; after a kill behind it, the next opening completes the import.
 *
 * <p>Long methods block their caller, but not the engine's writes. The exception is a list that already has targets: these are
 * replaced within the commit.
 */
public final class SetUpWrites {
    private final Writer writer;
    private final ResourceTables resources;
    private final TargetWrites targets;
    private final TargetStaging staging;
    private final DoNotCallWrites doNotCall;
    private final Map<UUID, Ready> ready = new ConcurrentHashMap<>();

    /** The targets of one import. */
    private static final class Ready {
        /** Lists whose targets are stored and join after the commit. */
        final List<UUID> staged = new CopyOnWriteArrayList<>();
        /**
         * Lists whose present targets are replaced, with their new targets. Target ids are unique, so the new ones can't be
         * stored before the old ones are deleted.
         */
        final Map<UUID, Iterable<OutdialTarget>> exchanged = new ConcurrentHashMap<>();

        final CompletableFuture<Boolean> saved = new CompletableFuture<>();

        List<UUID> lists() {
            var lists = new ArrayList<>(staged);
            lists.addAll(exchanged.keySet());
            return lists;
        }
    }

    SetUpWrites(
            Writer writer,
            ResourceTables resources,
            TargetWrites targets,
            TargetStaging staging,
            DoNotCallWrites doNotCall) {
        this.writer = writer;
        this.resources = resources;
        this.targets = targets;
        this.staging = staging;
        this.doNotCall = doNotCall;
    }

    /**
     * Stores the targets of an import where no reader sees them.
     *
     * @param lists target lists with all their new targets; their present targets will be deleted
     * @return true if everything is ready, false if cancelled; then nothing of the import is left
     * @throws StoreException if the targets can't be stored; then nothing of the import is left
     */
    public boolean prepare(UUID importId, Map<UUID, Iterable<OutdialTarget>> lists, Watch watch) {
        var now = new Ready();
        ready.put(importId, now);
        boolean through = false;
        try {
            long stored = 0;
            for (var list : lists.entrySet()) {
                stored += prepare(now, list.getKey(), list.getValue(), counting(watch, stored));
            }
            through = !watch.cancelled();
        } finally {
            if (!through) {
                discard(importId);
            }
        }
        return through;
    }

    private long prepare(Ready now, UUID outdialId, Iterable<OutdialTarget> list, Watch watch) {
        staging.begin(outdialId);
        if (hasTargets(outdialId)) {
            now.exchanged.put(outdialId, list);
            return 0;
        }
        now.staged.add(outdialId);
        return staging.stage(list.iterator(), watch);
    }

    private static Watch counting(Watch watch, long before) {
        return new Watch() {
            @Override
            public void stored(long rows) {
                watch.stored(before + rows);
            }

            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }
        };
    }

    private boolean hasTargets(UUID outdialId) {
        return StoredTargets.await(writer.write(transaction -> {
            var any = transaction.statement("select 1 from target where outdial_id = ? fetch first 1 row only");
            any.setObject(1, outdialId);
            try (var row = any.executeQuery()) {
                return row.next();
            }
        }));
    }

    /** Deletes the prepared targets. Called when the engine refused the import. */
    public void discard(UUID importId) {
        var now = ready.remove(importId);
        if (now != null) {
            now.lists().forEach(staging::undo);
        }
    }

    /**
     * Waits for the engine's commit, then adds the targets to their lists.
     *
     * @throws StoreException if the commit failed; then nothing of the import is left
     */
    public void join(UUID importId) {
        var now = Objects.requireNonNull(ready.get(importId));
        try {
            var _ = StoredTargets.await(now.saved);
        } catch (StoreException failure) {
            discard(importId);
            throw failure;
        }
        ready.remove(importId);
        now.staged.forEach(list -> staging.join(list, new Watch() {}));
    }

    /** Saves everything in one transaction. Called in the order of the engine's facts. */
    void save(UUID importId, List<Resource> all) {
        var now = ready.getOrDefault(importId, new Ready());
        var _ = writer.writeFact(new Fact.SetUpSaved(importId, all), transaction -> {
                    save(transaction, all, now);
                    doNotCall.take(transaction, importId);
                    return true;
                })
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        doNotCall.taken(importId);
                        now.saved.complete(true);
                    } else {
                        now.saved.completeExceptionally(failure);
                    }
                });
    }

    private void save(Transaction transaction, List<Resource> all, Ready now) throws SQLException {
        for (var resource : all) {
            resources.save(transaction, resource);
        }
        for (var list : new HashMap<>(now.exchanged).entrySet()) {
            targets.empty(transaction, list.getKey());
            targets.insert(transaction, list.getValue().iterator());
            TargetStaging.end(transaction, list.getKey());
        }
        for (var list : now.staged) {
            TargetRemoval.recall(transaction, list);
            TargetStaging.joining(transaction, list);
            transaction.targetsChanged(list);
        }
    }
}
