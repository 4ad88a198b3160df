package dev.outpace.simulation;

import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list whose targets are told apart, as each may be tried more than once. */
final class LabList {
    /**
     * @param number from 1, in the order of the first tries
     * @param tries so far
     * @param due for the next try
     * @param last how the try before ended; null before the first
     */
    record Target(
            long number, int tries, Instant due, @Nullable EndCause last) {
        private Target later(int newTries, Instant at, @Nullable EndCause cause) {
            return new Target(number, newTries, at, cause);
        }
    }

    private final @Nullable Long targets;
    private final PriorityQueue<Target> waiting =
            new PriorityQueue<>(Comparator.comparing(Target::due).thenComparingLong(Target::number));
    private final Map<UUID, Target> inCall = new HashMap<>();
    private long fresh;
    private long done;

    /** @param targets null for an endless list */
    LabList(@Nullable Long targets) {
        this.targets = targets;
    }

    long done() {
        return done;
    }

    /** The target of a new call, this try counted; null where none is due. */
    @Nullable
    Target claim(UUID callId, Instant now, boolean freshFirst) {
        var next = waiting.peek();
        boolean isDue = next != null && !next.due().isAfter(now);
        boolean freshLeft = targets == null || fresh < targets;
        if (freshLeft && (freshFirst || !isDue)) {
            next = new Target(++fresh, 0, now, null);
        } else if (isDue) {
            next = waiting.remove();
        } else {
            return null;
        }
        var target = next.later(next.tries() + 1, now, next.last());
        inCall.put(callId, target);
        return target;
    }

    /** Null where no target waits. */
    @Nullable
    Instant nextDue() {
        var next = waiting.peek();
        return next == null ? null : next.due();
    }

    void closed(CampaignCall call, TargetFate fate) {
        var target = inCall.remove(call.id());
        if (target == null) {
            return;
        }
        switch (fate) {
            case TargetFate.Done _ -> done++;
            case TargetFate.RetryAt(var at, var _) -> waiting.add(target.later(target.tries(), at, call.cause()));
            case TargetFate.RestsUntil(var at) -> waiting.add(target.later(target.tries(), at, call.cause()));
            case TargetFate.TryGivenBack(var at) -> waiting.add(target.later(target.tries() - 1, at, target.last()));
        }
    }
}
