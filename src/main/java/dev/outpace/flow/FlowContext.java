package dev.outpace.flow;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ResourceBook;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What surrounds a flow.
 *
 * @param queueId the campaign's own queue; nil for none
 * @param queues whether there is a queue of this id
 * @param flows whether there is a flow of this id
 */
public record FlowContext(CampaignType type, UUID queueId, Predicate<UUID> queues, Predicate<UUID> flows) {
    public static FlowContext of(Campaign campaign, ResourceBook book) {
        return new FlowContext(
                campaign.type(), campaign.queueId(), id -> book.queue(id) != null, id -> book.campaign(id) != null);
    }

    public boolean onCall() {
        return type == CampaignType.CALL;
    }
}
