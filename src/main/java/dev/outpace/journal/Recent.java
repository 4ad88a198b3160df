package dev.outpace.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values seen of late in one file, by number, so that each is written out once and takes two bytes from then on. Writer and
 * reader fill theirs in the same order; the oldest gives way, and is written out again when it comes back.
 */
final class Recent<T> {
    private final @Nullable Object[] values;
    private final Map<T, Integer> numbers = new HashMap<>();
    private int next;

    private Recent(int size) {
        values = new @Nullable Object[size];
    }

    /** What one file has seen. */
    record Tables(Recent<UUID> ids, Recent<String> texts) {
        /** Numbers from {@link ByteSink#FIRST} on that two bytes hold; texts are fewer, since they are larger. */
        Tables() {
            this(new Recent<>((1 << 14) - ByteSink.FIRST), new Recent<>(4_096));
        }
    }

    /** @return its number; -1 when it is new, and has one from now on */
    int numberOf(T value) {
        var number = numbers.get(value);
        if (number == null) {
            var oldest = values[next];
            if (oldest != null) {
                numbers.remove(oldest);
            }
            numbers.put(value, next);
            add(value);
            return -1;
        }
        return number;
    }

    /** What a reader sees for the first time. */
    void add(T value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
    }

    /** @throws BadFrame for a number that was never given */
    @SuppressWarnings("unchecked")
    T get(int number) {
        if (number < 0 || number >= values.length || values[number] == null) {
            throw new BadFrame("nothing has the number " + number);
        }
        return (T) values[number];
    }
}
