package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What a pacing decision is made from.
 *
 * @param queueId nil without a queue
 * @param available agents of the queue that are free and not reserved for a caller on the way; never below 0
 * @param reserved agents taken out of {@code available} for answered callers without an agent
 * @param dialing calls in status dialing of all campaigns on the queue; without a queue, the campaign's own
 * @param ownDialing calls in status dialing of this campaign
 * @param serviceLevel percent
 */
public record PacingSnapshot(
        Instant at,
        UUID campaignId,
        UUID queueId,
        int available,
        int reserved,
        int dialing,
        int ownDialing,
        int serviceLevel) {
    public boolean hasQueue() {
        return !Ids.isNil(queueId);
    }
}
