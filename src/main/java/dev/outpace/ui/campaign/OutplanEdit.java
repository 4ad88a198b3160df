package dev.outpace.ui.campaign;

import dev.outpace.model.Address;
import dev.outpace.model.Outplan;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The outplan of a campaign's form with what was typed into it. What others change meanwhile and nobody typed over comes
 * through when it is saved.
 */
final class OutplanEdit {
    private final Runnable changed;
    private @Nullable Outplan saved;
    private @Nullable Outplan base;
    private @Nullable Outplan typed;

    OutplanEdit(Runnable changed) {
        this.changed = changed;
    }

    /** The outplan as it is now; null for none. Another one than before forgets what was typed. */
    void show(@Nullable Outplan now) {
        boolean same = now != null && base != null && now.id().equals(base.id());
        if (!same || !isChanged()) {
            base = now;
            typed = now;
        }
        saved = now;
        changed.run();
    }

    /** @param edited null while something typed can't be used */
    void type(@Nullable Outplan edited) {
        if (base != null && !Objects.equals(edited, typed)) {
            typed = edited;
            if (edited != null && sameTiming(edited, saved)) {
                base = saved;
            }
            changed.run();
        }
    }

    /** The workspace has taken what was wanted. */
    void accepted(Outplan now) {
        if (base != null && base.id().equals(now.id())) {
            base = now;
            saved = now;
            typed = now;
            changed.run();
        }
    }

    /** For the caller to tell. */
    void revert() {
        base = saved;
        typed = saved;
    }

    @Nullable
    Outplan saved() {
        return saved;
    }

    /** What the editing began from. */
    @Nullable
    Outplan base() {
        return base;
    }

    boolean isChanged() {
        return changes() > 0;
    }

    /** How many of its values differ; something unusable counts as one. */
    int changes() {
        var from = base;
        var to = typed;
        if (from == null) {
            return 0;
        }
        if (to == null) {
            return 1;
        }
        int counts = (int) IntStream.range(0, Outplan.DESTINATIONS)
                .filter(i ->
                        !from.maxTryCounts().get(i).equals(to.maxTryCounts().get(i)))
                .count();
        return counts
                + (Objects.equals(from.source(), to.source()) ? 0 : 1)
                + (from.dialTimeout() == to.dialTimeout() ? 0 : 1)
                + (from.tryInterval() == to.tryInterval() ? 0 : 1)
                + (from.retry().equals(to.retry()) ? 0 : 1);
    }

    int errors() {
        return base != null && typed == null ? 1 : 0;
    }

    boolean isChangedElsewhere() {
        return isChanged() && !Objects.equals(base, saved);
    }

    /** What is saved now with what was typed put in; null without changes that can be saved. */
    @Nullable
    Outplan wanted() {
        var from = base;
        var to = typed;
        var now = saved;
        return from == null || to == null || now == null || !isChanged() ? null : merged(from, to, now);
    }

    private static Outplan merged(Outplan from, Outplan to, Outplan now) {
        return new Outplan(
                now.id(),
                now.name(),
                now.detail(),
                source(from, to, now),
                to.dialTimeout() == from.dialTimeout() ? now.dialTimeout() : to.dialTimeout(),
                to.tryInterval() == from.tryInterval() ? now.tryInterval() : to.tryInterval(),
                IntStream.range(0, Outplan.DESTINATIONS)
                        .mapToObj(i -> to.maxTryCounts()
                                        .get(i)
                                        .equals(from.maxTryCounts().get(i))
                                ? now.maxTryCounts().get(i)
                                : to.maxTryCounts().get(i))
                        .toList(),
                to.retry().equals(from.retry()) ? now.retry() : to.retry(),
                now.stamps(),
                now.unknown());
    }

    private static @Nullable Address source(Outplan from, Outplan to, Outplan now) {
        return Objects.equals(to.source(), from.source()) ? now.source() : to.source();
    }

    private static boolean sameTiming(Outplan one, @Nullable Outplan other) {
        return other != null
                && Objects.equals(one.source(), other.source())
                && one.dialTimeout() == other.dialTimeout()
                && one.tryInterval() == other.tryInterval()
                && one.maxTryCounts().equals(other.maxTryCounts())
                && one.retry().equals(other.retry());
    }

    /** Whether a destination may be tried more often than before. */
    static boolean raised(@Nullable Outplan before, Outplan after) {
        return before != null && after.allowsMoreThan(before);
    }
}
