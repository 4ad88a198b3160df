package dev.outpace.journal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record: its components in order. */
final class RecordPart implements Part {
    private static final MethodType READS = MethodType.methodType(Object.class, Object.class);
    private static final MethodType MAKES = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final MethodHandle[] accessors;
    private final Part[] parts;
    private final MethodHandle constructor;

    RecordPart(Class<?> type, RecordComponent[] components, Part[] parts) {
        this.type = type;
        this.parts = parts;
        var lookup = MethodHandles.lookup();
        try {
            accessors = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(READS);
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MAKES);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException("type can't be written: " + type.getName(), hidden);
        }
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
        try {
            return (Object) accessors[number].invokeExact(value);
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
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException refused) {
            throw new BadFrame("no " + type.getSimpleName() + " has these parts: " + refused.getMessage());
        } catch (Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
