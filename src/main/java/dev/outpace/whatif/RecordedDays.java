package dev.outpace.whatif;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.journal.RecordedCalls;
import dev.outpace.journal.RecordedCalls.AgentStay;
import dev.outpace.journal.RecordedCalls.CallFate;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.RecordedDay;
import dev.outpace.simulation.RecordedDay.Shift;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.Person;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a day for the laboratory out of a journal. Campaigns of type call that were there at the opening and have a queue take part.
 * What a flow did before the queue counts as ringing; who answered and never came to the queue counts as not reached. An
 * agent of several queues works for the first of them.
 */
public final class RecordedDays {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1_000;
    private static final double SECONDS_OF_HOUR = 3_600;
    private static final double SECONDS_OF_MINUTE = 60;
    /** Where nobody gave up: as long as callers wait in the simulated world. */
    private static final double PATIENCE =
            WorldSettings.DEFAULT.caller().patience().mean();

    private final RecordedCalls fates;
    private final String name;
    private final LabPolicies policies = new LabPolicies();
    private final Map<UUID, List<CallFate>> callsOf = new LinkedHashMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final Set<UUID> queues = new LinkedHashSet<>();
    private final double length;

    public RecordedDays(RecordedCalls fates, String name) {
        this.fates = fates;
        this.name = name;
        length = fates.length() / NANOS;
        for (var call : fates.calls()) {
            if (!call.refused() && call.ended() != null) {
                callsOf.computeIfAbsent(call.call().campaignId(), _ -> new ArrayList<>())
                        .add(call);
            }
        }
        for (var campaign : fates.opening().campaigns()) {
            if (campaign.type() == CampaignType.CALL && campaign.hasQueue() && callsOf.containsKey(campaign.id())) {
                campaigns.add(campaign);
                queues.add(campaign.queueId());
            }
        }
    }

    /** Empty where nobody was called. */
    public Optional<RecordedDay> day() {
        if (campaigns.isEmpty()) {
            return Optional.empty();
        }
        var people = campaigns.stream().map(this::people).toList();
        double longest = people.stream()
                .flatMap(List::stream)
                .mapToDouble(Person::seconds)
                .max()
                .orElse(0);
        return Optional.of(new RecordedDay(
                scenario(longest + 1),
                people,
                campaigns.stream().map(this::shift).toList(),
                result()));
    }

    private Scenario scenario(double noAnswer) {
        var none = new Constant(0);
        // Never asked: every person is known.
        var numbers = new Numbers(new Dial(0, 0, 0, 0, 0, none, 0, 0, Math.max(2, noAnswer), 0, 0), Drift.NONE);
        var calling = campaigns.stream()
                .map(campaign -> new Calling(
                                campaign.name(), campaign.queueId().toString(), policy(campaign), null, numbers)
                        .withRules(rulesInQueue(campaign)))
                .toList();
        var desks = queues.stream()
                .map(queue -> new Desk(queue.toString(), rota(queue), 0))
                .toList();
        return new Scenario(
                name,
                length / SECONDS_OF_HOUR,
                1,
                desks,
                calling,
                new Handle(none, none, none),
                none,
                Breaks.NONE,
                fates.opening().limits());
    }

    private LabPolicy policy(Campaign campaign) {
        var choice = campaign.options().pacing();
        var text = choice.isAdaptive()
                ? LabPolicies.ADAPTIVE + ":" + choice.abandonTarget()
                : LabPolicies.SERVICE_LEVEL + ":" + campaign.serviceLevel();
        return policies.parse(text).orElseThrow();
    }

    /** What was before the queue is no wait in the day that is run again, so its mean is taken from the longest wait. */
    private Compliance rulesInQueue(Campaign campaign) {
        var rules = campaign.options().compliance();
        double before = mean(
                Objects.requireNonNull(callsOf.get(campaign.id())),
                call -> call.queued() == null ? 0 : seconds(call.queued()) - waitsFrom(call, rules));
        int left = (int) Math.max(0, rules.abandonAfter() - before * MILLIS);
        return new Compliance("", left, AbandonFrom.QUEUE, rules.countsWaits(), 0, false, 0, Json.Obj.EMPTY);
    }

    private static boolean isLate(CallFate call, Compliance rules) {
        return rules.countsWaits()
                && call.connected() != null
                && (seconds(call.connected()) - waitsFrom(call, rules)) * MILLIS > rules.abandonAfter();
    }

    /** In seconds. The journal tells of no verdict, which usually comes just before the queue. */
    private static double waitsFrom(CallFate call, Compliance rules) {
        return seconds(rules.abandonFrom() == AbandonFrom.ANSWER ? call.answered() : call.queued());
    }

    private Shift shift(Campaign campaign) {
        var calls = Objects.requireNonNull(callsOf.get(campaign.id()));
        double last = calls.getLast().dialed() / NANOS;
        return new Shift(calls.getFirst().dialed() / NANOS, last > length - SECONDS_OF_MINUTE ? length : last);
    }

