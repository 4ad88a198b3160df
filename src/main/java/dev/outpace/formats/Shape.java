package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON object of a resource while it is being put together, field by field in the published order. */
final class Shape {
    private final Map<String, Json> fields = new LinkedHashMap<>();
    private final Json.Obj unknown;

    /** @param unknown fields that Outpace doesn't know and that came with the resource */
    Shape(Json.Obj unknown) {
        this.unknown = unknown;
    }

    Shape text(String name, String value) {
        return put(name, new Json.Text(value));
    }

    Shape id(String name, UUID id) {
        return text(name, id.toString());
    }

    Shape ids(String name, Collection<UUID> ids) {
        return list(name, ids, id -> new Json.Text(id.toString()));
    }

    Shape word(String name, Enum<?> constant) {
        return text(name, Fields.word(constant));
    }

    Shape number(String name, long value) {
        return put(name, new Json.Num(BigDecimal.valueOf(value)));
    }

    Shape time(String name, @Nullable Instant moment) {
        return put(name, moment == null ? new Json.Null() : new Json.Text(Times.write(moment)));
    }

    Shape stamps(Stamps stamps) {
        return time("tm_create", stamps.create())
                .time("tm_update", stamps.update())
                .time("tm_delete", stamps.delete());
    }

    /** Absent parts are left out; unknown fields that {@link Fields#address} kept come back. */
    Shape address(String name, @Nullable Address address) {
        if (address == null) {
            return put(name, new Json.Null());
        }
        var kept = unknown.get(name) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY;
        return put(name, address(address, kept));
    }

    Shape addresses(String name, List<Address> addresses) {
        return list(name, addresses, address -> address(address, Json.Obj.EMPTY));
    }

    <T> Shape list(String name, Collection<T> items, Function<T, Json> shape) {
        return put(name, new Json.Array(items.stream().map(shape).toList()));
    }

    Shape put(String name, Json value) {
        fields.put(name, value);
        return this;
    }

    /** The object with the unknown fields at its end. */
    Json.Obj toJson() {
        unknown.fields().forEach(fields::putIfAbsent);
        return new Json.Obj(fields);
    }

    private static Json.Obj address(Address address, Json.Obj kept) {
        var shape = new Shape(kept);
        shape.part("type", address.type());
        shape.part("target", address.asWritten());
        shape.part("target_name", address.targetName());
        shape.part("name", address.name());
        shape.part("detail", address.detail());
        return shape.toJson();
    }

    private void part(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }
}
