package dev.outpace.pacing;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answered, queued and abandoned calls, and those that machine detection ended, of one campaign by the hour, for as long as any window needs them. */
final class AbandonLedger {
    private static final long KEPT_HOURS = 24 * 30;

    private final ArrayDeque<Hour> hours = new ArrayDeque<>();
    private final Hour all = new Hour(0);

    private static final class Hour {
        final long number;
        long answered;
        long queued;
        long abandoned;
        long machines;

        Hour(long number) {
            this.number = number;
        }

        void add(Hour other) {
            answered += other.answered;
            queued += other.queued;
            abandoned += other.abandoned;
            machines += other.machines;
        }
    }

    /** Sums over a window. */
    record Counts(long answered, long queued, long abandoned, long machines) {}

    private @Nullable Counts latest;
    private long latestHour;
    private long latestWindow;

    void add(long hour, long answered, long queued, long abandoned) {
        add(hour, answered, queued, abandoned, 0);
    }

    void add(long hour, long answered, long queued, long abandoned, long machines) {
        var last = hours.peekLast();
        if (last == null || last.number < hour) {
            last = new Hour(hour);
            hours.addLast(last);
            while (hours.getFirst().number <= hour - KEPT_HOURS) {
                hours.removeFirst();
            }
        }
        last.answered += answered;
        last.queued += queued;
        last.abandoned += abandoned;
        last.machines += machines;
        all.answered += answered;
        all.queued += queued;
        all.abandoned += abandoned;
        all.machines += machines;
        latest = null;
    }

    /** Sums over the last {@code windowHours} hours, the present one included. */
    Counts within(long hour, long windowHours) {
        var known = latest;
        if (known == null || latestHour != hour || latestWindow != windowHours) {
            known = sum(hour, windowHours);
            latest = known;
            latestHour = hour;
            latestWindow = windowHours;
        }
        return known;
    }

    /** The first hour in which the sums over its window fulfil a condition, if no call is added; empty if there is none. */
    OptionalLong firstHour(long hour, long windowHours, Predicate<Counts> wanted) {
        var left = within(hour, windowHours);
        if (wanted.test(left)) {
            return OptionalLong.of(hour);
        }
        for (var one : hours) {
            if (one.number > hour - windowHours) {
                left = new Counts(
                        left.answered - one.answered,
                        left.queued - one.queued,
                        left.abandoned - one.abandoned,
                        left.machines - one.machines);
                if (wanted.test(left)) {
                    return OptionalLong.of(one.number + windowHours);
                }
            }
        }
        return OptionalLong.empty();
    }

    private Counts sum(long hour, long windowHours) {
        var sum = new Hour(hour);
        for (var one : hours) {
            if (one.number > hour - windowHours) {
                sum.add(one);
            }
        }
        return new Counts(sum.answered, sum.queued, sum.abandoned, sum.machines);
    }

    Counts ever() {
        return new Counts(all.answered, all.queued, all.abandoned, all.machines);
    }
}
