package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many calls may be dialing. It is asked after each change that a decision may depend on, and once a second. One
 * call is placed for each true answer, and each call changes the next snapshot. Asking has no side effect: the answer is the
 * same however often it is asked.
 */
public interface PacingPolicy {
    /** Whether the campaign may place one more call now. Always true without a queue. */
    boolean mayDial(PacingSnapshot snapshot);

    /**
     * Campaigns of one queue are held together if their policies give equal keys: one question for all of them, {@link
     * #mightAnyDial}, tells whether they need to be asked.
     */
    default Object heldWith(PacingSnapshot snapshot) {
        return this;
    }

    /** False if {@link #mayDial} is false for every campaign that is held together with this one. */
    default boolean mightAnyDial(PacingSnapshot snapshot) {
        return true;
    }

    /** Highest number of dialing calls, of all campaigns of the queue together; empty for no limit. */
    OptionalInt allowed(PacingSnapshot snapshot);

    /** Whether nothing is dialed, however many agents are free, because the abandon rate is above the target. */
    default boolean isHeld() {
        return false;
    }

    /** How long the hold lasts if nothing happens; null if that is unknown. */
    default @Nullable Duration heldFor() {
        return null;
    }

    /** The snapshot with the policy's forecast; unchanged for a policy without one. */
    default PacingSnapshot explained(PacingSnapshot snapshot) {
        return snapshot;
    }
}
