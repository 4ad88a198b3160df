package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files of one command hold.
 *
 * @param places where each resource stands, by its id, for messages about it
 * @param oddIds ids of actions that are no ids, or written otherwise than here, by the place of their action
 * @param problems found while reading; with an error among them nothing of this may be stored
 */
public record SetUp(
        List<Outplan> outplans,
        List<TargetList> outdials,
        List<Queue> queues,
        List<Agent> agents,
        List<RuleSet> ruleSets,
        List<Campaign> campaigns,
        Map<UUID, FilePlace> places,
        Map<FilePlace, String> oddIds,
        List<Problem> problems) {
    private static final String NEXT = "next_campaign_id";

    public SetUp {
        outplans = List.copyOf(outplans);
        outdials = List.copyOf(outdials);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        ruleSets = List.copyOf(ruleSets);
        campaigns = List.copyOf(campaigns);
        places = Map.copyOf(places);
        oddIds = Map.copyOf(oddIds);
        problems = List.copyOf(problems);
    }

    public boolean refused() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Everything but the targets. */
    public Stream<Resource> resources() {
        return Stream.of(
                        outplans,
                        outdials.stream().map(TargetList::outdial).toList(),
                        queues,
                        agents,
                        ruleSets,
                        campaigns)
                .flatMap(List::stream);
    }

    /** Where a resource of the files stands, for a message about it; empty when it is not of the files. */
    public String place(UUID id) {
        var place = places.get(id);
        return place == null ? "" : place.toString();
    }

    /** @param field of it, or a path within it */
    public String place(UUID id, String field) {
        var place = places.get(id);
        return place == null ? field : place.field(field).toString();
    }

    /**
     * Chains of next campaigns that come back to where they were: one error for each, which names the campaigns of the
     * chain.
     *
     * @param existing the campaigns of the workspace; those of the files come first
     */
    public List<Problem> loops(Function<UUID, Optional<Campaign>> existing) {
        var inFiles = new LinkedHashMap<UUID, Campaign>();
        campaigns.forEach(campaign -> inFiles.put(campaign.id(), campaign));
        var found = new ArrayList<Problem>();
        var walked = new HashSet<UUID>();
        for (var start : campaigns) {
            var chain = new LinkedHashMap<UUID, Campaign>();
            var next = Optional.of(start);
            while (next.isPresent() && walked.add(next.get().id())) {
                chain.put(next.get().id(), next.get());
                var nextId = next.get().nextCampaignId();
                next = Ids.isNil(nextId)
                        ? Optional.empty()
                        : Optional.ofNullable(inFiles.get(nextId)).or(() -> existing.apply(nextId));
            }
            if (next.isPresent() && chain.containsKey(next.get().id())) {
                found.add(loop(List.copyOf(chain.values()), next.get()));
            }
        }
        return found;
    }

    private Problem loop(List<Campaign> chain, Campaign again) {
        var names = Stream.concat(
                        chain.stream().dropWhile(campaign -> !campaign.id().equals(again.id())), Stream.of(again))
                .map(campaign -> Shown.of(campaign.name()))
                .collect(Collectors.joining(" → "));
        return Problem.error("import.loop", place(chain.getFirst().id(), NEXT), names);
    }

    /**
     * Warnings for references of campaigns that neither the files nor the workspace can follow; they are kept. Start
     * is refused without them, but for the next campaign.
     *
     * @param known whether the workspace has a resource of this id
     */
    public List<Problem> missing(Predicate<UUID> known) {
        var inFiles = resources().map(Resource::id).collect(Collectors.toSet());
        return campaigns.stream()
                .flatMap(campaign -> missing(campaign, inFiles, known))
                .toList();
    }

    private Stream<Problem> missing(Campaign campaign, Set<UUID> inFiles, Predicate<UUID> known) {
        var references = new LinkedHashMap<String, UUID>();
        references.put("outplan_id", campaign.outplanId());
        references.put("outdial_id", campaign.outdialId());
        references.put("queue_id", campaign.queueId());
        references.put("outpace.rules_id", campaign.options().rulesId());
        references.put(NEXT, campaign.nextCampaignId());
        return references.entrySet().stream()
                .filter(reference -> !Ids.isNil(reference.getValue())
                        && !inFiles.contains(reference.getValue())
                        && !known.test(reference.getValue()))
                .map(reference -> Problem.warning(
                        reference.getKey().equals(NEXT) ? "import.next_missing" : "import.missing",
                        place(campaign.id(), reference.getKey()),
                        reference.getValue().toString(),
                        campaign.name()));
    }
}
