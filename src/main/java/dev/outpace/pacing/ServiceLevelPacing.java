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

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        if (!snapshot.hasQueue()) {
            return OptionalInt.empty();
        }
        var allowed = ServiceLevelRule.of(snapshot).allowed();
        return allowed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(allowed.getAsLong()));
    }
}
