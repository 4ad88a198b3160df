package dev.outpace.engine;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether an import may be saved now. It is saved as a whole, so an error in one resource refuses all of them. */
public final class ImportCheck {
    private final ResourceBook book;

    public ImportCheck(ResourceBook book) {
        this.book = book;
    }

    /** Checks all resources, including chains of next campaigns. */
    List<Problem> check(List<Resource> resources, boolean replace) {
        var problems = new ArrayList<Problem>();
        var after = book.copy();
        resources.forEach(after::put);
        var checkAfter = new EditCheck(after);
        for (var resource : resources) {
            problems.addAll(check(resource, replace));
            if (resource instanceof Campaign campaign) {
                checkAfter.loop(campaign, problems);
            }
        }
        return problems;
    }

    /** Checks one resource, except for the chain that it belongs to. The places of problems are fields of the resource. */
    public List<Problem> check(Resource resource, boolean replace) {
        if (!book.knows(resource.id())) {
            return List.of();
        }
        if (!replace) {
            return List.of(Problem.error("import.exists", "", resource.id().toString(), resource.name()));
        }
        var inUse = inUseBy(resource);
        if (inUse != null) {
            return List.of(Problem.error("import.in_use", "", resource.name(), inUse));
        }
        var problems = new ArrayList<Problem>();
        new EditCheck(book)
                .check(resource).stream()
                        .filter(problem -> problem.isError() && !problem.code().equals("edit.loop"))
                        .forEach(problems::add);
        running(resource).forEach(campaign -> problems.add(effect(resource, campaign)));
        return problems;
    }

    /** Running campaigns that would use the imported resource. */
    private Stream<Campaign> running(Resource resource) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                .filter(campaign -> switch (resource) {
                    case Outplan outplan ->
                        campaign.outplanId().equals(outplan.id()) && !outplan.equals(book.outplan(outplan.id()));
                    case Queue queue -> EditCheck.usesQueue(campaign, queue) && !queue.equals(book.queue(queue.id()));
                    case RuleSet rules ->
                        campaign.options().rulesId().equals(rules.id()) && !rules.equals(book.ruleSet(rules.id()));
                    case Campaign _, Outdial _, Agent _ -> false;
                });
    }

    private static Problem effect(Resource resource, Campaign campaign) {
        boolean ends = resource instanceof Outplan outplan
                && campaign.type() == CampaignType.CALL
                && outplan.maxTryCounts().stream().allMatch(tries -> tries == 0);
        return Problem.warning(
                ends ? "import.ends_running" : "import.changes_running", "", resource.name(), campaign.name());
    }

    /** Name of a campaign that uses the resource now; null if there is none, or if the resource may change while it is used. */
    private @Nullable String inUseBy(Resource resource) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                .filter(campaign -> switch (resource) {
                    case Campaign replaced -> campaign.id().equals(replaced.id());
                    case Outdial list -> campaign.outdialId().equals(list.id());
                    default -> false;
                })
                .map(Campaign::name)
                .findFirst()
                .orElse(null);
    }
}
