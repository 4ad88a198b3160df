package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;

/**
 * Dials by the published rule, see {@link ServiceLevelRule}. An agent who also serves other queues is available only as far as
 * the calls of those queues don't need the agent.
 */
public final class ServiceLevelPacing implements PacingPolicy {
    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return ServiceLevelRule.of(snapshot).isTrue();
    }

    /** The queue's numbers and the level are all that the rule looks at. */
    @Override
    public Object heldWith(PacingSnapshot snapshot) {
        return snapshot.serviceLevel();
    }

    @Override
    public boolean mightAnyDial(PacingSnapshot snapshot) {
        return mayDial(snapshot);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        if (!snapshot.hasQueue()) {
            return OptionalInt.empty();
        }
        var allowed = ServiceLevelRule.of(snapshot).allowed();
        return allowed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(allowed.getAsLong()));
    }
}
