package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try at one target: the published campaigncall and, beyond it, the moments of its life.
 *
 * @param destination null for a campaign of type flow
 * @param destinationIndex 0 to 4
 * @param tryCount tries of this destination, this one included
 * @param agentId nil until an agent was connected
 * @param takenLate whether an agent took the caller only after the time that the campaign counts as abandoned
 */
public record CampaignCall(
        UUID id,
        UUID campaignId,
        UUID outplanId,
        UUID outdialId,
        UUID outdialTargetId,
        UUID queueId,
        CampaignType referenceType,
        String targetName,
        @Nullable Address source,
        @Nullable Address destination,
        int destinationIndex,
        int tryCount,
        CallStatus status,
        CallResult result,
        @Nullable EndCause cause,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant queuedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        UUID agentId,
        boolean takenLate) {
    /** A call that no agent took too late. */
    public CampaignCall(
            UUID id,
            UUID campaignId,
            UUID outplanId,
            UUID outdialId,
            UUID outdialTargetId,
            UUID queueId,
            CampaignType referenceType,
            String targetName,
            @Nullable Address source,
            @Nullable Address destination,
            int destinationIndex,
            int tryCount,
            CallStatus status,
            CallResult result,
            @Nullable EndCause cause,
            Instant createdAt,
            @Nullable Instant answeredAt,
            @Nullable Instant queuedAt,
            @Nullable Instant connectedAt,
            @Nullable Instant endedAt,
            UUID agentId) {
        this(
                id,
                campaignId,
                outplanId,
                outdialId,
                outdialTargetId,
                queueId,
                referenceType,
                targetName,
                source,
                destination,
                destinationIndex,
                tryCount,
                status,
                result,
                cause,
                createdAt,
                answeredAt,
                queuedAt,
                connectedAt,
                endedAt,
                agentId,
                false);
    }

    /** Whether the call counts as abandoned: its caller ended without an agent, or had one too late. */
    public boolean isAbandoned() {
        return cause == EndCause.ABANDONED || takenLate;
    }

    public CampaignCall answered(Instant at) {
        return new CampaignCall(
                id,
                campaignId,
                outplanId,
                outdialId,
                outdialTargetId,
                queueId,
                referenceType,
                targetName,
                source,
                destination,
                destinationIndex,
                tryCount,
                CallStatus.PROGRESSING,
                result,
                cause,
                createdAt,
                at,
                queuedAt,
                connectedAt,
                endedAt,
                agentId,
                takenLate);
    }

    public CampaignCall queued(UUID joinedQueueId, Instant at) {
        return new CampaignCall(
                id,
                campaignId,
                outplanId,
                outdialId,
                outdialTargetId,
                joinedQueueId,
                referenceType,
                targetName,
                source,
                destination,
                destinationIndex,
                tryCount,
                status,
                result,
                cause,
                createdAt,
                answeredAt,
                at,
                connectedAt,
                endedAt,
                agentId,
                takenLate);
    }

    public CampaignCall connected(UUID withAgentId, Instant at) {
        return connected(withAgentId, at, false);
    }

    /** @param late whether that was only after the time that the campaign counts as abandoned */
    public CampaignCall connected(UUID withAgentId, Instant at, boolean late) {
        return new CampaignCall(
                id,
                campaignId,
                outplanId,
                outdialId,
                outdialTargetId,
                queueId,
                referenceType,
                targetName,
                source,
                destination,
                destinationIndex,
                tryCount,
                status,
                result,
                cause,
                createdAt,
                answeredAt,
                queuedAt,
                at,
                endedAt,
                withAgentId,
                late);
    }

    public CampaignCall ended(EndCause withCause, Instant at) {
        return new CampaignCall(
                id,
                campaignId,
                outplanId,
                outdialId,
                outdialTargetId,
                queueId,
                referenceType,
                targetName,
                source,
                destination,
                destinationIndex,
                tryCount,
                CallStatus.DONE,
                withCause == EndCause.NORMAL ? CallResult.SUCCESS : CallResult.FAIL,
                withCause,
                createdAt,
                answeredAt,
                queuedAt,
                connectedAt,
                at,
                agentId,
                takenLate);
    }
}
