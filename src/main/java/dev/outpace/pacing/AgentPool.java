package dev.outpace.pacing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The agents of one queue and the calls on their way to them, of all its campaigns: what policies look at. The engine tells
 * it of everything that happens, with its monotonic time.
 */
public final class AgentPool {
    private static final double NANOS = 1e9;

    private final Map<UUID, Agent> agents = new LinkedHashMap<>();
    private final int[] inPhase = new int[AgentPhase.values().length];
    private final Map<UUID, CampaignLines> campaigns = new LinkedHashMap<>();
    private final List<PoolListener> listeners = new ArrayList<>();
    private long now;
    private int dialing;
    private int unserved;
    private long answered;
    private long abandoned;
    private long dialed;

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
            inPhase[AgentPhase.OFFLINE.ordinal()]++;
            return new Agent();
        });
        if (agent.phase == phase) {
            return;
        }
        var before = agent.phase;
        double seconds = (now - agent.since) / NANOS;
        inPhase[before.ordinal()]--;
        inPhase[phase.ordinal()]++;
        agent.phase = phase;
        agent.since = now;
        for (var listener : listeners) {
            listener.phaseEnded(before, seconds);
        }
    }

    /** The agent does not serve this queue any more. */
    public void agentLeft(UUID agentId) {
        var agent = agents.remove(agentId);
        if (agent != null) {
            inPhase[agent.phase.ordinal()]--;
        }
    }

    public void dialed(Line line) {
        dialing++;
        dialed++;
        line.dialedAt = now;
        lines(line.campaignId).dialed(line);
        for (var listener : listeners) {
            listener.dialed(line.campaignId);
        }
    }

    /** @param expected whether the caller is on the way to this queue, or may be */
    public void answered(Line line, boolean expected) {
        stopsDialing(line);
        answered++;
        line.expected = expected;
        unserved += expected ? 1 : 0;
        lines(line.campaignId).answered++;
        double seconds = (now - line.dialedAt) / NANOS;
        for (var listener : listeners) {
            listener.answered(line.campaignId, seconds);
        }
    }

    public void unanswered(Line line) {
        stopsDialing(line);
        double seconds = (now - line.dialedAt) / NANOS;
        for (var listener : listeners) {
            listener.unanswered(line.campaignId, seconds);
        }
    }

    private void stopsDialing(Line line) {
        dialing--;
        lines(line.campaignId).resolved(line);
    }

    public void queued(Line line) {
        lines(line.campaignId).queued++;
        for (var listener : listeners) {
            listener.queued(line.campaignId);
        }
    }

    /** An agent has the caller, or the caller is gone. */
    public void served(Line line) {
        if (line.expected) {
            line.expected = false;
            unserved--;
        }
    }

    public void abandoned(Line line) {
        served(line);
        abandoned++;
        lines(line.campaignId).abandoned++;
        for (var listener : listeners) {
            listener.abandoned(line.campaignId);
        }
    }

    public int agents(AgentPhase phase) {
        return inPhase[phase.ordinal()];
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
        return dialing;
    }

    /** Answered callers on their way here or waiting, whom no agent has yet. */
    public int unserved() {
        return unserved;
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

    CampaignLines lines(UUID campaignId) {
        return campaigns.computeIfAbsent(campaignId, _ -> new CampaignLines());
    }

    Iterable<CampaignLines> campaigns() {
        return campaigns.values();
    }

    Iterable<Agent> agents() {
        return agents.values();
    }
}
