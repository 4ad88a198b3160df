package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps targets to rows. */
final class TargetRows {
    /** What a new target has, in the order of {@link #set}. */
    static final String COLUMNS = "outdial_id, state, next_try_at, name, detail, data, type_0, number_0, tries_0,"
            + " type_1, number_1, tries_1, type_2, number_2, tries_2, type_3, number_3, tries_3, type_4, number_4,"
            + " tries_4, address_names, last_result, created_at, updated_at, deleted_at, further, zone, region, priority,"
            + " call_back_at, call_back_agent, closed_destinations, id";

    private static final String VALUES =
            " (" + COLUMNS + ") values (?" + ", ?".repeat(COLUMNS.split(",", -1).length - 1) + ")";
    static final String INSERT = "insert into target" + VALUES;

    static final String UPDATE = "update target set outdial_id = ?, state = ?, next_try_at = ?, name = ?, detail = ?,"
            + " data = ?, type_0 = ?, number_0 = ?, tries_0 = ?, type_1 = ?, number_1 = ?, tries_1 = ?, type_2 = ?,"
            + " number_2 = ?, tries_2 = ?, type_3 = ?, number_3 = ?, tries_3 = ?, type_4 = ?, number_4 = ?, tries_4 = ?,"
            + " address_names = ?, last_result = ?, created_at = ?, updated_at = ?, deleted_at = ?, further = ?, zone = ?,"
            + " region = ?, priority = ?, call_back_at = ?, call_back_agent = ?, closed_destinations = ?, class = "
            + HoursClasses.UNKNOWN + ", held_by = null where id = ?";

    private final Columns columns;

    TargetRows(Columns columns) {
        this.columns = columns;
    }

    /** Sets every parameter of {@link #INSERT} or {@link #UPDATE}. */
    void set(PreparedStatement statement, OutdialTarget target, TargetState state) throws SQLException {
        statement.setObject(1, target.outdialId());
        statement.setInt(2, state.code);
        var nextTryAt = target.nextTryAt();
        statement.setLong(3, state.waits() && nextTryAt != null ? Columns.micros(nextTryAt) : 0);
        statement.setString(4, target.name());
        statement.setString(5, target.detail());
        statement.setString(6, target.data());
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var address = target.destinations().get(i);
            statement.setString(7 + 3 * i, address == null ? null : address.type());
            statement.setString(8 + 3 * i, address == null ? null : address.target());
            statement.setInt(9 + 3 * i, target.tryCounts().get(i));
        }
        statement.setString(22, columns.addressNames(target.destinations()));
        var lastResult = target.lastResult();
        statement.setString(23, lastResult == null ? null : lastResult.name());
        Columns.setInstant(statement, 24, target.stamps().create());
        Columns.setInstant(statement, 25, target.stamps().update());
        Columns.setInstant(statement, 26, target.stamps().delete());
        statement.setString(27, columns.unknown(target.unknown()));
        var routing = target.routing();
        statement.setString(28, Columns.textOrNull(routing.zone()));
        statement.setString(29, Columns.textOrNull(routing.region()));
        statement.setInt(30, routing.priority());
        Columns.setInstant(statement, 31, routing.callBackAt());
        statement.setObject(32, routing.callBackAgent().equals(Ids.NIL) ? null : routing.callBackAgent());
        statement.setInt(33, routing.closed().bits());
        statement.setObject(34, target.id());
    }

    OutdialTarget read(ResultSet row) throws SQLException {
        var state = TargetState.of(row.getInt("state"));
        var tries = new ArrayList<Integer>(Outplan.DESTINATIONS);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            tries.add(row.getInt("tries_" + i));
        }
        var lastResult = row.getString("last_result");
        return new OutdialTarget(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "outdial_id"),
                row.getLong("seq"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("data"),
                state.status(),
                destinations(row),
                tries,
                nextTryAt(state, row.getLong("next_try_at")),
                lastResult == null ? null : EndCause.valueOf(lastResult),
                routing(row),
                new Stamps(
                        Columns.instantOrNull(row, "created_at"),
                        Columns.instantOrNull(row, "updated_at"),
                        Columns.instantOrNull(row, "deleted_at")),
                columns.unknown(row.getString("further")));
    }

    /** A target that do-not-call lists barred keeps its next try. */
    private static @Nullable Instant nextTryAt(TargetState state, long micros) {
        return state.waits() || (state == TargetState.BARRED && micros > 0) ? Columns.instant(micros) : null;
    }

    private static TargetRouting routing(ResultSet row) throws SQLException {
        var zone = row.getString("zone");
        var region = row.getString("region");
        int priority = row.getInt("priority");
        var callBackAt = Columns.instantOrNull(row, "call_back_at");
        var agent = row.getObject("call_back_agent", UUID.class);
        int closed = row.getInt("closed_destinations");
        return zone == null && region == null && priority == 0 && callBackAt == null && agent == null && closed == 0
                ? TargetRouting.NONE
                : new TargetRouting(
                        zone == null ? "" : zone,
                        region == null ? "" : region,
                        priority,
                        callBackAt,
                        agent == null ? Ids.NIL : agent,
                        new ClosedDestinations(closed));
    }

    private List<@Nullable Address> destinations(ResultSet row) throws SQLException {
        var names = columns.unknown(row.getString("address_names"));
        var destinations = new ArrayList<@Nullable Address>(Outplan.DESTINATIONS);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var type = row.getString("type_" + i);
            if (type == null) {
                destinations.add(null);
                continue;
            }
            var fields = names.get(Integer.toString(i)) instanceof Json.Obj found ? found : Json.Obj.EMPTY;
            destinations.add(Columns.named(type, row.getString("number_" + i), fields));
        }
        return destinations;
    }

    /** The state in which a target enters a list. */
    static TargetState stateOf(OutdialTarget target) {
        return switch (target.status()) {
            case DONE -> TargetState.DONE;
            case NOT_CALLABLE -> TargetState.NOT_CALLABLE;
            case PROGRESSING, IDLE -> target.nextTryAt() == null ? TargetState.FRESH : TargetState.RETRY;
        };
    }
}
