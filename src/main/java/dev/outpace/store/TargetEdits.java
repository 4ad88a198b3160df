package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.EndCause;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores what was changed of targets that are in no call. */
final class TargetEdits {
    private final TargetTable table;
    private final TargetRows rows;

    TargetEdits(TargetTable table, TargetRows rows) {
        this.table = table;
        this.rows = rows;
    }

    /**
     * Stores name, data, destinations and routing of an edited target; a new address has no tries.
     *
     * @param calledAgain whether a target that was not reached can be called again if it has a new address
     */
    void save(Transaction transaction, OutdialTarget now, TargetState before, OutdialTarget edited, boolean calledAgain)
            throws SQLException {
        var tries = new ArrayList<Integer>();
        var closed = now.routing().closed();
        boolean newAddress = false;
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            boolean same =
                    sameAddress(now.destinations().get(i), edited.destinations().get(i));
            tries.add(same ? now.tryCounts().get(i) : 0);
            closed = same ? closed : closed.without(i);
            newAddress |= !same && edited.destinations().get(i) != null;
        }
        // Rules look again at whom they held: what was edited may be what they go by.
        boolean wasHeld = before == TargetState.HELD || before == TargetState.BARRED;
        boolean comesBack =
                wasHeld || (calledAgain && newAddress && !now.succeeded() && now.status() != TargetStatus.IDLE);
        var saved = new OutdialTarget(
                now.id(),
                now.outdialId(),
                now.seq(),
                edited.name(),
                edited.detail(),
                edited.data(),
                comesBack ? TargetStatus.IDLE : now.status(),
                edited.destinations(),
                tries,
                wasHeld
                        ? dueAgain(now, before, edited)
                        : newAddress && calledAgain ? afterNewAddress(now, edited) : now.nextTryAt(),
                now.lastResult(),
                edited.routing().withClosed(closed),
                edited.stamps(),
                now.unknown());
        var after = comesBack ? TargetRows.stateOf(saved) : before;
        var statement = transaction.statement(TargetRows.UPDATE);
        rows.set(statement, saved, after);
        statement.executeUpdate();
        table.edited(now.outdialId(), before, after);
    }

    /** Who was held was due; who is on do-not-call lists keeps the next try. */
    private static @Nullable Instant dueAgain(OutdialTarget now, TargetState before, OutdialTarget edited) {
        var kept = before == TargetState.BARRED ? now.nextTryAt() : null;
        return now.lastResult() == null
                ? null
                : kept != null ? kept : edited.stamps().update();
    }

    /** The rest applies to the old number. With a new number the target is due at once. */
    private static @Nullable Instant afterNewAddress(OutdialTarget now, OutdialTarget edited) {
        var at = edited.stamps().update();
        return now.nextTryAt() != null && now.lastResult() == EndCause.ABANDONED && at != null ? at : now.nextTryAt();
    }

    private static boolean sameAddress(@Nullable Address before, @Nullable Address after) {
        return Objects.equals(before == null ? null : before.dialKey(), after == null ? null : after.dialKey());
    }
}
