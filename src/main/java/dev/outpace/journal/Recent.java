package dev.outpace.journal;

import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the recent values of one file, so that each value is written out once and takes one or two bytes afterwards. Each
 * value has two possible places and replaces the value that was used less recently. A replaced value is written out again when
 * it comes back. Writer and reader update their tables in the same way.
 */
final class Recent<T> {
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final @Nullable Object[] values;
    private final int[] seen;
    private final ToLongFunction<T> spread;
    private final int shift;
    private int time;

    /** @param bits of a number */
    private Recent(int bits, ToLongFunction<T> spread) {
        values = new @Nullable Object[1 << bits];
        seen = new int[1 << bits];
        shift = Long.SIZE - bits + 1;
        this.spread = spread;
    }

    /** The tables of one file: ids of agents and of all calls in progress, and words that repeat. */
    record Tables(Recent<UUID> ids, Recent<String> texts) {
        Tables() {
            this(
                    new Recent<>(14, id -> id.getMostSignificantBits() * 31 + id.getLeastSignificantBits()),
                    new Recent<>(8, String::hashCode));
        }
    }

    /** @return the value's number; -1 if the value is new, and has a number from now on */
    int numberOf(T value) {
        int first = first(value);
        for (int number = first; number < first + 2; number++) {
            if (value.equals(values[number])) {
                seen[number] = ++time;
                return number;
            }
        }
        put(first, value);
        return -1;
    }

    /** Adds a value that a reader sees for the first time. */
    void add(T value) {
        put(first(value), value);
    }

    /** @throws BadFrame for a number that no value has */
    @SuppressWarnings("unchecked")
    T get(int number) {
        if (number < 0 || number >= values.length || values[number] == null) {
            throw new BadFrame("no value has the number " + number);
        }
        seen[number] = ++time;
        return (T) values[number];
    }

    private int first(T value) {
        return (int) ((spread.applyAsLong(value) * FACTOR) >>> shift) << 1;
    }

    private void put(int first, T value) {
        // Compares by difference, which stays right after the counter overflows.
        boolean firstIsOlder = values[first + 1] != null && seen[first] - seen[first + 1] < 0;
        int place = values[first] == null || firstIsOlder ? first : first + 1;
        values[place] = value;
        seen[place] = ++time;
    }
}
