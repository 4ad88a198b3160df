package dev.outpace.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Removes the targets of deleted lists, names and numbers with them, in chunks between other writes. A cut is carried
 * through at the next opening. Calls keep what they were made with.
 */
final class TargetRemoval {
    private static final int CHUNK = 50;

    private final Writer writer;
    private final TargetTable table;

    TargetRemoval(Writer writer, TargetTable table) {
        this.writer = writer;
        this.table = table;
    }

    /** In the commit that deletes the list: from here on all its targets will go, whatever happens. */
    void order(Transaction transaction, UUID outdialId) throws SQLException {
        var order = transaction.statement("merge into target_removal (outdial_id) key (outdial_id) values (?)");
        order.setObject(1, outdialId);
        order.executeUpdate();
        table.forget(outdialId);
        transaction.targetsChanged(outdialId);
    }

    /** The list is there again, with other targets. */
    static void recall(Transaction transaction, UUID outdialId) throws SQLException {
        var recall = transaction.statement("delete from target_removal where outdial_id = ?");
        recall.setObject(1, outdialId);
        recall.executeUpdate();
    }

    /** Begins with a list whose removal was ordered. */
    void begin(UUID outdialId) {
        var _ = writer.writeFactWhenFree(transaction -> removeChunk(transaction, outdialId))
                .thenAccept(more -> {
                    if (more) {
                        begin(outdialId);
                    }
                });
    }

    /** At opening: what was not through when the workspace was closed. */
    void goOn() {
        StoredTargets.await(writer.write(TargetRemoval::ordered)).forEach(this::begin);
    }

    private static List<UUID> ordered(Transaction transaction) throws SQLException {
        var lists = new ArrayList<UUID>();
        try (var row =
                transaction.statement("select outdial_id from target_removal").executeQuery()) {
            while (row.next()) {
                lists.add(Columns.uuid(row, "outdial_id"));
            }
        }
        return lists;
    }

    private static boolean removeChunk(Transaction transaction, UUID outdialId) throws SQLException {
        var still = transaction.statement("select 1 from target_removal where outdial_id = ?");
        still.setObject(1, outdialId);
        try (var row = still.executeQuery()) {
            if (!row.next()) {
                return false;
            }
        }
        var remove =
                transaction.statement("delete from target where outdial_id = ? fetch first " + CHUNK + " rows only");
        remove.setObject(1, outdialId);
        boolean more = remove.executeUpdate() == CHUNK;
        if (!more) {
            // What an import that is under way still brings goes at the next opening.
            var end = transaction.statement("delete from target_removal where outdial_id = ?"
                    + " and not exists (select 1 from target_import where outdial_id = ?)");
            end.setObject(1, outdialId);
            end.setObject(2, outdialId);
            end.executeUpdate();
        }
        return more;
    }
}
