package dev.outpace.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list has to dial, as far as it is known before a number's turn comes.
 *
 * @param now targets that may be dialed now
 * @param later targets that wait: for their next try, or for the end of a number's gap or rest
 * @param laterFrom when the first of them is due; null if none waits
 * @param first the numbers whose turn is next
 */
public record NextTargets(long now, long later, @Nullable Instant laterFrom, List<Address> first) {
    public static final NextTargets NONE = new NextTargets(0, 0, null, List.of());

    public NextTargets {
        first = List.copyOf(first);
    }

    /** Of this list and one whose turn is after it. */
    public NextTargets plus(NextTargets other, int numbers) {
        var all = new ArrayList<>(first);
        all.addAll(other.first);
        var from = Stream.of(laterFrom, other.laterFrom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new NextTargets(
                now + other.now, later + other.later, from, all.subList(0, Math.min(numbers, all.size())));
    }
}
