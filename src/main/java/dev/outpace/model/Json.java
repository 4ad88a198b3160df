package dev.outpace.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it stood in a file. Options of actions and unknown fields are kept in this form, so that nothing of a
 * file is lost on the way through the console. Objects keep the order of their keys; numbers keep their digits.
 */
public sealed interface Json {
    record Text(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    record Obj(Map<String, Json> fields) implements Json {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public boolean isEmpty() {
            return fields.isEmpty();
        }

        public @Nullable Json get(String name) {
            return fields.get(name);
        }

        /** The text of a field, or {@code otherwise} when it is absent or no text. */
        public String text(String name, String otherwise) {
            return fields.get(name) instanceof Text(var value) ? value : otherwise;
        }

        /** The number of a field, or {@code otherwise} when it is absent, no number, or no whole number of 64 bits. */
        public long integer(String name, long otherwise) {
            if (!(fields.get(name) instanceof Num(var value)) || value.precision() - value.scale() > 19) {
                return otherwise;
            }
            try {
                return value.longValueExact();
            } catch (ArithmeticException notWhole) {
                return otherwise;
            }
        }

        /** This object with one field set; at the end when it is new, in its place when it is there. */
        public Obj with(String name, Json value) {
            var copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new Obj(copy);
        }

        public Obj without(String name) {
            var copy = new LinkedHashMap<>(fields);
            copy.remove(name);
            return new Obj(copy);
        }
    }
}
