package dev.outpace.engine;

import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine knows of one list of targets right now. */
final class ListFloor {
    final UUID outdialId;
    TargetCounts counts;
    /** Targets of this list that are in a call. */
    int inCall;
    /** The last claim found nothing to dial; until one of the moments below, or until somebody changes the list. */
    boolean nothingDue;
    /** A target could be dialed if an agent could be kept free for it. */
    boolean waitsForAgent;
    /** The last target that was taken had been called before: a fresh one has the next turn. */
    boolean freshFirst;

    @Nullable
    Instant nextTryAt;

    EngineClock.@Nullable Timer timer;

    ListFloor(UUID outdialId, TargetCounts counts) {
        this.outdialId = outdialId;
        this.counts = counts;
    }

    /** Also without the timer: a time server that moves the wall by bits brings a moment nearer. */
    boolean nothingDueAt(Instant now) {
        return nothingDue && (nextTryAt == null || now.isBefore(nextTryAt));
    }

    /** Targets that are neither in a call nor out of the range, as counted here. */
    long idle() {
        return counts.left() - inCall;
    }

    void somethingMayBeDue() {
        nothingDue = false;
        waitsForAgent = false;
        nextTryAt = null;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
