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
 * What files bring into a workspace that runs: first the targets are made ready, unseen; then the engine writes {@link
 * dev.outpace.engine.FactLog.Fact.SetUpSaved}, and with its commit all of it is in; then the targets join their lists.
 * A cut before that commit leaves nothing, one after it is carried on at the next opening. Methods that take long block
 * their caller, never the engine's writes, but for lists that have targets already: these are exchanged in the commit.
 */
public final class SetUpWrites {
    private final Writer writer;
    private final ResourceTables resources;
    private final TargetWrites targets;
    private final TargetStaging staging;
    private final Map<UUID, Ready> ready = new ConcurrentHashMap<>();

    /** The targets of one import. */
    private static final class Ready {
        /** Lists whose targets are stored already and join after the commit. */
        final List<UUID> staged = new CopyOnWriteArrayList<>();
        /** Lists whose targets go, and those that come in their place: ids are unique, so they can't be stored before. */
        final Map<UUID, Iterable<OutdialTarget>> exchanged = new ConcurrentHashMap<>();

        final CompletableFuture<Boolean> saved = new CompletableFuture<>();

        List<UUID> lists() {
            var lists = new ArrayList<>(staged);
            lists.addAll(exchanged.keySet());
            return lists;
        }
    }

    SetUpWrites(Writer writer, ResourceTables resources, TargetWrites targets, TargetStaging staging) {
        this.writer = writer;
        this.resources = resources;
        this.targets = targets;
        this.staging = staging;
    }

    /**
     * Makes the targets of an import ready.
     *
     * @param lists each with all its targets; those that are in it now will go
     * @return whether all are; when cancelled, nothing is left of it
     * @throws StoreException when it can't be done; nothing is left of it
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

    /** Forgets what was made ready, for the engine refused it. */
    public void discard(UUID importId) {
        var now = ready.remove(importId);
        if (now != null) {
            now.lists().forEach(staging::undo);
        }
    }

    /**
     * Lets the targets join their lists once what the engine wrote is committed.
     *
     * @throws StoreException if it could not be written; then nothing is left of it
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

    /** All in one transaction, in the order of the engine's facts. */
    void save(UUID importId, List<Resource> all) {
        var now = ready.getOrDefault(importId, new Ready());
        var _ = writer.writeFact(new Fact.SetUpSaved(importId, all), transaction -> {
                    save(transaction, all, now);
                    return true;
                })
                .whenComplete((_, failure) -> {
                    if (failure == null) {
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
