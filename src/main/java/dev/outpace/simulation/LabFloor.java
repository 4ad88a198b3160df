package dev.outpace.simulation;

import dev.outpace.engine.EngineState;
import dev.outpace.engine.TargetPool;
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
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.telephony.simulated.WorldSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Translates the queues, agents and campaigns of a scenario for the engine and the simulated world. */
final class LabFloor {
    private static final long MILLIS = 1_000;
    private static final double MILLIS_OF_MINUTE = 60_000;
    /** Seconds by which the dial timeout is longer than the ringing time, so that the carrier ends all unanswered calls. */
    private static final double LATER_THAN_THE_CARRIER = 10;

    private final Scenario scenario;
    private final Function<Calling, LabPolicy> policies;
    private final List<Agent> agents = new ArrayList<>();
    /** Index of the first agent of each queue. */
    private final int[] first;

    LabFloor(Scenario scenario, Function<Calling, LabPolicy> policies) {
        this.scenario = scenario;
        this.policies = policies;
        first = new int[scenario.queues().size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = agents.size();
            var desk = scenario.queues().get(i);
            for (int j = 0; j < desk.agents(); j++) {
                agents.add(agent(queuesOfAgents(i), agents.size(), j < atBegin(desk)));
            }
        }
    }

    private static int atBegin(Desk desk) {
        int agents = 0;
        for (var step : desk.rota()) {
            agents = step.atMinutes() == 0 ? step.agents() : agents;
        }
        return agents;
    }

    /** The desk's own queue first. */
    private List<UUID> queuesOfAgents(int number) {
        var served = new LinkedHashSet<UUID>();
        served.add(queueId(number));
        var others = scenario.queues().get(number).agentsAlsoServe();
        for (int i = 0; i < scenario.queues().size(); i++) {
            if (others.contains(scenario.queues().get(i).id())) {
                served.add(queueId(i));
            }
        }
        return List.copyOf(served);
    }

    private static UUID queueId(int number) {
        return LabIds.of(LabIds.QUEUE, number);
    }

    private static Agent agent(List<UUID> queueIds, int number, boolean loggedIn) {
        return new Agent(
                LabIds.of(LabIds.AGENT, number),
                "",
                "",
                "",
                "",
                loggedIn ? AgentStatus.AVAILABLE : AgentStatus.OFFLINE,
                0,
                queueIds,
                List.of(),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    int agents() {
        return agents.size();
    }

    /** The world's own dial settings are never used: each campaign has its numbers. */
    WorldSettings world() {
        var world = new WorldSettings(
                WorldSettings.DEFAULT.dial(),
                scenario.handle(),
                new WorldSettings.Caller(
                        scenario.patience(), WorldSettings.DEFAULT.caller().charactersPerSecond()),
                scenario.breaks());
        return world.withMisses(scenario.misses());
    }

    EngineState state(TargetPool targets, long seed, Yesterday yesterday) {
        var queues = new ArrayList<Queue>();
        for (int i = 0; i < scenario.queues().size(); i++) {
            queues.add(queue(i, scenario.queues().get(i)));
        }
        var campaigns = new ArrayList<Campaign>();
        var lists = new ArrayList<Outdial>();
        var outplans = new ArrayList<Outplan>();
        Map<UUID, TargetCounts> counts = new LinkedHashMap<>();
        for (int i = 0; i < scenario.campaigns().size(); i++) {
            var calling = scenario.campaigns().get(i);
            var list = list(i);
            campaigns.add(withMachineErrors(policies.apply(calling).set(campaign(i, calling)), calling));
            lists.add(list);
            outplans.add(outplan(i, calling));
            counts.put(list.id(), targets.counts(list.id()));
        }
        return new EngineState(
                campaigns,
                yesterday.records(),
                outplans,
                lists,
                counts,
                queues,
                agents,
                List.of(),
                yesterday.calls(),
                scenario.lines(),
                seed,
                true);
    }

    /** A campaign whose users know how many people its detection of machines hangs up on. */
    private static Campaign withMachineErrors(Campaign campaign, Calling calling) {
        double errors = LabFlow.machineErrors(calling.numbers());
        if (errors == 0) {
            return campaign;
        }
        var options = campaign.options();
        return campaign.withOptions(options.withPacing(options.pacing().withMachineErrors(errors)));
    }

    private static Queue queue(int number, Scenario.Desk desk) {
        var id = queueId(number);
        var service = QueueService.USUAL.withAgentsStay(desk.agentsStay());
        return new Queue(id, desk.id(), "", "", List.of(id), Ids.NIL, 0, 0, service, null, Stamps.NONE, Json.Obj.EMPTY);
    }

    private Campaign campaign(int number, Calling calling) {
        return new Campaign(
                LabIds.of(LabIds.CAMPAIGN, number),
                CampaignType.CALL,
                calling.id(),
                "",
                CampaignStatus.RUN,
                CampaignPolicy.PROGRESSIVE,
                EndHandle.STOP,
                LabFlow.of(
                        calling.numbers().flow(), WorldSettings.DEFAULT.caller().charactersPerSecond()),
                LabIds.of(LabIds.OUTPLAN, number),
                LabIds.of(LabIds.LIST, number),
                queueId(scenario.queue(calling)),
                Ids.NIL,
                CampaignOptions.DEFAULT.withCompliance(calling.rules()),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static Outdial list(int number) {
        return new Outdial(LabIds.of(LabIds.LIST, number), Ids.NIL, "", "", "", Stamps.NONE, Json.Obj.EMPTY);
    }

    private static Outplan outplan(int number, Calling calling) {
        double ringFor = calling.numbers().dial().noAnswer() + LATER_THAN_THE_CARRIER;
        return new Outplan(
                LabIds.of(LabIds.OUTPLAN, number),
                "",
                "",
                null,
                (long) (ringFor * MILLIS),
                (long) (calling.retries().minutes() * MILLIS_OF_MINUTE),
                List.of(calling.retries().tries(), 0, 0, 0, 0),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    @FunctionalInterface
    interface Inbound {
        void come(UUID queueId, Scenario.Inbound inbound);
    }

    void inbound(Inbound inbound) {
        for (int i = 0; i < first.length; i++) {
            var callers = scenario.queues().get(i).inbound();
            if (callers.perHour() > 0) {
                inbound.come(queueId(i), callers);
            }
        }
    }

    @FunctionalInterface
    interface Move {
        void move(double atMinutes, UUID agentId, boolean loggedIn);
    }

    /** Reports each log-in and log-out after the beginning of the day. The agents who logged in last log out first. */
    void moves(Move move) {
        for (int i = 0; i < first.length; i++) {
            var desk = scenario.queues().get(i);
            int before = atBegin(desk);
            for (var step : desk.rota()) {
                if (step.atMinutes() > 0) {
                    for (int j = Math.min(before, step.agents()); j < Math.max(before, step.agents()); j++) {
                        move.move(step.atMinutes(), LabIds.of(LabIds.AGENT, first[i] + j), step.agents() > before);
                    }
                    before = step.agents();
                }
            }
        }
    }
}
