package dev.outpace.journal;

import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values seen of late in one file, by number, so that each is written out once and takes a byte or two from then on. Each has
 * two places where it can stand, and takes that of the one that was not seen for longer; who is displaced is written out again
 * when it comes back. Writer and reader fill theirs by the same steps.
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

    /** What one file has seen: ids of agents and of all calls in progress, and words that come again and again. */
    record Tables(Recent<UUID> ids, Recent<String> texts) {
        Tables() {
            this(
                    new Recent<>(14, id -> id.getMostSignificantBits() * 31 + id.getLeastSignificantBits()),
                    new Recent<>(8, String::hashCode));
        }
    }

    /** @return its number; -1 when it is new, and stands here from now on */
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

    /** What a reader sees for the first time. */
    void add(T value) {
        put(first(value), value);
    }

    /** @throws BadFrame for a number that was never given */
    @SuppressWarnings("unchecked")
    T get(int number) {
        if (number < 0 || number >= values.length || values[number] == null) {
            throw new BadFrame("nothing has the number " + number);
        }
        seen[number] = ++time;
        return (T) values[number];
    }

    private int first(T value) {
        return (int) ((spread.applyAsLong(value) * FACTOR) >>> shift) << 1;
    }

    private void put(int first, T value) {
        // Compared by what lies between, which holds when the count has passed its end.
        boolean firstIsOlder = values[first + 1] != null && seen[first] - seen[first + 1] < 0;
        int place = values[first] == null || firstIsOlder ? first : first + 1;
        values[place] = value;
        seen[place] = ++time;
    }
}
