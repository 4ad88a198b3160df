package dev.outpace.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agents of one queue and the calls on their way to them, of all its campaigns: what policies look at. The engine tells
 * it of everything that happens, with its monotonic time. Queues that people connect have pools of several of them beside these, in
 * which a person counts once.
 */
@SuppressWarnings("EnumOrdinal") // Counts by phase stand in an array.
public final class AgentPool {
    private static final double NANOS = 1e9;
    private static final long HOUR = 3_600_000_000_000L;
    /** After so many seconds without an agent the law of several countries calls a caller abandoned. */
    private static final double ABANDONED_AFTER = 2;

    /** However patient callers are: nobody is dialed in the hope that they wait longer. */
    private static final double MAX_PATIENCE = 5;

    private static final double PATIENCE_MEMORY = 20;

    /** How long agents talk and wrap up; begun with a careful guess. */
    final Durations talk = new Durations(3_600, 500, 180, 3);

    final Durations wrapUp = new Durations(600, 500, 60, 3);
    /** Of all campaigns together. */
    final Durations timeToAnswer = new Durations(RingingLines.LONGEST, 2_000, 8, 5);

    final AnswerRate answerRate = new AnswerRate();

    /** Callers on their way to this queue, whom no agent has yet. */
    private final IntSupplier reserved;

    /** Of several queues together: those of each; empty for one queue. */
    private final List<AgentPool> parts;

    /** Of several queues together, this among them, which people connect; the largest first. */
    private List<AgentPool> unions = List.of();

    private final Map<UUID, Agent> agents = new LinkedHashMap<>();
    private final Map<AgentPhase, Count> inPhase = new EnumMap<>(AgentPhase.class);
    private final Map<UUID, RingingLines> campaigns = new LinkedHashMap<>();
    private final Map<UUID, AdaptivePacing> adaptive = new LinkedHashMap<>();
    private final List<PoolListener> listeners = new ArrayList<>();
    private final List<Agent> wrappingUp = new ArrayList<>();
    private final AbandonControl control = new AbandonControl();
    private final Outlook outlook = new Outlook(this);
    private long now;
    private long changes;
    private long seen;
    private int dialing;
    private int unserved;
    private int waiting;
    /** Seconds, of those who did not wait longer. */
    private double patience = ABANDONED_AFTER;

    private long answered;
    private long abandoned;
    private long dialed;

    /** Of one queue. */
    public AgentPool(IntSupplier reserved) {
        this(reserved, List.of());
    }

    private AgentPool(IntSupplier reserved, List<AgentPool> parts) {
        this.reserved = reserved;
        this.parts = parts;
    }

    /** The calls of several queues; it must be told of the people who serve any of them, each once. */
    public static AgentPool union(List<AgentPool> queues) {
        var parts = List.copyOf(queues);
        return new AgentPool(() -> sum(parts, AgentPool::reserved), parts);
    }

    private static int sum(List<AgentPool> pools, ToIntFunction<AgentPool> number) {
        int sum = 0;
        for (int i = 0; i < pools.size(); i++) {
            sum += number.applyAsInt(pools.get(i));
        }
        return sum;
    }

    /** People connect this queue with others: a call here may find nobody because of a call there. */
    public void isPartOf(List<AgentPool> unionsOfQueues) {
        unions = List.copyOf(unionsOfQueues);
    }

    List<AgentPool> unions() {
        return unions;
    }

    private static final class Count {
        int agents;
    }

    /** An agent in a phase since a moment, in nanoseconds of the engine's monotonic time. */
    public static final class Agent {
        private AgentPhase phase = AgentPhase.OFFLINE;
        private long since;

        public AgentPhase phase() {
            return phase;
        }

        public long since() {
            return since;
        }
    }

    /** The adaptive policy of one campaign, in place of the one it had; null for none. */
    void adaptive(UUID campaignId, @Nullable AdaptivePacing policy) {
        var before = adaptive.remove(campaignId);
        if (before != null) {
            listeners.remove(before);
        }
        if (policy != null) {
            adaptive.put(campaignId, policy);
            listeners.add(policy);
        }
    }

