package dev.outpace.model;

import java.util.List;
import java.util.UUID;

/**
 * The published campaign resource with every field, those unknown to Outpace included. Nil ids mean "not set".
 *
 * @param serviceLevel percent, 0 to 10,000; higher is more careful
 */
public record Campaign(
        UUID id,
        CampaignType type,
        String name,
        String detail,
        CampaignStatus status,
        int serviceLevel,
        EndHandle endHandle,
        List<Action> actions,
        UUID outplanId,
        UUID outdialId,
        UUID queueId,
        UUID nextCampaignId,
        CampaignOptions options,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    public static final int MAX_SERVICE_LEVEL = 10_000;

    public Campaign {
        actions = List.copyOf(actions);
    }

    public boolean hasQueue() {
        return !Ids.isNil(queueId);
    }

    /** Whether it leaves people alone for a while whom no agent could take; a flow campaign calls nobody. */
    public boolean restsAbandoned() {
        return type == CampaignType.CALL && options.compliance().restsAbandoned();
    }

    public Campaign withStatus(CampaignStatus newStatus) {
        return new Campaign(
                id,
                type,
                name,
                detail,
                newStatus,
                serviceLevel,
                endHandle,
                actions,
                outplanId,
                outdialId,
                queueId,
                nextCampaignId,
                options,
                stamps,
                unknown);
    }

    public Campaign withServiceLevel(int newLevel) {
        return new Campaign(
                id,
                type,
                name,
                detail,
                status,
                newLevel,
                endHandle,
                actions,
                outplanId,
                outdialId,
                queueId,
                nextCampaignId,
                options,
                stamps,
                unknown);
    }

    public Campaign withOptions(CampaignOptions newOptions) {
        return new Campaign(
                id,
                type,
                name,
                detail,
                status,
                serviceLevel,
                endHandle,
                actions,
                outplanId,
                outdialId,
                queueId,
                nextCampaignId,
                newOptions,
                stamps,
                unknown);
    }

    public Campaign withActions(List<Action> newActions) {
        return new Campaign(
                id,
                type,
                name,
                detail,
                status,
                serviceLevel,
                endHandle,
                newActions,
                outplanId,
                outdialId,
                queueId,
                nextCampaignId,
                options,
                stamps,
                unknown);
    }

    @Override
    public Campaign withStamps(Stamps newStamps) {
        return new Campaign(
                id,
                type,
                name,
                detail,
                status,
                serviceLevel,
                endHandle,
                actions,
                outplanId,
                outdialId,
                queueId,
                nextCampaignId,
                options,
                newStamps,
                unknown);
    }
}
