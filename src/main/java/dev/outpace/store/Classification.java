package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out the class of hours of targets that have none yet, in chunks between other writes: those of a list that a campaign with
 * calling rules has begun to call. Claims do it for the targets that they look at.
 */
final class Classification {
    private static final int CHUNK = 50;
    private static final List<TargetState> STATES =
            List.of(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.FRESH, TargetState.HELD);

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;
    private final HoursClasses classes;
    private final Set<UUID> running = new HashSet<>();

    Classification(Writer writer, TargetTable table, TargetRows rows, HoursClasses classes) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
        this.classes = classes;
    }

    /** Begins with a list, unless that is being done. Called on the writer thread. */
    void begin(UUID outdialId) {
        if (running.add(outdialId)) {
            goOn(outdialId);
        }
    }

    private void goOn(UUID outdialId) {
        var _ = writer.writeFactWhenFree(transaction -> chunk(transaction, outdialId))
                .whenComplete((more, failure) -> {
                    if (failure == null && more) {
                        goOn(outdialId);
                    }
                });
    }

    private boolean chunk(Transaction transaction, UUID outdialId) throws SQLException {
        for (var state : STATES) {
            var found = unknown(transaction, outdialId, state);
            for (var target : found) {
                table.classify(transaction, target, state, classes.of(transaction, target));
            }
            if (!found.isEmpty()) {
                return true;
            }
        }
        running.remove(outdialId);
        return false;
    }

    private List<OutdialTarget> unknown(Transaction transaction, UUID outdialId, TargetState state)
            throws SQLException {
        var statement = transaction.statement("select * from target where outdial_id = ? and state = ? and class = "
                + HoursClasses.UNKNOWN + " order by outdial_id, state, class, next_try_at, rank, seq fetch first "
                + CHUNK
                + " rows only");
        statement.setObject(1, outdialId);
        statement.setInt(2, state.code);
        var found = new ArrayList<OutdialTarget>(CHUNK);
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(rows.read(row));
            }
        }
        return found;
    }
}
