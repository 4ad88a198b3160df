package dev.outpace.workspace;

import dev.outpace.model.CallRecording;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.PacingChoice;
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
                options(pick, now.options()),
                now.stamps(),
                now.unknown());
        return new CampaignMerge(merged, List.copyOf(pick.conflicts));
    }

    private static CampaignOptions options(Pick pick, CampaignOptions now) {
        var pacing = new PacingChoice(
                pick.pacing("policy", PacingChoice::mode),
                pick.pacing("abandon_target", PacingChoice::abandonTarget),
                pick.pacing("window", PacingChoice::window),
                pick.pacing("denominator", PacingChoice::denominator),
                pick.pacing("hold_at_target", PacingChoice::holdAtTarget),
                pick.pacing("machine_errors", PacingChoice::machineErrors),
                pick.pacing("unknown", PacingChoice::unknown));
        var rules = new Compliance(
                pick.rule("abandon_message", Compliance::abandonMessage),
                pick.rule("abandon_after", Compliance::abandonAfter),
                pick.rule("abandon_from", Compliance::abandonFrom),
                pick.rule("abandon_counts_waits", Compliance::countsWaits),
                pick.rule("redial_hours", Compliance::redialHours),
                pick.rule("redial_with_agent", Compliance::redialWithAgent),
                pick.rule("minimum_ring", Compliance::minimumRing),
                pick.rule("unknown", Compliance::unknown));
        return new CampaignOptions(
                pick.field(
                        "outpace.flows_at_once", campaign -> campaign.options().flowsAtOnce()),
                pacing.equals(now.pacing()) ? now.pacing() : pacing,
                rules.equals(now.compliance()) ? now.compliance() : rules,
                new CallRecording(
                        pick.recording("record_calls", CallRecording::on),
                        pick.recording("keep_recordings_days", CallRecording::keepDays)),
                pick.field("outpace.rules_id", campaign -> campaign.options().rulesId()),
                pick.field("outpace.fresh_share", campaign -> campaign.options().freshShare()),
                pick.field("outpace", campaign -> campaign.options().unknown()));
    }

    private record Pick(Campaign edited, Campaign base, Campaign now, List<Problem> conflicts) {
        Pick(Campaign edited, Campaign base, Campaign now) {
            this(edited, base, now, new ArrayList<>());
        }

        <T> T pacing(String name, Function<PacingChoice, T> of) {
            return field(
                    "outpace.pacing." + name,
                    campaign -> of.apply(campaign.options().pacing()));
        }

        <T> T rule(String name, Function<Compliance, T> of) {
            return field(
                    "outpace.compliance." + name,
                    campaign -> of.apply(campaign.options().compliance()));
        }

        <T> T recording(String name, Function<CallRecording, T> of) {
            return field(
                    "outpace." + name, campaign -> of.apply(campaign.options().recording()));
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
