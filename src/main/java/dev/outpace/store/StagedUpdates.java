package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets targets of a list take what rows of a file say of them. What a row leaves empty stays as it is. */
final class StagedUpdates {
    private static final String STAGED = "select *, updates as seq from target_staged where place > ? and place <= ?"
            + " and outdial_id = ? and updates is not null order by place";
    private static final String TARGET =
            "select * from target where seq = ? and outdial_id = ? and " + TargetState.IN_LIST;

    private final TargetRows rows;
    private final TargetEdits edits;

    StagedUpdates(TargetTable table, TargetRows rows) {
        this.rows = rows;
        edits = new TargetEdits(table, rows);
    }

    /** @param left as they are, since they are in a call or gone */
    record Done(long updated, long left) {
        static final Done NONE = new Done(0, 0);

        Done plus(Done other) {
            return new Done(updated + other.updated, left + other.left);
        }
    }

    Done carryOut(Transaction transaction, UUID outdialId, long after, long last) throws SQLException {
        long updated = 0;
        var staged = staged(transaction, outdialId, after, last);
        for (var row : staged) {
            updated += update(transaction, row) ? 1 : 0;
        }
        return new Done(updated, staged.size() - updated);
    }

    private List<OutdialTarget> staged(Transaction transaction, UUID outdialId, long after, long last)
            throws SQLException {
        var found = new ArrayList<OutdialTarget>();
        var statement = transaction.statement(STAGED);
        statement.setLong(1, after);
        statement.setLong(2, last);
        statement.setObject(3, outdialId);
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(rows.read(row));
            }
        }
        return found;
    }

    private boolean update(Transaction transaction, OutdialTarget row) throws SQLException {
        var find = transaction.statement(TARGET);
        find.setLong(1, row.seq());
        find.setObject(2, row.outdialId());
        OutdialTarget now;
        TargetState state;
        try (var found = find.executeQuery()) {
            if (!found.next()) {
                return false;
            }
            now = rows.read(found);
            state = TargetState.of(found.getInt("state"));
        }
        if (now.status() == TargetStatus.PROGRESSING) {
            return false;
        }
        edits.save(transaction, now, state, updated(now, row), false);
        return true;
    }

    private static OutdialTarget updated(OutdialTarget now, OutdialTarget row) {
        var at = Objects.requireNonNull(row.stamps().create());
        return new OutdialTarget(
                now.id(),
                now.outdialId(),
                now.seq(),
                row.name().isEmpty() ? now.name() : row.name(),
                row.detail().isEmpty() ? now.detail() : row.detail(),
                row.data().isEmpty() ? now.data() : row.data(),
                now.status(),
                destinations(now, row),
                now.tryCounts(),
                now.nextTryAt(),
                now.lastResult(),
                routing(now.routing(), row.routing()),
                now.stamps().touchedAt(at),
                now.unknown());
    }

    /** A phone that the target has already stays in its slot, with its tries. */
    private static List<@Nullable Address> destinations(OutdialTarget now, OutdialTarget row) {
        var destinations = new ArrayList<@Nullable Address>(now.destinations());
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var said = row.destinations().get(i);
            if (said != null
                    && now.destinations().stream()
                            .noneMatch(known -> known != null && known.dialKey().equals(said.dialKey()))) {
                destinations.set(i, said);
            }
        }
        return destinations;
    }

    private static TargetRouting routing(TargetRouting now, TargetRouting said) {
        return new TargetRouting(
                said.zone().isEmpty() ? now.zone() : said.zone(),
                said.region().isEmpty() ? now.region() : said.region(),
                said.priority() == 0 ? now.priority() : said.priority(),
                said.callBackAt() == null ? now.callBackAt() : said.callBackAt(),
                now.callBackAgent(),
                now.closed());
    }
}
