package dev.outpace.store;

import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts values to columns: moments to microseconds since 1970, lists and unknown fields to JSON text. */
final class Columns {
    private static final long MICROS = 1_000_000;

    private final JsonText json;

    Columns(JsonText json) {
        this.json = json;
    }

    static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), MICROS), moment.getNano() / 1_000);
    }

    static @Nullable Long microsOrNull(@Nullable Instant moment) {
        return moment == null ? null : micros(moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : instant(micros);
    }

    static void setInstant(PreparedStatement statement, int place, @Nullable Instant moment) throws SQLException {
        if (moment == null) {
            statement.setNull(place, Types.BIGINT);
        } else {
            statement.setLong(place, micros(moment));
        }
    }

    static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Nullable
    String unknown(Json.Obj fields) {
        return fields.isEmpty() ? null : json.write(fields);
    }

    Json.Obj unknown(@Nullable String text) {
        return text != null && json.read(text) instanceof Json.Obj fields ? fields : Json.Obj.EMPTY;
    }

    String ids(List<UUID> ids) {
        return json.write(new Json.Array(
                ids.stream().map(id -> (Json) new Json.Text(id.toString())).toList()));
    }

    List<UUID> ids(String text) {
        var ids = new ArrayList<UUID>();
        for (var item : items(text)) {
            if (item instanceof Json.Text(var id)) {
                ids.add(UUID.fromString(id));
            }
        }
        return ids;
    }

    String addresses(List<Address> addresses) {
        return json.write(new Json.Array(
                addresses.stream().map(address -> (Json) toJson(address)).toList()));
    }

    List<Address> addresses(String text) {
        var addresses = new ArrayList<Address>();
        for (var item : items(text)) {
            if (item instanceof Json.Obj fields) {
                addresses.add(address(fields));
            }
        }
        return addresses;
    }

    @Nullable
    String address(@Nullable Address address) {
        return address == null ? null : json.write(toJson(address));
    }

    @Nullable
    Address address(@Nullable String text) {
        return text != null && json.read(text) instanceof Json.Obj fields ? address(fields) : null;
    }

    static Json.Obj toJson(Address address) {
        var fields = new LinkedHashMap<String, Json>();
        put(fields, "type", address.type());
        put(fields, "target", address.target());
        put(fields, "target_name", address.targetName());
        put(fields, "name", address.name());
        put(fields, "detail", address.detail());
        put(fields, "written", address.written());
        return new Json.Obj(fields);
    }

    private static void put(Map<String, Json> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, new Json.Text(value));
        }
    }

    static Address address(Json.Obj fields) {
        return named(fields.text("type", ""), fields.text("target", ""), fields);
    }

    /** An address with the name and details from a JSON object that {@link #addressNames} wrote. */
    static Address named(String type, String target, Json.Obj fields) {
        return new Address(
                type,
                target,
                fields.text("target_name", ""),
                fields.text("name", ""),
                fields.text("detail", ""),
                fields.text("written", ""));
    }

    /**
     * JSON text of the destinations' names, details and original spellings, by destination index. Null if no destination has
     * any, which is the common case.
     */
    @Nullable
    String addressNames(List<@Nullable Address> destinations) {
        var fields = new LinkedHashMap<String, Json>();
        for (int i = 0; i < destinations.size(); i++) {
            var address = destinations.get(i);
            if (address != null) {
                var names = toJson(address).without("type").without("target");
                if (!names.isEmpty()) {
                    fields.put(Integer.toString(i), names);
                }
            }
        }
        return fields.isEmpty() ? null : json.write(new Json.Obj(fields));
    }

    String actions(List<Action> actions) {
        var items = new ArrayList<Json>();
        for (var action : actions) {
            var fields = new LinkedHashMap<String, Json>();
            fields.put("id", new Json.Text(action.id().toString()));
            fields.put("next_id", new Json.Text(action.nextId().toString()));
            fields.put("type", new Json.Text(action.type()));
            if (action.option() != null) {
                fields.put("option", action.option());
            }
            if (!action.unknown().isEmpty()) {
                fields.put("unknown", action.unknown());
            }
            items.add(new Json.Obj(fields));
        }
        return json.write(new Json.Array(items));
    }

    List<Action> actions(String text) {
        var actions = new ArrayList<Action>();
        for (var item : items(text)) {
            if (item instanceof Json.Obj fields) {
                actions.add(new Action(
                        UUID.fromString(fields.text("id", Ids.NIL.toString())),
                        UUID.fromString(fields.text("next_id", Ids.NIL.toString())),
                        fields.text("type", ""),
                        fields.get("option") instanceof Json.Obj option ? option : null,
                        fields.get("unknown") instanceof Json.Obj unknown ? unknown : Json.Obj.EMPTY));
            }
        }
        return actions;
    }

    private List<Json> items(String text) {
        return json.read(text) instanceof Json.Array(var items) ? items : List.of();
    }
}
