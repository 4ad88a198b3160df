package dev.outpace.simulation;

import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Inbound;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a scenario from the JSON of a file. Problems name the file and the place. Unknown fields are ignored. */
public final class ScenarioReader {
    private static final Distribution PATIENCE = new Constant(2);
    private static final int MAX_STEPS = 1_000;
    private static final double MAX_INBOUND = 100_000;
    private static final long MAX_TARGETS = 1_000_000_000;

    private final LabPolicies policies;
    private final List<Problem> problems = new ArrayList<>();

    private ScenarioReader(LabPolicies policies) {
        this.policies = policies;
    }

    /** @param scenario empty if there are errors */
    public record Reading(Optional<Scenario> scenario, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** @param file name of the file in problems */
    public static Reading read(String file, Json root, LabPolicies policies) {
        var reader = new ScenarioReader(policies);
        if (!(root instanceof Json.Obj object)) {
            return new Reading(Optional.empty(), List.of(Problem.error("field.not_object", file, Shown.of(root))));
        }
        var scenario = reader.scenario(new ScenarioFields(object, FilePlace.whole(file), reader.problems::add));
        boolean wrong = reader.problems.stream().anyMatch(Problem::isError);
        return new Reading(wrong ? Optional.empty() : Optional.of(scenario), reader.problems);
    }

    private Scenario scenario(ScenarioFields fields) {
        var name = fields.text("name", ScenarioFields.MAX_NAME);
        double hours = fields.needed("hours", 0.01, Scenario.MAX_HOURS, 1);
        long seed = fields.number("seed", -(1L << 53), 1L << 53, 1);
        var world = new WorldFields();
        var common = world.numbers(fields, null);
        var queues = queues(fields);
        var campaigns = campaigns(fields, queues, world, common);
        var agents = fields.object("agents");
        var handle = world.handle(fields, agents);
        var patience = patience(fields);
        var breaks = agents == null ? Breaks.NONE : breaks(agents);
        var misses = agents == null ? Misses.NONE : misses(agents);
        if (agents != null) {
            agents.nothingLeft();
        }
        var lines = lines(fields);
        fields.nothingLeft();
        return new Scenario(name, hours, seed, queues, campaigns, handle, patience, breaks, lines, misses);
    }

    /** Reports a missing id, and one that another object has. */
    private static String id(ScenarioFields fields, Set<String> known) {
        boolean given = fields.has("id") && !new Json.Text("").equals(fields.peek("id"));
        var id = fields.text("id", ScenarioFields.MAX_NAME);
        if (!given) {
            fields.error("id", "field.missing");
        } else if (!id.isEmpty() && !known.add(id)) {
            fields.error("id", "scenario.id_twice", Shown.of(id));
        }
        return id;
    }

    private List<Desk> queues(ScenarioFields fields) {
        var ids = new HashSet<String>();
        var inbound = new HashMap<String, Inbound>();
        var found = fields.objects("queues", Scenario.MAX_QUEUES, queue -> desk(queue, id(queue, ids)));
        inbound(fields, ids, inbound);
        if (found.isEmpty()) {
            fields.error("queues", "scenario.none");
        }
        if (found.stream().mapToLong(Desk::agents).sum() > Scenario.MAX_AGENTS) {
            fields.error("queues", "scenario.agents", Scenario.MAX_AGENTS);
        }
        for (int i = 0; i < found.size(); i++) {
            for (var other : found.get(i).agentsAlsoServe()) {
                if (!ids.contains(other)) {
                    fields.error("queues[" + i + "].agents_also_serve", "scenario.no_queue", Shown.of(other));
                }
            }
        }
        return found.stream()
                .map(desk -> new Desk(
                        desk.id(),
                        desk.rota(),
                        inbound.getOrDefault(desk.id(), Inbound.NONE),
                        desk.agentsStay(),
                        desk.agentsAlsoServe()))
                .toList();
    }

    private static Desk desk(ScenarioFields fields, String id) {
        boolean scheduled = fields.has("schedule");
        long agents = fields.number("agents", 0, Scenario.MAX_AGENTS, -1);
        var steps = fields.objects("schedule", MAX_STEPS, ScenarioReader::step);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).atMinutes() <= steps.get(i - 1).atMinutes()) {
                fields.error("schedule[" + i + "].at_minutes", "scenario.not_later");
            }
        }
        if (!scheduled && agents < 0) {
            fields.error("agents", "field.missing");
        }
        boolean agentsStay = fields.flag("agents_stay_connected", false);
        var alsoServe = fields.texts("agents_also_serve", Scenario.MAX_QUEUES);
        fields.nothingLeft();
        var rota = scheduled ? steps : List.of(new Step(0, (int) Math.max(0, agents)));
        return new Desk(id, rota, Inbound.NONE, agentsStay, alsoServe);
    }

    private static Step step(ScenarioFields fields) {
        var step = new Step(fields.needed("at_minutes", 0, Scenario.MAX_HOURS * 60, 0), (int)
                fields.needed("agents", 0, Scenario.MAX_AGENTS, 0));
        fields.nothingLeft();
        return step;
    }

    private static void inbound(ScenarioFields fields, Set<String> queues, Map<String, Inbound> callers) {
        var inbound = fields.object("inbound");
        if (inbound != null) {
            for (var queue : inbound.names()) {
                if (queues.contains(queue)) {
                    callers.put(queue, callers(inbound, queue));
                } else {
                    inbound.error(Shown.of(queue), "scenario.no_queue", Shown.of(queue));
                }
            }
        }
    }

    /** Reads the number of callers an hour, or an object that says more about them. */
    private static Inbound callers(ScenarioFields inbound, String queue) {
        if (!(inbound.peek(queue) instanceof Json.Obj)) {
            return new Inbound(inbound.decimal(queue, 0, MAX_INBOUND, 0), Drift.NONE, Inbound.PATIENCE);
        }
        var fields = inbound.object(queue);
        if (fields == null) {
            return Inbound.NONE;
        }
        var found = new Inbound(
                fields.needed("per_hour", 0, MAX_INBOUND, 0),
                WorldFields.drift(fields, "drift"),
                WorldFields.patience(fields, Inbound.PATIENCE));
        fields.nothingLeft();
        return found;
    }

    private List<Calling> campaigns(ScenarioFields fields, List<Desk> queues, WorldFields world, Numbers common) {
        var ids = new HashSet<String>();
        var found = fields.objects("campaigns", Scenario.MAX_CAMPAIGNS, campaign -> {
            var id = id(campaign, ids);
            var calling = new Calling(
                    id,
                    queue(campaign, queues),
                    policy(campaign),
                    targets(campaign),
                    FlowFields.added(campaign, campaign.has("dial") ? world.numbers(campaign, common) : common),
                    FlowFields.retries(campaign),
                    FlowFields.rules(campaign));
            campaign.nothingLeft();
            return calling;
        });
        if (found.isEmpty()) {
            fields.error("campaigns", "scenario.none");
        }
        return found;
    }

    private static String queue(ScenarioFields campaign, List<Desk> queues) {
        var queue = campaign.text("queue", ScenarioFields.MAX_NAME);
        if (queues.stream().noneMatch(desk -> desk.id().equals(queue))) {
            campaign.error("queue", queue.isEmpty() ? "field.missing" : "scenario.no_queue", Shown.of(queue));
        }
        return queue;
    }

    private static @Nullable Long targets(ScenarioFields campaign) {
        long targets = campaign.number("targets", 0, MAX_TARGETS, -1);
        return targets < 0 ? null : (Long) targets;
    }

    /** Reads {@code "adaptive:0.02"}, or an object with the policy's name and the policy's own field for its number. */
    private LabPolicy policy(ScenarioFields campaign) {
        var written = campaign.textInstead("pacing");
        if (written != null) {
            return parsed(campaign, "pacing", written);
        }
        var pacing = campaign.object("pacing");
        if (pacing == null) {
            return parsed(campaign, "pacing", LabPolicies.ADAPTIVE);
        }
        var name = pacing.text("policy", ScenarioFields.MAX_NAME);
        if (name.equals(LabPolicies.SERVICE_LEVEL)) {
            long level = pacing.number(LabPolicies.SERVICE_LEVEL, 0, 10_000, CampaignPolicy.PROGRESSIVE);
            name = name + ':' + level;
        } else if (name.equals(LabPolicies.ADAPTIVE) && pacing.has("abandon_target")) {
            double target = pacing.decimal(
                    "abandon_target",
                    PacingChoice.LOWEST_TARGET,
                    PacingChoice.HIGHEST_TARGET,
                    PacingChoice.ABANDON_TARGET);
            name = target == PacingChoice.ABANDON_TARGET ? name : name + ':' + target;
        }
        var policy = parsed(pacing, "policy", name);
        pacing.nothingLeft();
        return policy;
    }

    private LabPolicy parsed(ScenarioFields fields, String at, String name) {
        return policies.parse(name).orElseGet(() -> {
            fields.error(at, "scenario.no_policy", Shown.of(name), String.join(", ", policies.names()));
            return new CampaignPolicy.ServiceLevel(name, CampaignPolicy.PROGRESSIVE);
        });
    }

    private static Distribution patience(ScenarioFields fields) {
        var caller = fields.object("caller");
        if (caller == null) {
            return PATIENCE;
        }
        var found = WorldFields.patience(caller, PATIENCE);
        caller.nothingLeft();
        return found;
    }

    private static Misses misses(ScenarioFields agents) {
        var misses = agents.object("misses");
        if (misses == null) {
            return Misses.NONE;
        }
        var found = new Misses(
                misses.decimal("no_answer", 0, 1, 0),
                misses.decimal("rejected", 0, 1, 0),
                misses.decimal("unreachable", 0, 1, 0),
                misses.decimal("ring_seconds", 1, WorldSettings.LONGEST, Misses.NONE.ringFor()));
        double sum = found.noAnswer() + found.rejected() + found.unreachable();
        if (sum > 1) {
            agents.error("misses", "scenario.misses", sum);
        }
        misses.nothingLeft();
        return found;
    }

    private static Breaks breaks(ScenarioFields agents) {
        var breaks = agents.object("breaks");
        if (breaks == null) {
            return Breaks.NONE;
        }
        double longest = WorldSettings.LONGEST / 60;
        var found = new Breaks(
                breaks.needed("at_once", 0, 1, 0),
                60 * breaks.needed("every_minutes", 1, longest, 1),
                60 * breaks.needed("minutes", 0.1, longest, 1));
        breaks.nothingLeft();
        return found;
    }

    private static LineLimits lines(ScenarioFields fields) {
        var lines = fields.object("lines");
        if (lines == null) {
            return Scenario.NO_LIMITS;
        }
        var none = Scenario.NO_LIMITS;
        var limits = new LineLimits(
                (int) lines.number("concurrent", 1, none.concurrentCalls(), none.concurrentCalls()),
                (int) lines.number("calls_per_second", 1, none.callsPerSecond(), none.callsPerSecond()));
        lines.nothingLeft();
        return limits;
    }
}
