package dev.outpace.store;

import dev.outpace.model.BulkEdit;
import dev.outpace.model.BulkEdited;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Edits many targets of a list at once, in chunks between other writes. What they were before is kept until the next such edit,
 * so that this one can be undone. Each chunk is stored with the count of what is done: after a kill the edit is done in part,
 * and that part can be undone. Methods that edit block their caller.
 */
public final class BulkEdits {
    private static final int CHUNK = 100;
    private static final int CHUNKS_PER_NOTICE = 20;

    private final Writer writer;
    private final BulkChanges changes;
    private final Supplier<Connection> passing;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param passing opens a connection for a pass through a whole list */
    BulkEdits(Writer writer, TargetTable table, Supplier<Connection> passing) {
        this.writer = writer;
        this.passing = passing;
        changes = new BulkChanges(table);
    }

    /** Observes an edit, on the thread that edits. */
    public interface Watch {
        /** @param done targets looked at so far */
        default void at(long done, long of) {}

        /** Asked between chunks. */
        default boolean cancelled() {
            return false;
        }
    }

    /**
     * Edits all targets that a filter lets through.
     *
     * @throws StoreException if another edit runs
     */
    public BulkEdited edit(TargetFilter filter, RulesNow rules, BulkEdit edit, Watch watch) {
        return alone(() -> {
            try (var connection = passing.get()) {
                var condition = TargetCondition.of(filter, rules, connection);
                return edit(filter.outdialId(), places(connection, filter, condition), condition, edit, rules, watch);
            } catch (SQLException failure) {
                throw Store.failed(failure);
            }
        });
    }

    /** Edits some targets of a list. */
    public BulkEdited edit(UUID outdialId, Collection<UUID> ids, Instant now, BulkEdit edit, Watch watch) {
        return alone(() -> {
            try (var connection = passing.get()) {
                return edit(
                        outdialId,
                        places(connection, ids),
                        TargetCondition.empty(),
                        edit,
                        new RulesNow(null, now),
                        watch);
            } catch (SQLException failure) {
                throw Store.failed(failure);
            }
        });
    }

    private <T> T alone(Supplier<T> work) {
        if (!running.compareAndSet(false, true)) {
            throw new StoreException(Problem.error("target.edit_running", ""));
        }
        try {
            return work.get();
        } finally {
            running.set(false);
        }
    }

    private static long[] places(Connection connection, TargetFilter filter, TargetCondition condition)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select seq from target where outdial_id = ? and " + TargetState.IN_LIST + condition.sql())) {
            statement.setObject(1, filter.outdialId());
            condition.set(statement, 2);
            return places(statement);
        }
    }

    private static long[] places(Connection connection, Collection<UUID> ids) throws SQLException {
        try (var statement = connection.prepareStatement("select seq from target where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return places(statement);
        }
    }

    private static long[] places(PreparedStatement statement) throws SQLException {
        var places = LongStream.builder();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                places.add(row.getLong(1));
            }
        }
        return places.build().sorted().toArray();
    }

    private BulkEdited edit(
            UUID outdialId, long[] places, TargetCondition condition, BulkEdit edit, RulesNow rules, Watch watch) {
        forgetLast();
        long moment = Columns.micros(rules.now());
        write(transaction -> begin(transaction, moment, outdialId, edit, places.length));
        for (int from = 0, chunks = 1; from < places.length && !watch.cancelled(); from += CHUNK, chunks++) {
            var chunk = Arrays.copyOfRange(places, from, Math.min(from + CHUNK, places.length));
            boolean notice = chunks % CHUNKS_PER_NOTICE == 0;
            write(transaction -> chunk(transaction, moment, outdialId, chunk, condition, edit, notice));
            watch.at(from + chunk.length, places.length);
            if (from + chunk.length == places.length) {
                write(transaction -> end(transaction));
            }
        }
        write(transaction -> tell(transaction, outdialId, edit));
        return last().join().orElseThrow();
    }

    private <T> T write(Writer.Write<T> write) {
        return StoredTargets.await(writer.writeWhenFree(write));
    }

    /** What the edit before this one kept, in chunks, too. */
    private void forgetLast() {
        write(transaction -> transaction.statement("delete from target_edit").executeUpdate());
        int gone;
        do {
            gone = write(transaction -> transaction
                    .statement("delete from target_undo fetch first " + CHUNK + " rows only")
                    .executeUpdate());
        } while (gone == CHUNK);
    }

    private static boolean begin(Transaction transaction, long moment, UUID outdialId, BulkEdit edit, long wanted)
            throws SQLException {
        var statement = transaction.statement("insert into target_edit"
                + " (moment, outdial_id, kind, wanted, changed, left_out, ended) values (?, ?, ?, ?, 0, 0, ?)");
        var set = new Setter(statement);
        set.number(moment);
        set.id(outdialId);
        set.text(edit.getClass().getSimpleName());
        set.number(wanted);
        set.flag(wanted == 0);
        statement.executeUpdate();
        return true;
    }

    private static boolean end(Transaction transaction) throws SQLException {
        transaction.statement("update target_edit set ended = true").executeUpdate();
        return true;
    }

    private boolean chunk(
            Transaction transaction,
            long moment,
            UUID outdialId,
            long[] places,
            TargetCondition condition,
            BulkEdit edit,
            boolean notice)
            throws SQLException {
        int changed = changes.make(transaction, moment, outdialId, places, condition, edit);
        var statement = transaction.statement("update target_edit set changed = changed + ?, left_out = left_out + ?");
        statement.setInt(1, changed);
        statement.setInt(2, places.length - changed);
        statement.executeUpdate();
        if (notice) {
            tell(transaction, outdialId, edit);
        }
        return true;
    }

    private static boolean tell(Transaction transaction, UUID outdialId, BulkEdit edit) {
        transaction.targetsChanged(outdialId);
        if (edit instanceof BulkEdit.Move(var to)) {
            transaction.targetsChanged(to);
        }
        return true;
    }

    /** The last edit, as long as it can be undone. */
    public CompletableFuture<Optional<BulkEdited>> last() {
        return writer.write(BulkEdits::last);
    }

    private static Optional<BulkEdited> last(Transaction transaction) throws SQLException {
        try (var row = transaction.statement("select * from target_edit").executeQuery()) {
            return row.next()
                    ? Optional.of(new BulkEdited(
                            Columns.uuid(row, "outdial_id"),
                            Columns.instant(row.getLong("moment")),
                            row.getLong("wanted"),
                            row.getLong("changed"),
                            row.getLong("left_out"),
                            row.getBoolean("ended")))
                    : Optional.empty();
        }
    }

    /**
     * Undoes the last edit: its targets are as they were, but for those that were called or edited since. What it held back
     * comes back as due, since rules may have changed meanwhile.
     *
     * @return how many targets are as they were, and how many were left; empty if there is nothing to undo
     */
    public Optional<BulkEdited> undo(Watch watch) {
        return alone(() -> last().join().map(edit -> undo(edit, watch)));
    }

    private BulkEdited undo(BulkEdited edit, Watch watch) {
        long back = 0;
        long left = 0;
        boolean through = false;
        while (!through && !watch.cancelled()) {
            var undone = write(transaction -> changes.undo(transaction, Columns.micros(edit.at()), CHUNK));
            back += undone.back();
            left += undone.left();
            through = undone.back() + undone.left() < CHUNK;
            watch.at(back + left, edit.changed());
        }
        if (through) {
            write(transaction ->
                    transaction.statement("delete from target_edit").executeUpdate());
        }
        return new BulkEdited(edit.outdialId(), edit.at(), edit.changed(), back, left, through);
    }
}