    /** What was counted before this pool began, so many hours ago. */
    public void history(UUID campaignId, long hoursAgo, long answered, long queued, long abandoned) {
        lines(campaignId).ledger.add(hour() - hoursAgo, answered, queued, abandoned);
    }

    /** A campaign comes from another queue, with all that was learned of its numbers. None of its lines ring. */
    public void takeOver(UUID campaignId, AgentPool from) {
        from.adaptive(campaignId, null);
        var known = from.campaigns.remove(campaignId);
        if (known != null) {
            campaigns.put(campaignId, known);
        }
    }

    /** Hears everything from now on, before any policy is asked. */
    public void listen(PoolListener listener) {
        listeners.add(listener);
    }

    /** Sets the time, before anything else is told or asked of that moment. */
    public void at(long nanos) {
        now = nanos;
    }

    /** Nanoseconds of the engine's monotonic time. */
    public long now() {
        return now;
    }

    public void agentMoved(UUID agentId, AgentPhase phase) {
        var agent = agents.computeIfAbsent(agentId, _ -> {
            count(AgentPhase.OFFLINE).agents++;
            return new Agent();
        });
        if (agent.phase == phase) {
            return;
        }
        var before = agent.phase;
        double seconds = (now - agent.since) / NANOS;
        count(before).agents--;
        count(phase).agents++;
        if (before == AgentPhase.WRAPPING_UP) {
            wrappingUp.remove(agent);
        } else if (phase == AgentPhase.WRAPPING_UP) {
            wrappingUp.add(agent);
        }
        agent.phase = phase;
        agent.since = now;
        changes++;
        learn(before, seconds);
        for (var listener : listeners) {
            listener.phaseEnded(before, seconds);
        }
    }

    private void learn(AgentPhase ended, double seconds) {
        seen++;
        switch (ended) {
            case TALKING -> talk.saw(seconds);
            case WRAPPING_UP -> wrapUp.saw(seconds);
            case FREE, RINGING, AWAY, OFFLINE -> {}
        }
    }

    /** The agent does not serve this queue any more. */
    public void agentLeft(UUID agentId) {
        var agent = agents.remove(agentId);
        if (agent != null) {
            count(agent.phase).agents--;
            wrappingUp.remove(agent);
            changes++;
        }
    }

    public void dialed(Line line) {
        dialing++;
        dialed++;
        changes++;
        line.dialedAt = now;
        lines(line.campaignId).dialed(line);
        for (var listener : listeners) {
            listener.dialed(line.campaignId);
        }
    }

    /** @param expected whether the caller is on the way to this queue, or may be */
    public void answered(Line line, boolean expected) {
        stopsDialing(line, true);
        answered++;
        line.expected = expected;
        unserved += expected ? 1 : 0;
        lines(line.campaignId).ledger.add(hour(), 1, 0, 0);
        double seconds = (now - line.dialedAt) / NANOS;
        for (var listener : listeners) {
            listener.answered(line.campaignId, seconds);
        }
    }

    public void unanswered(Line line) {
        stopsDialing(line, false);
        double seconds = (now - line.dialedAt) / NANOS;
        for (var listener : listeners) {
            listener.unanswered(line.campaignId, seconds);
        }
    }

    private void stopsDialing(Line line, boolean wasAnswered) {
        dialing--;
        changes++;
        seen++;
        lines(line.campaignId).resolved(line, now, wasAnswered);
        learn(wasAnswered, (now - line.dialedAt) / NANOS);
        for (int i = 0; i < unions.size(); i++) {
            unions.get(i).learn(wasAnswered, (now - line.dialedAt) / NANOS);
        }
    }

    private void learn(boolean wasAnswered, double seconds) {
        answerRate.saw(wasAnswered);
        if (wasAnswered) {
            timeToAnswer.saw(seconds);
        }
    }

    public void queued(Line line) {
        line.waitingSince = now;
        changes++;
        line.waiting = true;
        waiting++;
        lines(line.campaignId).ledger.add(hour(), 0, 1, 0);
        for (var listener : listeners) {
            listener.queued(line.campaignId);
        }
    }

    /** An agent has the caller, or the caller is gone. */
    public void served(Line line) {
        changes++;
        if (line.waiting) {
            line.waiting = false;
            waiting--;
        }
        if (line.expected) {
            line.expected = false;
            unserved--;
        }
    }

