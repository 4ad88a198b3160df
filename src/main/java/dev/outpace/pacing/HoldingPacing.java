package dev.outpace.pacing;

import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingSnapshot;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The published rule, with a hold while the abandon rate in the campaign's window is above the target. */
final class HoldingPacing implements PacingPolicy {
    private final PacingPolicy rule;
    private final PacingChoice choice;
    private final QueueFloor queue;
    private final CampaignMemory campaign;

    HoldingPacing(PacingPolicy rule, PacingChoice choice, QueueFloor queue, CampaignMemory campaign) {
        this.rule = rule;
        this.choice = choice;
        this.queue = queue;
        this.campaign = campaign;
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
        return snapshot.with(campaign.standing(choice, PacingMemory.hour(queue)));
    }

    @Override
    public boolean isHeld() {
        return campaign.standing(choice, PacingMemory.hour(queue)).isOver();
    }

    @Override
    public @Nullable Duration heldFor() {
        var hour = campaign.withinTargetAt(choice, PacingMemory.hour(queue));
        return hour.isPresent() ? Duration.ofNanos(PacingMemory.untilHour(queue, hour.getAsLong())) : null;
    }
}