    private List<Person> people(Campaign campaign) {
        var calls = Objects.requireNonNull(callsOf.get(campaign.id()));
        double patience = mean(calls, call -> call.queued() != null && call.connected() == null ? waited(call) : 0);
        double shortest = patience == 0 ? PATIENCE : patience;
        double talk = mean(calls, RecordedDays::talked);
        double wrapUp = mean(calls, call -> seconds(call.wrapUp()));
        return calls.stream().map(call -> person(call, shortest, talk, wrapUp)).toList();
    }

    private static Person person(CallFate call, double patience, double talk, double wrapUp) {
        if (call.queued() == null) {
            var outcome = call.answered() != null || call.outcome() == null ? Outcome.FAILED : call.outcome();
            return new Person(outcome, seconds(call.ended()) - call.dialed() / NANOS, 0, 0, 0, 0);
        }
        double toQueue = seconds(call.queued()) - call.dialed() / NANOS;
        if (call.connected() == null) {
            return new Person(null, toQueue, waited(call), 0, talk, wrapUp);
        }
        double waited = seconds(call.connected()) - seconds(call.queued());
        double pickUp = call.rang() == null ? 0 : seconds(call.connected()) - seconds(call.rang());
        return new Person(
                null,
                toQueue,
                // Who was served would have waited at least a moment longer.
                Math.max(patience, waited + 1),
                pickUp,
                talked(call),
                call.wrapUp() == null ? wrapUp : seconds(call.wrapUp()));
    }

    private static double waited(CallFate call) {
        return seconds(call.ended()) - seconds(call.queued());
    }

    private static double talked(CallFate call) {
        return call.connected() == null ? 0 : seconds(call.ended()) - seconds(call.connected());
    }

    private static double seconds(@Nullable Long nanos) {
        return nanos == null ? 0 : nanos / NANOS;
    }

    /** Of those above 0. */
    private static double mean(List<CallFate> calls, ToDoubleFunction<CallFate> of) {
        return calls.stream()
                .mapToDouble(of)
                .filter(value -> value > 0)
                .average()
                .orElse(0);
    }

    /** The queue for which an agent works; nil for none of these. */
    private UUID deskOf(UUID agentId) {
        Agent agent = null;
        for (var one : fates.opening().agents()) {
            agent = one.id().equals(agentId) ? one : agent;
        }
        for (Queue queue : fates.opening().queues()) {
            if (agent != null && queues.contains(queue.id()) && queue.serves(agent)) {
                return queue.id();
            }
        }
        return Ids.NIL;
    }

    private static boolean isStaffed(AgentStay stay) {
        return stay.status() != AgentStatus.AWAY && stay.status() != AgentStatus.OFFLINE;
    }

    private List<Step> rota(UUID queue) {
        var changes = new TreeMap<Double, Integer>();
        changes.put(0.0, 0);
        for (var stay : fates.stays()) {
            if (isStaffed(stay) && deskOf(stay.agentId()).equals(queue)) {
                changes.merge(minutes(stay.from()), 1, Integer::sum);
                changes.merge(minutes(stay.until()), -1, Integer::sum);
            }
        }
        var steps = new ArrayList<Step>();
        int agents = 0;
        for (var change : changes.entrySet()) {
            agents += change.getValue();
            if (steps.isEmpty() || steps.getLast().agents() != agents) {
                steps.add(new Step(change.getKey(), agents));
            }
        }
        return steps;
    }

    /** Agents who log in while the workspace opens are there from the beginning. */
    private static double minutes(long nanos) {
        double minutes = nanos / NANOS / SECONDS_OF_MINUTE;
        return minutes < 1 / SECONDS_OF_MINUTE ? 0 : minutes;
    }

    private DayResult result() {
        double staffed = 0;
        double wrapUp = 0;
        for (var stay : fates.stays()) {
            double seconds = (stay.until() - stay.from()) / NANOS;
            if (isStaffed(stay) && !Ids.isNil(deskOf(stay.agentId()))) {
                staffed += seconds;
                wrapUp += stay.wrappingUp() ? seconds : 0;
            }
        }
        double talk = campaigns.stream()
                .flatMap(campaign -> Objects.requireNonNull(callsOf.get(campaign.id())).stream())
                .mapToDouble(RecordedDays::talked)
                .sum();
        return new DayResult(
                length / SECONDS_OF_HOUR,
                talk,
                wrapUp,
                staffed,
                0,
                campaigns.stream().map(this::result).toList());
    }

    private OfCampaign result(Campaign campaign) {
        var calls = Objects.requireNonNull(callsOf.get(campaign.id()));
        long queued = calls.stream().filter(call -> call.queued() != null).count();
        long handled = calls.stream().filter(call -> call.connected() != null).count();
        var rules = campaign.options().compliance();
        long late = calls.stream().filter(call -> isLate(call, rules)).count();
        return new OfCampaign(
                campaign.name(), calls.size(), queued, queued - handled + late, handled, 0, 0, queued, null);
    }
}
