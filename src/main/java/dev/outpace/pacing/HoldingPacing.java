package dev.outpace.pacing;

import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingSnapshot;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The published rule, and nothing while more than the campaign's target is abandoned in its window. */
final class HoldingPacing implements PacingPolicy {
    private final PacingPolicy rule;
    private final PacingChoice choice;
    private final AgentPool pool;
    private final RingingLines lines;

    HoldingPacing(PacingPolicy rule, UUID campaignId, PacingChoice choice, AgentPool pool) {
        this.rule = rule;
        this.choice = choice;
        this.pool = pool;
        this.lines = pool.lines(campaignId);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return !isHeld() && rule.mayDial(snapshot);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return isHeld() ? OptionalInt.of(0) : rule.allowed(snapshot);
    }

    @Override
    public PacingSnapshot explained(PacingSnapshot snapshot) {
        return snapshot.with(lines.standing(choice, pool.hour()));
    }

    @Override
    public boolean isHeld() {
        return lines.standing(choice, pool.hour()).isOver();
    }

    @Override
    public @Nullable Duration heldFor() {
        return pool.untilHour(lines.withinTargetAt(choice, pool.hour()));
    }
}
