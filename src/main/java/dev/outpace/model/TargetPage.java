package dev.outpace.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. {@code next} is where the next page begins; null after the last. */
public record TargetPage(
        List<OutdialTarget> targets, @Nullable Place next) {
    /** A place in the order of a list: what is in a call, due by its next try, fresh, not callable, done. */
    public record Place(int group, long nextTryAt, long seq) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::group)
                .thenComparingLong(Place::nextTryAt)
                .thenComparingLong(Place::seq);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
