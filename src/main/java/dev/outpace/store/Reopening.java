package dev.outpace.store;

import dev.outpace.engine.FactLog.Fact.TargetsReopened;
import dev.outpace.model.EndCause;
import dev.outpace.model.OutdialTarget;
import java.sql.SQLException;
import java.util.ArrayList;

/** Makes targets callable again after an outplan's maximum of tries was raised, in chunks between other writes. */
final class Reopening {
    private static final int CHUNK = 300;
    private static final String ENDED = TargetState.oneOf(TargetState.DONE, TargetState.NOT_CALLABLE);

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;

    Reopening(Writer writer, TargetTable table, TargetRows rows) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
    }

    void begin(TargetsReopened reopened) {
        reopenFrom(reopened, -1);
    }

    private void reopenFrom(TargetsReopened reopened, long afterSeq) {
        var _ = writer.writeFactWhenFree(transaction -> reopenChunk(transaction, reopened, afterSeq))
                .thenAccept(last -> {
                    if (last >= 0) {
                        reopenFrom(reopened, last);
                    }
                });
    }

    /** @return {@code seq} of the last target examined; -1 if there are no more */
    private long reopenChunk(Transaction transaction, TargetsReopened reopened, long afterSeq) throws SQLException {
        var statement = transaction.statement("select * from target where outdial_id = ? and " + ENDED
                + " and seq > ? order by seq" + " fetch first " + CHUNK + " rows only");
        statement.setObject(1, reopened.outdialId());
        statement.setLong(2, afterSeq);
        var candidates = new ArrayList<OutdialTarget>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                candidates.add(rows.read(row));
            }
        }
        var outplan = reopened.outplan();
        boolean any = false;
        for (var target : candidates) {
            if (mayComeBack(target) && target.nextDestination(outplan).isPresent()) {
                bringBack(transaction, target, reopened);
                any = true;
            }
        }
        if (any) {
            transaction.targetsChanged(reopened.outdialId());
        }
        return candidates.size() < CHUNK ? -1 : candidates.getLast().seq();
    }

    /** False for a target that was reached, and for one that had answered when its call was lost or interrupted. */
    private static boolean mayComeBack(OutdialTarget target) {
        var last = target.lastResult();
        return last != EndCause.NORMAL && last != EndCause.INTERRUPTED && last != EndCause.LOST;
    }

    private void bringBack(Transaction transaction, OutdialTarget target, TargetsReopened reopened)
            throws SQLException {
        var from = TargetRows.stateOf(target);
        if (target.lastResult() == null) {
            table.becomesFresh(transaction, target, from);
        } else {
            table.waitUntil(transaction, target, from, TargetState.RETRY, reopened.at(), reopened.nextTryAt());
        }
    }
}
