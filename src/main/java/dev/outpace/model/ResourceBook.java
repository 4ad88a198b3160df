package dev.outpace.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every resource of a workspace that is not deleted, by id. Belongs to one thread, like any map. */
public final class ResourceBook {
    private final Map<UUID, Campaign> campaigns = new LinkedHashMap<>();
    private final Map<UUID, Outplan> outplans = new LinkedHashMap<>();
    private final Map<UUID, Outdial> outdials = new LinkedHashMap<>();
    private final Map<UUID, Queue> queues = new LinkedHashMap<>();
    private final Map<UUID, Agent> agents = new LinkedHashMap<>();
    private final Map<UUID, DoNotCallList> doNotCallLists = new LinkedHashMap<>();
    private final Map<UUID, RuleSet> ruleSets = new LinkedHashMap<>();

    /** Takes a resource in, or out when it is deleted. */
    public void put(Resource resource) {
        switch (resource) {
            case Campaign campaign -> put(campaigns, campaign);
            case Outplan outplan -> put(outplans, outplan);
            case Outdial outdial -> put(outdials, outdial);
            case Queue queue -> put(queues, queue);
            case Agent agent -> put(agents, agent);
            case DoNotCallList list -> put(doNotCallLists, list);
            case RuleSet rules -> put(ruleSets, rules);
        }
    }

    /** The same resources in a book of their own. */
    public ResourceBook copy() {
        var copy = new ResourceBook();
        copy.campaigns.putAll(campaigns);
        copy.outplans.putAll(outplans);
        copy.outdials.putAll(outdials);
        copy.queues.putAll(queues);
        copy.agents.putAll(agents);
        copy.doNotCallLists.putAll(doNotCallLists);
        copy.ruleSets.putAll(ruleSets);
        return copy;
    }

    /** Whether it has a resource of any kind of this id. */
    public boolean knows(UUID id) {
        return Stream.of(campaigns, outplans, outdials, queues, agents, ruleSets, doNotCallLists)
                .anyMatch(map -> map.containsKey(id));
    }

    private static <R extends Resource> void put(Map<UUID, R> map, R resource) {
        if (resource.deleted()) {
            map.remove(resource.id());
        } else {
            map.put(resource.id(), resource);
        }
    }

    public @Nullable Campaign campaign(UUID id) {
        return campaigns.get(id);
    }

    public @Nullable Outplan outplan(UUID id) {
        return outplans.get(id);
    }

    public @Nullable Outdial outdial(UUID id) {
        return outdials.get(id);
    }

    public @Nullable Queue queue(UUID id) {
        return queues.get(id);
    }

    public @Nullable Agent agent(UUID id) {
        return agents.get(id);
    }

    public @Nullable DoNotCallList doNotCallList(UUID id) {
        return doNotCallLists.get(id);
    }

    public @Nullable RuleSet ruleSet(UUID id) {
        return ruleSets.get(id);
    }

    public Collection<Campaign> campaigns() {
        return Collections.unmodifiableCollection(campaigns.values());
    }

    public Collection<Outplan> outplans() {
        return Collections.unmodifiableCollection(outplans.values());
    }

    public Collection<Outdial> outdials() {
        return Collections.unmodifiableCollection(outdials.values());
    }

    public Collection<Queue> queues() {
        return Collections.unmodifiableCollection(queues.values());
    }

    public Collection<Agent> agents() {
        return Collections.unmodifiableCollection(agents.values());
    }

    /** The do-not-call lists that count for a campaign, in a fixed order: the workspace's and those of its rules. */
    public List<DoNotCallList> doNotCallFor(Campaign campaign) {
        return doNotCallBy(ruleSets.get(campaign.options().rulesId()));
    }

    /** The same for calls by a set of rules; null for calls without. */
    public List<DoNotCallList> doNotCallBy(@Nullable RuleSet rules) {
        return doNotCallLists.values().stream()
                .filter(list -> list.everyCampaign()
                        || (rules != null && rules.doNotCall().contains(list.id())))
                .toList();
    }

    public Collection<DoNotCallList> doNotCallLists() {
        return Collections.unmodifiableCollection(doNotCallLists.values());
    }

    public Collection<RuleSet> ruleSets() {
        return Collections.unmodifiableCollection(ruleSets.values());
    }
}
