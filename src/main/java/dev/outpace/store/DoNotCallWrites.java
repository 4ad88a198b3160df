package dev.outpace.store;

import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.store.TargetWrites.Watch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Changes the entries of do-not-call lists. Many entries are loaded as a new version of the list in chunks between other writes, and take
 * effect in one commit: that of {@link dev.outpace.engine.FactLog.Fact.SetUpSaved} of the same import, or of {@link #saveAll}. After a kill
 * before it, nothing of the new version is left.
 */
public final class DoNotCallWrites {
    /** Rows in a chunk. A claim behind a chunk hardly waits. */
    private static final int CHUNK = 250;

    private final Writer writer;
    private final DoNotCallTable table;
    private final ResourceTables resources;
    private final DoNotCallMarking marking;
    private final Map<UUID, List<Loaded>> ready = new ConcurrentHashMap<>();

    private record Loaded(UUID listId, int version) {}

    /**
     * New entries of a list.
     *
     * @param replaces whether they take the place of all entries before; else they are added to them
     * @param removed entries that the list loses, unless they are replaced
     */
    public record Load(DoNotCallList list, boolean replaces, DoNotCallEntries added, DoNotCallEntries removed) {
        public static Load replacing(DoNotCallList list, DoNotCallEntries entries) {
            return new Load(list, true, entries, DoNotCallEntries.NONE);
        }
    }

    DoNotCallWrites(Writer writer, DoNotCallTable table, ResourceTables resources, DoNotCallMarking marking) {
        this.writer = writer;
        this.table = table;
        this.resources = resources;
        this.marking = marking;
    }

    /**
     * Loads entries beside those in force. Blocks its caller, but not the engine's writes.
     *
     * @return true if everything is ready, false if cancelled; then nothing of the import is left
     * @throws StoreException if they can't be stored, or the list is being loaded already; then nothing of the import is left
     */
    public boolean prepare(UUID importId, List<Load> loads, Watch watch) {
        ready.put(importId, new CopyOnWriteArrayList<>());
        boolean through = false;
        try {
            var progress = new Progress(watch);
            for (var load : loads) {
                load(importId, load, progress);
            }
            through = !watch.cancelled();
        } finally {
            if (!through) {
                discard(importId);
            }
        }
        return through;
    }

    /** Counts rows over all lists of an import. */
    private static final class Progress {
        private final Watch watch;
        private long rows;

        Progress(Watch watch) {
            this.watch = watch;
        }

        boolean goesOn(int more) {
            rows += more;
            watch.stored(rows);
            return !watch.cancelled();
        }
    }

    private void load(UUID importId, Load load, Progress progress) {
        var list = load.list();
        int version = StoredTargets.await(writer.write(transaction -> DoNotCallTable.begin(transaction, list.id())))
                .orElseThrow(() -> importRunning(list));
        ready.getOrDefault(importId, List.of()).add(new Loaded(list.id(), version));
        var before = load.replaces() ? null : StoredTargets.await(writer.write(_ -> box(table.versionOf(list.id()))));
        if (before != null && before.version() != null && !copy(before.version(), version, load.removed(), progress)) {
            return;
        }
        for (int from = 0; from < load.added().numbers(); from += CHUNK) {
            int first = from;
            int end = Math.min(from + CHUNK, load.added().numbers());
            chunk(transaction -> {
                insert(transaction, version, load.added(), first, end);
                return true;
            });
            if (!progress.goesOn(end - from)) {
                return;
            }
        }
        chunk(transaction -> {
            for (long prefix : load.added().prefixes()) {
                prefix(transaction, version, prefix);
            }
            return true;
        });
    }

    private static StoreException importRunning(DoNotCallList list) {
        return new StoreException(Problem.error("dnc.import_running", "", list.name()));
    }

    /** A future's value may not be null. */
    private record Box(@Nullable Integer version) {}

    private static Box box(@Nullable Integer version) {
        return new Box(version);
    }

    private <T> T chunk(Writer.Write<T> write) {
        return StoredTargets.await(writer.writeWhenFree(write));
    }

    private static void insert(Transaction transaction, int version, DoNotCallEntries entries, int from, int end)
            throws SQLException {
        // What is added by hand meanwhile is there already.
        var insert = transaction.statement("insert into do_not_call_number (entry) select ? where not exists"
                + " (select 1 from do_not_call_number where entry = ?)");
        for (int i = from; i < end; i++) {
            long entry = DoNotCallTable.entry(version, entries.number(i));
            insert.setLong(1, entry);
            insert.setLong(2, entry);
            insert.addBatch();
        }
        int added = 0;
        for (int one : insert.executeBatch()) {
            added += one;
        }
        DoNotCallTable.count(transaction, version, added);
    }

    private static void prefix(Transaction transaction, int version, long prefix) throws SQLException {
        var insert = transaction.statement(
                "merge into do_not_call_prefix (version, prefix) key (version, prefix) values (?, ?)");
        insert.setInt(1, version);
        insert.setLong(2, prefix);
        insert.executeUpdate();
    }

    /** @return false if cancelled */
    private boolean copy(int from, int to, DoNotCallEntries but, Progress progress) {
        chunk(transaction -> {
            for (long prefix : DoNotCallTable.prefixes(transaction, from)) {
                if (!but.prefixes().contains(prefix)) {
                    prefix(transaction, to, prefix);
                }
            }
            return true;
        });
        long last = -1;
        boolean goesOn = true;
        while (goesOn) {
            long after = last;
            var copied = chunk(transaction -> copyChunk(transaction, from, to, after, but));
            last = copied.last();
            if (!progress.goesOn(copied.rows())) {
                return false;
            }
            goesOn = copied.rows() == CHUNK;
        }
        return true;
    }

    private record Copied(int rows, long last) {}

    private static Copied copyChunk(Transaction transaction, int from, int to, long after, DoNotCallEntries but)
            throws SQLException {
        var read = transaction.statement("select entry from do_not_call_number where entry > ? and entry < ?"
                + " order by entry fetch first " + CHUNK + " rows only");
        read.setLong(1, DoNotCallTable.entry(from, 0) + Math.max(0, after));
        read.setLong(2, DoNotCallTable.entry(from + 1, 0));
        var kept = new DoNotCallEntries.Builder(CHUNK);
        int rows = 0;
        long last = after;
        try (var row = read.executeQuery()) {
            while (row.next()) {
                rows++;
                last = DoNotCallTable.number(row.getLong(1));
                if (!but.hasNumber(last)) {
                    kept.number(last);
                }
            }
        }
        var entries = kept.build();
        insert(transaction, to, entries, 0, entries.numbers());
        return new Copied(rows, last);
    }

    /** Deletes the prepared entries, in the background. Called when the import was refused. */
    public void discard(UUID importId) {
        var loaded = ready.remove(importId);
        if (loaded == null) {
            return;
        }
        for (var one : loaded) {
            var _ = writer.writeFact(transaction -> {
                        DoNotCallTable.discard(transaction, one.version());
                        return true;
                    })
                    .thenRun(() -> delete(one.version()));
        }
    }

    /** Puts the prepared entries of an import in force, within the commit that saves the rest of it. */
    void take(Transaction transaction, UUID importId) throws SQLException {
        for (var one : ready.getOrDefault(importId, List.of())) {
            table.switchTo(transaction, one.listId(), one.version());
            marking.order(transaction);
        }
    }

    /** Called after the commit of {@link #take}. */
    void taken(UUID importId) {
        if (ready.remove(importId) != null) {
            deleteRetired();
            marking.begin();
        }
    }

    /** Saves resources, and puts the prepared entries of an import in force, in one commit. For workspaces that no engine runs. */
    public void saveAll(UUID importId, List<Resource> all) {
        StoredTargets.await(writer.write(transaction -> {
            for (var resource : all) {
                resources.save(transaction, resource);
            }
            take(transaction, importId);
            return true;
        }));
        taken(importId);
    }

    /** Called within the commit that saves a list. */
    void saved(Transaction transaction, DoNotCallList list) throws SQLException {
        if (list.deleted()) {
            table.retire(transaction, list.id());
        }
        marking.order(transaction);
    }

    /** Called after the commit of {@link #saved}. */
    void begin() {
        deleteRetired();
        marking.begin();
    }

    /**
     * Adds numbers to a list at once.
     *
     * @param targetId is compared with the lists in the same commit; null for none
     * @return the numbers that the list did not have
     */
    public CompletableFuture<List<Long>> add(UUID listId, List<Long> numbers, @Nullable UUID targetId) {
        return writer.write(transaction -> {
            var added = new ArrayList<Long>();
            for (long number : numbers) {
                if (table.add(transaction, listId, number)) {
                    added.add(number);
                }
            }
            if (targetId != null) {
                marking.compare(transaction, targetId);
            }
            return added;
        });
    }

    /**
     * Takes numbers off a list at once. Targets that were barred for them are released in the background.
     *
     * @return those that the list had; fails with a {@link StoreException} while the list is being imported
     */
    public CompletableFuture<List<Long>> remove(DoNotCallList list, List<Long> numbers, @Nullable UUID targetId) {
        var removal = writer.write(transaction -> {
            if (DoNotCallTable.beingLoaded(transaction, list.id()) != null) {
                return Optional.<List<Long>>empty();
            }
            var removed = new ArrayList<Long>();
            for (long number : numbers) {
                if (table.remove(transaction, list.id(), number)) {
                    removed.add(number);
                }
            }
            if (targetId != null) {
                marking.compare(transaction, targetId);
            }
            if (!removed.isEmpty()) {
                marking.order(transaction);
            }
            return Optional.<List<Long>>of(removed);
        });
        return removal.thenApply(answer -> {
            var removed = answer.orElseThrow(() -> importRunning(list));
            if (!removed.isEmpty()) {
                marking.begin();
            }
            return removed;
        });
    }

    /** Called at opening: deletes what was being loaded, and goes on with what was being deleted and compared. */
    void goOn() {
        StoredTargets.await(writer.write(DoNotCallTable::leftovers)).forEach(this::delete);
        marking.goOn();
    }

    private void deleteRetired() {
        var _ = writer.writeFactWhenFree(DoNotCallTable::beingDeleted)
                .thenAccept(versions -> versions.forEach(this::delete));
    }

    private void delete(int version) {
        var _ = writer.writeFactWhenFree(transaction -> DoNotCallTable.deleteChunk(transaction, version, CHUNK))
                .thenAccept(more -> {
                    if (more) {
                        delete(version);
                    }
                });
    }

    /** Completes when nothing is being deleted or compared any more. */
    CompletableFuture<Boolean> settled() {
        return writer.writeFactWhenFree(transaction ->
                        DoNotCallTable.beingDeleted(transaction).isEmpty() && !DoNotCallMarking.isOrdered(transaction))
                .thenCompose(still -> still ? CompletableFuture.completedFuture(true) : settled());
    }
}
