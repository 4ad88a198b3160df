package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;

/**
 * The published rule: a new campaign call is made while
 *
 * <pre>available agents &gt; current dialing campaign calls × service_level / 100</pre>
 *
 * in exact arithmetic. A higher service level is more careful.
 */
public final class ServiceLevelPacing implements PacingPolicy {
    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return 100L * snapshot.available() > (long) snapshot.dialing() * snapshot.serviceLevel();
    }

    /** The lowest number for which the rule is false; empty for no limit. */
    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        if (!snapshot.hasQueue() || (snapshot.serviceLevel() == 0 && snapshot.available() > 0)) {
            return OptionalInt.empty();
        }
        if (snapshot.available() == 0) {
            return OptionalInt.of(0);
        }
        return OptionalInt.of(Math.toIntExact(Math.ceilDiv(100L * snapshot.available(), snapshot.serviceLevel())));
    }
}