    /** The agent whose phone rang did not take the caller, who waits on. */
    public void missed(Line line) {
        changes++;
        line.waiting = true;
        waiting++;
        line.expected = true;
        unserved++;
    }

    /** The caller is no longer in the queue, without an agent. */
    public void leftQueue(Line line) {
        if (line.waiting) {
            patience += ((now - line.waitingSince) / NANOS - patience) / PATIENCE_MEMORY;
            served(line);
        }
    }

    /** Who answered was no person. */
    public void machine(Line line) {
        served(line);
        lines(line.campaignId).ledger.add(hour(), -1, 0, 0);
    }

    public void abandoned(Line line) {
        leftQueue(line);
        served(line);
        abandoned++;
        lines(line.campaignId).ledger.add(hour(), 0, 0, 1);
        for (var listener : listeners) {
            listener.abandoned(line.campaignId);
        }
    }

    /** Hours of the engine's monotonic time. */
    long hour() {
        return now / HOUR;
    }

    /** Null where the hour is not known. */
    @Nullable
    Duration untilHour(OptionalLong hour) {
        return hour.isPresent() ? Duration.ofNanos(Math.max(0, hour.getAsLong() * HOUR - now)) : null;
    }

    private Count count(AgentPhase phase) {
        return inPhase.computeIfAbsent(phase, _ -> new Count());
    }

    public int agents(AgentPhase phase) {
        return count(phase).agents;
    }

    /** Agents that are not offline. */
    public int loggedIn() {
        return agents.size() - agents(AgentPhase.OFFLINE);
    }

    /** Agents that take calls: neither away nor offline. */
    public int atWork() {
        return loggedIn() - agents(AgentPhase.AWAY);
    }

    /** Seconds that each agent of a phase has been in it. */
    public void forEach(AgentPhase phase, Consumer<Double> seconds) {
        for (var agent : agents.values()) {
            if (agent.phase == phase) {
                seconds.accept((now - agent.since) / NANOS);
            }
        }
    }

    /** Calls in status dialing. */
    public int dialing() {
        return parts.isEmpty() ? dialing : sum(parts, AgentPool::dialing);
    }

    int reserved() {
        return reserved.getAsInt();
    }

    /** Answered callers on their way here or waiting, whom no agent has yet. */
    public int unserved() {
        return unserved;
    }

    /** Callers in the queue, whom no agent has yet. */
    public int waiting() {
        return parts.isEmpty() ? waiting : sum(parts, AgentPool::waiting);
    }

    /** Seconds that callers wait before they give up, as far as pacing may count on it. */
    double patience() {
        double shortest = Math.min(MAX_PATIENCE, patience);
        for (int i = 0; i < parts.size(); i++) {
            shortest = i == 0
                    ? parts.get(i).patience()
                    : Math.min(shortest, parts.get(i).patience());
        }
        return shortest;
    }

    /** All time. */
    public long dialed() {
        return dialed;
    }

    /** All time. */
    public long answered() {
        return answered;
    }

    /** All time. */
    public long abandoned() {
        return abandoned;
    }

    RingingLines lines(UUID campaignId) {
        return campaigns.computeIfAbsent(campaignId, _ -> new RingingLines());
    }

    /** Of a union those of all its queues. */
    Iterable<RingingLines> campaigns() {
        if (parts.isEmpty()) {
            return campaigns.values();
        }
        var all = new ArrayList<RingingLines>();
        parts.forEach(part -> all.addAll(part.campaigns.values()));
        return all;
    }

    List<Agent> wrappingUp() {
        return wrappingUp;
    }

    Outlook outlook() {
        return outlook;
    }

    AbandonControl control() {
        return control;
    }

    /** Grows with everything that is told. */
    long changes() {
        long all = changes;
        for (int i = 0; i < parts.size(); i++) {
            all += parts.get(i).changes;
        }
        return all;
    }

    /** Dials whose outcome was seen, and agents' phases that ended. */
    long seen() {
        long all = seen;
        for (int i = 0; i < parts.size(); i++) {
            all += parts.get(i).seen;
        }
        return all;
    }
}
