package dev.outpace.journal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record: its components in order. The ways to them are made when they are first needed: they are costly, and a
 * workspace that is open reads none of what it writes.
 */
final class RecordPart implements Part {
    private static final MethodType READS = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKES = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Part[] parts;
    private final @Nullable MethodHandle[] accessors;
    private @Nullable MethodHandle constructor;

    RecordPart(Class<?> type, RecordComponent[] components, Part[] parts) {
        this.type = type;
        this.components = components;
        this.parts = parts;
        accessors = new @Nullable MethodHandle[components.length];
    }

    /** Made twice where two threads come at once, which does no harm. */
    private MethodHandle accessor(int number) {
        var known = accessors[number];
        if (known == null) {
            try {
                known = MethodHandles.lookup()
                        .unreflect(components[number].getAccessor())
                        .asType(READS);
            } catch (IllegalAccessException hidden) {
                throw hidden(hidden);
            }
            accessors[number] = known;
        }
        return known;
    }

    private MethodHandle constructor() {
        var known = constructor;
        if (known == null) {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                known = MethodHandles.lookup()
                        .unreflectConstructor(type.getDeclaredConstructor(types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MAKES);
            } catch (ReflectiveOperationException hidden) {
                throw hidden(hidden);
            }
            constructor = known;
        }
        return known;
    }

    private IllegalArgumentException hidden(ReflectiveOperationException cause) {
        return new IllegalArgumentException("type can't be written: " + type.getName(), cause);
    }

    @Override
    public void write(ByteSink to, @Nullable Object value) {
        to.put(value == null ? 0 : 1);
        if (value != null) {
            writeParts(to, value);
        }
    }

    /** @param value not null */
    void writeParts(ByteSink to, Object value) {
        for (int i = 0; i < parts.length; i++) {
            parts[i].write(to, part(i, value));
        }
    }

    private @Nullable Object part(int number, Object value) {
        var accessor = accessor(number);
        try {
            return (Object) accessor.invokeExact(value);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable Object read(ByteSource from) {
        return from.take() == 0 ? null : readParts(from);
    }

    Object readParts(ByteSource from) {
        from.enter();
        var values = new @Nullable Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(from);
        }
        from.leave();
        var maker = constructor();
        try {
            return (Object) maker.invokeExact(values);
        } catch (RuntimeException refused) {
            throw new BadFrame("no " + type.getSimpleName() + " has these parts: " + refused.getMessage());
        } catch (Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
