package dev.outpace.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pacing decision is made from.
 *
 * @param queueId nil without a queue
 * @param available agents of the queue that are free and not reserved for a caller on the way; never below 0
 * @param reserved agents taken out of {@code available} for answered callers without an agent
 * @param neededElsewhere hundredths of an agent: so many of {@code available} the calls of other queues need that the same
 *     people serve, beyond the people who serve only those; 0 where nobody serves another queue
 * @param dialing calls in status dialing of all campaigns on the queue; without a queue, the campaign's own
 * @param ownDialing calls in status dialing of this campaign
 * @param serviceLevel percent
 * @param others other campaigns whose calls in status dialing count here, on this queue first; filled in where it is told
 * @param abandon where the campaign stands against its target, if it holds there; null otherwise
 * @param forecast with adaptive pacing; null with the published rule
 */
public record PacingSnapshot(
        Instant at,
        UUID campaignId,
        UUID queueId,
        int available,
        int reserved,
        int neededElsewhere,
        int dialing,
        int ownDialing,
        int serviceLevel,
        List<OtherDialing> others,
        @Nullable AbandonStanding abandon,
        @Nullable PacingForecast forecast) {
    public PacingSnapshot {
        others = List.copyOf(others);
    }

    /** Calls in status dialing of another campaign, by the queue that paces it. */
    public record OtherDialing(UUID campaignId, UUID queueId, int dialing) {}

    /** As the published rule needs it, with people who serve this queue only. */
    public PacingSnapshot(
            Instant at,
            UUID campaignId,
            UUID queueId,
            int available,
            int reserved,
            int dialing,
            int ownDialing,
            int serviceLevel) {
        this(at, campaignId, queueId, available, reserved, 0, dialing, ownDialing, serviceLevel, List.of(), null, null);
    }

    public PacingSnapshot withNeededElsewhere(int hundredths) {
        return with(hundredths, others, abandon, forecast);
    }

    public PacingSnapshot withOthers(List<OtherDialing> whose) {
        return with(neededElsewhere, whose, abandon, forecast);
    }

    public PacingSnapshot with(AbandonStanding standing) {
        return with(neededElsewhere, others, standing, forecast);
    }

    public PacingSnapshot with(PacingForecast expected) {
        return with(neededElsewhere, others, abandon, expected);
    }

    private PacingSnapshot with(
            int needed,
            List<OtherDialing> whose,
            @Nullable AbandonStanding standing,
            @Nullable PacingForecast expected) {
        return new PacingSnapshot(
                at,
                campaignId,
                queueId,
                available,
                reserved,
                needed,
                dialing,
                ownDialing,
                serviceLevel,
                whose,
                standing,
                expected);
    }

    public boolean hasQueue() {
        return !Ids.isNil(queueId);
    }
}
