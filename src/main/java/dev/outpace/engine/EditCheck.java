package dev.outpace.engine;

import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Checks whether an edit may be saved now. */
public final class EditCheck {
    /** An edit is checked without the telephony's capabilities; these are checked at the start. */
    private static final Set<Capability> ALL = Set.of(Capability.values());

    private final ResourceBook book;

    public EditCheck(ResourceBook book) {
        this.book = book;
    }

    public List<Problem> check(Resource edited) {
        var problems = new ArrayList<Problem>();
        switch (edited) {
            case Campaign campaign -> campaign(campaign, problems);
            case Outplan outplan -> notUsed(outplan, campaign -> uses(campaign.outplanId(), outplan), problems);
            case Outdial outdial -> notUsed(outdial, campaign -> uses(campaign.outdialId(), outdial), problems);
            case Queue queue -> notUsed(queue, campaign -> usesQueue(campaign, queue), problems);
            case RuleSet rules ->
                notUsed(rules, campaign -> uses(campaign.options().rulesId(), rules), problems);
            case Agent _ -> {}
        }
        return List.copyOf(problems);
    }

    private void campaign(Campaign edited, List<Problem> problems) {
        var now = book.campaign(edited.id());
        if (now != null && now.status() != CampaignStatus.STOP) {
            if (edited.deleted()) {
                problems.add(Problem.error("edit.delete_running", "status", now.name()));
            }
            onlyInStop(now, edited, Campaign::type, "type", problems);
            onlyInStop(now, edited, Campaign::outdialId, "outdial_id", problems);
            onlyInStop(now, edited, Campaign::queueId, "queue_id", problems);
            stillPacedAlike(now, edited, problems);
            stillStartable(now, edited, problems);
        }
        if (!edited.deleted()) {
            loop(edited, problems);
        }
    }

    private static void onlyInStop(
            Campaign now, Campaign edited, Function<Campaign, Object> field, String name, List<Problem> problems) {
        if (!Objects.equals(field.apply(now), field.apply(edited))) {
            problems.add(Problem.error("edit.only_in_stop", name, now.name()));
        }
    }

    /** While calls are in progress, the campaign must not get another queue for its pacing. */
    private void stillPacedAlike(Campaign now, Campaign edited, List<Problem> problems) {
        if (!edited.deleted()
                && now.queueId().equals(edited.queueId())
                && book.queue(FlowLead.pacedBy(edited)) != null
                && !FlowLead.pacedBy(now).equals(FlowLead.pacedBy(edited))) {
            problems.add(Problem.error("edit.paced_by_other", "actions", now.name()));
        }
    }

    /** An edit that would refuse a start is refused while the campaign runs. */
    private void stillStartable(Campaign now, Campaign edited, List<Problem> problems) {
        if (!edited.deleted()) {
            var startCheck = new StartCheck(book, () -> ALL);
            var before = startCheck.check(now);
            startCheck.check(edited).stream()
                    .filter(problem -> problem.isError() && !before.contains(problem))
                    .forEach(problems::add);
        }
    }

    /** Checks the chain of next campaigns that begins here. */
    void loop(Campaign edited, List<Problem> problems) {
        var seen = new HashSet<UUID>();
        seen.add(edited.id());
        var previous = edited;
        while (!Ids.isNil(previous.nextCampaignId())) {
            if (!seen.add(previous.nextCampaignId())) {
                problems.add(Problem.error("edit.loop", "next_campaign_id", previous.name(), edited.name()));
                return;
            }
            var next = book.campaign(previous.nextCampaignId());
            if (next == null) {
                return;
            }
            previous = next;
        }
    }

    private static boolean uses(UUID reference, Resource resource) {
        return reference.equals(resource.id());
    }

    static boolean usesQueue(Campaign campaign, Queue queue) {
        return uses(campaign.queueId(), queue)
                || campaign.actions().stream()
                        .anyMatch(action -> FlowLead.joinsQueue(action) && uses(FlowLead.queueOf(action), queue));
    }

    private void notUsed(Resource edited, Predicate<Campaign> uses, List<Problem> problems) {
        if (!edited.deleted()) {
            return;
        }
        for (var campaign : book.campaigns()) {
            if (campaign.status() != CampaignStatus.STOP && uses.test(campaign)) {
                problems.add(Problem.error("edit.in_use", "", edited.name(), campaign.name()));
            }
        }
    }
}
