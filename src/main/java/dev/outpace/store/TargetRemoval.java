package dev.outpace.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deletes the targets of deleted lists, including names and numbers, in chunks between other writes. The next opening completes
 * a deletion that was interrupted. Calls keep the name and number that they were made with.
 */
final class TargetRemoval {
    private static final int CHUNK = 50;

    private final Writer writer;
    private final TargetTable table;

    TargetRemoval(Writer writer, TargetTable table) {
        this.writer = writer;
        this.table = table;
    }

    /** Orders the removal in the commit that deletes the list. From then on it will be completed, even after a kill. */
    void order(Transaction transaction, UUID outdialId) throws SQLException {
        var order = transaction.statement("merge into target_removal (outdial_id) key (outdial_id) values (?)");
        order.setObject(1, outdialId);
        order.executeUpdate();
        table.forget(outdialId);
        transaction.targetsChanged(outdialId);
    }

    /** Cancels the removal, because the list was imported again with other targets. */
    static void recall(Transaction transaction, UUID outdialId) throws SQLException {
        var recall = transaction.statement("delete from target_removal where outdial_id = ?");
        recall.setObject(1, outdialId);
        recall.executeUpdate();
    }

    /** Begins to delete the targets of a list whose removal was ordered. */
    void begin(UUID outdialId) {
        var _ = writer.writeFactWhenFree(transaction -> removeChunk(transaction, outdialId))
                .thenAccept(more -> {
                    if (more) {
                        begin(outdialId);
                    }
                });
    }

    /** Called at opening. Resumes the removals that the last closing interrupted. */
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
            // Targets that a running import adds later are deleted at the next opening.
            var end = transaction.statement("delete from target_removal where outdial_id = ?"
                    + " and not exists (select 1 from target_import where outdial_id = ?)");
            end.setObject(1, outdialId);
            end.setObject(2, outdialId);
            end.executeUpdate();
        }
        return more;
    }
}
