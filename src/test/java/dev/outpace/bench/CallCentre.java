package dev.outpace.bench;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A call centre of a given size: each campaign has a list of its own; campaigns and agents are dealt to the queues in turn, and an
 * agent may serve the following queues, too.
 * Without queues, campaigns are bound by the lines alone.
 */
@SuppressWarnings("NullAway")
record CallCentre(int campaigns, int queues, int agents, int queuesOfAnAgent) {
    private static final Instant CREATED = Instant.parse("2026-05-12T08:00:00Z");
    private static final UUID OUTPLAN = new UUID(1, 1);

    CallCentre(int campaigns, int queues, int agents) {
        this(campaigns, queues, agents, 1);
    }

    static UUID campaignId(int number) {
        return new UUID(2, number);
    }

    static UUID listId(int number) {
        return new UUID(3, number);
    }

    static UUID agentId(int number) {
        return new UUID(4, number);
    }

    UUID queueId(int campaignOrAgent) {
        return queues == 0 ? Ids.NIL : new UUID(5, campaignOrAgent % queues);
    }

    List<Resource> resources() {
        var all = new ArrayList<Resource>();
        all.add(outplan());
        IntStream.range(0, queues).mapToObj(this::queue).forEach(all::add);
        IntStream.range(0, agents).mapToObj(this::agent).forEach(all::add);
        IntStream.range(0, campaigns).forEach(number -> {
            all.add(new Outdial(
                    listId(number),
                    campaignId(number),
                    "List " + number,
                    "",
                    "",
                    Stamps.createdAt(CREATED),
                    Json.Obj.EMPTY));
            all.add(campaign(number));
        });
        return all;
    }

    static Outplan outplan() {
        return new Outplan(
                OUTPLAN,
                "Outplan",
                "",
                Address.tel("+12125550100"),
                30_000,
                3_600_000,
                List.of(9, 9, 0, 0, 0),
                Stamps.createdAt(CREATED),
                Json.Obj.EMPTY);
    }

    private Queue queue(int number) {
        return new Queue(
                queueId(number),
                "Queue " + number,
                "",
                "random",
                List.of(queueId(number)),
                Ids.NIL,
                0,
                0,
                Stamps.createdAt(CREATED),
                Json.Obj.EMPTY);
    }

    private Agent agent(int number) {
        return new Agent(
                agentId(number),
                "agent" + number + "@example.com",
                "Agent " + number,
                "",
                "ringall",
                AgentStatus.AVAILABLE,
                16,
                IntStream.range(0, queuesOfAnAgent)
                        .mapToObj(next -> queueId(number + next))
                        .toList(),
                List.of(),
                Stamps.createdAt(CREATED),
                Json.Obj.EMPTY);
    }

    Campaign campaign(int number) {
        return new Campaign(
                campaignId(number),
                CampaignType.CALL,
                "Campaign " + number,
                "",
                CampaignStatus.RUN,
                100,
                EndHandle.CONTINUE,
                List.of(new Action(new UUID(6, number), Ids.NIL, "answer", null, Json.Obj.EMPTY)),
                OUTPLAN,
                listId(number),
                queueId(number),
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(CREATED),
                Json.Obj.EMPTY);
    }

    static OutdialTarget target(UUID listId, int number) {
        var name = "target-%d-%07d".formatted(listId.getLeastSignificantBits(), number);
        var destinations = new ArrayList<Address>();
        destinations.add(Address.sip(name + "@home.example.com"));
        destinations.add(Address.sip(name + "@work.example.com"));
        while (destinations.size() < Outplan.DESTINATIONS) {
            destinations.add(null);
        }
        return new OutdialTarget(
                new UUID(7L << 60 | listId.getLeastSignificantBits() << 32 | number, 1),
                listId,
                0,
                "Target " + number,
                "",
                "{\"policy_no\":\"" + number + "\"}",
                TargetStatus.IDLE,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(CREATED),
                Json.Obj.EMPTY);
    }

    static Iterator<OutdialTarget> targets(UUID listId, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> target(listId, number))
                .iterator();
    }

    /** Stores this call centre in a new workspace, its campaigns running. */
    Store store(Path folder, int targetsPerList) {
        var store = Store.open(folder, "bench", new JacksonJson());
        var lists = new HashMap<UUID, Iterator<OutdialTarget>>();
        IntStream.range(0, campaigns)
                .mapToObj(CallCentre::listId)
                .forEach(list -> lists.put(list, targets(list, targetsPerList)));
        store.targets().storeAll(resources(), lists, Set.of());
        store.factLog()
                .write(new Fact.StatusesChanged(IntStream.range(0, campaigns)
                        .mapToObj(number ->
                                new StatusChange(campaignId(number), CampaignStatus.RUN, null, CREATED, CREATED))
                        .toList()));
        store.factLog().awaitCommitted();
        return store;
    }
}
