package dev.outpace.whatif;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Outplan;
import dev.outpace.model.ResourceBook;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with what belongs to its pacing.
 *
 * @param outplan null where it has none yet
 * @param agents who serve its queue
 * @param agentsStay whether they stay connected, so that no phone rings for a caller
 * @param others campaigns that dial on its queue besides it
 */
public record WhatIfSubject(
        Campaign campaign, @Nullable Outplan outplan, List<Agent> agents, boolean agentsStay, List<Campaign> others) {

    /** Null where no rule paces the campaign. */
    public static @Nullable WhatIfSubject of(UUID campaignId, ResourceBook book) {
        var campaign = book.campaign(campaignId);
        var queue = campaign == null ? null : book.queue(campaign.queueId());
        if (campaign == null || queue == null || campaign.type() != CampaignType.CALL) {
            return null;
        }
        return new WhatIfSubject(
                campaign,
                book.outplan(campaign.outplanId()),
                book.agents().stream().filter(queue::serves).toList(),
                queue.service().agentsStay(),
                book.campaigns().stream()
                        .filter(other -> other.queueId().equals(queue.id())
                                && other.type() == CampaignType.CALL
                                && other.status() == CampaignStatus.RUN
                                && !other.id().equals(campaignId))
                        .toList());
    }
}
