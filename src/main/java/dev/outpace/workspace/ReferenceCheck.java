package dev.outpace.workspace;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What refers to a resource, named before it is deleted. */
final class ReferenceCheck {
    private ReferenceCheck() {}

    /** Warnings, one for each campaign that refers to it. */
    static List<Problem> to(Resource resource, ResourceBook book) {
        return switch (resource) {
            case Campaign campaign -> by(campaign, Campaign::nextCampaignId, book);
            case Outplan outplan -> by(outplan, Campaign::outplanId, book);
            case Outdial outdial -> by(outdial, Campaign::outdialId, book);
            case Queue queue -> by(queue, Campaign::queueId, book);
            case RuleSet rules -> by(rules, campaign -> campaign.options().rulesId(), book);
            case DoNotCallList list ->
                book.ruleSets().stream()
                        .filter(rules -> rules.doNotCall().contains(list.id()))
                        .map(rules -> Problem.warning("delete.referred_to", "", list.name(), rules.name()))
                        .toList();
            case Agent _ -> List.of();
        };
    }

    private static List<Problem> by(Resource resource, Function<Campaign, UUID> field, ResourceBook book) {
        return book.campaigns().stream()
                .filter(campaign -> field.apply(campaign).equals(resource.id()))
                .map(campaign -> Problem.warning("delete.referred_to", "", resource.name(), campaign.name()))
                .toList();
    }
}
