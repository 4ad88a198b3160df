package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pacing decision is made from.
 *
 * @param queueId nil without a queue
 * @param available agents of the queue that are free and not reserved for a caller on the way; never below 0
 * @param reserved agents taken out of {@code available} for answered callers without an agent
 * @param dialing calls in status dialing of all campaigns on the queue; without a queue, the campaign's own
 * @param ownDialing calls in status dialing of this campaign
 * @param serviceLevel percent
 * @param forecast with adaptive pacing; null with the published rule
 */
public record PacingSnapshot(
        Instant at,
        UUID campaignId,
        UUID queueId,
        int available,
        int reserved,
        int dialing,
        int ownDialing,
        int serviceLevel,
        @Nullable PacingForecast forecast) {
    /** As the published rule needs it. */
    public PacingSnapshot(
            Instant at,
            UUID campaignId,
            UUID queueId,
            int available,
            int reserved,
            int dialing,
            int ownDialing,
            int serviceLevel) {
        this(at, campaignId, queueId, available, reserved, dialing, ownDialing, serviceLevel, null);
    }

    public PacingSnapshot with(PacingForecast expected) {
        return new PacingSnapshot(
                at, campaignId, queueId, available, reserved, dialing, ownDialing, serviceLevel, expected);
    }

    public boolean hasQueue() {
        return !Ids.isNil(queueId);
    }
}
