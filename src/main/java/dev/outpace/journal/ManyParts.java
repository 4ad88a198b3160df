package dev.outpace.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists, sets and maps, with their order. */
final class ManyParts {
    private ManyParts() {}

    record Items(Part item) implements Part {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            writeAll(to, item, (Collection<?>) value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            var items = readAll(from, item);
            return items == null ? null : Collections.unmodifiableList(items);
        }
    }

    record Members(Part member) implements Part {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            writeAll(to, member, (Collection<?>) value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            var members = readAll(from, member);
            return members == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(members));
        }
    }

    record Entries(Part key, Part entry) implements Part {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            var map = (Map<?, ?>) value;
            to.number(map == null ? 0 : map.size() + 1L);
            if (map != null) {
                map.forEach((name, content) -> {
                    key.write(to, name);
                    entry.write(to, content);
                });
            }
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            int count = from.count() - 1;
            if (count < 0) {
                return null;
            }
            var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (int i = 0; i < count; i++) {
                map.put(key.read(from), entry.read(from));
            }
            return Collections.unmodifiableMap(map);
        }
    }

    private static void writeAll(ByteSink to, Part part, @Nullable Collection<?> values) {
        to.number(values == null ? 0 : values.size() + 1L);
        if (values != null) {
            for (var value : values) {
                part.write(to, value);
            }
        }
    }

    private static @Nullable List<@Nullable Object> readAll(ByteSource from, Part part) {
        int count = from.count() - 1;
        if (count < 0) {
            return null;
        }
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < count; i++) {
            values.add(part.read(from));
        }
        return values;
    }
}
