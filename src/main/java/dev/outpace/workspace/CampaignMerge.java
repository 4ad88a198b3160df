package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The campaign as it is now with the edited fields, and only these, put in.
 *
 * @param conflicts warnings: fields that others changed meanwhile, with the value that they gave them
 */
record CampaignMerge(Campaign merged, List<Problem> conflicts) {

    static CampaignMerge of(Campaign edited, Campaign base, Campaign now) {
        var pick = new Pick(edited, base, now);
        var merged = new Campaign(
                now.id(),
                pick.field("type", Campaign::type),
                pick.field("name", Campaign::name),
                pick.field("detail", Campaign::detail),
                now.status(),
                pick.field("service_level", Campaign::serviceLevel),
                pick.field("end_handle", Campaign::endHandle),
                pick.field("actions", Campaign::actions),
                pick.field("outplan_id", Campaign::outplanId),
                pick.field("outdial_id", Campaign::outdialId),
                pick.field("queue_id", Campaign::queueId),
                pick.field("next_campaign_id", Campaign::nextCampaignId),
                pick.field("outpace", Campaign::options),
                now.stamps(),
                now.unknown());
        return new CampaignMerge(merged, List.copyOf(pick.conflicts));
    }

    private record Pick(Campaign edited, Campaign base, Campaign now, List<Problem> conflicts) {
        Pick(Campaign edited, Campaign base, Campaign now) {
            this(edited, base, now, new ArrayList<>());
        }

        <T> T field(String name, Function<Campaign, T> of) {
            T was = of.apply(base);
            T wanted = of.apply(edited);
            T found = of.apply(now);
            if (Objects.equals(wanted, was)) {
                return found;
            }
            if (!Objects.equals(found, was) && !Objects.equals(found, wanted)) {
                conflicts.add(Problem.warning("campaign.changed_elsewhere", name, String.valueOf(found)));
            }
            return wanted;
        }
    }
}
