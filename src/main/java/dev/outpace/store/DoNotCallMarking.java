package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Compares all idle and barred targets with the do-not-call lists that count for every campaign, in chunks between other writes, so that
 * claims do not walk over those that must not be called. What it releases is examined again by the next claim, with the lists of its
 * campaign. A comparison that was cut begins anew at the next opening.
 */
final class DoNotCallMarking {
    private static final int CHUNK = 100;
    /** Listeners of a changed list count its targets, so they are told at most once in so many chunks. */
    private static final int CHUNKS_PER_NOTICE = 20;

    private static final String COLUMNS =
            "select seq, outdial_id, state, held_by, next_try_at, type_0, number_0, type_1, number_1,"
                    + " type_2, number_2, type_3, number_3, type_4, number_4 from target where ";
    private static final String NEXT = COLUMNS + "seq > ? order by seq fetch first " + CHUNK + " rows only";

    private final Writer writer;
    private final DoNotCallTable table;
    private final TargetTable targets;
    private final AtomicBoolean running = new AtomicBoolean();
    private final Set<UUID> toTell = new HashSet<>();
    private int chunks;

    DoNotCallMarking(Writer writer, DoNotCallTable table, TargetTable targets) {
        this.writer = writer;
        this.table = table;
        this.targets = targets;
    }

    /** Orders a comparison in the commit that changes a list. From then on it will be made, even after a kill. */
    void order(Transaction transaction) throws SQLException {
        int more = transaction.change("update do_not_call_marking set ordered = ordered + 1");
        if (more == 0) {
            transaction.change("insert into do_not_call_marking (ordered) values (1)");
        }
    }

    /** Called after the commit. One comparison runs at a time; an order meanwhile lets it begin anew. */
    void begin() {
        if (running.compareAndSet(false, true)) {
            begun();
        }
    }

    private void begun() {
        var _ = writer.writeFactWhenFree(DoNotCallMarking::ordered).thenAccept(order -> {
            if (order > 0) {
                goOn(order, -1);
            } else {
                running.set(false);
                // An order may have come between the two.
                var _ = writer.writeFactWhenFree(DoNotCallMarking::ordered).thenAccept(another -> {
                    if (another > 0) {
                        begin();
                    }
                });
            }
        });
    }

    /** Called at opening. */
    void goOn() {
        if (StoredTargets.await(writer.write(DoNotCallMarking::ordered)) > 0) {
            begin();
        }
    }

    /** @return number of the last order; 0 for none */
    private static long ordered(Transaction transaction) throws SQLException {
        try (var row =
                transaction.statement("select ordered from do_not_call_marking").executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static boolean isOrdered(Transaction transaction) throws SQLException {
        return ordered(transaction) > 0;
    }

    private void goOn(long order, long afterSeq) {
        var _ = writer.writeFactWhenFree(transaction -> {
                    long last = compareChunk(transaction, afterSeq);
                    if (last < 0) {
                        transaction.change("delete from do_not_call_marking where ordered = ?", order);
                    }
                    return last;
                })
                .thenAccept(last -> {
                    if (last < 0) {
                        begun();
                    } else {
                        goOn(order, last);
                    }
                });
    }

    /** @return {@code seq} of the last target that was looked at; -1 if there are no more */
    private long compareChunk(Transaction transaction, long afterSeq) throws SQLException {
        var lists = everyCampaign(transaction);
        var statement = transaction.statement(NEXT);
        statement.setLong(1, afterSeq);
        var found = read(statement.executeQuery());
        for (var row : found) {
            compare(transaction, row, lists);
        }
        boolean more = found.size() == CHUNK;
        if (!more || ++chunks % CHUNKS_PER_NOTICE == 0) {
            toTell.forEach(transaction::targetsChanged);
            toTell.clear();
        }
        return more ? found.getLast().seq() : -1;
    }

    /** Compares one target, within a commit that changed what it is compared with. */
    void compare(Transaction transaction, UUID targetId) throws SQLException {
        var statement = transaction.statement(COLUMNS + "id = ?");
        statement.setObject(1, targetId);
        for (var row : read(statement.executeQuery())) {
            compare(transaction, row, everyCampaign(transaction));
            toTell.forEach(transaction::targetsChanged);
            toTell.clear();
        }
    }

    private void compare(Transaction transaction, Row row, Collection<UUID> lists) throws SQLException {
        boolean idle = row.state() == TargetState.FRESH || row.state().waits();
        if (!idle && !(row.state() == TargetState.BARRED && row.heldBy() == RuleKind.DO_NOT_CALL.code)) {
            return;
        }
        boolean barred = isBarred(transaction, row, lists);
        if (idle && barred) {
            targets.bar(transaction, row.seq(), row.outdialId(), row.state());
            toTell.add(row.outdialId());
        } else if (!idle && !barred) {
            targets.release(transaction, row.seq(), row.outdialId(), row.nextTryAt());
            toTell.add(row.outdialId());
        }
    }

    /** Whether it has numbers and each of them is on a list. */
    private boolean isBarred(Transaction transaction, Row row, Collection<UUID> lists) throws SQLException {
        for (var address : row.numbers()) {
            if (table.find(transaction, lists, address) == null) {
                return false;
            }
        }
        return !row.numbers().isEmpty();
    }

    private static List<UUID> everyCampaign(Transaction transaction) throws SQLException {
        var lists = new ArrayList<UUID>();
        var find = transaction.statement(
                "select id from do_not_call_list where every_campaign and (deleted_at is null or deleted_at >= ?)");
        find.setLong(1, Columns.micros(Stamps.NEVER));
        try (var row = find.executeQuery()) {
            while (row.next()) {
                lists.add(Columns.uuid(row, "id"));
            }
        }
        return lists;
    }

    private record Row(
            long seq, UUID outdialId, TargetState state, int heldBy, long nextTryAt, List<Address> numbers) {}

    private static List<Row> read(ResultSet row) throws SQLException {
        try (row) {
            var found = new ArrayList<Row>();
            while (row.next()) {
                var numbers = new ArrayList<Address>(Outplan.DESTINATIONS);
                for (int i = 0; i < Outplan.DESTINATIONS; i++) {
                    var number = number(row, i);
                    if (number != null) {
                        numbers.add(number);
                    }
                }
                found.add(new Row(
                        row.getLong("seq"),
                        Columns.uuid(row, "outdial_id"),
                        TargetState.of(row.getInt("state")),
                        row.getInt("held_by"),
                        row.getLong("next_try_at"),
                        numbers));
            }
            return found;
        }
    }

    private static @Nullable Address number(ResultSet row, int index) throws SQLException {
        var type = row.getString("type_" + index);
        var number = row.getString("number_" + index);
        return type == null || number == null || number.isBlank() ? null : new Address(type, number, "", "", "");
    }
}
