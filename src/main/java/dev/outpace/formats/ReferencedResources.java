package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.RuleSet;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Campaigns with all that they refer to, each once, in the order in which it was met. */
record ReferencedResources(
        List<Outplan> outplans,
        List<Outdial> outdials,
        List<Queue> queues,
        List<Agent> agents,
        List<RuleSet> ruleSets,
        List<Campaign> campaigns) {
    static ReferencedResources of(List<Campaign> roots, ReferenceSource source) {
        var campaigns = withNext(roots, source);
        var queues = each(campaigns.stream().flatMap(ReferencedResources::queueIds), source::queue);
        var agents = source.agents().stream()
                .filter(agent -> queues.stream().anyMatch(queue -> queue.serves(agent)))
                .toList();
        return new ReferencedResources(
                each(campaigns.stream().map(Campaign::outplanId), source::outplan),
                each(campaigns.stream().map(Campaign::outdialId), source::outdial),
                queues,
                agents,
                each(campaigns.stream().map(campaign -> campaign.options().rulesId()), source::ruleSet),
                campaigns);
    }

    private static List<Campaign> withNext(List<Campaign> roots, ReferenceSource source) {
        var found = new LinkedHashMap<UUID, Campaign>();
        var waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            var campaign = waiting.remove();
            if (found.putIfAbsent(campaign.id(), campaign) == null) {
                source.campaign(campaign.nextCampaignId()).ifPresent(waiting::add);
            }
        }
        return List.copyOf(found.values());
    }

    /** Its own queue, and those that its actions join. */
    private static Stream<UUID> queueIds(Campaign campaign) {
        var joined = campaign.actions().stream()
                .map(action -> action.options().text("queue_id", ""))
                .flatMap(text -> Ids.parse(text).stream());
        return Stream.concat(Stream.of(campaign.queueId()), joined);
    }

    private static <T> List<T> each(Stream<UUID> ids, Function<UUID, Optional<T>> find) {
        return ids.filter(id -> !Ids.isNil(id))
                .distinct()
                .flatMap(id -> find.apply(id).stream())
                .toList();
    }

    void write(JsonWriter json, ReferenceSource source) {
        json.beginObject();
        array(json, "outplans", outplans, OutplanShape::write);
        json.beginArray("outdials");
        outdials.forEach(outdial -> write(json, outdial, source));
        json.endArray();
        array(json, "queues", queues, QueueShape::write);
        array(json, "agents", agents, AgentShape::write);
        if (!ruleSets.isEmpty()) {
            array(json, "rules", ruleSets, RuleSetShape::write);
        }
        array(json, "campaigns", campaigns, CampaignShape::write);
        json.endObject();
    }

    private static void write(JsonWriter json, Outdial outdial, ReferenceSource source) {
        json.beginObject();
        OutdialShape.write(outdial).fields().forEach(json::field);
        json.beginArray(OutdialShape.TARGETS);
        source.targets(outdial.id(), target -> json.value(TargetShape.write(target)));
        json.endArray();
        json.endObject();
    }

    private static <T> void array(JsonWriter json, String name, List<T> items, Function<T, Json.Obj> shape) {
        json.beginArray(name);
        items.forEach(item -> json.value(shape.apply(item)));
        json.endArray();
    }
}
