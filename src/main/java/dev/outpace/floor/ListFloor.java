package dev.outpace.floor;

import dev.outpace.model.FreshTurns;
import dev.outpace.model.RuleReason;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of one list of targets right now. */
public final class ListFloor {
    private final UUID outdialId;
    private TargetCounts counts;
    private int inCall;
    private boolean nothingDue;
    private boolean waitsForAgent;
    private @Nullable RuleReason rule;
    private FreshTurns turns = FreshTurns.NONE;
    private @Nullable Instant nextTryAt;
    private @Nullable Runnable cancelTimer;

    public ListFloor(UUID outdialId, TargetCounts counts) {
        this.outdialId = outdialId;
        this.counts = counts;
    }

    public UUID outdialId() {
        return outdialId;
    }

    public TargetCounts counts() {
        return counts;
    }

    public void counts(TargetCounts now) {
        counts = now;
    }

    /** A target of this list begins a call. */
    public void callBegins() {
        inCall++;
    }

    public void callEnds() {
        inCall--;
    }

    /** Targets that are neither in a call nor out of the range, as counted here. */
    public long idle() {
        return counts.left() - inCall;
    }

    /** @param share of the turns that fresh targets have, in percent */
    public boolean freshFirst(int share) {
        return turns.freshFirst(share);
    }

    /** @param fresh whether the target that was taken was never called before */
    public void taken(boolean fresh, int share) {
        turns = turns.taken(fresh, share);
    }

    /**
     * The last claim found nothing to dial.
     *
     * @param forAgent a target could be dialed if an agent could be kept free for it
     * @param byRule calling rule that the next target waits for; null if it waits for none
     */
    public void nothingDue(boolean forAgent, @Nullable RuleReason byRule) {
        nothingDue = true;
        waitsForAgent = forAgent;
        rule = byRule;
    }

    /**
     * Nothing is due before a moment, or before somebody changes the list.
     *
     * @param at null for no moment
     * @param cancelsTimer of that moment; null without one
     */
    public void nothingDueBefore(@Nullable Instant at, @Nullable Runnable cancelsTimer) {
        cancelTimer();
        nothingDue = true;
        nextTryAt = at;
        cancelTimer = cancelsTimer;
    }

    /** Whether a target that is due at a moment changes when the list is looked at next. */
    public boolean isSooner(Instant at) {
        return nothingDue && (nextTryAt == null || at.isBefore(nextTryAt));
    }

    /** Also without the timer: a time server that moves the wall by bits brings a moment nearer. */
    public boolean nothingDueAt(Instant now) {
        return nothingDue && (nextTryAt == null || now.isBefore(nextTryAt));
    }

    /** Whether a target could be dialed if an agent could be kept free for it. */
    public boolean waitsForAgent() {
        return waitsForAgent;
    }

    /** The calling rule that the next target waits for; null if it waits for none. */
    public @Nullable RuleReason rule() {
        return rule;
    }

    /** Another target is due first than the one that waits for a calling rule. */
    public void waitsForNoRule() {
        rule = null;
    }

    /** When the next target is due; null where that is not known. */
    public @Nullable Instant nextTryAt() {
        return nextTryAt;
    }

    public void somethingMayBeDue() {
        nothingDue = false;
        waitsForAgent = false;
        rule = null;
        nextTryAt = null;
        cancelTimer();
    }

    private void cancelTimer() {
        if (cancelTimer != null) {
            cancelTimer.run();
            cancelTimer = null;
        }
    }
}
