package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many calls may dial. Asked whenever something changed that a decision may depend on, and once a second; one
 * call is placed for each true answer, and each changes the next snapshot. Asking changes nothing: the answer is the same however
 * often somebody looks.
 */
public interface PacingPolicy {
    /** Whether the campaign may place one more call now. Without a queue always. */
    boolean mayDial(PacingSnapshot snapshot);

    /** Calls of all campaigns of the queue that may dial at once; empty for no limit. */
    OptionalInt allowed(PacingSnapshot snapshot);

    /** Whether nothing is dialed, however many agents are free, because too many callers were abandoned. */
    default boolean isHeld() {
        return false;
    }

    /** How long it is still held if nothing happens; null where that is not known. */
    default @Nullable Duration heldFor() {
        return null;
    }

    /** The snapshot with what the policy expects of it; as it is where it expects nothing. */
    default PacingSnapshot explained(PacingSnapshot snapshot) {
        return snapshot;
    }
}
