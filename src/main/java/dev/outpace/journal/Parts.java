package dev.outpace.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes values by the shape of their types: records by their components, sealed types by the number of the record, and a few
 * types of the JDK. A new component of a record is therefore written without further code, and no field can be forgotten. The
 * {@link #print fingerprint} of the shapes tells whether a file was written with the same shapes.
 *
 * <p>Types always come from this program, never from a file.
 */
final class Parts {
    private final Map<Type, Part> parts = new HashMap<>();
    private final Map<String, String> shapes = new TreeMap<>();

    Parts() {
        parts.put(boolean.class, Scalars.BOOLEAN);
        parts.put(Boolean.class, Scalars.BOOLEAN);
        parts.put(int.class, Scalars.INT);
        parts.put(Integer.class, Scalars.NULLABLE_INT);
        parts.put(long.class, Scalars.LONG);
        parts.put(Long.class, Scalars.NULLABLE_LONG);
        parts.put(double.class, Scalars.DOUBLE);
        parts.put(char.class, Scalars.CHARACTER);
        parts.put(String.class, Scalars.TEXT);
        parts.put(UUID.class, Scalars.ID);
        parts.put(Instant.class, Scalars.MOMENT);
        parts.put(Duration.class, Scalars.DURATION);
        parts.put(LocalDate.class, Scalars.DATE);
        parts.put(Period.class, Scalars.PERIOD);
        parts.put(BigDecimal.class, Scalars.DECIMAL);
    }

    /** @throws IllegalArgumentException for a type that can't be written */
    Part of(Type type) {
        var known = parts.get(type);
        if (known != null) {
            return known;
        }
        var later = new Later();
        parts.put(type, later);
        var made = make(type);
        later.part = made;
        parts.put(type, made);
        return made;
    }

    private Part make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        if (type instanceof Class<?> plain) {
            if (plain.isEnum()) {
                shapes.put(plain.getName(), Arrays.toString(plain.getEnumConstants()));
                return new Scalars.Constant(List.of(plain.getEnumConstants()));
            }
            if (plain.isRecord()) {
                return record(plain);
            }
            if (plain.isSealed()) {
                return choice(plain);
            }
        }
        throw new IllegalArgumentException("type can't be written: " + type.getTypeName());
    }

    private Part collection(ParameterizedType generic) {
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return new ManyParts.Items(of(arguments[0]));
        }
        if (generic.getRawType() == Set.class) {
            return new ManyParts.Members(of(arguments[0]));
        }
        if (generic.getRawType() == Map.class) {
            return new ManyParts.Entries(of(arguments[0]), of(arguments[1]));
        }
        throw new IllegalArgumentException("type can't be written: " + generic.getTypeName());
    }

    /** Part of a record type whose values are never null. */
    RecordPart record(Class<?> type) {
        var components = type.getRecordComponents();
        shapes.put(
                type.getName(),
                Arrays.stream(components)
                        .map(component -> component.getName() + ":"
                                + component.getGenericType().getTypeName())
                        .toList()
                        .toString());
        var each = Arrays.stream(components)
                .map(RecordComponent::getGenericType)
                .map(this::of)
                .toArray(Part[]::new);
        return new RecordPart(type, components, each);
    }

    ChoicePart choice(Class<?> sealed) {
        var leaves = leaves(sealed);
        shapes.put(
                sealed.getName(), leaves.stream().map(Class::getName).toList().toString());
        return new ChoicePart(leaves, leaves.stream().map(this::record).toList());
    }

    /** The records of a sealed type by name, including those of sealed types within it. */
    static List<Class<?>> leaves(Class<?> sealed) {
        var found = new LinkedHashSet<Class<?>>();
        gather(sealed, found);
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Class::getName));
        return sorted;
    }

    private static void gather(Class<?> type, Set<Class<?>> into) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                gather(permitted, into);
            }
        } else if (type.isRecord()) {
            into.add(type);
        } else {
            throw new IllegalArgumentException("type can't be written: " + type.getName());
        }
    }

    /** Fingerprint of all shapes requested so far. It changes when any of them changes. */
    long print() {
        var low = new CRC32C();
        var high = new CRC32C();
        high.update(1);
        shapes.forEach((name, shape) -> {
            var bytes = (name + '=' + shape + ';').getBytes(StandardCharsets.UTF_8);
            low.update(bytes);
            high.update(bytes);
            high.update(bytes.length);
        });
        return (high.getValue() << Integer.SIZE) | low.getValue();
    }

    /** Stands for a type that contains itself, until its part is complete. */
    private static final class Later implements Part {
        private Part part = this;

        @Override
        public void write(ByteSink to, @Nullable Object value) {
            part.write(to, value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            return part.read(from);
        }
    }
}
