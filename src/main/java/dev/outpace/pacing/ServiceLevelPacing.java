package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;

/**
 * The published rule: a new campaign call is made while
 *
 * <pre>available agents &gt; current dialing campaign calls × service_level / 100</pre>
 *
 * in exact arithmetic. A higher service level is more careful. Agents who serve other queues too are available here as far as the
 * calls of those queues leave them.
 */
public final class ServiceLevelPacing implements PacingPolicy {
    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return snapshot.hundredthsLeft() > (long) snapshot.dialing() * snapshot.serviceLevel();
    }

    /** The lowest number for which the rule is false; empty for no limit. */
    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        if (!snapshot.hasQueue() || (snapshot.serviceLevel() == 0 && snapshot.hundredthsLeft() > 0)) {
            return OptionalInt.empty();
        }
        if (snapshot.hundredthsLeft() <= 0) {
            return OptionalInt.of(0);
        }
        return OptionalInt.of(Math.toIntExact(Math.ceilDiv(snapshot.hundredthsLeft(), snapshot.serviceLevel())));
    }
}
