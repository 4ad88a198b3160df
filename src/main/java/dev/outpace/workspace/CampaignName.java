package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the campaign that somebody means by an id or a name. */
final class CampaignName {
    private final Collection<Campaign> campaigns;

    CampaignName(Collection<Campaign> campaigns) {
        this.campaigns = campaigns;
    }

    /** @param campaign null when it was not found, or the name is not unique: then the problems say so */
    record Found(@Nullable Campaign campaign, List<Problem> problems) {}

    Found find(String wanted) {
        var byId = campaigns.stream()
                .filter(campaign -> campaign.id().toString().equalsIgnoreCase(wanted))
                .toList();
        var matches = byId.isEmpty()
                ? campaigns.stream()
                        .filter(campaign -> campaign.name().equals(wanted))
                        .toList()
                : byId;
        return switch (matches.size()) {
            case 0 -> new Found(null, List.of(Problem.error("campaign.unknown", "", wanted)));
            case 1 -> new Found(matches.getFirst(), List.of());
            default -> {
                var ids = matches.stream()
                        .map(campaign -> campaign.id().toString())
                        .collect(Collectors.joining(", "));
                yield new Found(null, List.of(Problem.error("campaign.ambiguous", "", wanted, ids)));
            }
        };
    }
}
