package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetRouting;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts new targets where no reader sees them. The database takes longer for each column that is set, and most targets of files
 * have few: what no target of a chunk has is left out of its statement.
 */
final class StagedRows {
    private static final String ALL = insert(TargetRows.COLUMNS + ", updates");

    private static final int UPDATES = TargetRows.COLUMNS.split(",", -1).length + 1;

    private static final String TRIES = ", tries_0, tries_1, tries_2, tries_3, tries_4";
    private static final String NO_TRIES = ", 0, 0, 0, 0, 0";

    private final TargetRows rows;

    StagedRows(TargetRows rows) {
        this.rows = rows;
    }

    /** @return how many destinations are enough for each of these targets, which have nothing unusual; 0 where one has */
    int insert(Transaction transaction, List<OutdialTarget> chunk) throws SQLException {
        int few = fewDestinations(chunk);
        var statement = transaction.statement(few == 0 ? ALL : few(few));
        for (var target : chunk) {
            if (few == 0) {
                rows.set(statement, target, TargetRows.stateOf(target));
                statement.setObject(UPDATES, target.seq() == 0 ? null : target.seq());
            } else {
                set(statement, target, few);
            }
            statement.addBatch();
        }
        statement.executeBatch();
        return few;
    }

    private static int fewDestinations(List<OutdialTarget> chunk) {
        int most = 1;
        for (var target : chunk) {
            if (!isPlain(target)) {
                return 0;
            }
            for (int i = most; i < Outplan.DESTINATIONS; i++) {
                most = target.destinations().get(i) == null ? most : i + 1;
            }
        }
        return most;
    }

    /** Whether it is new and was never called. */
    static boolean isFresh(OutdialTarget target) {
        return target.seq() == 0 && TargetRows.stateOf(target) == TargetState.FRESH;
    }

    private static boolean isPlain(OutdialTarget target) {
        var stamps = target.stamps();
        return isFresh(target)
                && target.lastResult() == null
                && target.routing().equals(TargetRouting.NONE)
                && stamps.update() == null
                && stamps.delete() == null
                && target.unknown().fields().isEmpty()
                && target.tryCounts().stream().allMatch(tries -> tries == 0)
                && target.destinations().stream().allMatch(StagedRows::isPlain);
    }

    private static boolean isPlain(@Nullable Address address) {
        return address == null || address.equals(new Address(address.type(), address.target(), "", "", ""));
    }

    private static String few(int destinations) {
        return insert(columns(destinations));
    }

    private static String columns(int destinations) {
        var columns = new StringBuilder("outdial_id, state, next_try_at, name, detail, data, created_at, id");
        for (int i = 0; i < destinations; i++) {
            columns.append(", type_").append(i).append(", number_").append(i);
        }
        return columns.toString();
    }

    /**
     * Copies new targets into their list.
     *
     * @param destinations as {@link #insert} says of all of them
     * @param places a condition
     */
    static String join(int destinations, String places) {
        var columns = destinations == 0 ? TargetRows.COLUMNS : columns(destinations) + TRIES;
        var values = destinations == 0 ? TargetRows.COLUMNS : columns(destinations) + NO_TRIES;
        return "insert into target (" + columns + ") select " + values + places;
    }

    private static String insert(String columns) {
        return "insert into target_staged (" + columns + ") values (?" + ", ?".repeat(columns.split(",", -1).length - 1)
                + ")";
    }

    private static void set(PreparedStatement statement, OutdialTarget target, int destinations) throws SQLException {
        statement.setObject(1, target.outdialId());
        statement.setInt(2, TargetState.FRESH.code);
        statement.setLong(3, 0);
        statement.setString(4, target.name());
        statement.setString(5, target.detail());
        statement.setString(6, target.data());
        Columns.setInstant(statement, 7, target.stamps().create());
        statement.setObject(8, target.id());
        for (int i = 0; i < destinations; i++) {
            var address = target.destinations().get(i);
            statement.setString(9 + 2 * i, address == null ? null : address.type());
            statement.setString(10 + 2 * i, address == null ? null : address.target());
        }
    }
}
